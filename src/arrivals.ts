import type { Guard } from './channels/channel.ts'
import type { ArrivalRow } from './db/stores/arrivals.ts'
import { DatabaseBusyError } from './db/stores/database.ts'
import type { Database } from './db/stores/database.ts'
import { errorName } from './lib/error-name.ts'
import type { Log } from './lib/log.ts'
import { onceMore } from './lib/once-more.ts'
import type { Timer } from './lib/timer.ts'

/** The way from what the front has kept into the inbox. */
export interface Arrivals {
  /** From now on; the channels take what is theirs. */
  open(): void
  /** Hands over all that was kept; resolves when nothing is left, or when it is tried again later. */
  drain(): Promise<void>
  /** Hands over nothing more, and waits for what is under way: the rest is kept. */
  stop(): Promise<void>
}

const BATCH = 100
const AGAIN_MS = 1_000
/** What fails so often, though the database does not, is a fault of ours: it is left out, so that others are not held up. */
const MOST_TRIES = 5

/** Hands what the front has kept to the channels, in order. Killed in between, it does so again: an update is known by its id. */
export function createArrivals(parts: {
  db: Database
  log: Log
  timer: Timer
  guards: readonly Guard[]
}): Arrivals {
  const { db, log, timer } = parts
  const guards = new Map(parts.guards.map(guard => [guard.channel, guard]))
  const tries = new Map<number, number>()
  const stopping = new AbortController()
  const gate = { isOpen: false }

  /** Whether the row is done with. */
  async function handOver({ id, channel, body }: ArrivalRow): Promise<boolean> {
    try {
      const guard = guards.get(channel)
      if (guard === undefined) log.warn({ channel }, 'what arrived for a channel that is no more is left out')
      await guard?.take(body)
      return true
    } catch (error) {
      const count = (tries.get(id) ?? 0) + (error instanceof DatabaseBusyError ? 0 : 1)
      tries.set(id, count)
      const fields = { channel, error: errorName(error) }
      log.error(fields, count < MOST_TRIES ? 'an update could not be kept yet' : 'an update is left out')
      return count >= MOST_TRIES
    }
  }

  async function all(): Promise<void> {
    while (gate.isOpen && !stopping.signal.aborted) {
      const rows = await db.read.arrivals.oldest(BATCH)
      if (rows.length === 0) return
      const ended = await Promise.all(rows.map(async row => ((await handOver(row)) ? [row.id] : [])))
      const ids = ended.flat()
      if (ids.length > 0) await db.writeTogether(async ({ arrivals }) => await arrivals.done(ids))
      for (const id of ids) tries.delete(id)
      if (ids.length < rows.length) throw new DatabaseBusyError()
    }
  }

  const drain = onceMore(async () => {
    await all().catch((error: unknown) => {
      log.error({ error: errorName(error) }, 'what arrived waits for the database')
      void timer.wait(AGAIN_MS, stopping.signal).then(async () => await drain())
    })
  })

  return {
    open: () => void (gate.isOpen = true),
    drain,
    async stop() {
      stopping.abort()
      await drain()
    },
  }
}
