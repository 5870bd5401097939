import { HOUR_MS, isRecent } from '../core/durations.ts'
import type { Member } from '../core/member.ts'
import { type ChatRow, isLook } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import type { ChatWish, LinkNotice } from '../replies/say-link.ts'
import { applyChatWish, CHAT_WISHES, chatWishIn } from './chat-wish.ts'
import { codeIn, isCode, judgeCode } from './invites.ts'
import { confirmKey, identityOf, isConfirmed, linkChat, unlinkChat } from './links.ts'
import { among } from './same-words.ts'

/** A question about the link is open for so long, milliseconds. */
const OPEN_MS = HOUR_MS

/** What the talk about a link needs: the chat and what was written there, and who there is. */
export interface LinkTalk {
  stores: Pick<Stores, 'chats' | 'audit' | 'outbox' | 'conversations'>
  words: Words
  chat: ChatRow
  text: string
  /** Whom the chat is linked to, if that is a member today. */
  member: Member | null
  /** Members of today by their code. */
  members: ReadonlyMap<string, Member>
  now: number
  /** It was said under a message of ours that is known. */
  isUnder: boolean
  /** The database holds the sample province. */
  sample: boolean
}

/** What came of it: a word about the link; a welcome, and others who must hear of it; or a question like any other. */
export type LinkStep =
  | { do: 'say'; notice: LinkNotice }
  | { do: 'welcome'; member: Member; before: string | null; others: ChatRow[] }
  | { do: 'left'; notice: LinkNotice; member: Member }
  /** No answer any more today. */
  | { do: 'silence' }
  | null

/** Whether a private message may be part of the talk about the link: cheap to ask of every message. */
export function concernsLink({ words, chat, text, member }: Omit<LinkTalk, 'stores'>): boolean {
  if (chat.pending !== null || codeIn(text) !== null) return true
  if (member === null) return false
  return (
    !isConfirmed(chat, member) ||
    among(words.say('people.talk.unlinkWords'), text) ||
    chatWishIn(words, text) !== null
  )
}

/**
 * Reads a private message as part of the talk about the link: a code, the answer to "are you …?", the wish to end the
 * link, or anything at all from somebody whose name, role or unit has changed. Null when it is none of these.
 */
export async function linkStep(talk: LinkTalk): Promise<LinkStep> {
  const code = codeIn(talk.text)
  if (code !== null && (talk.member === null || isCode(code))) {
    const step = await codeStep(talk, code)
    if (step !== null) return step
  }
  const open = openQuestion(talk)
  if (open !== null) {
    const answer = answerIn(talk)
    const { member } = talk
    if (answer === true && member !== null && open.do !== 'link' && open.do !== 'confirm')
      if (await isToldSince(talk)) return await askWhether(talk, member, open)
    if (answer !== null) return await answered(talk, open, answer)
    if (open.do === 'link') return { do: 'say', notice: await linkQuestion(talk, open.member) }
    if (open.do !== 'confirm') await talk.stores.chats.ask(talk.chat.id, null, talk.now)
  }
  return await asMember(talk)
}

async function asMember(talk: LinkTalk): Promise<LinkStep> {
  const { stores, words, chat, text, member, now, sample } = talk
  if (member === null) return null
  if (!isConfirmed(chat, member)) {
    await stores.chats.ask(chat.id, 'confirm', now)
    return { do: 'say', notice: { about: 'changed', member } }
  }
  // Over real figures nobody turns the page into a chat of the person.
  const wish = isLook(chat) && !sample ? null : chatWishIn(words, text)
  if (wish !== null) return await askWhether(talk, member, { do: 'wish', wish })
  return among(words.say('people.talk.unlinkWords'), text)
    ? await askWhether(talk, member, { do: 'unlink' })
    : null
}

/** Asks whether the link is to end, or what is wished to be done. */
async function askWhether(
  { stores, chat, now }: LinkTalk,
  member: Member,
  open: Exclude<Open, { do: 'link' }>,
): Promise<LinkStep> {
  if (open.do !== 'wish') {
    await stores.chats.ask(chat.id, 'unlink', now)
    return { do: 'say', notice: { about: 'unlinkAsked', member } }
  }
  const { wish } = open
  await stores.chats.ask(chat.id, wish, now)
  return { do: 'say', notice: { about: 'wishAsked', wish, channels: await othersOf(stores, chat, member) } }
}

/** Whether something was told unasked since the question: a yes may be meant for that. */
async function isToldSince({ stores, chat, isUnder }: LinkTalk): Promise<boolean> {
  if (isUnder) return false
  const last = await stores.outbox.lastSent(chat.id)
  return last !== null && last.topic !== 'reply' && (last.sentAt ?? 0) > (chat.pendingAt ?? 0)
}

