import type { Member } from '../core/member.ts'
import { momentAt } from '../core/moment.ts'
import type { ChatRow, Database, InboxRow, Stores } from '../db/stores.ts'
import type { Words } from '../i18n/words.ts'
import type { Clock } from '../lib/clock.ts'
import type { Message } from '../lib/message.ts'
import { saySystem } from '../replies/say-system.ts'
import { applyAlertAction } from './alert-actions.ts'
import { newConversation, recall } from './conversation.ts'
import type { Conversation } from './conversation.ts'
import { converse } from './converse.ts'
import type { Effect, Turn } from './turn.ts'
import { codeIn, useCode } from './invites.ts'
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
}

/**
 * Answers one stored message: who asks → question → answer → reply. The reply, the conversation and everything that
 * the turn changes are stored in one transaction with the message being done; sending is the outbox's business.
 */
export async function takeTurn(parts: TurnParts, row: InboxRow): Promise<void> {
  const { db, clock } = parts
  const chat = await db.write(async stores => await stores.chats.touch(row.channel, row.address))
  const member = await memberOf(db.read, chat)
  if (!row.private) return await finish(parts, row, chat, notice(parts, { about: 'groupChat' }))
  if (!member) return await strangerTurn(parts, row, chat)
  if (row.text.trim() === '') return await finish(parts, row, chat, notice(parts, { about: 'unsupported' }))
  const stored = await db.read.conversations.get(chatKey(chat))
  const turn = await converse({
    stores: db.read,
    words: parts.words,
    timeZone: parts.timeZone,
    member,
    text: row.text,
    moment: momentAt(clock.now(), parts.timeZone),
    conversation: recall(stored, clock.now()),
    sample: await isSample(db.read),
  })
  parts.counted?.(turn)
  await finish(parts, row, chat, turn.message, {
    member,
    conversation: turn.conversation,
    effects: turn.effects,
  })
}

/** Answers with an apology, when a turn failed: a message is never left without a word. */
export async function apologise(parts: TurnParts, row: InboxRow): Promise<void> {
  const chat = await parts.db.write(async stores => await stores.chats.touch(row.channel, row.address))
  await finish(parts, row, chat, notice(parts, { about: 'failed' }))
}

/** Applies what a turn changes. */
export async function applyEffects(
  stores: Stores,
  member: Member,
  effects: readonly Effect[],
  now: number,
): Promise<void> {
  for (const effect of effects) {
    switch (effect.do) {
      case 'subscribe':
        await stores.subscriptions.set(member.member, effect.kind, effect.active, now)
        break
      case 'alerts':
        await applyAlertAction(stores, effect.action, member, now)
        break
      case 'keep_unanswered':
        await stores.unanswered.add(effect.text, now)
        break
    }
  }
}

/** Whether the database holds the sample province. */
export async function isSample(stores: Stores): Promise<boolean> {
  return (await stores.settings.get('sample')) === '1'
}

async function strangerTurn(parts: TurnParts, row: InboxRow, chat: ChatRow): Promise<void> {
  const code = codeIn(row.text)
  if (code === null) return await finish(parts, row, chat, notice(parts, { about: 'stranger' }))
  const message = await parts.db.write(async stores => await link(parts, stores, chat, code))
  await finish(parts, row, chat, message, null, chat.id)
}

async function link(parts: TurnParts, stores: Stores, chat: ChatRow, code: string): Promise<Message> {
  const now = parts.clock.now()
  const outcome = await useCode(stores, chat, code, now)
  if (outcome.outcome === 'wrong_code') return notice(parts, { about: 'wrongCode' })
  if (outcome.outcome === 'too_many')
    return notice(parts, { about: 'tooManyCodes', minutes: WRONG_CODE_MINUTES })
  await stores.outbox.address(outcome.member, chat.id, now - WAITING_MS)
  const { members, units } = await stores.catalog.get()
  const member = members.find(one => one.member === outcome.member)
  const unit = units.find(one => one.code === member?.unit)
  const sample = await isSample(stores)
  const said = { about: 'linked', name: member?.name ?? outcome.member, unit: unit?.name ?? '' } as const
  return saySystem(said, { words: parts.words, sample })
}

async function finish(
  parts: TurnParts,
  row: InboxRow,
  chat: ChatRow,
  message: Message,
  turn: { member: Member; conversation: Conversation; effects: readonly Effect[] } | null = null,
  newlyLinked: number | null = null,
): Promise<void> {
  const now = parts.clock.now()
  await parts.db.write(async stores => {
    if (turn) await applyEffects(stores, turn.member, turn.effects, now)
    const conversation = turn?.conversation ?? newConversation
    if (turn || newlyLinked !== null)
      await stores.conversations.put(chatKey(chat), JSON.stringify(conversation), now)
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
  })
}

async function memberOf(stores: Stores, chat: ChatRow): Promise<Member | null> {
  if (chat.member === null) return null
  return (await stores.catalog.get()).members.find(one => one.member === chat.member) ?? null
}

function notice(parts: TurnParts, about: Parameters<typeof saySystem>[0]): Message {
  return saySystem(about, { words: parts.words, sample: false })
}

function chatKey(chat: ChatRow): string {
  return String(chat.id)
}
