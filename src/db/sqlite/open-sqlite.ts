import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type Sqlite from 'better-sqlite3'
import { type BroughtBack, settleRestored } from './after-restore.ts'
import { copyTo, keptAs, putBack } from './copies.ts'
import type { RestoreProblem } from './copies.ts'
import { migrate, newestMigration } from './migrate.ts'
import { pathOf } from './path-of.ts'
import { connect, connectReader, connectWriter } from './connection.ts'
import { createStores } from './create-stores.ts'
import { createCache } from './cache.ts'
import { createDurable } from './durable.ts'
import { STORED } from './stored.ts'
import { createTransactions, type Work } from './transactions.ts'
import { PAUSE_MS } from './writer.ts'
import type { Actor } from '../stores/audit.ts'
import type { Database } from '../stores/database.ts'
import { systemClock } from '../../lib/clock.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))
const SERVICE: Actor = { name: 'service', chat: null }
/**
 * Between two parts, at least: longer than another process pauses before it tries again for the lock. On a slow machine
 * as long as the part took, so that the lock is free for half of the time.
 */
const OTHERS_TURN_MS = 2 * PAUSE_MS
const OTHERS_LONGEST_TURN_MS = 500
/** So long a health check waits for the write lock. */
const PING_MS = 1_000

/**
 * Opens the database at `file:PATH` (relative to the working directory), making the folder and the tables where they
 * are missing. Reads go through one connection that cannot write and see only what is committed; writes go through
 * another, one transaction at a time. Throws when the path cannot be used, or was written by a newer release.
 * `opener` is who does what is written, where a write does not say; `disk` is how what was written gets there for good.
 */
export function openSqlite(url: string, opener: Actor = SERVICE, disk = createDurable): Database {
  const path = pathOf(url)
  mkdirSync(dirname(path), { recursive: true })
  const writeClient = connectWriter(path)
  const readClient = prepare(writeClient, path)
  const cache = createCache()
  const read = createStores(connect(readClient), cache.forReaders, () => opener)
  const durable = disk(`${path}-wal`)
  const transactions = createTransactions(writeClient, { cache, durable, opener })
  // Figures that are not whole yet may name units that come with the last of them.
  const brokenLinks = readClient
    .prepare<[], number>(
      `SELECT count(*) FROM pragma_foreign_key_check AS link WHERE NOT
        (link."table" = 'observation' AND link.rowid IN (SELECT id FROM observation WHERE NOT (${STORED})))`,
    )
    .pluck()

  return {
    read,
    write: (work, by) => transactions.run(work, { end: 'COMMIT', by }),
    writeTogether: (work, terms = {}) => transactions.join(work, terms),
    async writeEach(parts, work) {
      for (const part of parts) {
        let took = 0
        const timed: Work<void> = async stores => {
          const began = systemClock.now()
          await work(stores, part)
          took = systemClock.now() - began
        }
        await transactions.run(timed, { end: 'COMMIT', isPart: true })
        await delay(Math.min(Math.max(OTHERS_TURN_MS, took), OTHERS_LONGEST_TURN_MS))
      }
    },
    onCopy: async work => await onCopy(readClient, opener, work),
    rehearse: work => transactions.run(work, { end: 'ROLLBACK' }),
    async ping(doubted = false) {
      readClient.prepare('SELECT value FROM revision LIMIT 1').get()
      // A full disk shows only when something is written: after a failure it is tried.
      const broken = doubted || transactions.failing()
      const look: Work<void> = async ({ pace }) => (broken ? await pace.put('ping', 0) : undefined)
      await transactions.run(look, { end: 'COMMIT', patienceMs: PING_MS })
    },
    async backup(file) {
      await copyTo(readClient, file)
    },
    async faults() {
      const found = readClient.pragma('integrity_check')
      const texts = Array.isArray(found) ? found.map((row: object) => String(Object.values(row)[0])) : []
      const broken = brokenLinks.get() ?? 0
      return [...texts.filter(text => text !== 'ok'), ...(broken > 0 ? [`foreign keys: ${broken}`] : [])]
    },
    close() {
      durable.close()
      readClient.close()
      writeClient.close()
    },
  }
}

async function onCopy<T>(
  client: Sqlite.Database,
  opener: Actor,
  work: (copy: Database) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-copy-'))
  try {
    const path = join(folder, 'copy.db')
    await copyTo(client, path)
    const copy = openSqlite(`file:${path}`, opener)
    try {
      return await work(copy)
    } finally {
      copy.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** When the newest migration of this release was made, milliseconds: tells one shape of the tables from another. */
export function sqliteSchema(): number {
  return newestMigration(MIGRATIONS)
}

/** Puts a copy in the place of the database that the URL names, and ends what waits in it as it had ended there. */
export async function restoreSqlite(file: string, url: string): Promise<RestoreProblem | BroughtBack> {
  const path = pathOf(url)
  mkdirSync(dirname(path), { recursive: true })
  const replaced = existsSync(path) ? keptAs(path) : null
  const problem = await putBack(file, path, sqliteSchema())
  if (problem !== null) return problem
  const client = connectWriter(path)
  try {
    migrate(client, MIGRATIONS)
    return settleRestored(client, replaced)
  } finally {
    client.close()
  }
}

/** Migrates, and opens the reader; closes what it was given when either fails. */
function prepare(writeClient: Sqlite.Database, path: string): Sqlite.Database {
  try {
    migrate(writeClient, MIGRATIONS)
    // From here on waiting is done by transactions, which lets the event loop turn.
    writeClient.pragma('busy_timeout = 0')
    return connectReader(path)
  } catch (error) {
    writeClient.close()
    throw error
  }
}
