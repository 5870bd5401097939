import { ancestorsOf, type Unit } from '../../core/unit-tree.ts'
import type { Checks } from '../checks.ts'
import { keyOf, type Line } from '../files/cell.ts'
import type { UnitFinder } from '../names/unit-finder.ts'
import type { Problems } from '../problem.ts'
import type { LeftOut, SortedRows } from '../tables/rows.ts'
import { cellOf, countIn, headerOf, type Sheet } from '../tables/sheet.ts'
import { below } from '../units-above.ts'

/** The table, the columns of counts that are read from it, those that are compared besides, and how its units are found. */
interface Counted {
  sheet: Sheet
  fields: readonly string[]
  beside: readonly string[]
  /** What else a row is of, of which only the same is summed up: an indicator, a period. */
  keys: readonly string[]
  find: UnitFinder
}

interface Row {
  line: Line
  /** The unit of the row, where it names exactly one, and those above it. */
  code: string | null
  above: ReadonlySet<string>
  key: string
  counts: ReadonlyMap<string, number>
}

/** Fewer dossiers may be equal by chance. */
const LEAST = 10
/** What differs by less from a sum is near it. */
const NEAR = 0.02

/**
 * Takes out the rows that sum up those of the units below theirs, that stand next to them or anywhere in the table, in every
 * column that is read. Its own dossiers are others; booked, all of them would count twice. One that is such a sum in most of
 * its cells and not in all refuses the file, one that is in some is doubted.
 */
export function withoutSubtotals(sorted: SortedRows, table: Counted, checks: Checks): SortedRows {
  const rows = rowsOf(sorted.units, table, checks)
  const parts = partsByUnit(rows)
  const sums = summing(table)
  const subtotals = new Set<Line>()
  for (const [at, row] of rows.entries()) {
    if (row.code === null || !parts.has(`${row.code}|${row.key}`)) continue
    if (checks.known.units.get(row.code)?.kind === 'province') continue
    const found = waysToSum(rows, at, parts).map(each => likeSum(row, sums(each), table))
    const best = found.toSorted((a, b) => a.differing.length - b.differing.length)[0]
    if (best === undefined) continue
    if (best.differing.length === 0 && best.isSummed) subtotals.add(row.line)
    else doubtSum(row, best, table, checks)
  }
  const left = Array.from(subtotals, (line): LeftOut => ({
    line: line.line,
    text: cellOf(table.sheet, line, 'unit'),
    why: 'total',
  }))
  const units = sorted.units.filter(line => !subtotals.has(line))
  return { ...sorted, units, leftOut: [...sorted.leftOut, ...left] }
}

function rowsOf(lines: readonly Line[], table: Counted, { known: { units }, above }: Checks): Row[] {
  const { sheet, find, fields, beside, keys } = table
  return lines.map(line => {
    const found = find.find(cellOf(sheet, line, 'unit')).codes
    const heading = above.get(keyOf(line))
    const codes = found.length < 2 || heading === undefined ? found : below(found, heading, units)
    const counts = [...fields, ...beside].map((field): [string, number] => [
      field,
      countIn(sheet, line, field) ?? 0,
    ])
    return {
      line,
      code: codes.length === 1 ? codes[0]! : null,
      above: new Set(codes.flatMap(each => lineAbove(each, units))),
      key: keys.map(field => cellOf(sheet, line, field)).join('|'),
      counts: new Map(counts),
    }
  })
}

function lineAbove(code: string, units: ReadonlyMap<string, Unit>): string[] {
  const unit = units.get(code)
  return unit === undefined ? [] : ancestorsOf(unit, units).map(each => each.code)
}

/** By unit and key the rows of the units below it: two at least. */
function partsByUnit(rows: readonly Row[]): Map<string, Row[]> {
  const parts = new Map<string, Row[]>()
  for (const row of rows) {
    for (const code of row.above) {
      const key = `${code}|${row.key}`
      const found = parts.get(key)
      if (found === undefined) parts.set(key, [row])
      else found.push(row)
    }
  }
  for (const [key, { length }] of parts) if (length < 2) parts.delete(key)
  return parts
}

