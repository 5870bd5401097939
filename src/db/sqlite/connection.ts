import Sqlite from 'better-sqlite3'
import { drizzle } from './drizzle.ts'

/** One open connection: drizzle's query builder, and under `$client` the driver for statements that must be fast. */
export type Connection = ReturnType<typeof connect>

/** Connection that may write. It never waits inside the driver, which would stop the whole process: see open-sqlite.ts. */
export function connectWriter(path: string) {
  const client = new Sqlite(path, { timeout: 10_000 })
  client.pragma('journal_mode = WAL')
  // What was promised (an update acknowledged to a platform, a message recorded as sent) survives a power cut: a write is
  // over once its log is on the disk, which is waited for beside the event loop (durable.ts), not here.
  client.pragma('synchronous = NORMAL')
  client.pragma('journal_size_limit = 16000000')
  return client
}

/** Connection that cannot write. */
export function connectReader(path: string) {
  return new Sqlite(path, { readonly: true, timeout: 5_000 })
}

export function connect(client: Sqlite.Database) {
  client.pragma('cache_size = -16000')
  client.pragma('temp_store = MEMORY')
  client.pragma('foreign_keys = ON')
  return drizzle(client)
}
