import { Temporal } from 'temporal-polyfill'

/** A reported week: its ISO name (`2026-W47`), and its first and last civil day. */
export interface SampleWeek {
  period: string
  from: string
  to: string
}

/** The days of the sample, all of them fixed by the last Sunday, the day of loading included. */
export interface SampleCalendar {
  /** Year of the results from which targets are set. */
  baselineYear: number
  /** Whole weeks, oldest first; the last one ends on the last Sunday. */
  weeks: readonly SampleWeek[]
  /** The parts of the 100 days, both ends included. Phase 2 runs on the day of loading. */
  phases: readonly { phase: string; from: string; to: string }[]
}

/** Whole weeks that each phase has behind it on the day of loading. */
export const PHASE_WEEKS = 5
const CAMPAIGN_DAYS = 100
/** Fewest weeks of figures, so that there is a past to look at in January too. */
const LEAST_WEEKS = 40

/**
 * The calendar of a sample loaded on `today` (`YYYY-MM-DD`): a campaign of 100 days whose two phases start on
 * Mondays ten and five weeks before the end of the last whole week, and weekly figures from the first week of that
 * week's year, or of the last 40 weeks where the year is younger than that.
 */
export function sampleCalendar(today: string): SampleCalendar {
  const day = Temporal.PlainDate.from(today)
  const next = day.add({ days: 1 })
  const monday = next.subtract({ days: next.dayOfWeek - 1 })
  const lastWeek = monday.subtract({ weeks: 1 })
  const phase1 = monday.subtract({ weeks: 2 * PHASE_WEEKS })
  const phase2 = monday.subtract({ weeks: PHASE_WEEKS })
  const count = Math.max(LEAST_WEEKS, lastWeek.weekOfYear ?? 0)
  return {
    baselineYear: phase1.year - 1,
    weeks: Array.from({ length: count }, (_, index) => week(lastWeek.subtract({ weeks: count - 1 - index }))),
    phases: [
      { phase: '1', from: phase1.toString(), to: phase2.subtract({ days: 1 }).toString() },
      { phase: '2', from: phase2.toString(), to: phase1.add({ days: CAMPAIGN_DAYS - 1 }).toString() },
    ],
  }
}

function week(monday: Temporal.PlainDate): SampleWeek {
  return {
    period: `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`,
    from: monday.toString(),
    to: monday.add({ days: 6 }).toString(),
  }
}
