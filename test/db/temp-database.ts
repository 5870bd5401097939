import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'

/** A folder of its own for the running test, removed when it ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty, migrated database in a file of its own, closed when the test ends. */
export function tempDatabase(): { db: Database; path: string } {
  const path = join(tempFolder(), 'test.db')
  const db = openSqlite(`file:${path}`)
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
