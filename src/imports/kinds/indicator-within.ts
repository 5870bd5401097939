import type { Indicator } from '../../core/indicator.ts'
import type { Checks } from '../checks.ts'
import type { Line } from '../files/cell.ts'
import { indicatorsIn } from '../names/indicators-in.ts'
import { headingsWithin, type SortedRows, textsOf } from '../tables/rows.ts'
import type { Sheet } from '../tables/sheet.ts'

/**
 * Reports a heading between the rows of a table that names another indicator than those that are read from all of them: the rows
 * below it are figures of that one, whatever their columns are called.
 */
export function reportIndicatorWithin(
  sheet: Sheet,
  sorted: SortedRows,
  read: readonly Indicator[],
  { known, problems }: Checks,
): void {
  for (const { line, text } of headingsWithin(sheet, sorted)) {
    const other = namedInstead(text, read, known.indicators.values())
    if (other !== null)
      problems.add('indicator_within', { said: other, read: namesOf(read) }, { line, value: text })
  }
}

/** Warns of a title that names other indicators than those that are read from the table. */
export function doubtTitle(
  titles: readonly Line[],
  read: readonly Indicator[],
  { known, warnings }: Checks,
): void {
  const text = titles.map(textsOf).join(' ; ')
  const said = namedInstead(text, read, known.indicators.values())
  if (said !== null) warnings.add('title_of_other', { said, read: namesOf(read) })
}

/** The indicators that a text names, where it names none of those that are read; null where it names one of them, or none. */
function namedInstead(text: string, read: readonly Indicator[], all: Iterable<Indicator>): string | null {
  const named = indicatorsIn(text, all)
  const isRead = named.some(({ code }) => read.some(each => each.code === code))
  return named.length === 0 || isRead || read.length === 0 ? null : namesOf(named)
}

function namesOf(indicators: readonly Indicator[]): string {
  return [...new Set(indicators.map(({ shortName }) => shortName))].join(', ')
}
