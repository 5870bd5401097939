import type { Observation } from '../core/observation.ts'
import { hasCounts, known } from '../core/observe.ts'
import type { Window } from '../core/window.ts'
import { hasOwnCounts } from './measures.ts'
import type { Sight } from './scene.ts'

/**
 * The observations with counts that are known in a window, a list for each unit whose counts make the value: the unit
 * itself, or all below it when it has no counts of its own (DOMAIN.md §4). Of several granularities all are there.
 */
export async function rowsByUnit(
  sight: Sight,
  unit: string,
  indicator: string,
  window: Window,
): Promise<Observation[][]> {
  const { observations, scene } = sight
  const own = (await hasOwnCounts(sight, unit, indicator)) || !scene.tree.byCode.has(unit)
  const units = own ? [unit] : scene.tree.subtree(unit).map(one => one.code)
  const rows = await observations.inWindow({ indicators: [indicator], units, window })
  return [...Map.groupBy(rows, row => row.unit).values()].map(group =>
    known(group, window, scene.moment).filter(hasCounts),
  )
}
