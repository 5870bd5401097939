import { readScene } from '../answers/scene.ts'
import type { Scene } from '../answers/scene.ts'
import type { Abilities } from '../channels/channel.ts'
import { fitMessage } from '../channels/fit-message.ts'
import { DAY_MS, MINUTE_MS } from '../core/durations.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Words } from '../i18n/words.ts'
import type { Choice, Message } from '../lib/message.ts'
import { saySystem } from '../replies/say-system.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import { applyAlertAct } from './alert-actions.ts'
import { newConversation, recall } from './conversation.ts'
import { converse } from './converse.ts'
import type { Effect, Turn } from './turn.ts'
import { codeIn, isCode, useCode, WRONG_SPAN_MS } from './invites.ts'
import type { LinkOutcome } from './invites.ts'
import { storeMessage } from './stored-message.ts'

/** Notices that wait for a member's first chat are still sent when they are not older than this, milliseconds. */
export const WAITING_MS = 14 * DAY_MS

export interface TurnParts {
  db: Database
  words: Words
  /** The moment that it is now. */
  moment: () => Moment
  /** Counts what was asked. */
  counted?: (turn: Turn) => void
  /** What the channel of this name can show; unknown, it can show all. */
  can?: (channel: string) => Abilities | undefined
}

/** A stored message, the chat that it came from, and the scene in which it is answered. */
interface Arrived {
  row: InboxRow
  chat: ChatRow
  scene: Scene
}

/**
 * Answers one stored message: who asks → question → answer → reply. The reply, the conversation and everything that
 * the turn changes are stored in one transaction with the message being done; sending is the outbox's business.
 */
export async function takeTurn(parts: TurnParts, row: InboxRow): Promise<void> {
  const arrived = await arrive(parts, row)
  const { chat, scene } = arrived
  const member = chat.member === null ? undefined : scene.members.get(chat.member)
  if (!row.private) return await say(parts, arrived, { about: 'groupChat' })
  if (await linkTurn(parts, arrived, member)) return
  if (!member) return await say(parts, arrived, { about: 'stranger' })
  if (row.text.trim() === '') return await say(parts, arrived, { about: 'unsupported' })
  await answerTurn(parts, arrived, member)
}

/** The chat is entered, and the scene is set. */
async function arrive({ db, moment }: TurnParts, row: InboxRow): Promise<Arrived> {
  const now = moment()
  const chat = await db.write(async stores => await enter(stores, row, now.at))
  return { row, chat, scene: await readScene(db.read, now) }
}

async function answerTurn(parts: TurnParts, arrived: Arrived, member: Member): Promise<void> {
  const { db, words } = parts
  const { row, chat, scene } = arrived
  const { moment } = scene
  const { observations, alerts, subscriptions, conversations } = db.read
  const conversation = recall(await conversations.get(chatKey(chat)), moment.at)
  const rows = { observations, alerts, subscriptions }
  const turn = await converse({ ...rows, scene, words, member, text: row.text, conversation })
  parts.counted?.(turn)
  const choices = shownChoices(parts, row, turn.conversation.choices)
  await db.write(async stores => {
    await applyEffects(stores, member, turn.effects, moment)
    // A number that comes back means one of the choices as they were shown.
    const state = JSON.stringify({ ...turn.conversation, choices })
    await stores.conversations.put(chatKey(chat), state, moment.at)
    await reply(stores, arrived, turn.message)
  })
}

function shownChoices(parts: TurnParts, row: InboxRow, choices: readonly Choice[]): Choice[] {
  const can = parts.can?.(row.channel)
  return can === undefined ? [...choices] : fitMessage({ blocks: [], choices: [...choices] }, can).choices
}

/** Answers with an apology, when a turn failed: a message is never left without a word. */
export async function apologise(parts: TurnParts, row: InboxRow): Promise<void> {
  await say(parts, await arrive(parts, row), { about: 'failed' })
}

/** Applies what a turn changes. */
export async function applyEffects(
  stores: Pick<Stores, 'subscriptions' | 'alerts' | 'unanswered'>,
  member: Member,
  effects: readonly Effect[],
  moment: Moment,
): Promise<void> {
  for (const effect of effects) {
    switch (effect.do) {
      case 'subscribe':
        await stores.subscriptions.set(member.member, effect.kind, effect.active, moment.at)
        break
      case 'alerts':
        await applyAlertAct(stores.alerts, effect, member.member, moment)
        break
      case 'keep_unanswered':
        await stores.unanswered.add(effect.text, moment.at)
        break
    }
  }
}

/**
 * Takes a message that is a one-time code: the chat is the member's from then on, whoever's it was. A member's message
 * that only looks like a code is a question like any other. True when the message was answered.
 */
async function linkTurn(parts: TurnParts, arrived: Arrived, member: Member | undefined): Promise<boolean> {
  const { row, chat, scene } = arrived
  const code = codeIn(row.text)
  if (code === null || (member && !isCode(code))) return false
  const now = scene.moment.at
  return await parts.db.write(async stores => {
    const outcome = await useCode(stores.chats, chat, code, now)
    if (outcome.outcome === 'linked') {
      await stores.outbox.address(outcome.member, chat.id, now - WAITING_MS)
      await stores.conversations.put(chatKey(chat), JSON.stringify(newConversation), now)
    } else if (member) return false
    await reply(stores, arrived, said(parts, scene, linkNotice(outcome, scene)))
    return true
  })
}

function linkNotice(outcome: LinkOutcome, { members, tree }: Scene): SystemNotice {
  if (outcome.outcome === 'wrong_code') return { about: 'wrongCode' }
  if (outcome.outcome === 'too_many')
    return { about: 'tooManyCodes', minutes: Math.round(WRONG_SPAN_MS / MINUTE_MS) }
  const member = members.get(outcome.member)
  const unit = member && tree.byCode.get(member.unit)
  return { about: 'linked', name: member?.name ?? outcome.member, unit: unit?.name ?? '' }
}

/** Answers with a word about the conversation itself. */
async function say(parts: TurnParts, arrived: Arrived, about: SystemNotice): Promise<void> {
  const message = said(parts, arrived.scene, about)
  await parts.db.write(async stores => await reply(stores, arrived, message))
}

function said({ words }: TurnParts, { sample }: Scene, about: SystemNotice): Message {
  return saySystem(about, { words, sample })
}

/** Keeps the reply, and the message as answered. */
async function reply(
  { outbox, inbox }: Pick<Stores, 'outbox' | 'inbox'>,
  { row, chat, scene }: Arrived,
  message: Message,
): Promise<void> {
  const now = scene.moment.at
  await outbox.add({
    key: `reply:${row.id}`,
    topic: 'reply',
    facts: storeMessage(message),
    member: chat.member,
    chat: chat.id,
    notBefore: now,
    createdAt: now,
  })
  await inbox.done(row.id, now)
}

/** The chat that the message came from. One that was gone and is back gets the notices that waited for it. */
async function enter(
  { chats, outbox }: Pick<Stores, 'chats' | 'outbox'>,
  { channel, address }: InboxRow,
  now: number,
): Promise<ChatRow> {
  const before = await chats.find(channel, address)
  const chat = await chats.touch(channel, address)
  const isBack = typeof before?.goneAt === 'number'
  if (isBack && chat.member !== null) await outbox.address(chat.member, chat.id, now - WAITING_MS)
  return chat
}

function chatKey(chat: ChatRow): string {
  return String(chat.id)
}
