import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { copyTo, putBack } from './copies.ts'
import type { RestoreProblem } from './copies.ts'
import { migrate, newestMigration } from './migrate.ts'
import { serial } from './serial.ts'
import { connect, connectReader, connectWriter } from './connection.ts'
import { createStores } from './create-stores.ts'
import { createCache } from './cache.ts'
import type { Actor } from '../stores/audit.ts'
import { DatabaseBusyError } from '../stores/database.ts'
import type { Database, Stores } from '../stores/database.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))
const SERVICE: Actor = { name: 'service', chat: null }
const PAUSE_MS = 10
/** About 30 s: longer than any import of another process. */
const TRIES = 3000
/** So long a health check waits for the write lock. */
const PING_MS = 1_000

/**
 * Opens the database at `file:PATH` (relative to the working directory), making the folder and the tables where they
 * are missing. Reads go through one connection that cannot write and see only what is committed; writes go through
 * another, one transaction at a time. Throws when the path cannot be used, or was written by a newer release.
 * `opener` is who does what is written, where a write does not say.
 */
export function openSqlite(url: string, opener: Actor = SERVICE): Database {
  const path = pathOf(url)
  mkdirSync(dirname(path), { recursive: true })
  const writeClient = connectWriter(path)
  const readClient = prepare(writeClient, path)
  const cache = createCache()
  let actor = opener
  const read = createStores(connect(readClient), cache.forReaders, () => opener)
  const stores = createStores(connect(writeClient), cache.forWriter, () => actor)
  const enqueue = serial()
  const inside = new AsyncLocalStorage<{ running: boolean }>()
  /** Whether the last writing failed on the disk. */
  let failing = false

  const transact = <T>(
    work: (given: Stores) => Promise<T>,
    end: 'COMMIT' | 'ROLLBACK',
    by = opener,
    patienceMs?: number,
  ): Promise<T> => {
    if (inside.getStore()?.running) {
      return Promise.reject(new Error('write() inside write(): use the stores that the outer one was given'))
    }
    const turn = async (late?: AbortSignal) => {
      await begin(writeClient, late)
      const scope = { running: true }
      actor = by
      try {
        const result = await inside.run(scope, () => work(stores))
        writeClient.exec(end)
        failing = false
        cache.settle(end === 'COMMIT')
        return result
      } catch (error) {
        if (writeClient.inTransaction) writeClient.exec('ROLLBACK')
        failing ||= isOfDisk(error)
        cache.settle(false)
        throw error
      } finally {
        scope.running = false
      }
    }
    return inTime(patienceMs, late => enqueue(() => turn(late)))
  }

  return {
    read,
    write: (work, by) => transact(work, 'COMMIT', by),
    writeSoon: (work, patienceMs) => transact(work, 'COMMIT', opener, patienceMs),
    rehearse: work => transact(work, 'ROLLBACK'),
    async ping() {
      readClient.prepare('SELECT value FROM revision LIMIT 1').get()
      // A full disk shows only when something is written: after a failure it is tried.
      const broken = failing
      await transact(
        async ({ pace }) => (broken ? await pace.put('ping', 0) : undefined),
        'COMMIT',
        opener,
        PING_MS,
      )
    },
    async backup(file) {
      await copyTo(readClient, file)
    },
    async faults() {
      const found = readClient.pragma('integrity_check')
      const texts = Array.isArray(found) ? found.map((row: object) => String(Object.values(row)[0])) : []
      const broken = readClient.pragma('foreign_key_check')
      const links = Array.isArray(broken) && broken.length > 0 ? [`foreign keys: ${broken.length}`] : []
      return [...texts.filter(text => text !== 'ok'), ...links]
    },
    close() {
      readClient.close()
      writeClient.close()
    },
  }
}

/** When the newest migration of this release was made, milliseconds: tells one shape of the tables from another. */
export function sqliteSchema(): number {
  return newestMigration(MIGRATIONS)
}

/** Puts a copy in the place of the database that the URL names. */
export async function restoreSqlite(file: string, url: string): Promise<RestoreProblem | null> {
  const path = pathOf(url)
  mkdirSync(dirname(path), { recursive: true })
  return await putBack(file, path, sqliteSchema())
}

/** The file of a database that the URL names. */
export function pathOf(url: string): string {
  const path = /^file:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1]
  if (path === undefined) throw new Error(`a database is given as file:PATH, not ${url.split(':')[0]}:…`)
  return path
}

/** Migrates, and opens the reader; closes what it was given when either fails. */
function prepare(writeClient: Sqlite.Database, path: string): Sqlite.Database {
  try {
    migrate(writeClient, MIGRATIONS)
    // From here on waiting is done by `begin`, which lets the event loop turn.
    writeClient.pragma('busy_timeout = 0')
    return connectReader(path)
  } catch (error) {
    writeClient.close()
    throw error
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
