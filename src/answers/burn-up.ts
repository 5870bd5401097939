import { phaseTerm } from '../core/term.ts'
import type { Phase } from '../core/campaign.ts'
import { expectedAt } from '../core/progress.ts'
import { addDays } from '../core/period.ts'
import { periodsIn } from '../core/rhythm.ts'
import type { BurnUp, TrendPoint } from './answer.ts'
import { baselines } from './baseline.ts'
import { readFigures } from './figures.ts'
import { withPaces } from './pace.ts'
import { reportingOf } from './reporting.ts'
import type { Sight } from './scene.ts'
import { termToDate } from './windows.ts'

/** The course of a unit towards its target in a phase; null without a value. */
export async function burnUpOf(
  sight: Sight,
  { unit, indicator, phase }: { unit: string; indicator: string; phase: Phase },
): Promise<BurnUp | null> {
  const { scene } = sight
  const term = phaseTerm(phase)
  const query = { units: [unit], indicators: [indicator], term }
  const read = await readFigures(sight, { ...query, window: termToDate(term, scene.moment.today) })
  const [figure] = await withPaces(sight, read, term)
  if (!figure || figure.value === null) return null
  const { rhythm, lastDay } = await reportingOf(sight, indicator)
  const points: TrendPoint[] = []
  for (const { to } of periodsIn(rhythm, term)) {
    if (lastDay === null || to > lastDay) break
    const window = { from: term.from, to: to < term.to ? to : term.to }
    const [one] = await readFigures(sight, { ...query, window })
    points.push({ ...window, value: one?.value ?? null })
  }
  const { target } = figure
  if (target === null) return { phase, figure, points, start: null }
  const v0 = (await baselines(sight, query)).get(`${unit}|${indicator}`) ?? null
  const better = scene.indicators.get(indicator)?.better ?? 'higher'
  const start = expectedAt({ v0, target, term, day: addDays(term.from, -1), better })
  return { phase, figure, points, start }
}
