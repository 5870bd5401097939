import { readScene } from '../answers/scene.ts'
import type { Scene } from '../answers/scene.ts'
import { fitMessage } from '../channels/fit-message.ts'
import { DAY_MS, isRecent } from '../core/durations.ts'
import type { Member } from '../core/member.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Choice, Message } from '../lib/message.ts'
import { saySystem } from '../replies/say-system.ts'
import type { SystemNotice, Wordless } from '../replies/say-system.ts'
import { applyEffects } from './apply-effects.ts'
import { chatKey, reply, WAITING_MS } from './arrived.ts'
import type { Arrived, TurnParts } from './arrived.ts'
import { recall } from './conversation.ts'
import { commandText, converse } from './converse.ts'
import { groupAskTurn } from './group-ask.ts'
import { groupAnswerTurn, groupWishTurn } from './group-digests.ts'
import { groupTurn, linkTurn } from './link-turn.ts'
import { noteRefusals } from './note-turn.ts'
import { among } from './same-words.ts'
import { isUnderForeign, underNotice } from './under-notice.ts'

/**
 * Answers one stored message: who asks → question → answer → reply. The reply, the conversation and everything that
 * the turn changes are stored in one transaction with the message being done; sending is the outbox's business.
 */
export async function takeTurn(parts: TurnParts, row: InboxRow): Promise<void> {
  const arrived = await arrive(parts, row)
  const { chat, scene } = arrived
  const member = chat.member === null ? undefined : scene.members.get(chat.member)
  if (!row.private) {
    const answered =
      (await groupTurn(parts, arrived)) ||
      (await groupWishTurn(parts, arrived)) ||
      (await groupAskTurn(parts, arrived, saidToUs(parts, row.text)))
    if (!answered) await sayOnceADay(parts, arrived, { about: 'groupChat' })
    return
  }
  if (await answersForeign(parts, arrived)) return await say(parts, arrived, { about: 'notYours' })
  if (await groupAnswerTurn(parts, arrived)) return
  if (await linkTurn(parts, arrived, member)) return
  if (!member) return await sayOnceADay(parts, arrived, { about: 'stranger' })
  const wordless = wordlessKind(row)
  if (wordless !== null) return await sayWordless(parts, arrived, wordless)
  await answerTurn(parts, arrived, member)
}

/** Whether a yes or a no to what the chat is asked stands under a message of somebody else. */
async function answersForeign(parts: TurnParts, arrived: Arrived): Promise<boolean> {
  const { row, chat } = arrived
  if (chat.pending === null || row.messageId === null) return false
  const { words } = parts
  const isAnswer =
    among(words.say('people.talk.yes'), row.text) || among(words.say('people.talk.no'), row.text)
  return isAnswer && (await isUnderForeign(parts, arrived))
}

/** What was said in a group, without the name by which the bot was called there. */
function saidToUs({ words }: TurnParts, text: string): string {
  const plain = text.trim().replaceAll(/^@\w+\s+|\s+@\w+$/g, '')
  return commandText(words, plain) ?? plain
}

/** What was sent instead of words of one's own; null for those, and for a caption. */
function wordlessKind({ kind, text }: InboxRow): Wordless | null {
  if (kind === 'forwarded') return kind
  if (text.trim() !== '') return null
  return kind === 'text' || kind === 'button' || kind === 'edited' ? 'other' : kind
}

/** One sentence for what has no words; pictures that were sent together get it once. */
async function sayWordless(parts: TurnParts, arrived: Arrived, kind: Wordless): Promise<void> {
  const { row, chat, scene } = arrived
  const { at } = scene.moment
  const { album } = row
  const conversation = recall(await parts.db.read.conversations.get(chatKey(chat)), at)
  await parts.db.writeTogether(async stores => {
    if (album !== null && conversation.album === album) return await stores.inbox.done(row.id, at)
    if (album !== null)
      await stores.conversations.put(chatKey(chat), JSON.stringify({ ...conversation, album }), at)
    await reply(stores, arrived, said(parts, scene, { about: 'wordless', kind }))
  })
}

