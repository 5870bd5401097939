import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import type { Actor } from '../stores/audit.ts'
import { DatabaseBusyError } from '../stores/database.ts'
import type { Stores } from '../stores/database.ts'
import type { createCache } from './cache.ts'
import { connect } from './connection.ts'
import { createStores } from './create-stores.ts'

/** So long whoever finds the lock taken waits before trying again. */
export const PAUSE_MS = 10
/** About 30 s: longer than any import of another process. */
const TRIES = 3000

/** The one connection that writes, and what is known of its transaction. */
export interface Writer {
  client: Sqlite.Database
  stores: Stores
  cache: ReturnType<typeof createCache>
  /** Who does what is written now. */
  actor: Actor
  /** Whether the last writing failed on the disk. */
  failing: boolean
  inside: AsyncLocalStorage<{ running: boolean }>
}

export function createWriter(client: Sqlite.Database, cache: Writer['cache'], actor: Actor): Writer {
  const stores = createStores(connect(client), cache.forWriter, () => writer.actor)
  const writer: Writer = {
    client,
    stores,
    cache,
    actor,
    failing: false,
    inside: new AsyncLocalStorage<{ running: boolean }>(),
  }
  return writer
}

/** Takes the write lock, waiting without blocking the process while another process holds it. */
export async function begin({ client }: Writer, isLate: () => boolean): Promise<void> {
  for (let tries = 1; ; tries++) {
    if (isLate()) throw new DatabaseBusyError()
    try {
      client.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      const busy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || tries >= TRIES) throw error
      await delay(PAUSE_MS)
    }
  }
}

/** Ends the transaction as it should. */
export function finish(writer: Writer, end: 'COMMIT' | 'ROLLBACK'): void {
  writer.client.exec(end)
  writer.failing = false
  writer.cache.settle(end === 'COMMIT')
}

/** Takes back what was written, and notes whether the disk was at fault. */
export function takeBack(writer: Writer, error: unknown): void {
  if (writer.client.inTransaction) writer.client.exec('ROLLBACK')
  noteFailure(writer, error)
}

/** What a part that failed leaves behind in memory: nothing of what it had read. */
export function noteFailure(writer: Writer, error: unknown): void {
  writer.failing ||= isOfDisk(error)
  writer.cache.settle(false)
}

/** Runs the work with the stores, in the name of the actor; `write` inside it is refused. */
export async function within<T>(
  writer: Writer,
  actor: Actor,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const scope = { running: true }
  writer.actor = actor
  try {
    return await writer.inside.run(scope, () => work(writer.stores))
  } finally {
    scope.running = false
  }
}

/** The disk is full, gone or damaged. */
function isOfDisk(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN)/.test(error.code)
  )
}
