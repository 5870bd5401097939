import { listedFigures } from './kinds/read-figures.ts'
import type { Indicator } from '../core/indicator.ts'
import type { Catalog, CatalogKind } from '../db/stores/catalog.ts'
import type { NewImport } from '../db/stores/imports.ts'
import type { NewObservation } from '../db/stores/observations.ts'
import type { Stores } from '../db/stores/database.ts'
import { meantIndicators, missingBuiltIns, storeBuiltIns } from './built-in.ts'
import { type Checks, checksOf } from './checks.ts'
import { reportContraryTerms } from './contrary-terms.ts'
import { doubtAgainstStored } from './doubt-against-stored.ts'
import { warnOfReplaced } from './doubt-replaced.ts'
import { doubtTargets } from './doubt-targets.ts'
import { CATALOG_READERS, readCatalog } from './kinds/read-catalog.ts'
import { knownOf } from './known.ts'
import { keepOldNames, sayRenamed } from './old-names.ts'
import { reportOtherProvince } from './other-province.ts'
import { type ImportOutcome, type Imported, type ImportKind, refused } from './outcome.ts'
import { type Problem, problem } from './problem.ts'
import type { Profile } from './profile.ts'
import { recognise, type Table } from './recognise.ts'
import { readSettings } from '../settings/settings.ts'
import type { Source } from './source.ts'
import { planRecords, storeRecords } from './store-records.ts'
import { unitOfTable } from './unit-of-table.ts'
import { headingsOf } from './kinds-above.ts'
import { withTitledTerm } from './target-terms.ts'

/** A file that was read and checked, and may be stored as long as nothing else was stored since. */
export interface CheckedFile {
  /** What was stored when it was checked. */
  seen: string
  /** Whether there is anything to be stored. */
  isNew: boolean
  /** Stores what is new in it and says what was read; nothing is stored without stores. */
  finish: (stores: Work['stores'] | null) => Promise<Imported>
  /** The figures that are new in it, which may be stored in parts; null for a file of another kind. */
  figures: NewFigures | null
}

/** Figures to be stored, and what is said of them when they are. */
export interface NewFigures {
  record: NewImport
  rows: readonly NewObservation[]
  /** Stores what comes along with them, before anybody sees them. */
  prepare: (stores: Pick<Stores, 'catalog' | 'imports'>) => Promise<void>
  imported: (importId: number) => Imported
}

/** Checks an opened file against what is stored and, unless it is a dry run, stores what is new in it. */
export async function importSource(stores: Work['stores'], source: Source): Promise<ImportOutcome> {
  const checked = await checkSource(stores, source)
  return 'ok' in checked ? checked : await checked.finish(source.request.dryRun === true ? null : stores)
}

/** Stores a file that was checked outside of this transaction; where something was stored since, it is checked again. */
export async function storeChecked(
  stores: Work['stores'],
  source: Source,
  checked: CheckedFile,
): Promise<ImportOutcome> {
  return (await isAsSeen(stores, checked)) ? await checked.finish(stores) : await importSource(stores, source)
}

/** Whether what was stored when a file was checked is what is stored now. */
export async function isAsSeen(
  stores: Pick<Stores, 'catalog' | 'observations'>,
  { seen }: CheckedFile,
): Promise<boolean> {
  return seen === (await storedNow(stores))
}

/** Changes with whatever an import is checked against. */
export async function storedNow({
  catalog,
  observations,
}: Pick<Stores, 'catalog' | 'observations'>): Promise<string> {
  return `${(await catalog.get()).revision}/${await observations.revision()}`
}

/** Checks an opened file against what is stored; stores nothing. */
export async function checkSource(
  stores: Work['stores'],
  source: Source,
): Promise<CheckedFile | ImportOutcome> {
  const seen = await storedNow(stores)
  const catalog = await stores.catalog.get()
  const { request } = source
  const { reportMonth } = await readSettings(stores.settings)
  const first = checksOf(request.file, knownOf(catalog), { ...request, reportMonth })
  const meant = meantIndicators(catalog.indicators)
  const table = recognise(source, {
    ...first,
    known: meant === catalog.indicators ? first.known : knownOf({ ...catalog, indicators: [...meant] }),
  })
  if (table === null) return refused(first.problems.list())
  const builtIns = builtInsFor(table, catalog)
  const known =
    builtIns.size === 0
      ? first.known
      : knownOf({ ...catalog, indicators: [...catalog.indicators, ...builtIns.values()] })
  const around = table.profile === null ? {} : headingsOf(table.sheet, known)
  const within = table.profile === null ? null : unitOfTable(table.titles, table.sheetName, known)
  const checks = { ...first, known, ...around, within }
  sayBuiltIns(builtIns, checks)
  if (table.kind === 'observations' || table.kind === 'targets') reportOtherProvince(table.titles, checks)
  for (const kind of missingKinds(table.kind, checks)) checks.problems.add('needs_first', { kind })
  if (checks.problems.count > 0) return refused(checks.problems.list())
  const work = { stores, source, table, checks, builtIns }
  const checked = await (table.kind === 'observations'
    ? checkObservations(work)
    : checkRecords(work, table.kind))
  if (!('ok' in checked)) return { ...checked, seen }
  return checked.ok ? checked : { ...checked, problems: [...checked.problems, ...takenFor(work)] }
}

/** Of a refused file whose kind was found and not given: what it was taken for, where that may have been the fault. */
function takenFor({ source, table }: Work): Problem[] {
  const { file, kind, profile } = source.request
  const isFound = kind === undefined && profile === undefined && table.profile !== null
  if (!isFound || table.kind === 'observations') return []
  return [problem(file, 'taken_for', { kind: table.kind })]
}

