import { rankAll } from './rank.ts'
import { round2 } from './rounding.ts'

type Better = 'higher' | 'lower'

/** How one unit moved between two tables. */
export interface Mover {
  unit: string
  before: number
  after: number
  /** Difference of the rounded values, points of the measure. */
  change: number
  /** Places in each table, and places won (+) or lost (−). */
  rankBefore: number
  rankAfter: number
  rankChange: number
}

/**
 * How units moved from one table of values to another (the rules, "Movers"): those that have a value in both. Places are
 * those of each table itself. In the order of the units of `after`.
 */
export function moversOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  better: Better,
): Mover[] {
  const [places0, places1] = [rankAll(before, better), rankAll(after, better)]
  return [...after].flatMap(([unit, value]) => {
    const earlier = before.get(unit)
    const [rankBefore, rankAfter] = [places0.get(unit), places1.get(unit)]
    if (earlier === undefined || rankBefore === undefined || rankAfter === undefined) return []
    const change = round2(round2(value) - round2(earlier))
    return [
      {
        unit,
        before: round2(earlier),
        after: round2(value),
        change,
        rankBefore,
        rankAfter,
        rankChange: rankBefore - rankAfter,
      },
    ]
  })
}

/**
 * Those that moved in a direction, the largest move first, equal ones by code; those that stood still are none. `by`
 * value: "up" is a higher value; by place: a better place.
 */
export function movedMost(
  movers: readonly Mover[],
  by: 'value' | 'place',
  direction: 'up' | 'down',
): Mover[] {
  const sign = direction === 'up' ? 1 : -1
  const size = (mover: Mover): number => sign * (by === 'value' ? mover.change : mover.rankChange)
  return movers
    .filter(mover => size(mover) > 0)
    .toSorted((a, b) => size(b) - size(a) || (a.unit < b.unit ? -1 : 1))
}
