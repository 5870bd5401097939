import { cumulatedWords, otherColumnWords } from '../../locales/vi/files.ts'
import { says } from './says.ts'
import { findPeriods, mayBothBeMeant, type Period } from './values/periods.ts'

/**
 * Whether the titles of a column say that it is of other days than the table: of the period before, a sum since some day, a
 * difference. Where the table's own period begins with the year, a sum since then is what it says.
 */
export function isOfOtherDays(
  path: readonly string[],
  { period, year }: { period: Period | null; year: string | null },
): boolean {
  const isOfYear = period?.from.endsWith('-01-01') === true
  if (says(path, otherColumnWords) || (!isOfYear && says(path, cumulatedWords))) return true
  const said = path.flatMap(title => findPeriods(title, year)).map(each => each.period)
  return period !== null && said.some(each => !mayBothBeMeant(each, period))
}
