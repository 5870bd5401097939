import type { Term } from '../core/campaign.ts'
import { yearOf } from '../core/period.ts'
import { phaseTerm } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import { measureUnits } from './measures.ts'
import type { Sight } from './scene.ts'
import type { World } from './world.ts'

/**
 * The windows in which the starting value v₀ of a term is looked for, best first: the previous phase of the same
 * campaign, then the year before the campaign (DOMAIN.md §7).
 */
function baselineWindows(world: World, term: Term): Window[] {
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

/** v₀ for many units and indicators, by `unit|indicator`; a pair without one is not in the map. */
export async function baselines(
  sight: Sight,
  { units, indicators, term }: { units: readonly string[]; indicators: readonly string[]; term: Term },
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const window of baselineWindows(sight.scene, term).toReversed()) {
    const measures = await measureUnits(sight, { units, indicators, window })
    for (const [key, { measure }] of measures) {
      if (measure.state === 'value') found.set(key, measure.value)
    }
  }
  return found
}
