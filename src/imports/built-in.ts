import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Indicator } from '../core/indicator.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { readCatalog } from './kinds/read-catalog.ts'
import { indicatorReader } from './kinds/indicators.ts'
import { knownOf } from './known.ts'
import { indicatorFinder } from './names/find-indicator.ts'
import { checksOf } from './checks.ts'
import { parseCsv } from './files/csv.ts'
import { plainSheet } from './tables/plain-sheet.ts'
import { planRecords, storeRecords } from './store-records.ts'

const FILE = new URL('./built-in/indicators.csv', import.meta.url)
const NAME = 'built-in/indicators.csv'

/** The indicators that come with the program, by code (DOMAIN.md §2). They are data: a province's own file wins. */
export function builtInIndicators(): Map<string, Indicator> {
  const checks = checksOf(NAME, knownOf({ units: [], indicators: [], phases: [], members: [], holidays: [] }))
  const lines = parseCsv(NAME, readFileSync(FILE, 'utf8'), ',')
  if (!Array.isArray(lines)) throw new Error(`${NAME} is damaged`)
  const { problems } = checks
  const sheet = plainSheet(lines, indicatorReader, '.', problems)
  const indicators = readCatalog('indicators', sheet, null, checks)
  if (problems.count > 0) throw new Error(`${NAME} is damaged: ${JSON.stringify(problems.list()[0])}`)
  return indicators
}

/**
 * Adds the built-in indicators whose codes the database does not have; those that it has stay as they are.
 * Returns how many were added.
 */
export async function ensureIndicators(db: Database, at: number): Promise<number> {
  return db.write(async stores => {
    const { indicators } = await stores.catalog.get()
    const missing = missingBuiltIns(indicators)
    await storeBuiltIns(stores, missing, at)
    return missing.size
  })
}

/** The built-in indicators that are not there; only those of the codes, where codes are given. */
export function missingBuiltIns(
  there: readonly Indicator[],
  codes?: readonly string[],
): Map<string, Indicator> {
  const known = new Set(there.map(indicator => indicator.code))
  return new Map(
    [...builtInIndicators()].filter(
      ([code]) => !known.has(code) && (codes === undefined || codes.includes(code)),
    ),
  )
}

/** The indicators that a file may mean: those that are there, or the built-in ones, which come along, where none is. */
export function meantIndicators(there: readonly Indicator[]): readonly Indicator[] {
  return there.length > 0 ? there : [...builtInIndicators().values()]
}

/**
 * The indicators that a suggested form may name: those that a file may mean, and the built-in scores of which none of them is
 * called, which come along with a file whose form names them.
 */
export function suggestibleIndicators(there: readonly Indicator[]): Indicator[] {
  const meant = meantIndicators(there)
  const find = indicatorFinder(meant)
  const isThere = ({ name, shortName, aliases }: Indicator) =>
    [name, shortName, ...aliases].some(each => find(each).codes.length > 0)
  const scores = [...missingBuiltIns(meant).values()].filter(each => each.unit === 'points' && !isThere(each))
  return [...meant, ...scores]
}

/** Stores built-in indicators as an import of their own, which can be undone like any other. */
export async function storeBuiltIns(
  stores: Pick<Stores, 'catalog' | 'imports'>,
  indicators: ReadonlyMap<string, Indicator>,
  at: number,
): Promise<void> {
  if (indicators.size === 0) return
  const hash = createHash('sha256').update(readFileSync(FILE)).digest('hex')
  const plan = await planRecords(stores, 'indicators', indicators)
  await storeRecords(stores, plan, { file: NAME, hash, at, rows: indicators.size })
}