/** What a row may sum up: the units below that follow it, those that stand before it, all of the table. */
function waysToSum(
  rows: readonly Row[],
  at: number,
  parts: ReadonlyMap<string, readonly Row[]>,
): (readonly Row[])[] {
  const { code, key } = rows[at]!
  const isPart = (row: Row | undefined) => row !== undefined && row.key === key && row.above.has(code ?? '')
  let [first, last] = [at, at]
  while (isPart(rows[first - 1])) first--
  while (isPart(rows[last + 1])) last++
  const all = parts.get(`${code}|${key}`) ?? []
  return [rows.slice(at + 1, last + 1), rows.slice(first, at), all].filter(each => each.length >= 2)
}

interface Sum {
  field: string
  sum: number
}

interface Likeness {
  /** Whether any of the cells that are read has anything to sum up. */
  isSummed: boolean
  /** Columns that are read in which the row is not the sum, and the sums. */
  differing: Sum[]
  /** Of how many cells in which there is something to sum up, and in how many the row is the sum. */
  of: number
  equal: number
  /** The largest sum that the row has. */
  largest: number
}

/** Adds up rows by column; the same rows once, however many rows of one unit there are. */
function summing({ fields, beside }: Counted): (parts: readonly Row[]) => readonly Sum[] {
  const known = new Map<readonly Row[], readonly Sum[]>()
  return parts => {
    const sums =
      known.get(parts) ??
      [...fields, ...beside].map(field => ({
        field,
        sum: parts.reduce((so, part) => so + (part.counts.get(field) ?? 0), 0),
      }))
    known.set(parts, sums)
    return sums
  }
}

function likeSum({ counts }: Row, sums: readonly Sum[], { fields }: Counted): Likeness {
  const isEqual = ({ field, sum }: Sum) => counts.get(field) === sum
  const summed = sums.filter(({ field, sum }) => sum > 0 || (counts.get(field) ?? 0) > 0)
  const equal = summed.filter(isEqual)
  return {
    isSummed: summed.some(({ field }) => fields.includes(field)),
    differing: sums.filter(each => fields.includes(each.field) && !isEqual(each)),
    of: summed.length,
    equal: equal.length,
    largest: Math.max(0, ...equal.map(({ sum }) => sum)),
  }
}

/** A sum with a slip in some of its cells is no figure of the unit's own, either. */
function doubtSum(
  { line, counts }: Pick<Row, 'line' | 'counts'>,
  { differing, of, equal, largest }: Likeness,
  { sheet }: Counted,
  { problems, warnings }: Checks,
): void {
  if (equal === 0) doubtNear({ line, counts }, differing, sheet, warnings)
  if (largest < LEAST) return
  const isMostly = equal * 2 > of
  for (const { field, sum } of differing) {
    const own = counts.get(field) ?? 0
    const place = { line: line.line, column: headerOf(sheet, field), value: cellOf(sheet, line, 'unit') }
    if (isMostly) problems.add('subtotal_differs', { own, sum, equal, of }, place)
    else warnings.add('subtotal_doubted', { own, sum, equal, of }, place)
  }
}

/** A row that is the sum but for a little in each of its cells may be one that somebody forgot to work out anew. */
function doubtNear(
  { line, counts }: Pick<Row, 'line' | 'counts'>,
  differing: Likeness['differing'],
  sheet: Sheet,
  warnings: Problems,
): void {
  const cells = differing.map(({ field, sum }) => ({ field, sum, own: counts.get(field) ?? 0 }))
  const [first] = cells
  const isNear = cells.every(({ sum, own }) => sum >= LEAST && Math.abs(own - sum) <= NEAR * sum)
  if (first === undefined || !isNear) return
  const { field, own, sum } = first
  const place = { line: line.line, column: headerOf(sheet, field), value: cellOf(sheet, line, 'unit') }
  warnings.add('subtotal_near', { own, sum }, place)
}
