import { percentOf, round2 } from './rounding.ts'

/** What a person assumes of the days to come: so many more a day, so many more in all, or a rate of what comes (percent). */
export type Assumption = { per_day: number } | { add: number } | { rate: number }

/**
 * The value at the end under an assumption (the rules, "What if"): extra numerators come out of the expected dossiers D′,
 * which do not grow. (N + r·D′ + x·days, at most N + D′) / (D + D′), with r the rate of the observations from which D′ is
 * taken; a `rate` replaces r. Percent, 2 decimals; null when there is nothing to divide by, or no r where it is needed.
 */
export function valueThen(of: {
  numerator: number
  denominator: number
  /** D′. */
  expected: number
  /** r: counts of the recent observations; null when there are none. */
  recent: { numerator: number; denominator: number } | null
  daysLeft: number
  assume: Assumption
}): number | null {
  const { numerator, denominator, expected, recent, daysLeft, assume } = of
  const total = denominator + expected
  if (total === 0) return null
  if ('rate' in assume) return capped(numerator + (assume.rate / 100) * expected, numerator + expected, total)
  if (expected > 0 && (recent === null || recent.denominator === 0)) return null
  const usual = expected > 0 ? (recent!.numerator * expected) / recent!.denominator : 0
  const extra = 'per_day' in assume ? assume.per_day * daysLeft : assume.add
  return capped(numerator + usual + extra, numerator + expected, total)
}

function capped(reached: number, most: number, total: number): number {
  if (reached >= most) return percentOf(most, total)
  return round2((100 * Math.max(0, reached)) / total)
}
