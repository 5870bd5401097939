import { round2 } from './rounding.ts'

/**
 * Places of units by their values, rounded to 2 decimals: equal values share a place and the next one is skipped
 * (1, 2, 2, 4). In the order of the places, equal ones by their key.
 */
export function rankAll(
  values: ReadonlyMap<string, number>,
  better: 'higher' | 'lower',
): Map<string, number> {
  const sign = better === 'higher' ? -1 : 1
  const sorted = Array.from(values, ([key, value]) => ({ key, value: round2(value) })).toSorted(
    (a, b) => sign * (a.value - b.value) || (a.key < b.key ? -1 : 1),
  )
  const ranks = new Map<string, number>()
  let [place, previous] = [0, Number.NaN]
  for (const [i, { key, value }] of sorted.entries()) {
    if (value !== previous) place = i + 1
    previous = value
    ranks.set(key, place)
  }
  return ranks
}
