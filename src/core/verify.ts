import { round2 } from './rounding.ts'

/**
 * Whether a figure that somebody states is the right one: the figure, rounded half up to as many decimals as were stated,
 * is what was stated. So 42 is right for 42,13, and 42,5 is not.
 */
export function isRight(claimed: number, value: number): boolean {
  const decimals = decimalsOf(claimed)
  const scale = 10 ** decimals
  const shown = Math.floor(round2(value) * scale + 0.5 + 1e-9) / scale
  return Math.abs(shown - claimed) < 1e-9
}

/** Decimals with which a number is written, at most 2. */
function decimalsOf(x: number): number {
  const [, decimals = ''] = String(x).split('.')
  return Math.min(decimals.length, 2)
}
