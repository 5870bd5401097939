import { notTargetTitles, reportingWords } from '../../locales/vi/files.ts'
import { isOfOtherDays } from './column-days.ts'
import { says } from './says.ts'
import { cellText } from './files/cell.ts'
import type { Problems } from './problem.ts'
import type { TablePeriod } from './table-period.ts'
import type { Located } from './tables/profile-sheet.ts'
import { limitIn, readNumber } from './values/numbers.ts'

/**
 * Reports a column of an annex of targets that holds numbers and is of no indicator that the layout knows: whoever imports the
 * annex means all of it. Columns of results, of other years and of what is no target are left alone, and said to be unread.
 */
export function reportUnreadTargets(
  { sheet, unread, header }: Located,
  period: TablePeriod,
  problems: Problems,
): void {
  for (const { index, name, path } of unread) {
    const isOther = says(path, notTargetTitles) || says(path, reportingWords) || isOfOtherDays(path, period)
    const texts = sheet.lines.map(({ cells }) => cells[index] ?? '').filter(cell => cellText(cell) !== '')
    const numbers = texts.filter(cell => isNumber(cell))
    if (isOther || numbers.length * 2 <= texts.length) continue
    problems.add('target_column_unread', {}, { line: header[0]?.line ?? 1, column: name })
  }
}

function isNumber(cell: Parameters<typeof limitIn>[0]): boolean {
  return typeof readNumber(limitIn(cell).bare, { decimal: ',', grouped: true }) !== 'string'
}
