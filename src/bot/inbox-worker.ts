import type { Incoming } from '../channels/channel.ts'
import type { Database } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { apologise, takeTurn } from './take-turn.ts'
import type { TurnParts } from './arrived.ts'

const BATCH = 50

export interface InboxWorker {
  /** Keeps a message that arrived; resolves once it is stored. A known one is kept once. */
  receive: (incoming: Incoming) => Promise<void>
  /** Answers what is stored and not answered yet, in order; resolves when nothing is left. */
  drain(): Promise<void>
  /** Answers no more; waits for the turn that is running. What is not answered stays stored. */
  stop(): Promise<void>
}

/** What a worker needs besides what a turn needs. */
type WorkerParts = TurnParts & {
  db: Database
  clock: Clock
  log: Log
  /** Called when a turn begins, to show "typing…". */
  began: (row: InboxRow) => void
  /** Called when a reply was stored. */
  replied: () => void
  /** How long a turn took, seconds. */
  timed: (seconds: number) => void
}

/** Takes stored messages one after the other, so that a chat's turns never overlap. */
export function createInboxWorker(parts: WorkerParts): InboxWorker {
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  const drainOnce = async () => {
    for (;;) {
      const rows = stopped ? [] : await parts.db.read.inbox.pending(BATCH)
      if (rows.length === 0) return
      for (const row of rows) {
        if (stopped) return
        await answer(parts, row)
      }
    }
  }

  const drain = () => {
    running = running.then(drainOnce).catch(error => {
      parts.log.error(
        { err: error },
        'the inbox could not be read or written; it is tried again with the next message',
      )
    })
    return running
  }

  return {
    async receive(incoming) {
      await keep(parts, incoming)
      void drain()
    },
    drain,
    async stop() {
      stopped = true
      await running
    },
  }
}

async function answer(parts: WorkerParts, row: InboxRow): Promise<void> {
  parts.began(row)
  const began = parts.clock.now()
  try {
    await takeTurn(parts, row)
  } catch (error) {
    parts.log.error({ inbox: row.id, channel: row.channel, err: error }, 'a turn failed')
    await apologise(parts, row)
  }
  parts.timed((parts.clock.now() - began) / 1000)
  parts.replied()
}

async function keep({ db, clock }: WorkerParts, incoming: Incoming): Promise<void> {
  const { channel, updateId, address, kind, text, album, messageId, sentAt } = incoming
  const about = { channel, updateId, address, kind, text, album, messageId, sentAt }
  const row = { ...about, private: incoming.private, receivedAt: clock.now() }
  await db.write(async ({ inbox }) => await inbox.add(row))
}
