import { closeSync, fdatasyncSync, openSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { systemClock } from '../../lib/clock.ts'
import type { ArrivalKeeper } from '../stores/arrivals.ts'
import { DatabaseBusyError } from '../stores/database.ts'

/** Whoever finds the lock taken looks again so soon: others hold it for a few milliseconds. */
const PAUSE_MS = 1
/** A platform that waits for its acknowledgment has given up after two seconds. */
const PATIENCE_MS = 700

/**
 * A keeper on a connection of its own to the database at the path, whose tables are up to date. It imports little, so that
 * a thread of its own begins soon, and it waits for the disk with all of its thread.
 */
export function sqliteArrivalKeeper(path: string): ArrivalKeeper {
  const client = new Sqlite(path, { timeout: 0 })
  // What makes room in the log is the service's business: it takes longer than a platform should wait.
  client.pragma('wal_autocheckpoint = 0')
  client.pragma('synchronous = NORMAL')
  const add = client.prepare<[string, string]>('INSERT INTO arrival (channel, body) VALUES (?, ?)')
  let log: number | null = null
  return {
    async keep(arrivals) {
      await begin(client)
      try {
        for (const { channel, body } of arrivals) add.run(channel, body)
        client.exec('COMMIT')
      } catch (error) {
        if (client.inTransaction) client.exec('ROLLBACK')
        throw error
      }
      // The lock is free by now: others write while the disk is waited for.
      log ??= openSync(`${path}-wal`, 'r')
      fdatasyncSync(log)
    },
    close() {
      if (log !== null) closeSync(log)
      client.close()
    },
  }
}

async function begin(client: Sqlite.Database): Promise<void> {
  const late = systemClock.now() + PATIENCE_MS
  for (;;) {
    try {
      client.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
      if (systemClock.now() >= late) throw new DatabaseBusyError()
      await delay(PAUSE_MS)
    }
  }
}
