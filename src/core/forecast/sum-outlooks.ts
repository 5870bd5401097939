import { deviationOf, type Estimate } from './course.ts'
import { total } from './line.ts'

/** The forecast of one unit, or of several together: percent; `halfWidth` of the 80 % interval. */
export interface Outlook {
  value: number
  low: number
  high: number
  halfWidth: number
}

/** An estimate and the scale of its kind, as an interval in percent, within 0 and 100. */
export function outlookOf(estimate: Estimate, scale: number): Outlook {
  const value = 100 * estimate.rate
  const halfWidth = 100 * scale * deviationOf(estimate)
  return { value, halfWidth, low: Math.max(0, value - halfWidth), high: Math.min(100, value + halfWidth) }
}

/**
 * Several units together, unit by unit: their counts at the end add up. What is a unit's own partly cancels; what a kind
 * shares does not, and kinds are taken to err together. Null without any.
 */
export function sumOutlooks(parts: readonly { estimate: Estimate; scale: number }[]): Outlook | null {
  const denominator = total(parts, ({ estimate }) => estimate.denominator)
  if (denominator === 0) return null
  const share = (estimate: Estimate): number => estimate.denominator / denominator
  const rate = total(parts, ({ estimate }) => share(estimate) * estimate.rate)
  const own = total(parts, ({ estimate, scale }) => (share(estimate) * scale) ** 2 * estimate.own)
  const common = total(parts, ({ estimate, scale }) => share(estimate) * scale * Math.sqrt(estimate.common))
  return outlookOf({ rate, own, common: common ** 2, denominator }, 1)
}
