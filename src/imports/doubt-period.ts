import { foldText } from './names/fold-name.ts'
import { cellText, type Line } from './files/cell.ts'
import { daysIn } from '../core/period.ts'
import type { Checks } from './checks.ts'
import { spanText, type TablePeriod } from './table-period.ts'

/** "lũy kế", "cộng dồn", "từ đầu năm", "10 tháng đầu năm": a sum over more than one period of reports. */
const CUMULATED = /\b(?:luy ke|cong don|tu dau (?:nam|chien dich|giai doan)|\d{1,2} thang (?:dau )?nam)\b/

/** "ước thực hiện": figures that are not known yet. */
const ESTIMATED = /\b(?:uoc|du kien|du bao|du tinh)\b/
/** "tuần 18 và tuần 19", "tháng 9 + 10": several periods of reports in one title. */
const JOINED =
  /\b(?:tuan|thang|quy) (?:thu )?(?:\d{1,2}|[iv]{1,3}) ?(?:,|va|\+|&) ?(?:(?:tuan|thang|quy) )?(?:thu )?(?:\d{1,2}|[iv]{1,3})\b/
const LONGEST_MONTH = 31

/** Warns of a period that is read from a title and hardly is the one of the figures: of sums since some day, or a single day. */
export function doubtPeriod(
  { period, source, hasCounts }: Pick<TablePeriod, 'period' | 'source'> & { hasCounts: boolean },
  titles: readonly Line[],
  { warnings, future: today }: Pick<Checks, 'warnings' | 'future'>,
): void {
  if (period === null) return
  const title = foldText(titles.flatMap(({ cells }) => cells.map(cellText)).join(' ; '))
  if (CUMULATED.test(title) && !period.from.endsWith('-01-01')) {
    warnings.add('period_cumulated', { used: spanText(period) })
  }
  if (source === 'title' && JOINED.test(title)) warnings.add('period_joined', { used: spanText(period) })
  if (ESTIMATED.test(title)) warnings.add('period_estimated', {})
  // A score that was published for the year is of the year before it ends.
  if (hasCounts && period.to > today && daysIn(period) > LONGEST_MONTH)
    warnings.add('period_not_over', { used: spanText(period) })
  if (period.from === period.to && source !== 'given') warnings.add('period_of_day', { day: period.from })
}
