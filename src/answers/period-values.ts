import type { Question } from '../ask/question.ts'
import { addDays, daysIn, middleOf } from '../core/period.ts'
import { stepsIn } from '../core/rhythm.ts'
import type { PeriodValue } from '../core/streak.ts'
import { phaseTerm, runningPhases } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import type { Figure } from './answer.ts'
import { readFigures } from './figures.ts'
import { reportingOf } from './reporting.ts'
import type { Sight } from './scene.ts'

/** So far back streaks are counted, days. */
const REACH_DAYS = 730

/** Which stretches are looked at, and what of each. */
interface Looked {
  window: Window | null
  step: Question['step']
  /** Something else of a figure than its value, such as a count. */
  valueOf?: ((figure: Figure) => number | null) | undefined
}

/**
 * What each unit reached in each single period of a window (without one: of the last two years), up to the newest that has
 * come, beside the target of its middle; earliest first.
 */
export async function periodValues(
  sight: Sight,
  units: readonly string[],
  indicator: string,
  { window, step, valueOf = singleValue }: Looked,
): Promise<Map<string, PeriodValue[]>> {
  const { rhythm, lastDay } = await reportingOf(sight, indicator)
  const found = new Map<string, PeriodValue[]>(units.map(unit => [unit, []]))
  if (lastDay === null) return found
  const first = await sight.observations.dataFrom(sight.scene.moment)
  const earliest = addDays(lastDay, -REACH_DAYS)
  const reach = window ?? { from: first !== null && first > earliest ? first : earliest, to: lastDay }
  for (const period of stepsIn(step, rhythm, reach)) {
    if (period.from > lastDay) break
    for (const figure of await readFigures(sight, { units, indicators: [indicator], window: period })) {
      const { unit } = figure
      const target = ofMiddle(sight, unit, indicator, period) ?? figure.target
      found.get(unit)?.push({ ...period, value: valueOf(figure), target })
    }
  }
  return found
}

/** The value of a single period: one that was published of a longer stretch (a year) is none of a week or month in it. */
export function singleValue({ publishedFor, window, value }: Figure): number | null {
  return publishedFor !== null && daysIn(publishedFor) > daysIn(window) ? null : value
}

/** The target of the phase in which the middle of a period lies, however far the period reaches out of it. */
function ofMiddle({ scene }: Sight, unit: string, indicator: string, period: Window): number | null {
  for (const phase of runningPhases(scene.catalog.phases, middleOf(period))) {
    const assigned = scene.targets.of(unit, indicator, phaseTerm(phase))
    if (assigned.state === 'assigned') return assigned.target
  }
  return null
}
