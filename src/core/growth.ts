import { round2 } from './rounding.ts'

/** How many times the earlier value the later one is ("gấp 1,6 lần"), 2 decimals; null without an earlier value or with 0. */
export function factorOf(before: number | null, after: number | null): number | null {
  if (before === null || after === null || before === 0) return null
  return round2(after / before)
}

/** The later minus the earlier, both rounded; percentage points, points or places. Null without one of them. */
export function changeOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : round2(round2(after) - round2(before))
}
