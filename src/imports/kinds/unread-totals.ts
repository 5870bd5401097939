import { distinctWords, dossierWords, measureTitles } from '../../../locales/vi/files.ts'
import { cellText, type Line } from '../files/cell.ts'
import { says } from '../says.ts'
import type { Problems } from '../problem.ts'
import { type Column, numberCustoms, type Sheet } from '../tables/sheet.ts'
import { readCount, saysNothing } from '../values/numbers.ts'
import type { SortedRows } from '../tables/rows.ts'

/**
 * A row that sums up the others against their sums, in the columns that are not read: a report whose totals do not add up
 * is a doubtful one. Rates, points and places have no sum, and of procedures the same ones are counted by many units.
 */
export function compareUnreadTotals(sheet: Sheet, { units, totals }: SortedRows, warnings: Problems): void {
  for (const column of sheet.others) {
    const isSummed = says([column.name], dossierWords) || !says([column.name], distinctWords)
    if (
      totals.length === 0 ||
      !isSummed ||
      says([column.name], measureTitles) ||
      column.name.includes('%') ||
      isCode(column.name)
    )
      continue
    compareColumn(column, { sheet, units, totals, warnings })
  }
}

/** `ID`, `ID_COQUAN`, `CAPDONVIID`: what a software calls its own keys. */
function isCode(name: string): boolean {
  return /^(?=.*(?:^|_)ID(?:_|$))[A-Z\d_]+$|^[A-Z\d_]+ID$|^(?:LOAI|CAP|MA)_[A-Z\d_]+$/.test(name)
}

interface Compared {
  sheet: Sheet
  units: readonly Line[]
  totals: readonly Line[]
  warnings: Problems
}

function compareColumn({ index, name }: Column, { sheet, units, totals, warnings }: Compared): void {
  const columns = new Map([['', { index, header: name, name, path: [] }]])
  const custom = numberCustoms(sheet.lines, columns, { decimal: null, likely: null, grouped: true })('')
  const countIn = (line: Line) => {
    const text = cellText(line.cells[index])
    if (text === '' || sheet.empty.has(text) || saysNothing(text)) return 0
    return readCount(line.cells[index] ?? '', custom)
  }
  const counts = units.map(countIn)
  if (counts.length < 2 || counts.some(count => typeof count !== 'number')) return
  const sum = counts.reduce<number>((so, count) => so + Number(count), 0)
  for (const total of totals) {
    const published = countIn(total)
    const value = cellText(total.cells[index])
    if (typeof published !== 'number' || value === '' || published === sum || sum === 0) continue
    warnings.add('total_differs', { sum }, { line: total.line, column: name, value })
  }
}
