import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathOf } from './db/sqlite/path-of.ts'

/** With less free space than this nothing more may be written soon. */
const LEAST_FREE_BYTES = 500_000_000

/** How much room the disk of the database at the URL has left, bytes, and whether that is enough to go on. */
export async function readDisk(databaseUrl: string): Promise<{ ok: boolean; free: number }> {
  const { bavail, bsize } = await statfs(dirname(pathOf(databaseUrl)))
  const free = bavail * bsize
  return { ok: free >= LEAST_FREE_BYTES, free }
}
