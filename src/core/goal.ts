import { round2 } from './rounding.ts'

type Better = 'higher' | 'lower'

/** The value that a place would take, and whether the unit stands there or better already. */
export interface PlaceGoal {
  place: number
  /** The value that the holder of the place now has: the place is then shared. */
  value: number
  holder: string
  reached: boolean
}

/**
 * What a place would take as long as the others stay where they are (the rules, "A place as goal"): the value of the k-th.
 * A place beyond the last is the last. Null when nobody has a value.
 */
export function placeGoal(
  values: ReadonlyMap<string, number>,
  unit: string,
  place: number,
  better: Better,
): PlaceGoal | null {
  const sign = better === 'higher' ? -1 : 1
  const sorted = Array.from(values, ([code, value]) => ({ code, value: round2(value) })).toSorted(
    (a, b) => sign * (a.value - b.value) || (a.code < b.code ? -1 : 1),
  )
  const at = Math.min(Math.max(place, 1), sorted.length)
  const holder = sorted[at - 1]
  if (!holder) return null
  const own = values.get(unit)
  const reached = own !== undefined && sign * (round2(own) - holder.value) <= 0
  return { place: at, value: holder.value, holder: holder.code, reached }
}

/** The unit that stands just before (`ahead`) or after one in a table, with another value; null where there is none. */
export function neighbour(
  values: ReadonlyMap<string, number>,
  unit: string,
  side: 'ahead' | 'behind',
  better: Better,
): { unit: string; value: number } | null {
  const own = values.get(unit)
  if (own === undefined) return null
  const sign = (better === 'higher' ? 1 : -1) * (side === 'ahead' ? 1 : -1)
  let found: { unit: string; value: number } | null = null
  for (const [code, value] of values) {
    const away = sign * (round2(value) - round2(own))
    if (away <= 0) continue
    const nearer = found === null ? -1 : away - sign * (found.value - round2(own))
    if (nearer < 0 || (nearer === 0 && code < found!.unit)) found = { unit: code, value: round2(value) }
  }
  return found
}
