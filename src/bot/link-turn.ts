import type { Scene } from '../answers/scene.ts'
import type { Member } from '../core/member.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import { sayLink } from '../replies/say-link.ts'
import type { LinkNotice } from '../replies/say-link.ts'
import { putInto, reply, WAITING_MS } from './arrived.ts'
import type { Arrived, TurnParts } from './arrived.ts'
import { endSeenCodes } from './invites.ts'
import { concernsLink, linkStep } from './link-talk.ts'
import type { LinkStep, LinkTalk } from './link-talk.ts'
import { sayWelcome } from './welcome.ts'

/** Answers what is part of the talk about the link. True when the message was answered. */
export async function linkTurn(
  parts: TurnParts,
  arrived: Arrived,
  member: Member | undefined,
): Promise<boolean> {
  const { chat, scene, row } = arrived
  const about = { words: parts.words, chat, text: row.text, member: member ?? null, members: scene.members }
  const isUnder = row.messageId !== null
  const talk = { ...about, now: scene.moment.at, isUnder, sample: scene.sample }
  if (!concernsLink(talk)) return false
  const by = { name: member ? `member:${member.member}` : 'stranger', chat: chat.id }
  const step = await parts.db.writeTogether(async stores => await take(parts, arrived, { ...talk, stores }), {
    by,
  })
  if (step?.do === 'welcome' || step?.do === 'left')
    parts.log.info({ chat: chat.id, member: step.member.member }, `link: ${step.do}`)
  return step !== null
}

type Talking = LinkTalk & { stores: Stores }

async function take(parts: TurnParts, arrived: Arrived, talk: Talking): Promise<LinkStep> {
  const { stores, chat, now } = talk
  const { words } = parts
  const step = await linkStep(talk)
  if (step === null) return null
  if (step.do === 'silence') {
    await stores.inbox.done(arrived.row.id, now)
    return step
  }
  if (step.do === 'say') {
    await reply(stores, arrived, said(words, arrived.scene, step.notice))
    return step
  }
  if (step.do === 'left') {
    await reply(
      stores,
      { ...arrived, chat: { ...chat, member: null, linkedAt: null } },
      said(words, arrived.scene, step.notice),
    )
    await tellAdmins(words, arrived, stores, { about: 'leftTold', member: step.member })
    return step
  }
  const linked = { ...arrived, chat: { ...chat, member: step.member.member, linkedAt: now } }
  await reply(stores, linked, await sayWelcome(stores, arrived.scene, words, step.member), step.member)
  await stores.outbox.address(step.member.member, chat.id, now - WAITING_MS)
  await tellOthers(words, arrived, stores, step)
  return step
}

/** The person's other chats hear of a new one, those of whom the chat was before of its loss; who looks after the members hears of what replaces or joins a link. */
async function tellOthers(
  words: Words,
  arrived: Arrived,
  stores: Pick<Stores, 'chats' | 'outbox'>,
  { member, before, others }: Extract<LinkStep, { do: 'welcome' }>,
): Promise<void> {
  const { channel } = arrived.chat
  for (const other of others)
    await tell(words, arrived, { stores, chat: other }, { about: 'linkedElsewhere', member, channel })
  const replaced = before !== null && before !== member.member
  for (const left of replaced ? await stores.chats.ofMember(before) : [])
    await tell(words, arrived, { stores, chat: left }, { about: 'linkedAway', channel })
  if (!replaced && others.length === 0) return
  const from = replaced ? (arrived.scene.members.get(before)?.name ?? before) : null
  await tellAdmins(words, arrived, stores, {
    about: 'linkTold',
    member,
    channel,
    from,
    others: others.length,
  })
}

async function tellAdmins(
  words: Words,
  arrived: Arrived,
  stores: Pick<Stores, 'chats' | 'outbox'>,
  notice: LinkNotice,
): Promise<void> {
  const admins = [...arrived.scene.members.values()].filter(({ role }) => role === 'admin')
  for (const admin of admins) {
    for (const chat of await stores.chats.ofMember(admin.member)) {
      if (chat.id !== arrived.chat.id) await tell(words, arrived, { stores, chat }, notice)
    }
  }
}

/** A word to another chat, named by the message that brought it about. */
async function tell(
  words: Words,
  { scene, row }: Arrived,
  { stores, chat }: { stores: Pick<Stores, 'outbox'>; chat: ChatRow },
  notice: LinkNotice,
): Promise<void> {
  const key = `link:${row.id}:${notice.about}:${chat.id}`
  await putInto(chat, stores, { key, message: said(words, scene, notice), at: scene.moment.at })
}

function said(words: Words, { sample, tree }: Scene, notice: LinkNotice) {
  const unitName = (code: string) => tree.byCode.get(code)?.name ?? code
  return sayLink(notice, { words, sample, unitName })
}

/** Takes back the codes that a group has read. True when there were any, and the group was told. */
export async function groupTurn(parts: TurnParts, arrived: Arrived): Promise<boolean> {
  const { chat, scene, row } = arrived
  const { words, db } = parts
  return await db.writeTogether(
    async stores => {
      const seen = await endSeenCodes(stores, row.text, scene.moment.at)
      if (seen.length === 0) return false
      const names = seen.map(code => scene.members.get(code)?.name ?? code)
      await reply(stores, arrived, said(words, scene, { about: 'codeEnded' }))
      await tellAdmins(words, arrived, stores, { about: 'codeSeen', names })
      return true
    },
    { by: { name: 'stranger', chat: chat.id } },
  )
}
