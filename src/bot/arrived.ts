import type { Scene } from '../answers/scene.ts'
import type { Abilities } from '../channels/channel.ts'
import { DAY_MS } from '../core/durations.ts'
import type { Moment } from '../core/moment.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Words } from '../i18n/words.ts'
import type { Log } from '../lib/log.ts'
import type { Message } from '../lib/message.ts'
import { storeMessage } from './stored-message.ts'
import type { Turn } from './turn.ts'

/** Notices that wait for a member's first chat are still sent when they are not older than this, milliseconds. */
export const WAITING_MS = 14 * DAY_MS

export interface TurnParts {
  db: Database
  words: Words
  /** The moment that it is now. */
  moment: () => Moment
  /** Hears of links that are made and ended. */
  log: Log
  /** Counts what was asked. */
  counted?: (turn: Turn) => void
  /** What the channel of this name can show; unknown, it can show all. */
  can?: (channel: string) => Abilities | undefined
}

/** A stored message, the chat that it came from, and the scene in which it is answered. */
export interface Arrived {
  row: InboxRow
  chat: ChatRow
  scene: Scene
}

/** What is put into a chat: under a key, so that it is put there once, at a moment, later where that is said. */
interface Put {
  key: string
  message: Message
  at: number
  notBefore?: number
}

/** Queues a message into the chat itself, whoever its person is by then. */
export async function putInto(
  { id, member }: Pick<ChatRow, 'id' | 'member'>,
  { outbox }: Pick<Stores, 'outbox'>,
  { key, message, at, notBefore = at }: Put,
): Promise<void> {
  const facts = storeMessage(message)
  await outbox.add({ key, topic: 'reply', facts, member, chat: id, notBefore, createdAt: at })
}

/** Keeps the reply, and the message as answered. */
export async function reply(
  stores: Pick<Stores, 'outbox' | 'inbox'>,
  { row, chat, scene }: Arrived,
  message: Message,
): Promise<void> {
  const { at } = scene.moment
  await putInto(chat, stores, { key: `reply:${row.id}`, message, at })
  await stores.inbox.done(row.id, at)
}

/** The key of the chat's conversation. */
export function chatKey(chat: ChatRow): string {
  return String(chat.id)
}
