import type { Incoming, Receive } from '../channels/channel.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { NewInboxRow } from '../db/stores/inbox.ts'
import type { Clock } from '../lib/clock.ts'
import type { Message } from '../lib/message.ts'
import { type Admission, createFloodGuard, type FloodGuard } from './flood-guard.ts'
import { putInto } from './arrived.ts'

export interface DoorParts {
  db: Pick<Database, 'writeTogether'>
  clock: Clock
  /** What a chat is told that sends more than can be answered. */
  patience: () => Promise<Message>
  /** Something was kept that waits for its answer. */
  kept: () => void
  /** Somebody was asked to be patient. */
  told: () => void
  /** Counts what arrived. */
  received?: (channel: string, outcome: Admission | 'known') => void
}

/** A platform that waits for its webhook's answer has given up after two seconds: it is told before that to send again. */
const PATIENCE_MS = 1_500
/** So many messages are kept in one transaction. */
const BATCH = 200

interface Waiting {
  incoming: Incoming
  kept: () => void
  failed: (error: unknown) => void
}

/**
 * Where messages arrive: each is kept once, those that arrive together in one transaction. Resolves once the message is
 * kept; rejects, soon, when the database is busy or fails, so that the platform sends it again.
 */
export function createInboxDoor(parts: DoorParts): Receive {
  const guard = createFloodGuard()
  const waiting: Waiting[] = []
  let writing = false

  async function keepAll(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      try {
        const now = parts.clock.now()
        const outcomes = await parts.db.writeTogether(
          async stores => {
            const came: (Admission | 'known')[] = []
            for (const { incoming } of batch) came.push(await keep(stores, parts, { incoming, now, guard }))
            return came
          },
          { patienceMs: PATIENCE_MS },
        )
        for (const [at, { incoming, kept }] of batch.entries()) {
          parts.received?.(incoming.channel, outcomes[at] ?? 'known')
          kept()
        }
        if (outcomes.includes('answer')) parts.kept()
        if (outcomes.includes('ask_patience')) parts.told()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    writing = false
  }

  return incoming =>
    new Promise((kept, failed) => {
      waiting.push({ incoming, kept, failed })
      if (!writing) void keepAll()
    })
}

interface Keeping {
  incoming: Incoming
  now: number
  guard: FloodGuard
}

/** Keeps a message once. What comes too fast is kept as answered: the platform need not send it again. */
async function keep(
  stores: Pick<Stores, 'inbox' | 'chats' | 'outbox'>,
  { patience }: Pick<DoorParts, 'patience'>,
  { incoming, now, guard }: Keeping,
): Promise<Admission | 'known'> {
  const { channel, address } = incoming
  const id = await stores.inbox.add(rowOf(incoming, now))
  if (id === null) return 'known'
  await stores.chats.seen(channel, address, now)
  const unanswered = await stores.inbox.waitingIn(channel, address)
  const admission = guard.admit(`${channel}/${address}`, now, unanswered)
  if (admission === 'answer') return admission
  await stores.inbox.done(id, now)
  const chat = await stores.chats.find(channel, address)
  // Strangers are not asked for patience: they have been told all that they can be told.
  if (admission === 'silence' || !chat?.member) return 'silence'
  await putInto(chat, stores, { key: `reply:${id}`, message: await patience(), at: now })
  return admission
}

function rowOf(incoming: Incoming, receivedAt: number): NewInboxRow {
  const { private: isPrivate, sender = null, ...told } = incoming
  return { ...told, sender, private: isPrivate, receivedAt }
}
