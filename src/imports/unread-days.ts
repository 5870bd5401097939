import { otherDayWords } from '../../locales/vi/files.ts'
import { daysIn } from '../core/period.ts'
import { says } from './says.ts'
import { type Cell, cellText } from './files/cell.ts'
import type { Problems } from './problem.ts'
import { spanText, type TablePeriod } from './table-period.ts'
import type { Located } from './tables/profile-sheet.ts'
import { mayBothBeMeant, type Period, readPeriod } from './values/periods.ts'

/** Months of the calendar and of the reports differ by so many days. */
const SAME_LENGTH = 3

/**
 * Reports a column of days, weeks or months that nobody reads, of a table whose period comes from elsewhere: its rows say of
 * what they are. One that says the same period, and one of other days by its title (of signing, of birth), is left alone.
 */
export function reportUnreadDays(
  { sheet, unread }: Located,
  { period: used, year }: TablePeriod,
  problems: Problems,
): void {
  if (['period', 'period_from'].some(field => sheet.columns.has(field))) return
  for (const { index, name, path } of unread) {
    if (says(path, otherDayWords)) continue
    const filled = sheet.lines.filter(({ cells }) => cellText(cells[index]) !== '')
    const said = filled.flatMap(({ line, cells }) => {
      const period = periodIn(cells[index], year)
      return period === null ? [] : [{ line, period, text: cellText(cells[index]) }]
    })
    const other = said.find(({ period }) => used === null || !isSame(period, used))
    if (said.length * 2 < filled.length || other === undefined) continue
    const place = { line: other.line, column: name, value: other.text }
    if (used === null) problems.add('days_unread', {}, place)
    else problems.add('days_differ', { used: spanText(used) }, place)
  }
}

/** A number or a year alone counts something. */
function periodIn(cell: Cell | undefined, year: string | null): Period | null {
  return typeof cell === 'string' && !/^\d+$/.test(cell.trim()) ? readPeriod(cell, year ?? '2000') : null
}

function isSame(said: Period, used: Period): boolean {
  const isAsLong = Math.abs(daysIn(said) - daysIn(used)) <= (daysIn(used) === 1 ? 0 : SAME_LENGTH)
  return isAsLong && mayBothBeMeant(said, used)
}
