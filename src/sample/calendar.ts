import { addDays, isoWeekNumber, weekOf } from '../core/period.ts'
import type { Window } from '../core/window.ts'

/** The days of the sample, all of them fixed by the last Sunday, the day of loading included. */
export interface SampleCalendar {
  /** Year of the results from which targets are set: the one before the campaign. */
  baselineYear: number
  /** Whole weeks, oldest first; the last one ends on the last Sunday. */
  weeks: readonly Window[]
  /** The two phases of the 100 days. The second one runs on the day of loading. */
  phases: readonly [Window, Window]
}

/** Whole weeks that each phase has behind it on the day of loading. */
export const PHASE_WEEKS = 5
const CAMPAIGN_DAYS = 100
/** Fewest weeks of figures, so that there is a past to look at in January too. */
const LEAST_WEEKS = 40

/**
 * The calendar of a sample loaded on `today` (`YYYY-MM-DD`): a campaign of 100 days whose two phases start on the
 * Mondays ten and five weeks before the end of the last whole week, and weekly figures from the first week of that
 * week's year, or of the last 40 weeks where the year is younger than that.
 */
export function sampleCalendar(today: string): SampleCalendar {
  const lastMonday = addDays(weekOf(addDays(today, 1)).from, -7)
  const count = Math.max(LEAST_WEEKS, isoWeekNumber(lastMonday).week)
  const first = addDays(lastMonday, -7 * (2 * PHASE_WEEKS - 1))
  const second = addDays(first, 7 * PHASE_WEEKS)
  return {
    baselineYear: Number(first.slice(0, 4)) - 1,
    weeks: Array.from({ length: count }, (_, week) => weekOf(addDays(lastMonday, 7 * (week + 1 - count)))),
    phases: [
      { from: first, to: addDays(second, -1) },
      { from: second, to: addDays(first, CAMPAIGN_DAYS - 1) },
    ],
  }
}
