import { setImmediate as letIn } from 'node:timers/promises'
import type { Receive } from '../channels/channel.ts'
import type { Database } from '../db/stores/database.ts'
import type { InboxRow } from '../db/stores/inbox.ts'
import type { Clock } from '../lib/clock.ts'
import { errorName } from '../lib/error-name.ts'
import type { Log } from '../lib/log.ts'
import { systemTimer, type Timer } from '../lib/timer.ts'
import { saySystem } from '../replies/say-system.ts'
import type { Admission } from './flood-guard.ts'
import { createInboxDoor } from './inbox-door.ts'
import { apologise, takeTurn } from './take-turn.ts'
import type { TurnParts } from './arrived.ts'

/** So many chats are looked at in one round. */
const ROUND = 50
/** So many turns run at once: while one draws a picture, others are answered. */
const AT_ONCE = 4
const AFTER_ERROR_MS = 1_000

export interface InboxWorker {
  /** Keeps a message that arrived; resolves once it is stored. A known one is kept once. */
  receive: Receive
  /** Answers what is stored and not answered yet; resolves when nothing is left. */
  drain(): Promise<void>
  /** Answers no more; waits for the turns that are running. What is not answered stays stored. */
  stop(): Promise<void>
}

export interface InboxParts extends TurnParts {
  db: Database
  clock: Clock
  timer?: Timer
  log: Log
  /** Called when a member's turn begins, to show "typing…". */
  began: (row: InboxRow) => void
  /** Called when a reply was stored. */
  replied: () => void
  /** How long a turn took, seconds. */
  timed: (seconds: number) => void
  /** Counts what arrived. */
  received?: (channel: string, outcome: Admission | 'known') => void
}

/**
 * Answers stored messages, chats in turn: a chat gets its next answer when every other one that waits got one, and never
 * two at a time. When the database fails, it is tried again until it works.
 */
export function createInboxWorker(parts: InboxParts): InboxWorker {
  const { db, clock, log, words, timer = systemTimer } = parts
  const stopping = new AbortController()
  const underway = new Map<string, Promise<void>>()
  let running: Promise<void> = Promise.resolve()
  let failure: unknown = null

  async function rounds(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rows = await db.read.inbox.pending(ROUND)
      if (rows.length === 0) return
      for (const row of rows) {
        if (stopping.signal.aborted || failure !== null) break
        while (underway.size >= AT_ONCE) await Promise.race(underway.values())
        start(row)
      }
      await Promise.all(underway.values())
      if (failure !== null) throw failure
    }
  }

  function start(row: InboxRow): void {
    const key = `${row.channel}/${row.address}`
    const going = answer(parts, row)
      .catch((error: unknown) => void (failure = error))
      .finally(() => underway.delete(key))
    underway.set(key, going)
  }

  function drain(): Promise<void> {
    running = running.then(rounds).catch(async (error: unknown) => {
      failure = null
      log.error({ error: errorName(error) }, 'the inbox could not be read or written; it is tried again')
      void timer
        .wait(AFTER_ERROR_MS, stopping.signal)
        .then(() => (stopping.signal.aborted ? undefined : drain()))
    })
    return running
  }

  return {
    receive: createInboxDoor({
      db,
      clock,
      patience: async () =>
        saySystem({ about: 'tooFast' }, { words, sample: (await db.read.settings.get('sample')) === '1' }),
      kept: () => {
        parts.replied()
        void drain()
      },
      ...(parts.received && { received: parts.received }),
    }),
    drain,
    async stop() {
      stopping.abort()
      await running
      await Promise.all(underway.values())
    },
  }
}

/** Answers one message. Rejects when not even an apology could be stored. */
async function answer(parts: InboxParts, row: InboxRow): Promise<void> {
  const { db, clock, log } = parts
  // A turn hardly ever waits for anything outside: without a pause nothing would be let in until all are answered.
  await letIn()
  const began = clock.now()
  if (row.private && (await db.read.chats.find(row.channel, row.address))?.member) parts.began(row)
  try {
    await takeTurn(parts, row)
  } catch (error) {
    log.error({ inbox: row.id, channel: row.channel, err: error }, 'a turn failed')
    await apologise(parts, row)
  }
  parts.timed((clock.now() - began) / 1_000)
  parts.replied()
}
