import { foldText } from './names/fold-name.ts'
import { cellText, type Line } from './files/cell.ts'
import type { Problems } from './problem.ts'
import { spanText, type TablePeriod } from './table-period.ts'

/** "lũy kế", "cộng dồn", "từ đầu năm", "10 tháng đầu năm": a sum over more than one period of reports. */
const CUMULATED = /\b(?:luy ke|cong don|tu dau (?:nam|chien dich|giai doan)|\d{1,2} thang (?:dau )?nam)\b/

/** Warns of a period that is read from a title and hardly is the one of the figures: of sums since some day, or a single day. */
export function doubtPeriod(
  { period, source }: Pick<TablePeriod, 'period' | 'source'>,
  titles: readonly Line[],
  warnings: Problems,
): void {
  if (period === null) return
  const title = foldText(titles.flatMap(({ cells }) => cells.map(cellText)).join(' ; '))
  if (CUMULATED.test(title) && !period.from.endsWith('-01-01')) {
    warnings.add('period_cumulated', { used: spanText(period) })
  }
  if (period.from === period.to && source !== 'given') warnings.add('period_of_day', { day: period.from })
}
