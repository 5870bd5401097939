import type { Indicator } from '../core/indicator.ts'
import type { Catalog, CatalogKind } from '../db/stores/catalog.ts'
import type { NewObservation } from '../db/stores/observations.ts'
import type { Stores } from '../db/stores/database.ts'
import { missingBuiltIns, storeBuiltIns } from './built-in.ts'
import { CATALOG_READERS, readCatalog } from './kinds/read-catalog.ts'
import { readObservations } from './kinds/observations.ts'
import { readWideTable } from './kinds/wide-table.ts'
import { type Known, knownOf } from './known.ts'
import { type ImportOutcome, type Imported, refused } from './outcome.ts'
import { Problems } from './problem.ts'
import type { Source } from './source.ts'
import { planRecords, storeRecords } from './store-records.ts'

/** Checks an opened file against what is stored and, unless it is a dry run, stores what is new in it. */
export async function importSource(stores: Stores, source: Source): Promise<ImportOutcome> {
  const catalog = await stores.catalog.get()
  const builtIns = builtInsFor(source, catalog)
  const known = knownOf({ ...catalog, indicators: [...catalog.indicators, ...builtIns.values()] })
  const problems = new Problems(source.file)
  const warnings = new Problems(source.file, 'more_warnings')
  for (const kind of missingKinds(source, known)) problems.add('needs_first', { kind })
  if (problems.count > 0) return refused(problems.list())
  const checks = { known, problems, warnings }
  return source.kind === 'observations'
    ? importObservations(stores, source, checks, builtIns)
    : importRecords(stores, source, source.kind, checks, builtIns)
}

interface Checks {
  known: Known
  problems: Problems
  warnings: Problems
}

async function importRecords(
  stores: Stores,
  source: Source,
  kind: CatalogKind,
  { known, problems, warnings }: Checks,
  builtIns: ReadonlyMap<string, Indicator>,
): Promise<ImportOutcome> {
  const records = readCatalog(kind, source.sheet, known, problems, warnings)
  if (problems.count > 0) return refused(problems.list())
  const plan = await planRecords(stores, kind, records)
  const isNew = plan.records.size > 0 && !source.dryRun
  if (isNew) await storeBuiltIns(stores, builtIns, source.at)
  const importId = isNew ? await storeRecords(stores, plan, source) : null
  return imported(source, plan, importId, warnings)
}

async function importObservations(
  stores: Stores,
  source: Source,
  { known, problems, warnings }: Checks,
  builtIns: ReadonlyMap<string, Indicator>,
): Promise<ImportOutcome> {
  const { sheet, profile, period, file, hash, at, rows: read } = source
  const isWide = profile !== null && profile.figures.length > 0
  const { rows } = isWide
    ? readWideTable(sheet, known, profile, period, problems, warnings)
    : readObservations(sheet, known, profile, period, problems, warnings)
  if (problems.count > 0) return refused(problems.list())
  const { added, changed } = await stores.observations.compare(rows)
  const fresh = [...added, ...changed]
  const counts = {
    added: added.length,
    changed: changed.length,
    unchanged: rows.length - fresh.length,
  }
  if (fresh.length === 0 || source.dryRun) return imported(source, counts, null, warnings)
  await storeBuiltIns(stores, builtIns, at)
  const importId = await stores.imports.add({ kind: source.kind, file, hash, at, rows: read, ...counts })
  await stores.observations.add(importId, fresh, at)
  return { ...imported(source, counts, importId, warnings), touched: touchedBy(fresh) }
}

/** The built-in indicators that come along: all into a database without any, and those that a wide table names. */
function builtInsFor({ kind, profile }: Source, { indicators }: Catalog): Map<string, Indicator> {
  if (kind !== 'observations' && kind !== 'targets') return new Map()
  if (indicators.length === 0) return missingBuiltIns(indicators)
  const named = profile?.figures.map(figure => figure.indicator) ?? []
  return named.length === 0 ? new Map() : missingBuiltIns(indicators, named)
}

function missingKinds({ kind }: Source, known: Known): CatalogKind[] {
  if (kind === 'observations') return known.units.size === 0 ? ['units'] : []
  return CATALOG_READERS[kind].needs(known)
}

function imported(
  { kind, file, rows, dryRun }: Source,
  { added, changed, unchanged }: { added: number; changed: number; unchanged: number },
  importId: number | null,
  warnings: Problems,
): Imported {
  const counts = { rows, added, changed, unchanged }
  return { ok: true, importId, kind, file, ...counts, warnings: warnings.list(), dryRun, touched: null }
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
