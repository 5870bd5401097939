import type { Database, Stores } from '../db/stores.ts'
import { importSource } from './import-source.ts'
import { refused, type ImportOutcome } from './outcome.ts'
import { openSource } from './source.ts'

export interface ImportRequest {
  /** `units` `indicators` `campaigns` `targets` `members` `observations`; anything else is refused. */
  kind: string
  /** Name of the file, as shown and recorded. */
  file: string
  bytes: Uint8Array
  /** Moment of the import, milliseconds. */
  at: number
  /** Name of a shipped profile, or the path of a `.json` file. */
  profile?: string
  /** Period of all rows that do not say theirs: `2024-W20`, `2024-05` … */
  period?: string
  /** Reads and compares, stores nothing. */
  dryRun?: boolean
}

/**
 * Imports one file: all of it in one transaction, or, when anything is wrong, nothing of it and a list of all that is.
 * A file that says nothing new stores nothing, not even that it was read.
 */
export async function importFile(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  const source = openSource(request)
  if (!source.ok) return refused(source.problems)
  const work = (stores: Stores) => importSource(stores, source)
  return request.dryRun === true ? work(db.read) : db.write(work)
}
