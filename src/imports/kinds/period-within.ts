import type { Checks } from '../checks.ts'
import type { Line } from '../files/cell.ts'
import type { Problems } from '../problem.ts'
import { onlyPeriod, spanText, type TablePeriod } from '../table-period.ts'
import { mayBothBeMeant } from '../values/periods.ts'
import { isDoubtful } from './doubtful-notes.ts'
import { headingsWithin, type SortedRows } from '../tables/rows.ts'
import type { Sheet } from '../tables/sheet.ts'

/**
 * Reports a heading between the rows of a table that names another period than the one that is used for all of them: the
 * rows below it are figures of other days.
 */
export function reportPeriodWithin(
  sheet: Sheet,
  sorted: SortedRows,
  { period: used, year }: TablePeriod,
  problems: Problems,
): void {
  if (used === null) return
  for (const { line, text } of headingsWithin(sheet, sorted)) {
    const said = onlyPeriod(text, year)
    if (said === null || mayBothBeMeant(said, used)) continue
    problems.add('period_within', { said: spanText(said), used: spanText(used) }, { line, value: text })
  }
}

/** Warns of a row that has a note of its own, in a column that is not read, which names another period or doubts the figures. */
export function doubtNotes(
  { columns }: Sheet,
  units: readonly Line[],
  { period: used, year }: TablePeriod,
  { warnings }: Checks,
): void {
  const read = new Set([...columns.values()].map(({ index }) => index))
  for (const { line, cells } of units) {
    for (const [index, cell] of cells.entries()) {
      if (used === null || read.has(index) || typeof cell !== 'string') continue
      if (isDoubtful(cell)) warnings.add('doubtful_row_note', {}, { line, value: cell })
      if (!/\p{L}{2}.*\d/u.test(cell)) continue
      const said = onlyPeriod(cell, year)
      if (said === null || mayBothBeMeant(said, used)) continue
      warnings.add(
        'note_of_other_days',
        { said: spanText(said), used: spanText(used) },
        { line, value: cell },
      )
    }
  }
}
