import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { inject, onTestFinished } from 'vitest'
import type { createDurable } from '../../src/db/sqlite/durable.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'

/** A folder of its own for the running test, removed when it ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A virtual clock waits for no disk, and no test survives a power cut. */
const NO_DISK: typeof createDurable = () => ({
  reached: async () => undefined,
  close: () => undefined,
})

/** Makes a database once for all tests of this worker; gives the path of the file, to be copied. */
export async function prepared(fill: (db: Database, path: string) => Promise<void>): Promise<string> {
  const path = join(mkdtempSync(join(inject('runFolder'), 'prepared-')), 'prepared.db')
  const db = openSqlite(`file:${path}`, undefined, NO_DISK)
  await fill(db, path)
  db.close()
  return path
}

let empty: string | null = null

/** The path of an empty database that was migrated once for all tests of this worker. */
function emptyDatabase(): string {
  if (empty !== null) return empty
  const path = join(mkdtempSync(join(inject('runFolder'), 'empty-')), 'empty.db')
  openSqlite(`file:${path}`, undefined, NO_DISK).close()
  return (empty = path)
}

/** A migrated database in a file of its own, closed when the test ends: empty, or a copy of the file `from`. */
export function tempDatabase(from = emptyDatabase()): { db: Database; path: string } {
  const path = join(tempFolder(), 'test.db')
  copyFileSync(from, path)
  const db = openSqlite(`file:${path}`, undefined, NO_DISK)
  onTestFinished(() => db.close())
  return { db, path }
}

/** Every row of every table, read by another connection: two equal dumps are the same database. */
export function dump(path: string): Record<string, unknown[]> {
  const client = new Sqlite(path, { readonly: true })
  try {
    const tables = client
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
    return Object.fromEntries(
      tables.map(name => [name, client.prepare(`SELECT * FROM "${name}" ORDER BY 1`).raw().all()]),
    )
  } finally {
    client.close()
  }
}

/** The same as a number of rows and a hash for each table: comparing every row of a whole province takes seconds. */
export function fingerprint(path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(dump(path)).map(([table, rows]) => {
      const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
      return [table, `${rows.length} rows ${hash}`]
    }),
  )
}
