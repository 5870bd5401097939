import type { Database as Client } from 'better-sqlite3'
import { readMigrationFiles } from './drizzle.ts'

/** The database was written by a later release than this one: using it could damage it. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
  readonly path: string

  constructor(path: string) {
    super(`${path} was written by a newer release; install that release, or restore a backup`)
    this.path = path
  }
}

/**
 * Brings the database up to the newest migration of the folder, in one transaction that waits for other processes:
 * of two that start at once, one migrates and the other finds it done. Keeps drizzle's own journal table.
 */
export function migrate(client: Client, folder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  const newest = newestOf(migrations)
  const reached = migratedTo(client)
  if (reached > newest) throw new NewerDatabaseError(client.name)
  if (reached === newest) return
  client.exec('BEGIN IMMEDIATE')
  try {
    client.exec(
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
    )
    const from = migratedTo(client)
    for (const migration of migrations.filter(each => each.folderMillis > from)) {
      for (const statement of migration.sql) client.exec(statement)
      client
        .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
        .run(migration.hash, migration.folderMillis)
    }
    client.exec('COMMIT')
  } catch (error) {
    if (client.inTransaction) client.exec('ROLLBACK')
    throw error
  }
}

/** When the newest migration of this release was made. */
export function newestMigration(folder: string): number {
  return newestOf(readMigrationFiles({ migrationsFolder: folder }))
}

function newestOf(migrations: readonly { folderMillis: number }[]): number {
  return migrations.at(-1)?.folderMillis ?? 0
}

/** When the newest migration of the database was made; 0 for a database without any. */
export function migratedTo(client: Client): number {
  const known = client.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get()
  if (known === undefined) return 0
  const last = client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get()
  return Number(last ?? 0)
}
