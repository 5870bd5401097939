import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database } from '../db/stores/database.ts'
import { importSource } from './import-source.ts'
import { IMPORT_KINDS, type Imported, type ImportKind, type ImportOutcome, refused } from './outcome.ts'
import { problem } from './problem.ts'
import { openSource } from './source.ts'

/** What a kind refers to: where such a file is refused, those that refer to it are not looked at. */
const NEEDS: Record<ImportKind, readonly ImportKind[]> = {
  units: [],
  indicators: [],
  campaigns: [],
  targets: ['units', 'indicators', 'campaigns'],
  members: ['units'],
  holidays: [],
  observations: ['units', 'indicators'],
}

/**
 * Imports every file of data of a folder (`units.csv`, …, `observations-*.csv`) in the order in which they need each
 * other, all in one transaction. Gives the outcome of each file; when any is refused, nothing of any is kept and only
 * the refusals are given. Other files are left alone.
 */
export async function loadFolder(db: Database, folder: string, at: number): Promise<ImportOutcome[]> {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return [refused([problem(folder, 'no_folder', {})])]
  }
  const found = filesOf(names)
  if (found.length === 0) {
    const known = IMPORT_KINDS.map(kind => (kind === 'observations' ? 'observations-*.csv' : `${kind}.csv`))
    return [refused([problem(folder, 'no_files', { known: known.join(', ') })])]
  }
  const files = found.map(({ kind, file }) => ({ kind, file, bytes: readFileSync(join(folder, file)), at }))
  const outcomes: Imported[] = []
  const refusals: ImportOutcome[] = []
  const refusedKinds = new Set<ImportKind>()
  try {
    await db.write(async stores => {
      for (const request of files) {
        if (NEEDS[request.kind].some(kind => refusedKinds.has(kind))) continue
        const source = await openSource(request)
        const outcome = source.ok ? await importSource(stores, source) : source
        if (outcome.ok) outcomes.push(outcome)
        else {
          refusedKinds.add(request.kind)
          refusals.push(outcome)
        }
      }
      if (refusals.length > 0) throw new FolderRefused()
    })
  } catch (error) {
    if (!(error instanceof FolderRefused)) throw error
    return refusals
  }
  return outcomes
}

/** Takes back what the files before the refused one have stored. */
class FolderRefused extends Error {
  override name = 'FolderRefused'
}

function filesOf(names: readonly string[]): { kind: ImportKind; file: string }[] {
  return IMPORT_KINDS.flatMap(kind => {
    const pattern =
      kind === 'observations'
        ? /^observations[^/]*\.(csv|tsv|xlsx|xls|ods)$/i
        : new RegExp(`^${kind}\\.(csv|tsv|xlsx|xls|ods)$`, 'i')
    const files = names.filter(name => pattern.test(basename(name))).toSorted()
    return files.map(file => ({ kind, file }))
  })
}
