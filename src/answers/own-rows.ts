import type { Observation } from '../core/observation.ts'
import { standing } from '../core/observe.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import { hasOwnCounts } from './measures.ts'

/**
 * The observations that stand for one unit and indicator in a window: its own, or, for a unit without counts of its
 * own, one row for each period that sums the units below it.
 */
export async function ownRows(
  asking: Pick<Asking, 'stores' | 'world' | 'moment'>,
  unit: string,
  indicator: string,
  window: Window,
): Promise<Observation[]> {
  const { stores, world, moment } = asking
  const first = await stores.observations.firstCounts()
  const own = hasOwnCounts(first, unit, indicator, moment.today)
  const units = own || !world.tree.byCode.has(unit) ? [unit] : world.tree.subtree(unit).map(one => one.code)
  const rows = await stores.observations.inWindow({ indicators: [indicator], units, window })
  const byUnit = Map.groupBy(rows, row => row.unit)
  const standingRows = [...byUnit.values()].flatMap(group => standing(group, window, moment))
  return own || units.length === 1 ? standingRows : sumByPeriod(standingRows, unit)
}

function sumByPeriod(rows: readonly Observation[], unit: string): Observation[] {
  const counted = rows.filter(row => row.denominator !== null)
  return [...Map.groupBy(counted, row => `${row.from}/${row.to}`).values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const sum = (pick: (row: Observation) => number | null) =>
      group.reduce((total, row) => total + (pick(row) ?? 0), 0)
    return [
      { ...first, unit, numerator: sum(row => row.numerator), denominator: sum(row => row.denominator) },
    ]
  })
}
