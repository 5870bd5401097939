import type { Observation } from '../core/observation.ts'
import { hasCounts, known } from '../core/observe.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import { hasOwnCounts } from './measures.ts'

/**
 * The observations with counts that are known in a window, a list for each unit whose counts make the value: the unit
 * itself, or all below it when it has no counts of its own (DOMAIN.md §4). Of several granularities all are there.
 */
export async function rowsByUnit(
  asking: Pick<Asking, 'stores' | 'world' | 'moment'>,
  unit: string,
  indicator: string,
  window: Window,
): Promise<Observation[][]> {
  const { stores, world, moment } = asking
  const first = await stores.observations.firstCounts()
  const own = hasOwnCounts(first, unit, indicator, moment.today) || !world.tree.byCode.has(unit)
  const units = own ? [unit] : world.tree.subtree(unit).map(one => one.code)
  const rows = await stores.observations.inWindow({ indicators: [indicator], units, window })
  return [...Map.groupBy(rows, row => row.unit).values()].map(group =>
    known(group, window, moment).filter(hasCounts),
  )
}

/** One row for each period, with the counts of all units added. */
export function sumByPeriod(rowsOfUnits: readonly (readonly Observation[])[]): Observation[] {
  const byPeriod = Map.groupBy(rowsOfUnits.flat(), row => `${row.from}/${row.to}`)
  return [...byPeriod.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const sum = (pick: (row: Observation) => number | null) =>
      group.reduce((total, row) => total + (pick(row) ?? 0), 0)
    return [{ ...first, numerator: sum(row => row.numerator), denominator: sum(row => row.denominator) }]
  })
}
