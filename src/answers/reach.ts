import { counts } from '../core/observe.ts'
import { addDays } from '../core/period.ts'
import { periodAt } from '../core/rhythm.ts'
import type { Answer, Figure } from './answer.ts'
import type { Asking } from './asking.ts'
import { readFigures } from './figures.ts'
import { singleValue } from './period-values.ts'
import { type Reporting, reportingOf } from './reporting.ts'
import { seenAs, showsVerdict } from './scope.ts'

/** How far back a unit's last figures are looked for, days. */
const REACH_DAYS = 800

/**
 * How far the figures of a unit, and of its indicator, reach, and what its newest single period was, where one figure was
 * asked for and is not there.
 */
export async function reachOf(
  asking: Asking,
  figures: readonly Figure[],
): Promise<Pick<Answer, 'reach'> & Partial<Pick<Answer, 'figures'>>> {
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
  const reporting = await reportingOf(asking, indicator)
  const last = own === null ? null : await lastOf(asking, figure, own, reporting)
  const { lastDay: all, rhythm } = reporting
  return { reach: { own, all, every: rhythm.every }, ...(last && { figures: [{ ...figure, last }] }) }
}

/** What the unit reached in its newest period, as far as its values may be seen. */
async function lastOf(
  asking: Asking,
  { unit, indicator, window: asked }: Figure,
  day: string,
  { rhythm }: Reporting,
): Promise<Figure['last'] | null> {
  const { scene, member } = asking
  const window = periodAt(rhythm, day)
  if (!showsVerdict(seenAs(scene, member, unit)) || window.from > asked.to) return null
  const [newest] = await readFigures(asking, { units: [unit], indicators: [indicator], window })
  const value = newest ? singleValue(newest) : null
  return newest && value !== null ? { window, value, sources: newest.sources } : null
}
