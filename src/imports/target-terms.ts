import { granularityOf } from '../core/period.ts'
import { cellText, type Line } from './files/cell.ts'
import type { Checks } from './checks.ts'
import { type TablePeriod, warnOfOtherPeriods } from './table-period.ts'
import type { Sheet } from './tables/sheet.ts'

/** How a decision is cited: its number and the signs of its kind and office. */
const DOCUMENT = /(?<![\p{L}\d])\d{1,5}\/(?:20\d{2}\/)?\p{Lu}[\p{Lu}\d]*(?:-\p{Lu}[\p{L}\d]*)*/u

/**
 * An annex of targets says its year and its decision in its title, not in each row: both as columns of every row that
 * has none.
 */
export function withTitledTerm(
  sheet: Sheet,
  table: TablePeriod,
  titles: readonly Line[],
  { notes, warnings }: Checks,
): Sheet {
  const { period, source } = table
  const title = titles.flatMap(line => line.cells.map(cellText)).join(' ; ')
  const year = period !== null && granularityOf(period) === 'year' ? period.from.slice(0, 4) : null
  const document = DOCUMENT.exec(title)?.[0] ?? null
  const isTimeless = !['campaign', 'phase', 'year'].some(field => sheet.columns.has(field))
  const added = [
    ...(isTimeless && year !== null ? [{ field: 'year', text: year }] : []),
    ...(!sheet.columns.has('document') && document !== null ? [{ field: 'document', text: document }] : []),
  ]
  if (added.length === 0) return sheet
  if (isTimeless && period !== null && source !== null && year !== null) {
    notes.add('note_period', { from: period.from, to: period.to, source })
    warnOfOtherPeriods(table, warnings)
  }
  if (document !== null) notes.add('note_document', { document })
  const width = Math.max(0, ...sheet.lines.map(line => line.cells.length))
  const columns = new Map(sheet.columns)
  for (const [at, { field }] of added.entries())
    columns.set(field, { index: width + at, header: field, name: field, path: [] })
  const lines = sheet.lines.map(({ line, cells }) => ({
    line,
    cells: [
      ...cells,
      ...Array.from({ length: width - cells.length }, () => ''),
      ...added.map(({ text }) => text),
    ],
  }))
  return { ...sheet, lines, columns }
}
