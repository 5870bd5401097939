import type { Abilities } from '../channels/channel.ts'
import { fitMessage } from '../channels/fit-message.ts'
import type { Member } from '../core/member.ts'
import { momentAt } from '../core/moment.ts'
import type { Moment } from '../core/moment.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Words } from '../i18n/words.ts'
import type { Clock } from '../lib/clock.ts'
import type { Message } from '../lib/message.ts'
import { saySystem } from '../replies/say-system.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import { applyAlertAction } from './alert-actions.ts'
import { newConversation, recall } from './conversation.ts'
import { converse } from './converse.ts'
import type { Effect, Turn } from './turn.ts'
import { codeIn, isCode, useCode } from './invites.ts'
import type { LinkOutcome } from './invites.ts'
import { storeMessage } from './stored-message.ts'

/** Notices that wait for a member's first chat are still sent when they are not older than this, milliseconds. */
export const WAITING_MS = 14 * 24 * 3_600_000
const WRONG_CODE_MINUTES = 15

export interface TurnParts {
  db: Database
  words: Words
  clock: Clock
  timeZone: string
  /** Counts what was asked. */
  counted?: (turn: Turn) => void
  /** What the channel of this name can show; unknown, it can show all. */
  can?: (channel: string) => Abilities | undefined
}

/**
 * Answers one stored message: who asks → question → answer → reply. The reply, the conversation and everything that
 * the turn changes are stored in one transaction with the message being done; sending is the outbox's business.
 */
export async function takeTurn(parts: TurnParts, row: InboxRow): Promise<void> {
  const { db, clock } = parts
  const chat = await db.write(async stores => await enter(stores, row, clock.now()))
  const member = await memberOf(db.read, chat)
  if (!row.private) return await say(parts, row, chat, { about: 'groupChat' })
  if (await linkTurn(parts, row, chat, member)) return
  if (!member) return await say(parts, row, chat, { about: 'stranger' })
  if (row.text.trim() === '') return await say(parts, row, chat, { about: 'unsupported' })
  const stored = await db.read.conversations.get(chatKey(chat))
  const now = clock.now()
  const moment = momentAt(now, parts.timeZone)
  const turn = await converse({
    stores: db.read,
    words: parts.words,
    timeZone: parts.timeZone,
    member,
    text: row.text,
    moment,
    conversation: recall(stored, now),
    sample: await isSample(db.read),
  })
  parts.counted?.(turn)
  const message = fitted(parts, row, turn.message)
  const conversation = fitted(parts, row, { blocks: [], choices: turn.conversation.choices })
  await db.write(async stores => {
    await applyEffects(stores, member, turn.effects, moment)
    // A number that comes back means one of the choices as they were shown.
    const state = JSON.stringify({ ...turn.conversation, choices: conversation.choices })
    await stores.conversations.put(chatKey(chat), state, now)
    await reply(stores, row, chat, message, clock.now())
  })
}

function fitted(parts: TurnParts, row: InboxRow, message: Message): Message {
  const can = parts.can?.(row.channel)
  return can === undefined ? message : fitMessage(message, can)
}

/** Answers with an apology, when a turn failed: a message is never left without a word. */
export async function apologise(parts: TurnParts, row: InboxRow): Promise<void> {
  const chat = await parts.db.write(async stores => await stores.chats.touch(row.channel, row.address))
  await say(parts, row, chat, { about: 'failed' })
}

/** Applies what a turn changes. */
export async function applyEffects(
  stores: Stores,
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
        await applyAlertAction(stores, effect.action, effect.alerts, member.member, moment)
        break
      case 'keep_unanswered':
        await stores.unanswered.add(effect.text, moment.at)
        break
    }
  }
}

/** Whether the database holds the sample province. */
export async function isSample(stores: Stores): Promise<boolean> {
  return (await stores.settings.get('sample')) === '1'
}

/**
 * Takes a message that is a one-time code: the chat is the member's from then on, whoever's it was. A member's message
 * that only looks like a code is a question like any other. True when the message was answered.
 */
async function linkTurn(
  parts: TurnParts,
  row: InboxRow,
  chat: ChatRow,
  member: Member | null,
): Promise<boolean> {
  const code = codeIn(row.text)
  if (code === null || (member && !isCode(code))) return false
  const now = parts.clock.now()
  return await parts.db.write(async stores => {
    const outcome = await useCode(stores, chat, code, now)
    if (outcome.outcome === 'linked') {
      await stores.outbox.address(outcome.member, chat.id, now - WAITING_MS)
      await stores.conversations.put(chatKey(chat), JSON.stringify(newConversation), now)
    } else if (member) return false
    await reply(stores, row, chat, await linkMessage(parts, stores, outcome), now)
    return true
  })
}

async function linkMessage(parts: TurnParts, stores: Stores, outcome: LinkOutcome): Promise<Message> {
  if (outcome.outcome === 'wrong_code') return await notice(parts, stores, { about: 'wrongCode' })
  if (outcome.outcome === 'too_many')
    return await notice(parts, stores, { about: 'tooManyCodes', minutes: WRONG_CODE_MINUTES })
  const { members, units } = await stores.catalog.get()
  const member = members.find(one => one.member === outcome.member)
  const unit = units.find(one => one.code === member?.unit)
  const [name, unitName] = [member?.name ?? outcome.member, unit?.name ?? '']
  return await notice(parts, stores, { about: 'linked', name, unit: unitName })
}

/** Answers with a word about the conversation itself. */
async function say(parts: TurnParts, row: InboxRow, chat: ChatRow, about: SystemNotice): Promise<void> {
  await parts.db.write(async stores => {
    await reply(stores, row, chat, await notice(parts, stores, about), parts.clock.now())
  })
}

/** Keeps the reply, and the message as answered. */
async function reply(
  stores: Stores,
  row: InboxRow,
  chat: ChatRow,
  message: Message,
  now: number,
): Promise<void> {
  await stores.outbox.add({
    key: `reply:${row.id}`,
    topic: 'reply',
    facts: storeMessage(message),
    member: chat.member,
    chat: chat.id,
    notBefore: now,
    createdAt: now,
  })
  await stores.inbox.done(row.id, now)
}

/** The chat that the message came from. One that was gone and is back gets the notices that waited for it. */
async function enter(stores: Stores, { channel, address }: InboxRow, now: number): Promise<ChatRow> {
  const before = await stores.chats.find(channel, address)
  const chat = await stores.chats.touch(channel, address)
  const isBack = typeof before?.goneAt === 'number'
  if (isBack && chat.member !== null) await stores.outbox.address(chat.member, chat.id, now - WAITING_MS)
  return chat
}

async function memberOf(stores: Stores, chat: ChatRow): Promise<Member | null> {
  if (chat.member === null) return null
  return (await stores.catalog.get()).members.find(one => one.member === chat.member) ?? null
}

async function notice(parts: TurnParts, stores: Stores, about: SystemNotice): Promise<Message> {
  return saySystem(about, { words: parts.words, sample: await isSample(stores) })
}

function chatKey(chat: ChatRow): string {
  return String(chat.id)
}
