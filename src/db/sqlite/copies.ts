import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { migratedTo } from './migrate.ts'

/** Why a database cannot be put back. */
export type RestoreProblem =
  /** There is no such file, or it is no database of this program. */
  | 'no_backup'
  /** The file was written by a newer release than the one that runs. */
  | 'backup_newer'
  /** The database in place is of a newer release than the file. */
  | 'database_newer'
  /** A service has the database open. */
  | 'in_use'

/** Copies what is committed to a file that only its owner reads, while others write on. An older copy there is replaced at the end. */
export async function copyTo(client: Sqlite.Database, file: string): Promise<void> {
  const half = `${file}.half`
  rmSync(half, { force: true })
  await client.backup(half)
  chmodSync(half, 0o600)
  renameSync(half, file)
}

/** Where the database that a copy replaced is kept. */
export function keptAs(path: string): string {
  return `${path}.before-restore`
}

/**
 * Puts a copy in the place of the database at `path`; what stood there is kept beside it, as `PATH.before-restore`.
 * `newest` is the newest migration that this release knows. Changes nothing when there is a problem.
 */
export async function putBack(file: string, path: string, newest: number): Promise<RestoreProblem | null> {
  const backup = levelOf(file)
  if (backup === null || backup === 0) return 'no_backup'
  if (backup > newest) return 'backup_newer'
  if (existsSync(path)) {
    if ((levelOf(path) ?? 0) > backup) return 'database_newer'
    if (isOpen(path)) return 'in_use'
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    renameSync(path, keptAs(path))
  }
  const source = new Sqlite(file, { readonly: true })
  try {
    await copyTo(source, path)
  } finally {
    source.close()
  }
  return null
}

/** The newest migration of the database in a file; null when it is none. */
function levelOf(file: string): number | null {
  if (!existsSync(file)) return null
  try {
    const client = new Sqlite(file, { readonly: true })
    try {
      return migratedTo(client)
    } finally {
      client.close()
    }
  } catch {
    return null
  }
}

/** Whether another process has it open. Otherwise all that was written stands in the one file afterwards. */
function isOpen(path: string): boolean {
  const client = new Sqlite(path, { timeout: 0 })
  try {
    client.pragma('locking_mode = EXCLUSIVE')
    client.exec('BEGIN IMMEDIATE')
    client.exec('COMMIT')
    client.pragma('wal_checkpoint(TRUNCATE)')
    return false
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true
    throw error
  } finally {
    client.close()
  }
}
