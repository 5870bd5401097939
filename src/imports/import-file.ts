import type { Database, Stores } from '../db/stores/database.ts'
import { checkSource, storeChecked } from './import-source.ts'
import { refused, type ImportOutcome } from './outcome.ts'
import type { ImportRequest } from './request.ts'
import { openSource } from './source.ts'

/**
 * Imports one file: all of it in one transaction, or, when anything is wrong, nothing of it and a list of all that is.
 * A file that says nothing new stores nothing, not even that it was read. It is read and checked before the
 * transaction begins, so that a large file does not hold up what others write meanwhile.
 */
export async function importFile(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  const work = await importWork(db, request)
  if (typeof work !== 'function') return work
  return await db.write(work)
}

/**
 * The work of an import that is to be stored, for a transaction; or what came of it where there is nothing to store:
 * it is refused, says nothing new, or is only tried.
 */
export async function importWork(
  db: Pick<Database, 'read'>,
  request: ImportRequest,
): Promise<((stores: Stores) => Promise<ImportOutcome>) | ImportOutcome> {
  const source = await openSource(request)
  if (!source.ok) return refused(source.problems)
  const checked = await checkSource(db.read, source)
  if ('ok' in checked) return checked
  if (!checked.isNew || request.dryRun === true) return await checked.finish(null)
  return stores => storeChecked(stores, source, checked)
}
