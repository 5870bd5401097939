import type { Indicator } from './indicator.ts'
import { addDays, daysBetween, daysIn } from './period.ts'
import { hundredths, roundDiv } from './rounding.ts'
import type { Window } from './window.ts'

type Better = Indicator['better']

/**
 * Where a day stands in a term: `day` is 1 on the first day and `days` on the last and after; `daysLeft` is 0 on the
 * last day. Before the term: day 0 and all days left.
 */
export function phaseDays(term: Window, day: string): { day: number; days: number; daysLeft: number } {
  const days = daysIn(term)
  const elapsed = Math.min(Math.max(daysBetween(addDays(term.from, -1), day), 0), days)
  return { day: elapsed, days, daysLeft: days - elapsed }
}

/** The line from the starting value, percent or points, to the target, and the day on which it is read. */
export interface PaceLine {
  v0: number | null
  target: number
  term: Window
  day: string
  better?: Better
}

/**
 * What the line of DOMAIN.md §7 expects at the end of the day: straight from `v0` on the day before the term to `target`
 * on its last day; flat at the target where `v0` is not known or already meets it. 2 decimals.
 */
export function expectedAt({ v0, target, term, day, better = 'higher' }: PaceLine): number {
  if (v0 === null || isMet(v0, target, better)) return target
  const elapsed = phaseDays(term, day)
  const [start, end] = [hundredths(v0), hundredths(target)]
  return roundDiv(start * elapsed.days + (end - start) * elapsed.day, elapsed.days) / 100
}

/** Whether a value (rounded to 2 decimals) meets the target: reaches it, or where lower is better stays within it. */
export function isMet(value: number, target: number, better: Better = 'higher'): boolean {
  const [v, p] = [hundredths(value), hundredths(target)]
  return better === 'higher' ? v >= p : v <= p
}

/** `met` at the target, `on_track` at or beyond what the line expects, otherwise `behind`. */
export function paceOf(
  value: number,
  expected: number,
  target: number,
  better: Better = 'higher',
): 'met' | 'on_track' | 'behind' {
  if (isMet(value, target, better)) return 'met'
  return isMet(value, expected, better) ? 'on_track' : 'behind'
}
