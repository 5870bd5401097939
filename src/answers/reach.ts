import { counts } from '../core/observe.ts'
import { addDays } from '../core/period.ts'
import type { Answer, Figure } from './answer.ts'
import type { Asking } from './asking.ts'
import { reportingOf } from './reporting.ts'

/** How far back a unit's last figures are looked for, days. */
const REACH_DAYS = 800

/** How far the figures of a unit, and of its indicator, reach, where one figure was asked for and is not there. */
export async function reachOf(asking: Asking, figures: readonly Figure[]): Promise<Pick<Answer, 'reach'>> {
  const [figure, ...others] = figures
  if (!figure || others.length > 0 || figure.value !== null || figure.reason !== 'no_data') return {}
  const { scene, observations } = asking
  const { unit, indicator } = figure
  if (!scene.tree.byCode.has(unit) || !scene.indicators.has(indicator)) return {}
  const { today } = scene.moment
  const rows = await observations.inWindow({
    indicators: [indicator],
    units: scene.tree.subtree(unit).map(({ code }) => code),
    window: { from: addDays(today, -REACH_DAYS), to: today },
  })
  const days = rows.filter(row => counts(row, scene.moment)).map(row => row.to)
  const own = days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null)
  return { reach: { own, all: (await reportingOf(asking, indicator)).lastDay } }
}
