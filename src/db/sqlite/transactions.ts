import type Sqlite from 'better-sqlite3'
import type { Actor } from '../stores/audit.ts'
import { DatabaseBusyError } from '../stores/database.ts'
import type { Stores } from '../stores/database.ts'
import type { createCache } from './cache.ts'
import type { Durable } from './durable.ts'
import { serial } from './serial.ts'
import { createGathering } from './together.ts'
import { begin, createWriter, finish, takeBack, within, type Writer } from './writer.ts'

export type Work<T> = (stores: Stores) => Promise<T>

/** How a transaction ends when nothing was thrown, who does it, and how long its turn is waited for. */
export interface Terms {
  end: 'COMMIT' | 'ROLLBACK'
  by?: Actor | undefined
  patienceMs?: number | undefined
  /** One of several parts: what it refers to may come with the last of them, which brings all to the disk. */
  isPart?: boolean
}

export interface Transactions {
  /** Runs the work as one transaction, after those that were asked for before; rejects with what it threw, and keeps nothing then. */
  run<T>(work: Work<T>, terms: Terms): Promise<T>
  /** The same, committed together with what else is asked for at about the same time. */
  join<T>(work: Work<T>, terms: Pick<Terms, 'by' | 'patienceMs'>): Promise<T>
  /** Whether the last writing failed on the disk. */
  failing(): boolean
}

/** Transactions on the one connection that writes. `opener` is who does what is written, where the terms do not say. */
export function createTransactions(
  client: Sqlite.Database,
  { cache, durable, opener }: { cache: ReturnType<typeof createCache>; durable: Durable; opener: Actor },
): Transactions {
  const writer = createWriter(client, cache, opener)
  const enqueue = serial()
  const gather = createGathering(writer, { enqueue, durable })

  function forbidInside(): void {
    if (writer.inside.getStore()?.running)
      throw new Error('write() inside write(): use the stores that the outer one was given')
  }

  return {
    async run(work, { end, by = opener, patienceMs, isPart = false }) {
      forbidInside()
      const once = (late?: AbortSignal) =>
        alone(writer, async () => await within(writer, by, work), end, late)
      const turn = (late?: AbortSignal) =>
        isPart ? withoutReferences(client, async () => await once(late)) : once(late)
      const result = await inTime(patienceMs, late => enqueue(() => turn(late)))
      if (end === 'COMMIT' && !isPart) await durable.reached()
      return result
    },
    async join(work, { by = opener, patienceMs }) {
      forbidInside()
      const joined = (late?: AbortSignal) =>
        new Promise<Awaited<ReturnType<typeof work>>>((resolve, failed) => {
          const told = async (stores: Stores) => {
            const result = await work(stores)
            return () => resolve(result)
          }
          gather({ work: told, by, failed, ...(late && { late }) })
        })
      return await inTime(patienceMs, joined)
    },
    failing: () => writer.failing,
  }
}

/** What a transaction refers to is not looked for; that can be said only outside of it. */
async function withoutReferences<T>(client: Sqlite.Database, transaction: () => Promise<T>): Promise<T> {
  client.pragma('foreign_keys = OFF')
  try {
    return await transaction()
  } finally {
    client.pragma('foreign_keys = ON')
  }
}

/** One transaction for the work alone. */
async function alone<T>(
  writer: Writer,
  work: () => Promise<T>,
  end: Terms['end'],
  late?: AbortSignal,
): Promise<T> {
  await begin(writer, () => late?.aborted === true)
  try {
    // Records may name others that come later in the same transaction.
    writer.client.pragma('defer_foreign_keys = ON')
    const result = await work()
    finish(writer, end)
    return result
  } catch (error) {
    takeBack(writer, error)
    throw error
  }
}

/** Gives up waiting for what has not begun in time; what has begun is waited for. Without a time: waits. */
async function inTime<T>(ms: number | undefined, work: (late?: AbortSignal) => Promise<T>): Promise<T> {
  if (ms === undefined) return await work()
  const late = new AbortController()
  const running = work(late.signal)
  const { promise: givenUp, reject } = Promise.withResolvers<never>()
  const timeout = setTimeout(() => {
    late.abort(TOO_LATE)
    reject(new DatabaseBusyError())
  }, ms)
  return await Promise.race([running, givenUp]).finally(() => clearTimeout(timeout))
}

/** Why nobody waits any more. An error made for each would cost more than the wait. */
const TOO_LATE = 'too late'
