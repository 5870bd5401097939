import type { Line } from '../files/cell.ts'
import type { Problems } from '../problem.ts'
import { cellOf, countIn, headerOf, PERIOD_FIELDS, type Sheet } from '../tables/sheet.ts'

/** What tells the figures of a long table apart. */
export const KEYS = ['indicator', ...PERIOD_FIELDS]

/**
 * A row that sums up the others of a long table against their sums. One that names no indicator or no period where there
 * are several says of nothing what it is the sum of.
 */
export function compareLongTotals(
  sheet: Sheet,
  { totals, units }: { totals: readonly Line[]; units: readonly Line[] },
  warnings: Problems,
): void {
  const keyOf = (line: Line) => KEYS.map(field => cellOf(sheet, line, field)).join('|')
  for (const total of totals) {
    const said = KEYS.filter(field => cellOf(sheet, total, field) !== '')
    const summed = units.filter(line =>
      said.every(field => cellOf(sheet, line, field) === cellOf(sheet, total, field)),
    )
    if (new Set(summed.map(keyOf)).size !== 1) continue
    for (const field of ['numerator', 'denominator']) {
      const counts = summed.map(line => countIn(sheet, line, field)).filter(count => count !== null)
      const sum = counts.reduce((so, count) => so + count, 0)
      const published = countIn(sheet, total, field)
      if (published === null || published === sum) continue
      const value = cellOf(sheet, total, field)
      warnings.add('total_differs', { sum }, { line: total.line, column: headerOf(sheet, field), value })
    }
  }
}
