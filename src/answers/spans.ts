import { addMonths, granularityOf, monthOf, quarterOf } from '../core/period.ts'
import { periodAt, periodBefore, windowBefore } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import { reportingOf } from './reporting.ts'
import { windowFor } from './windows.ts'

/** Two windows that are compared with each other. */
export interface Spans {
  after: Window
  before: Window
}

/** So many periods back at most the newest that has come is looked for. */
const BACK = 60

/**
 * What a question about change compares: the window that it names, or the newest period that has come, with the base that
 * it names, or the stretch of the same kind just before. Against a base alone stands the newest stretch of the base's
 * kind, against a year or a phase the default window.
 */
export async function spansOf(asking: Asking, indicator: string, units: readonly string[]): Promise<Spans> {
  const { question, scene } = asking
  const { rhythm } = await reportingOf(asking, indicator)
  const after = question.period ?? (await withoutPeriod(asking, indicator, units))
  const window = { from: after.from, to: after.to }
  const yearAgo = question.against === 'year_ago' ? sameAYearAgo(window) : null
  const just = windowBefore(window, rhythm, scene.catalog.phases)
  const before = isThatItself(question, window) ? just : (question.base ?? yearAgo ?? just)
  return { after: window, before: { from: before.from, to: before.to } }
}

/**
 * Whether the base is the very stretch that stands against it: "hơn tuần trước" is asked on days on which this week has
 * not come, so the newest is last week's. Nothing is compared with itself; both move one back.
 */
function isThatItself({ base }: Asking['question'], window: Window): boolean {
  return base?.from === window.from && base.to === window.to
}

async function withoutPeriod(asking: Asking, indicator: string, units: readonly string[]): Promise<Window> {
  const { question, scene } = asking
  const newest = await newestPeriod(asking, indicator)
  if (question.base === null) return newest
  const kind = granularityOf(question.base)
  if (kind === 'month' || kind === 'quarter') return (kind === 'month' ? monthOf : quarterOf)(newest.to)
  return kind === 'day' || kind === 'week' ? newest : windowFor(scene, units, null)
}

/** The newest period of the indicator's rhythm that has come; where none has, the one that holds the last figures. */
export async function newestPeriod(
  asking: Pick<Asking, 'scene' | 'observations'>,
  indicator: string,
): Promise<Window> {
  const { rhythm, lastDay, hasCome } = await reportingOf(asking, indicator)
  const last = periodAt(rhythm, lastDay ?? asking.scene.moment.today)
  let period = last
  for (let i = 0; i < BACK; i++) {
    if (hasCome(period)) return period
    period = periodBefore(rhythm, period)
  }
  return last
}

function sameAYearAgo({ from, to }: Window): Window {
  return { from: addMonths(from, -12), to: addMonths(to, -12) }
}
