import type { Scene } from '../answers/scene.ts'
import { HOUR_MS, isRecent } from '../core/durations.ts'
import type { Member } from '../core/member.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import type { Message } from '../lib/message.ts'
import { sayGroup } from '../replies/say-group.ts'
import type { GroupNotice } from '../replies/say-group.ts'
import { putInto, reply } from './arrived.ts'
import type { Arrived, TurnParts } from './arrived.ts'
import { among } from './same-words.ts'
import { closeGroup, isConfirmed } from './links.ts'

/** The question to the administrator is open for so long. */
const OPEN_MS = HOUR_MS

type Wish = 'open' | 'close'

/**
 * A linked administrator wants digests in a group, or none any more: that is asked in the administrator's own chat. True when
 * it was; whoever else says it is told what the group is told of everything.
 */
export async function groupWishTurn(parts: TurnParts, arrived: Arrived): Promise<boolean> {
  const { row, chat, scene } = arrived
  const wish = wishIn(parts.words, row.text)
  if (wish === null || row.sender === null) return false
  const own = await parts.db.read.chats.find(row.channel, row.sender)
  if (!own || administratorOf(scene, own) === null) return false
  await parts.db.write(
    async stores => {
      await stores.chats.ask(own.id, `group ${chat.id} ${wish}`, scene.moment.at)
      const asked = said(parts, scene, { about: wish === 'open' ? 'openAsked' : 'closeAsked' })
      await putInto(own, stores, { key: keyOf(arrived, own), message: asked, at: scene.moment.at })
      await reply(stores, arrived, said(parts, scene, { about: 'askedInPrivate' }))
    },
    { name: `member:${own.member}`, chat: chat.id },
  )
  return true
}

/** The administrator's yes or no, in the own chat. True when the message was that. */
export async function groupAnswerTurn(parts: TurnParts, arrived: Arrived): Promise<boolean> {
  const { row, chat, scene } = arrived
  const admin = administratorOf(scene, chat)
  const [what, group, wish] = (chat.pending ?? '').split(' ')
  if (what !== 'group' || admin === null || !isRecent(chat.pendingAt ?? 0, scene.moment.at, OPEN_MS))
    return false
  const yes = among(parts.words.say('people.talk.yes'), row.text)
  if (!yes && !among(parts.words.say('people.talk.no'), row.text)) return false
  await parts.db.write(
    async stores => {
      await stores.chats.ask(chat.id, null, scene.moment.at)
      const there = yes ? await stores.chats.get(Number(group)) : null
      if (there) await carryOut(parts, arrived, stores, { admin, group: there, opens: wish === 'open' })
      else await reply(stores, arrived, said(parts, scene, { about: 'dropped' }))
    },
    { name: `member:${admin.member}`, chat: chat.id },
  )
  return true
}

interface Order {
  admin: Member
  group: ChatRow
  opens: boolean
}

/** Does it, and says so in both chats. */
async function carryOut(
  parts: TurnParts,
  arrived: Arrived,
  stores: Stores,
  { admin, group, opens }: Order,
): Promise<void> {
  const { scene } = arrived
  const { at } = scene.moment
  const unit = scene.tree.province(admin.unit).code
  if (opens) {
    await stores.chats.openGroup({ chat: group.id, unit, by: admin.member, at })
    await stores.audit.add({ at, object: `chat:${group.id}`, action: 'link', after: `digest ${unit}` })
  } else await closeGroup(stores, group.id, at)
  const message = said(parts, scene, { about: opens ? 'opened' : 'closed' })
  await putInto(group, stores, { key: keyOf(arrived, group), message, at })
  await reply(stores, arrived, message)
}

/** The administrator to whom the chat is linked; null for everybody else. */
function administratorOf(scene: Scene, chat: ChatRow): Member | null {
  const member = scene.members.get(chat.member ?? '')
  return member?.role === 'admin' && isConfirmed(chat, member) ? member : null
}

function wishIn(words: Words, text: string): Wish | null {
  if (among(words.say('people.group.openWords'), text)) return 'open'
  return among(words.say('people.group.closeWords'), text) ? 'close' : null
}

/** A word to another chat is named by the message that brought it about. */
function keyOf({ row }: Arrived, { id }: ChatRow): string {
  return `group:${row.id}:${id}`
}

function said({ words }: TurnParts, { sample }: Scene, notice: GroupNotice): Message {
  return sayGroup(notice, { words, sample })
}
