import type { Database, Stores } from '../db/stores/database.ts'
import { importSource } from './import-source.ts'
import { refused, type ImportOutcome } from './outcome.ts'
import type { ImportRequest } from './request.ts'
import { openSource } from './source.ts'

/**
 * Imports one file: all of it in one transaction, or, when anything is wrong, nothing of it and a list of all that is.
 * A file that says nothing new stores nothing, not even that it was read.
 */
export async function importFile(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  const source = await openSource(request)
  if (!source.ok) return refused(source.problems)
  const work = (stores: Stores) => importSource(stores, source)
  return request.dryRun === true ? work(db.read) : db.write(work)
}

/** The work of an import that is really to be stored, for a transaction of somebody else; or why it can not be done. */
export async function importWork(
  request: ImportRequest,
): Promise<((stores: Stores) => Promise<ImportOutcome>) | ImportOutcome> {
  const source = await openSource({ ...request, dryRun: false })
  return source.ok ? stores => importSource(stores, source) : refused(source.problems)
}
