/** Milliseconds. */
export interface BackOff {
  first: number
  longest: number
}

/**
 * How long to wait after the `failures`-th failure in a row (1 is the first): doubling from `first` up to `longest`.
 * `random` in [0, 1) spreads it over the upper half, so that many waiters do not come back together.
 */
export function backOff(failures: number, { first, longest }: BackOff, random?: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(30, Math.max(0, failures - 1)))
  return random === undefined ? whole : Math.round(whole * (0.5 + random / 2))
}
