/**
 * Rounds to 2 decimals, half away from zero ("half up" of DOMAIN.md §4), as the decimal digits of `x` say and not its
 * binary remainder: 1.005 gives 1.01. Thirteen digits are kept, so the noise of a few operations is cut.
 */
export function round2(x: number): number {
  const whole = Math.round(Number((Math.abs(x) * 100).toPrecision(13)))
  return whole === 0 ? 0 : (Math.sign(x) * whole) / 100
}

/** Hundredths of a percent or a point as a whole number: 72.37 gives 7237. */
export function hundredths(x: number): number {
  return Math.round(round2(x) * 100)
}

/** ⌊n / d⌋ of whole numbers, d > 0, exact as long as n is a safe integer. */
export function floorDiv(n: number, d: number): number {
  const rest = n % d
  return (n - rest) / d - (rest < 0 ? 1 : 0)
}

/** ⌈n / d⌉ of whole numbers, d > 0. */
export function ceilDiv(n: number, d: number): number {
  const negative = floorDiv(-n, d)
  return negative === 0 ? 0 : -negative
}

/** n / d of whole numbers, d > 0, rounded to a whole number, half up. */
export function roundDiv(n: number, d: number): number {
  return floorDiv(2 * n + d, 2 * d)
}

/** 100 · numerator / denominator, rounded half up to 2 decimals without a binary error on the way. The denominator is > 0. */
export function percentOf(numerator: number, denominator: number): number {
  if (numerator <= SAFE_COUNT && denominator <= SAFE_COUNT)
    return roundDiv(numerator * 10_000, denominator) / 100
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  return Number((n * 20_000n + d) / (2n * d)) / 100
}

/** Below this a count times 20,000 plus another is still a safe integer. */
const SAFE_COUNT = 400_000_000_000