/** Channels of the person's other chats to which notices go. */
async function othersOf(
  { chats }: LinkTalk['stores'],
  { id }: ChatRow,
  { member }: Member,
): Promise<string[]> {
  const others = (await chats.ofMember(member)).filter(one => one.id !== id && one.goneAt === null)
  return others.filter(one => one.mutedAt === null).map(({ channel }) => channel)
}

type Open =
  | { do: 'link'; codeHash: string; member: Member }
  | { do: 'unlink' | 'confirm' }
  | { do: 'wish'; wish: ChatWish }

/** What the person was asked, if that is still open. */
function openQuestion({ chat, members, now }: LinkTalk): Open | null {
  const { pending, pendingAt } = chat
  if (pending === null) return null
  if (pending === 'confirm') return { do: 'confirm' }
  if (!isRecent(pendingAt ?? 0, now, OPEN_MS)) return null
  if (pending === 'unlink') return { do: 'unlink' }
  const wish = CHAT_WISHES.find(one => one === pending)
  if (wish !== undefined) return { do: 'wish', wish }
  const [, codeHash = '', code = ''] = pending.split(' ')
  const member = members.get(code)
  return member ? { do: 'link', codeHash, member } : null
}

function answerIn({ words, text }: LinkTalk): boolean | null {
  if (among(words.say('people.talk.yes'), text)) return true
  return among(words.say('people.talk.no'), text) ? false : null
}

async function codeStep(talk: LinkTalk, code: string): Promise<LinkStep> {
  const { stores, chat, member, members, now } = talk
  const found = await judgeCode(stores, chat, code, now)
  const invited = found.outcome === 'good' ? members.get(found.member) : undefined
  if (found.outcome !== 'good' || invited === undefined) {
    // A member's message that only looks like a code is a question like any other.
    if (member !== null && found.outcome !== 'expired' && found.outcome !== 'ended') return null
    if (found.outcome === 'silence') return { do: 'silence' }
    const outcome = found.outcome === 'good' ? 'ended' : found.outcome
    return { do: 'say', notice: { about: 'code', outcome, last: found.last } }
  }
  await stores.chats.ask(chat.id, `link ${found.codeHash} ${invited.member}`, now)
  return { do: 'say', notice: await linkQuestion(talk, invited) }
}

/** Whether the person is the one that the code is for, and what would change. */
async function linkQuestion({ stores, chat, member }: LinkTalk, invited: Member): Promise<LinkNotice> {
  const others = (await stores.chats.ofMember(invited.member)).filter(one => one.id !== chat.id)
  const from = member !== null && member.member !== invited.member ? member : null
  return { about: 'linkAsked', member: invited, from, channels: others.map(one => one.channel) }
}

async function answered(talk: LinkTalk, open: Open, yes: boolean): Promise<LinkStep> {
  const { stores, chat, member, now } = talk
  await stores.chats.ask(chat.id, null, now)
  if (open.do === 'confirm') await stores.outbox.withdrawUnder(confirmKey(chat))
  if (open.do === 'link') return yes ? await link(talk, open) : { do: 'say', notice: { about: 'notLinked' } }
  if (member === null) return null
  if (open.do === 'wish') {
    if (!yes) return { do: 'say', notice: { about: 'wishDropped' } }
    await applyChatWish(stores, chat, open.wish, now)
    return { do: 'say', notice: { about: 'wishDone', wish: open.wish } }
  }
  if (open.do === 'unlink' && !yes) return { do: 'say', notice: { about: 'stillLinked', member } }
  if (open.do === 'confirm' && yes) {
    await stores.chats.link(chat.id, member.member, now, identityOf(member))
    const change = { before: chat.linkedAs, after: identityOf(member) }
    await stores.audit.add({ at: now, action: 'link', object: `chat:${chat.id}`, ...change })
    return { do: 'welcome', member, before: null, others: [] }
  }
  await unlinkChat(stores, chat, now)
  return { do: 'left', notice: { about: 'unlinked' }, member }
}

async function link(talk: LinkTalk, open: Extract<Open, { do: 'link' }>): Promise<LinkStep> {
  const { stores, chat, now } = talk
  const taken = await stores.chats.takeInvite(open.codeHash, now)
  if (taken === null) return { do: 'say', notice: { about: 'code', outcome: 'ended', last: false } }
  const others = (await stores.chats.ofMember(open.member.member)).filter(one => one.id !== chat.id)
  await linkChat(stores, chat, open.member, now)
  return { do: 'welcome', member: open.member, before: chat.member, others }
}
