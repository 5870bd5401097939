import { granularityOf } from '../core/period.ts'
import { cellText, type Line } from './files/cell.ts'
import type { Checks } from './checks.ts'
import { isAssigning } from './meant-targets.ts'
import { foldText } from './names/fold-name.ts'
import type { Problems } from './problem.ts'
import { type TablePeriod, warnOfOtherPeriods } from './table-period.ts'
import { NOT_OF_TABLE } from './values/not-periods.ts'
import type { Period } from './values/periods.ts'
import type { Sheet } from './tables/sheet.ts'

/** How a decision is cited: its number and the signs of its kind and office. */
const DOCUMENT = /(?<![\p{L}\d])\d{1,5}\/(?:20\d{2}\/)?\p{Lu}[\p{Lu}\d]*(?:-\p{Lu}[\p{L}\d]*)*/u

/** A day is one on which something was issued: its year is not the one for which targets are. */
const DAYS = /\d{1,2}[/.-]\d{1,2}[/.-]20\d{2}|ngay \d{1,2} thang \d{1,2} nam 20\d{2}/g

/**
 * An annex of targets says its year and its decision in its title, not in each row: both as columns of every row that
 * has none.
 */
export function withTitledTerm(
  sheet: Sheet,
  table: TablePeriod,
  titles: readonly Line[],
  { notes, warnings, problems }: Checks,
): Sheet {
  const { period, source } = table
  const title = titles.flatMap(line => line.cells.map(cellText)).join(' ; ')
  const year = termYear(table, titles)
  const document = DOCUMENT.exec(title)?.[0] ?? null
  const lacksTerm = isTimeless(sheet)
  const added = [
    ...(lacksTerm && year !== null ? [{ field: 'year', text: year }] : []),
    ...(!sheet.columns.has('document') && document !== null ? [{ field: 'document', text: document }] : []),
  ]
  if (lacksTerm && year === null) reportNoYear(title, problems)
  if (lacksTerm && document === null && !sheet.columns.has('document'))
    problems.add('target_document_needed', {})
  if (added.length === 0) return sheet
  if (lacksTerm && period !== null && source !== null && year !== null) {
    notes.add('note_period', { from: period.from, to: period.to, source })
    warnOfOtherPeriods(table, warnings)
  }
  if (document !== null) notes.add('note_document', { document })
  const width = Math.max(0, ...new Set(sheet.lines.map(line => line.cells.length)))
  const columns = new Map(sheet.columns)
  for (const [at, { field }] of added.entries())
    columns.set(field, { index: width + at, header: field, name: field, path: [] })
  const lines = sheet.lines.map(line => ({
    ...line,
    cells: [
      ...line.cells,
      ...Array.from({ length: width - line.cells.length }, () => ''),
      ...added.map(({ text }) => text),
    ],
  }))
  return { ...sheet, lines, columns }
}

/** Whether the rows say neither a year nor a phase. */
export function isTimeless({ columns }: Pick<Sheet, 'columns'>): boolean {
  return !['campaign', 'phase', 'year'].some(field => columns.has(field))
}

/** The year for which an annex assigns: that of its period, else of the line of its title that assigns; null where none is. */
export function termYear({ period }: TablePeriod, titles: readonly Line[]): string | null {
  return yearOf(period) ?? assignedYear(titles)
}

function yearOf(period: Period | null): string | null {
  return period !== null && granularityOf(period) === 'year' ? period.from.slice(0, 4) : null
}

/** The year of the line of the title that assigns, where others name other years: "thay thế chỉ tiêu năm 2026". */
export function assignedYear(titles: readonly Line[]): string | null {
  const assigning = titles.filter(line => isAssigning([line]))
  const years = assigning.flatMap(({ cells }) => yearsIn(cells.map(cellText).join(' ')))
  return new Set(years).size === 1 ? (years[0] ?? null) : null
}

/** The years that a text names, but for those of documents and of what is compared or replaced. */
export function yearsIn(text: string): string[] {
  return (
    foldText(text)
      .replaceAll(NOT_OF_TABLE, ' ')
      .replaceAll(DAYS, ' ')
      .match(/(?<!\d)20\d{2}(?!\d)/g) ?? []
  )
}

function reportNoYear(title: string, problems: Problems): void {
  const years = [...new Set(yearsIn(title))].toSorted()
  const example = years.at(-1)
  if (example === undefined || years.length < 2) problems.add('target_year_needed', {})
  else problems.add('target_years', { years: years.join(', '), example })
}
