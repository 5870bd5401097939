import type { Checks } from './checks.ts'
import { type Cell, cellText, type Line } from './files/cell.ts'
import { firstFew } from './shortened.ts'
import type { Located } from './tables/profile-sheet.ts'

/** So many rows are named. */
const SHOWN = 12

/**
 * Rows of periods below one that names a unit, which is written once: each is of that unit, and that is said. A row that says no
 * period may be anything, and stays as it is.
 */
export function withRepeatedUnits(located: Located, { known, notes }: Checks): Located {
  const { sheet } = located
  const unit = sheet.columns.get('unit')
  const period = sheet.columns.get('period') ?? sheet.columns.get('period_from')
  if (unit === undefined || period === undefined) return located
  const filled: number[] = []
  let last: Cell | null = null
  const lines = sheet.lines.map((line): Line => {
    const text = cellText(line.cells[unit.index])
    if (text !== '') {
      last = known.findUnit.find(text).codes.length === 1 ? text : null
      return line
    }
    if (last === null || cellText(line.cells[period.index]) === '' || isNumbered(line, unit.index))
      return line
    filled.push(line.line)
    return { ...line, cells: line.cells.with(unit.index, last) }
  })
  if (filled.length === 0) return located
  notes.add('note_repeated_units', { count: filled.length, lines: firstFew(filled, SHOWN) })
  return { ...located, sheet: { ...sheet, lines } }
}

/** A row with its own number is one of a unit that somebody forgot. */
function isNumbered({ cells }: Line, unitAt: number): boolean {
  return cells.slice(0, unitAt).some(cell => /\d/.test(cellText(cell)))
}