/** A table without a column of other names leaves those that an earlier file gave. */
async function keepAliases(stores: Pick<Stores, 'catalog'>, records: Map<string, object>): Promise<void> {
  for (const [code, { aliases }] of await stores.catalog.records('units')) {
    const record = records.get(code)
    if (record !== undefined) records.set(code, { ...record, aliases })
  }
}

interface Work {
  stores: Pick<Stores, 'catalog' | 'imports' | 'observations' | 'settings'>
  source: Source
  table: Table
  checks: Checks
  builtIns: ReadonlyMap<string, Indicator>
}

type Checked = Omit<CheckedFile, 'seen'> | ImportOutcome

async function checkRecords(work: Work, kind: CatalogKind): Promise<Checked> {
  const { stores, source, table, checks, builtIns } = work
  const isAnnex = kind === 'targets' && table.profile !== null
  if (isAnnex) reportContraryTerms(table, checks)
  const sheet = isAnnex ? withTitledTerm(table.sheet, table.period, table.titles, checks) : table.sheet
  if (checks.problems.count > 0) return refused(checks.problems.list())
  const records = readCatalog(kind, sheet, table.profile, checks)
  if (checks.problems.count > 0) return refused(checks.problems.list())
  if (kind === 'units' && !sheet.columns.has('aliases')) await keepAliases(stores, records)
  const plan = await planRecords(stores, kind, records)
  if (kind === 'targets') doubtTargets(records.values(), (await stores.catalog.get()).targets, checks)
  if (kind === 'units') sayRenamed(plan.changes, checks)
  const isNew = plan.records.size > 0
  const finish: CheckedFile['finish'] = async into => {
    const store = isNew ? into : null
    if (store !== null) await storeBuiltIns(store, builtIns, source.request.at)
    const record = { ...recordOf(work), ...countsOf(plan) }
    const importId = store === null ? null : await storeRecords(store, plan, record)
    if (kind === 'units' && store !== null) await keepOldNames(plan.changes, store)
    return imported(work, plan, importId)
  }
  return { isNew, finish, figures: null }
}

async function checkObservations(work: Work): Promise<Checked> {
  const { stores, source, table, checks, builtIns } = work
  const list = listedFigures(table, checks)
  if (checks.problems.count > 0) return refused(checks.problems.list())
  await doubtAgainstStored(stores, list, checks)
  const { rows } = list
  const { added, changed } = await stores.observations.compare(rows)
  warnOfReplaced(changed, checks.warnings)
  const fresh = [...added, ...changed]
  const counts = { added: added.length, changed: changed.length, unchanged: rows.length - fresh.length }
  const { at } = source.request
  const figures: NewFigures = {
    record: { ...recordOf(work), ...counts },
    rows: fresh,
    prepare: async into => await storeBuiltIns(into, builtIns, at),
    imported: importId => ({ ...imported(work, counts, importId), touched: touchedBy(fresh) }),
  }
  const finish: CheckedFile['finish'] = async into => {
    if (into === null || fresh.length === 0) return imported(work, counts, null)
    await figures.prepare(into)
    const importId = await into.imports.add(figures.record)
    await into.observations.add(importId, fresh, at)
    return figures.imported(importId)
  }
  return { isNew: fresh.length > 0, finish, figures }
}

/** The built-in indicators that come along: all into a database without any, and those that a wide table names. */
function builtInsFor({ kind, profile }: Table, { indicators }: Catalog): Map<string, Indicator> {
  if (kind !== 'observations' && kind !== 'targets') return new Map()
  if (indicators.length === 0) return missingBuiltIns(indicators)
  const named = indicatorsNamed(profile)
  return named.length === 0 ? new Map() : missingBuiltIns(indicators, named)
}

/** Indicators that nobody brought in a file are told when they come along. */
function sayBuiltIns(builtIns: ReadonlyMap<string, Indicator>, { notes }: Checks): void {
  const names = Array.from(builtIns.values(), ({ shortName, code }) => `${shortName} (${code})`)
  if (names.length > 0) notes.add('note_indicators', { names: names.join(', ') })
}

function indicatorsNamed(profile: Profile | null): string[] {
  return profile?.figures.map(figure => figure.indicator) ?? []
}

function missingKinds(kind: ImportKind, { known }: Checks): CatalogKind[] {
  if (kind === 'observations') return known.units.size === 0 ? ['units'] : []
  return CATALOG_READERS[kind].needs(known)
}

interface Counts {
  added: number
  changed: number
  unchanged: number
}

function countsOf({ added, changed, unchanged }: Counts): Counts {
  return { added, changed, unchanged }
}

function recordOf({ source, table, checks }: Work) {
  const { file, at } = source.request
  return { kind: table.kind, file, hash: source.hash, at, rows: rowsRead(table, checks) }
}

/** Rows of the table itself: without sums, headings and notes. */
function rowsRead({ sheet }: Table, { leftOut }: Checks): number {
  return sheet.lines.length - leftOut.rows
}

function imported({ source, table, checks }: Work, counts: Counts, importId: number | null): Imported {
  const { file, dryRun = false } = source.request
  const { kind } = table
  const said = { warnings: checks.warnings.list(), notes: checks.notes.list() }
  return {
    ok: true,
    importId,
    kind,
    file,
    rows: rowsRead(table, checks),
    ...countsOf(counts),
    ...said,
    dryRun,
    touched: null,
  }
}

function touchedBy(rows: readonly NewObservation[]): Imported['touched'] {
  let [from, to] = ['9999-12-31', '']
  const units = new Set<string>()
  const indicators = new Set<string>()
  for (const row of rows) {
    units.add(row.unit)
    indicators.add(row.indicator)
    if (row.from < from) from = row.from
    if (row.to > to) to = row.to
  }
  return { units: [...units], indicators: [...indicators], window: { from, to } }
}
