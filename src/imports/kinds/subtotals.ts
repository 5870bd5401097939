import type { Known } from '../known.ts'
import type { Line } from '../files/cell.ts'
import type { UnitFinder } from '../names/unit-finder.ts'
import type { SortedRows } from '../tables/rows.ts'
import { cellOf, rawOf, type Sheet } from '../tables/sheet.ts'
import { readCount } from '../values/numbers.ts'
import { below } from '../units-above.ts'

/** The table, the columns of counts that are read from it, and how its units are found. */
interface Counted {
  sheet: Sheet
  fields: readonly string[]
  find: UnitFinder
  known: Known
}

/**
 * Takes out the rows that sum up those that follow them: of a unit above theirs, with their sums in every column. Its own
 * dossiers are others; booked, all of them would count twice.
 */
export function withoutSubtotals(sorted: SortedRows, table: Counted): SortedRows {
  const subtotals = new Set(sorted.units.filter((_, at) => isSubtotal(sorted.units, at, table)))
  const left = [...subtotals].map(line => ({
    line: line.line,
    text: cellOf(table.sheet, line, 'unit'),
    why: 'total' as const,
  }))
  const units = sorted.units.filter(line => !subtotals.has(line))
  return { ...sorted, units, leftOut: [...sorted.leftOut, ...left] }
}

function isSubtotal(units: readonly Line[], at: number, { sheet, fields, find, known }: Counted): boolean {
  const codesOf = (line: Line) => find.find(cellOf(sheet, line, 'unit')).codes
  const [code, ...more] = codesOf(units[at]!)
  if (code === undefined || more.length > 0 || known.units.get(code)?.kind === 'province') return false
  const rest = units.slice(at + 1)
  const end = rest.findIndex(line => below(codesOf(line), code, known.units).length === 0)
  const parts = end === -1 ? rest : rest.slice(0, end)
  if (parts.length < 2 || fields.length === 0) return false
  const countIn = (line: Line, field: string) => {
    const count = readCount(rawOf(sheet, line, field), sheet.custom(field))
    return typeof count === 'number' ? count : 0
  }
  const sums = fields.map(field => parts.reduce((sum, line) => sum + countIn(line, field), 0))
  return sums.some(sum => sum > 0) && fields.every((field, each) => countIn(units[at]!, field) === sums[each])
}
