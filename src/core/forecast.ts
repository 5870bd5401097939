import type { Moment } from './moment.ts'
import type { Observation } from './observation.ts'
import { type Counted, hasCounts, standing } from './observe.ts'
import { addDays, granularityOf } from './period.ts'
import { round2 } from './rounding.ts'

/** Weeks that carry a forecast, and how far back they may lie. */
const WEEKS = 3
const REACH_DAYS = 35

/** 90 % quantile of Student's t with WEEKS − 1 = 2 degrees of freedom: between ± it lie 80 %. */
const T_80 = 1.8856

/** The expected value at the end of the term and its 80 % interval; percent, 2 decimals. */
export interface Outlook {
  value: number
  low: number
  high: number
}

/**
 * (N + r·D′) / (D + D′), with r the pooled rate of the last three weeks (DOMAIN.md §7).
 *
 * The interval is the one for the mean of k further observations after n (Hahn, Meeker and Escobar, "Statistical
 * Intervals", prediction of a future sample mean): t·s·√(1/n + 1/k), with s the sample standard deviation of the weekly
 * rates, n = 3 and k = weeks left; it touches only the share D′ / (D + D′) that is still to come. With three weeks s is
 * itself uncertain, hence Student's t and not the normal 1.28, between which would lie only 67 %.
 *
 * Null with fewer than three weeks, or when there is and will be nothing to divide by. Clipped to 0…max.
 */
export function forecast(of: {
  numerator: number
  denominator: number
  /** As `lastWeeks` gives them: denominators > 0. */
  weeks: readonly { numerator: number; denominator: number }[]
  /** D′. */
  expectedDenominator: number
  daysLeft: number
  max: number
}): Outlook | null {
  const further = of.daysLeft > 0 ? of.expectedDenominator : 0
  const total = of.denominator + further
  if (of.weeks.length < WEEKS || total <= 0) return null
  const rate = sum(of.weeks.map(week => week.numerator)) / sum(of.weeks.map(week => week.denominator))
  const value = (100 * (of.numerator + rate * further)) / total
  const spread =
    further === 0
      ? 0
      : (100 * T_80 * deviation(of.weeks) * Math.sqrt(1 / of.weeks.length + 7 / of.daysLeft) * further) /
        total
  const clipped = (x: number): number => round2(Math.min(Math.max(x, 0), of.max))
  return { value: clipped(value), low: clipped(value - spread), high: clipped(value + spread) }
}

/**
 * The last three weekly observations of one unit and indicator that ended by today and lie in the last 35 days, earliest
 * first. Weeks without dossiers have no rate and are passed over. Fewer when there are not as many.
 */
export function lastWeeks(rows: readonly Observation[], m: Moment): Counted[] {
  const window = { from: addDays(m.today, 1 - REACH_DAYS), to: m.today }
  const weekly = rows.filter(o => o.from >= window.from && o.to <= window.to && granularityOf(o) === 'week')
  return standing(weekly, window, m)
    .filter(hasCounts)
    .filter(o => o.denominator > 0)
    .slice(-WEEKS)
}

/** Sample standard deviation of the weekly rates. */
function deviation(weeks: readonly { numerator: number; denominator: number }[]): number {
  const rates = weeks.map(week => week.numerator / week.denominator)
  const mean = sum(rates) / rates.length
  return Math.sqrt(sum(rates.map(rate => (rate - mean) ** 2)) / (rates.length - 1))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
