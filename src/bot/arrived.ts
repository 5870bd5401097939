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

/** Keeps the reply, and the message as answered. */
export async function reply(
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

/** The key of the chat's conversation. */
export function chatKey(chat: ChatRow): string {
  return String(chat.id)
}
