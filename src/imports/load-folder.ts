import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Database, Stores } from '../db/stores/database.ts'
import { type CheckedFile, checkSource, storedNow } from './import-source.ts'
import { IMPORT_KINDS, type Imported, type ImportKind, type ImportOutcome, refused } from './outcome.ts'
import { problem } from './problem.ts'
import { openSource, type Source } from './source.ts'
import { completed, isMany, removeBrokenOff, withParts } from './store-in-parts.ts'

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
 * other, all or none, and all seen at once. Gives the outcome of each file; when any is refused, nothing of any is kept and only
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
  const sources = await Promise.all(files.map(async request => await openSource(request)))
  const named = files.map(({ kind }, file) => ({ kind, source: sources[file]! }))
  await removeBrokenOff(db, at)
  const { units } = await db.read.catalog.get()
  // Into an empty database nobody asks yet.
  const inParts = units.length > 0 && isMany(named.reduce((sum, each) => sum + rowsIn(each), 0))
  return (inParts ? await loadInParts(db, named) : null) ?? (await loadAtOnce(db, named))
}

async function loadAtOnce(db: Database, files: readonly NamedSource[]): Promise<ImportOutcome[]> {
  try {
    return await db.write(async stores => {
      const stored = await storeEach(stores, files)
      if (!stored.ok) throw new FolderRefused(stored.refusals)
      return stored.files.map(({ outcome }) => outcome)
    })
  } catch (error) {
    if (!(error instanceof FolderRefused)) throw error
    return error.refusals
  }
}

/**
 * All files are checked, each on top of the ones before it, in a copy of the database; then their figures are stored in
 * parts, and one short transaction stores the rest and shows everything. Null, and nothing stored, where somebody else
 * stored something meanwhile.
 */
async function loadInParts(db: Database, files: readonly NamedSource[]): Promise<ImportOutcome[] | null> {
  const planned = await db.onCopy(async copy => {
    const seen = await storedNow(copy.read)
    return { seen, ...(await copy.write(async stores => await storeEach(stores, files))) }
  })
  if (!planned.ok) return planned.refusals
  const figures = planned.files.flatMap(({ checked }) => (checked.isNew ? (checked.figures ?? []) : []))
  return await withParts(db, figures, async (stores, begun) => {
    if ((await storedNow(stores)) !== planned.seen) return null
    const outcomes: ImportOutcome[] = []
    for (const { checked } of planned.files) {
      const own = begun.find(each => each.figures === checked.figures)
      const outcome = own ? await completed(stores, own) : await checked.finish(checked.isNew ? stores : null)
      if (outcome === null) throw new Error('an import was broken off while it was stored')
      outcomes.push(outcome)
    }
    return outcomes
  })
}

interface NamedSource {
  kind: ImportKind
  source: Source | Extract<ImportOutcome, { ok: false }>
}

type Stored =
  | { ok: true; files: { checked: CheckedFile; outcome: Imported }[] }
  | { ok: false; refusals: ImportOutcome[] }

/** Checks each file and stores what is new in it, so that the next one is checked against it. */
async function storeEach(stores: Stores, files: readonly NamedSource[]): Promise<Stored> {
  const stored: { checked: CheckedFile; outcome: Imported }[] = []
  const refusals: ImportOutcome[] = []
  const refusedKinds = new Set<ImportKind>()
  for (const { kind, source } of files) {
    if (NEEDS[kind].some(each => refusedKinds.has(each))) continue
    const checked = source.ok ? await checkSource(stores, source) : source
    // A file of a folder may have no rows.
    if ('ok' in checked && isEmpty(checked)) continue
    if ('ok' in checked) {
      refusedKinds.add(kind)
      refusals.push(checked)
    } else stored.push({ checked, outcome: await checked.finish(checked.isNew ? stores : null) })
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, files: stored }
}

function isEmpty(outcome: ImportOutcome): boolean {
  return (
    !outcome.ok && outcome.problems.length > 0 && outcome.problems.every(({ code }) => code === 'empty_file')
  )
}

/** So many rows of figures a file holds, by its likeliest reading. */
function rowsIn({ kind, source }: NamedSource): number {
  if (kind !== 'observations' || !source.ok) return 0
  const sheets = source.book.readings[0].sheets()
  return 'code' in sheets ? 0 : sheets.grids.reduce((sum, { lines }) => sum + lines.length, 0)
}

/** Takes back what the files before the refused one have stored. */
class FolderRefused extends Error {
  override name = 'FolderRefused'
  readonly refusals: ImportOutcome[]

  constructor(refusals: ImportOutcome[]) {
    super('refused')
    this.refusals = refusals
  }
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
