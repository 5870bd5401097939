import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import type { Actor } from '../stores/audit.ts'
import { DatabaseBusyError } from '../stores/database.ts'
import type { Stores } from '../stores/database.ts'
import type { createCache } from './cache.ts'
import { connect } from './connection.ts'
import { createStores } from './create-stores.ts'
import { serial } from './serial.ts'

/** So long whoever finds the lock taken waits before trying again. */
export const PAUSE_MS = 10
/** About 30 s: longer than any import of another process. */
const TRIES = 3000

export type Work<T> = (stores: Stores) => Promise<T>

/** How a transaction ends when nothing was thrown, who does it, and how long its turn is waited for. */
export interface Terms {
  end: 'COMMIT' | 'ROLLBACK'
  by?: Actor | undefined
  patienceMs?: number
}

export interface Transactions {
  /** Runs the work as one transaction, after those that were asked for before; rejects with what it threw, and keeps nothing then. */
  run<T>(work: Work<T>, terms: Terms): Promise<T>
  /** Whether the last writing failed on the disk. */
  failing(): boolean
}

/** Transactions on the one connection that writes. `opener` is who does what is written, where the terms do not say. */
export function createTransactions(
  client: Sqlite.Database,
  cache: ReturnType<typeof createCache>,
  opener: Actor,
): Transactions {
  let actor = opener
  let failing = false
  const stores = createStores(connect(client), cache.forWriter, () => actor)
  const enqueue = serial()
  const inside = new AsyncLocalStorage<{ running: boolean }>()

  async function turn<T>(work: Work<T>, { end, by = opener }: Terms, late?: AbortSignal): Promise<T> {
    await begin(client, late)
    const scope = { running: true }
    actor = by
    try {
      const result = await inside.run(scope, () => work(stores))
      client.exec(end)
      failing = false
      cache.settle(end === 'COMMIT')
      return result
    } catch (error) {
      if (client.inTransaction) client.exec('ROLLBACK')
      failing ||= isOfDisk(error)
      cache.settle(false)
      throw error
    } finally {
      scope.running = false
    }
  }

  return {
    async run(work, terms) {
      if (inside.getStore()?.running)
        throw new Error('write() inside write(): use the stores that the outer one was given')
      return await inTime(terms.patienceMs, late => enqueue(() => turn(work, terms, late)))
    },
    failing: () => failing,
  }
}

/** Takes the write lock, waiting without blocking the process while another process holds it. */
async function begin(client: Sqlite.Database, late?: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries++) {
    if (late?.aborted) throw new DatabaseBusyError()
    try {
      client.exec('BEGIN IMMEDIATE')
      // Records may name others that come later in the same transaction.
      client.pragma('defer_foreign_keys = ON')
      return
    } catch (error) {
      const busy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || tries >= TRIES) throw error
      await delay(PAUSE_MS)
    }
  }
}

/** Gives up waiting for what has not begun in time; what has begun is waited for. Without a time: waits. */
async function inTime<T>(ms: number | undefined, work: (late?: AbortSignal) => Promise<T>): Promise<T> {
  if (ms === undefined) return await work()
  const late = AbortSignal.timeout(ms)
  const running = work(late)
  const { promise: givenUp, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(new DatabaseBusyError())
  late.addEventListener('abort', giveUp)
  return await Promise.race([running, givenUp]).finally(() => late.removeEventListener('abort', giveUp))
}

/** The disk is full, gone or damaged. */
function isOfDisk(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN)/.test(error.code)
  )
}
