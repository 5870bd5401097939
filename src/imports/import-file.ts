import type { Database, Stores } from '../db/stores/database.ts'
import { type CheckedFile, checkSource, storeChecked } from './import-source.ts'
import { refused, type ImportOutcome } from './outcome.ts'
import type { ImportRequest } from './request.ts'
import { openSource, type Source } from './source.ts'
import { isMany, removeBrokenOff, storeInParts } from './store-in-parts.ts'

/**
 * Imports one file: all of it, or, when anything is wrong, nothing of it and a list of all that is. A file that says
 * nothing new stores nothing, not even that it was read. It is read and checked before anything is written, and many
 * figures are stored in parts, so that a large file does not hold up what others write meanwhile.
 */
export async function importFile(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  const opened = await openChecked(db, request)
  if ('ok' in opened) return opened
  const { source, checked } = opened
  await removeBrokenOff(db, request.at)
  const { figures } = checked
  const stored =
    figures !== null && isMany(figures.rows.length) ? await storeInParts(db, checked, figures) : null
  return stored ?? (await db.write(async stores => await storeChecked(stores, source, checked)))
}

/**
 * The work of an import that is to be stored, for a transaction; or what came of it where there is nothing to store:
 * it is refused, says nothing new, or is only tried.
 */
export async function importWork(
  db: Pick<Database, 'read'>,
  request: ImportRequest,
): Promise<((stores: Stores) => Promise<ImportOutcome>) | ImportOutcome> {
  const opened = await openChecked(db, request)
  if ('ok' in opened) return opened
  return async stores => await storeChecked(stores, opened.source, opened.checked)
}

async function openChecked(
  { read }: Pick<Database, 'read'>,
  request: ImportRequest,
): Promise<{ source: Source; checked: CheckedFile } | ImportOutcome> {
  const source = await openSource(request)
  if (!source.ok) return refused(source.problems)
  const checked = await checkSource(read, source)
  if ('ok' in checked) return checked
  if (!checked.isNew || request.dryRun === true) return await checked.finish(null)
  return { source, checked }
}
