import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Actor } from './stores/audit.ts'
import type { Database } from './stores/database.ts'

/**
 * Opens the database that the URL names and brings its tables up to date: `file:PATH` is SQLite. Asynchronous, since
 * a server's database is reached over a network. Throws when the URL is of no known kind, when the database cannot be
 * used, or when a newer release wrote it. `opener` is who does what is written; without it, the service.
 */
export async function openDatabase(url: string, opener?: Actor): Promise<Database> {
  return openSqlite(url, opener)
}
