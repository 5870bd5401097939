import type { Scene } from '../answers/scene.ts'
import type { Abilities } from '../channels/channel.ts'
import { DAY_MS } from '../core/durations.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { ChatRow } from '../db/stores/chats.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Words } from '../i18n/words.ts'
import type { Log } from '../lib/log.ts'
import type { Message } from '../lib/message.ts'
import { identityOf } from './links.ts'
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
  /** Who may read it, where it tells what nobody else may: a changed name, role or unit is another person. */
  reader?: Member
}

/** Queues a message into the chat itself, for its person of this moment: under another link it is not sent any more. */
export async function putInto(
  { id, member, linkedAt }: Pick<ChatRow, 'id' | 'member' | 'linkedAt'>,
  { outbox }: Pick<Stores, 'outbox'>,
  { key, message, at, notBefore = at, reader }: Put,
): Promise<void> {
  const facts = storeMessage(message, { linkedAt, identity: reader ? identityOf(reader) : null })
  await outbox.add({ key, topic: 'reply', facts, member, chat: id, notBefore, createdAt: at })
}

/** Keeps the reply, and the message as answered; `reader`: who alone may read it. */
export async function reply(
  stores: Pick<Stores, 'outbox' | 'inbox'>,
  { row, chat, scene }: Arrived,
  message: Message,
  reader?: Member,
): Promise<void> {
  const { at } = scene.moment
  await putInto(chat, stores, { key: `reply:${row.id}`, message, at, ...(reader && { reader }) })
  await stores.inbox.done(row.id, at)
}

/** The key of the chat's conversation. */
export function chatKey(chat: ChatRow): string {
  return String(chat.id)
}
