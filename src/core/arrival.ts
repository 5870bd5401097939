import { type Rhythm, periodAt, periodBefore } from './rhythm.ts'
import type { Window } from './window.ts'

/**
 * Whether a period has come, for a whole province and one indicator (the rules, "Late data"): where at least half of the
 * units that report have a row in it. Nobody reports: it has not.
 */
export function hasCome(withRow: number, reporting: number): boolean {
  return reporting > 0 && 2 * withRow >= reporting
}

/**
 * The newest period that has come, from the one that holds the day backwards over `back` periods at most; null when none
 * has. `rowsIn`: how many units have a row in a period, of how many that report.
 */
export function newestCome(
  rhythm: Rhythm,
  day: string,
  rowsIn: (period: Window) => { withRow: number; reporting: number },
  back: number,
): Window | null {
  let period = periodAt(rhythm, day)
  for (let i = 0; i <= back; i++) {
    const { withRow, reporting } = rowsIn(period)
    if (hasCome(withRow, reporting)) return period
    period = periodBefore(rhythm, period)
  }
  return null
}
