import type { Term } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import { yearOf } from '../core/period.ts'
import { phaseTerm } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import { measureUnits } from './measures.ts'
import type { World } from './world.ts'

/**
 * The windows in which the starting value v₀ of a term is looked for, best first: the previous phase of the same
 * campaign, then the year before the campaign (DOMAIN.md §7).
 */
export function baselineWindows(world: World, term: Term): Window[] {
  if (term.kind === 'year') return [yearOf(`${term.year - 1}-01-01`)]
  const phases = world.catalog.phases
    .filter(phase => phase.campaign === term.campaign)
    .map(phaseTerm)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const index = phases.findIndex(phase => phase.from === term.from)
  const previous = phases[index - 1]
  const start = phases[0]?.from ?? term.from
  const year = yearOf(`${Number(start.slice(0, 4)) - 1}-01-01`)
  return previous ? [{ from: previous.from, to: previous.to }, year] : [year]
}

/** v₀ of one unit and indicator for a term, percent or points; null when there is none. */
export async function baselineOf(
  asking: Pick<Asking, 'stores' | 'world' | 'moment'>,
  unit: string,
  indicator: string,
  term: Term,
): Promise<number | null> {
  const found = await baselines(asking, [unit], [indicator], term, asking.moment)
  return found.get(`${unit}|${indicator}`) ?? null
}

/** v₀ for many units and indicators, by `unit|indicator`; a pair without one is not in the map. */
export async function baselines(
  asking: Pick<Asking, 'stores' | 'world'>,
  units: readonly string[],
  indicators: readonly string[],
  term: Term,
  moment: Moment,
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const window of baselineWindows(asking.world, term).toReversed()) {
    const measures = await measureUnits(asking.stores, asking.world, { units, indicators, window, moment })
    for (const [key, { measure }] of measures) {
      if (measure.state === 'value') found.set(key, measure.value)
    }
  }
  return found
}
