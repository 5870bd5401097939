import { provinceRhythm, reportingOf } from '../answers/reporting.ts'
import type { Sight } from '../answers/scene.ts'
import { addDays } from '../core/period.ts'
import { periodAt, periodBefore } from '../core/rhythm.ts'
import type { Rhythm } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'

/** Figures of a period are expected so many days after its end. */
const GRACE_DAYS: Readonly<Record<Rhythm['every'], number>> = { day: 1, week: 2, month: 10 }

/** The newest period whose figures should be there on the day. */
function expectedPeriod(rhythm: Rhythm, today: string): Window {
  return periodBefore(rhythm, periodAt(rhythm, addDays(today, 1 - GRACE_DAYS[rhythm.every])))
}

/**
 * Whether the province waits for figures of the indicator that should be there: what is then known is old, and nobody but
 * who cares for the data is told of it.
 */
export async function isSilent(sight: Sight, indicator: string): Promise<boolean> {
  const { rhythm, hasCome } = await reportingOf(sight, indicator)
  return !hasCome(expectedPeriod(rhythm, sight.scene.moment.today))
}

/** Whether the period that holds the last day with figures has come for the province, or only for a few units. */
export async function isNewestPartial(sight: Sight, indicator: string): Promise<boolean> {
  const { rhythm, lastDay, hasCome } = await reportingOf(sight, indicator)
  return lastDay !== null && !hasCome(periodAt(rhythm, lastDay))
}

/** Whether the province should have figures of days after this one. */
export async function isExpectedAfter(sight: Sight, day: string): Promise<boolean> {
  return expectedPeriod(await provinceRhythm(sight), sight.scene.moment.today).to > day
}