/** The chat is entered, and the scene is set. */
async function arrive({ db, moment }: TurnParts, row: InboxRow): Promise<Arrived> {
  const now = moment()
  const known = await db.read.chats.find(row.channel, row.address)
  // That somebody who is known wrote was noted with the message.
  const isHere = known !== null && known.goneAt === null
  const chat = isHere ? known : await db.writeTogether(async stores => await enter(stores, row, now.at))
  return { row, chat, scene: await readScene(db.read, now) }
}

async function answerTurn(parts: TurnParts, arrived: Arrived, member: Member): Promise<void> {
  const { db, words } = parts
  const { row, chat, scene } = arrived
  const { moment } = scene
  const { observations, alerts, explanations, imports, subscriptions, outbox, chats, conversations } = db.read
  const stored = await conversations.get(chatKey(chat))
  const conversation = recall(stored, moment.at)
  const { saidAt = 0 } = conversation
  const under = await underNotice(parts, arrived, {
    since: stored?.at ?? 0,
    saidAt,
    offered: conversation.choices.map(({ send }) => send),
  })
  const rows = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
  const turn = await converse({ ...rows, ...under, scene, words, member, conversation })
  parts.counted?.(turn)
  const choices = shownChoices(parts, row, turn.conversation.choices)
  const by = { name: `member:${member.member}`, chat: chat.id }
  await db.writeTogether(
    async stores => {
      await noteRefusals(stores.audit, turn, moment.at)
      await applyEffects(stores, member, turn.effects, moment)
      // A number that comes back means one of the choices as they were shown.
      const madeAt = turn.conversation === conversation ? saidAt : moment.at
      const state = JSON.stringify({ ...turn.conversation, choices, saidAt: madeAt })
      await stores.conversations.put(chatKey(chat), state, moment.at)
      const replaces = turn.settles === true && row.kind === 'button' ? row.messageId : null
      const message = replaces === null ? turn.message : { ...turn.message, replaces }
      await reply(stores, arrived, message, member)
    },
    { by },
  )
}

function shownChoices(parts: TurnParts, row: InboxRow, choices: readonly Choice[]): Choice[] {
  const can = parts.can?.(row.channel)
  return can === undefined ? [...choices] : fitMessage({ blocks: [], choices: [...choices] }, can).choices
}

/** Answers with an apology, when a turn failed: a message is never left without a word. */
export async function apologise(parts: TurnParts, row: InboxRow): Promise<void> {
  await say(parts, await arrive(parts, row), { about: 'failed' })
}

/**
 * Tells who is no member here how to be served, once a day however much is written: whoever writes cannot use up what a
 * platform lets the bot say.
 */
async function sayOnceADay(parts: TurnParts, arrived: Arrived, about: SystemNotice): Promise<void> {
  const { row, chat, scene } = arrived
  const { at } = scene.moment
  const told = chat.strangerToldAt
  const isTold = told !== null && isRecent(told, at, DAY_MS - 1)
  await parts.db.writeTogether(async stores => {
    if (isTold) return await stores.inbox.done(row.id, at)
    await stores.chats.markStrangerTold(chat.id, at)
    await reply(stores, arrived, said(parts, scene, about))
  })
}

/** Answers with a word about the conversation itself. */
async function say(parts: TurnParts, arrived: Arrived, about: SystemNotice): Promise<void> {
  const message = said(parts, arrived.scene, about)
  await parts.db.writeTogether(async stores => await reply(stores, arrived, message))
}

function said({ words }: TurnParts, { sample }: Scene, about: SystemNotice): Message {
  return saySystem(about, { words, sample })
}

/** The chat that the message came from. One that was gone and is back gets the notices that waited for it. */
async function enter(
  { chats, outbox }: Pick<Stores, 'chats' | 'outbox'>,
  { channel, address }: InboxRow,
  now: number,
): Promise<ChatRow> {
  const before = await chats.find(channel, address)
  const chat = await chats.touch(channel, address, now)
  const isBack = typeof before?.goneAt === 'number'
  if (isBack && chat.member !== null) await outbox.address(chat.member, chat.id, now - WAITING_MS)
  return chat
}
