import { foldText } from './names/fold-name.ts'
import { shortened } from './shortened.ts'
import { dayOf } from './values/days.ts'
import { findPeriods, type Period } from './values/periods.ts'

/** Why the words of a title are no period: they name an end alone, several periods, or no year. */
export type Unsaid =
  | { is: 'end'; day: string }
  | { is: 'several'; periods: readonly Period[] }
  | { is: 'year'; words: string; example: (today: string) => string }

const QUOTED = 60
const END =
  /(?:den|toi)(?: het)?(?: ngay)?:? ?(\d{1,2})(?:[/.-]| thang )(\d{1,2})(?:[/.-]| nam )(\d{4})(?!\d)/u

/** What a title that names no period says of one all the same; null where it says nothing. */
export function unsaidPeriod(title: string, year: string | null): Unsaid | null {
  const [, ...parts] = END.exec(foldText(title)) ?? []
  const day = parts.length === 0 ? null : dayOf(...parts)
  const all = findPeriods(title, year).map(({ period }) => period)
  if (all.length > 1) return { is: 'several', periods: all }
  if (day !== null) return { is: 'end', day }
  const texts = year === null ? title.split(' ; ').filter(text => findPeriods(text, '2000').length > 0) : []
  const [words, ...others] = texts
  if (words === undefined || others.length > 0) return null
  return {
    is: 'year',
    words: shortened(words, QUOTED),
    example: today => lastBegun(words, Number(today.slice(0, 4)), today),
  }
}

/** As `--period` writes it, the newest of the periods so called that has begun: `2025-12` for December in November 2026. */
function lastBegun(title: string, year: number, today: string): string {
  const [found] = findPeriods(title, String(year))
  if (found === undefined) return String(year)
  const { from, to, isNamedMonth } = found.period
  if (from > today) return lastBegun(title, year - 1, today)
  return isNamedMonth === true ? from.slice(0, 7) : `${from}/${to}`
}
