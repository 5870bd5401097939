import {
  addDays,
  addMonths,
  daysIn,
  dayNumber,
  halfOf,
  isSame,
  middleOf,
  monthOf,
  quarterOf,
  weekOf,
  yearOf,
} from './period.ts'
import type { Window } from './window.ts'

/** The period in which a province reports; a month may begin on another day than the 1st (then: from the 21st to the 20th). */
export interface Rhythm {
  every: 'day' | 'week' | 'month'
  /** Day of the month on which a month begins, 1 to 28. */
  monthStart: number
}

/** The period of the rhythm that holds the day. */
export function periodAt({ every, monthStart }: Rhythm, day: string): Window {
  if (every === 'day') return { from: day, to: day }
  if (every === 'week') return weekOf(day)
  return reportingMonthOf(day, monthStart)
}

/** The month that begins on `start` and holds the day: of the 21st, 21/9 to 20/10. */
export function reportingMonthOf(day: string, start: number): Window {
  if (start === 1) return monthOf(day)
  const begins = `${day.slice(0, 8)}${String(start).padStart(2, '0')}`
  const from = begins <= day ? begins : addMonths(begins, -1)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The period just before. */
export function periodBefore(rhythm: Rhythm, period: Window): Window {
  return periodAt(rhythm, addDays(period.from, -1))
}

/** The periods whose middle lies in the window, earliest first. */
export function periodsIn(rhythm: Rhythm, window: Window): Window[] {
  const periods: Window[] = []
  const first = periodAt(rhythm, window.from)
  for (let period = first; period.from <= window.to; period = periodAt(rhythm, addDays(period.to, 1))) {
    const middle = middleOf(period)
    if (window.from <= middle && middle <= window.to) periods.push(period)
  }
  return periods
}

/**
 * The stretches in which a course is told: those asked for, as far as the rhythm has such, else its own periods; those
 * whose middle lies in the window, earliest first.
 */
export function stepsIn(step: 'week' | 'month' | 'quarter' | null, rhythm: Rhythm, window: Window): Window[] {
  if (step === null || (step === 'week' && rhythm.every === 'month')) return periodsIn(rhythm, window)
  if (step !== 'quarter') return periodsIn({ ...rhythm, every: step }, window)
  const quarters: Window[] = []
  for (let at = quarterOf(window.from); at.from <= window.to; at = quarterOf(addDays(at.to, 1)))
    quarters.push(at)
  return quarters.filter(one => window.from <= middleOf(one) && middleOf(one) <= window.to)
}

/**
 * The whole stretch of the same kind just before a window: quý I before quý II, the week before a week, the phase before
 * a phase or the part of it that has passed (`phases`, in any order). A stretch of no kind: the same number of days just before it.
 */
export function windowBefore(window: Window, rhythm: Rhythm, phases: readonly Window[]): Window {
  const before = addDays(window.from, -1)
  if (isSame(periodAt(rhythm, window.from), window)) return periodAt(rhythm, before)
  if (phases.some(phase => phase.from === window.from && window.to <= phase.to)) {
    const earlier = phases.filter(phase => phase.to < window.from)
    const [last] = earlier.toSorted((a, b) => (a.to < b.to ? 1 : -1))
    if (last) return { from: last.from, to: last.to }
  }
  const kind = WHOLES.find(whole => isSame(whole(window.from), window))
  return kind ? kind(before) : { from: addDays(window.from, -daysIn(window)), to: before }
}

const WHOLES = [weekOf, monthOf, quarterOf, halfOf, yearOf] as const

/**
 * The rhythm in which rows come: the kind of period that the most of the newest rows have, of equally many the shorter.
 * A month that begins on another day than the 1st is one of 28 to 31 days from a day of the month to the day before it.
 * Weekly where there are no rows of any kind.
 */
export function rhythmOf(rows: readonly Window[]): Rhythm {
  const found = new Map<string, { rhythm: Rhythm; count: number }>()
  for (const row of rows) {
    const rhythm = rhythmOfPeriod(row)
    if (!rhythm) continue
    const key = `${rhythm.every} ${rhythm.monthStart}`
    const known = found.get(key) ?? { rhythm, count: 0 }
    found.set(key, { rhythm, count: known.count + 1 })
  }
  const best = [...found.values()].toSorted(
    (a, b) => b.count - a.count || ORDER.indexOf(a.rhythm.every) - ORDER.indexOf(b.rhythm.every),
  )[0]
  return best?.rhythm ?? { every: 'week', monthStart: 1 }
}

const ORDER = ['day', 'week', 'month']

function rhythmOfPeriod(row: Window): Rhythm | null {
  if (row.from === row.to) return { every: 'day', monthStart: 1 }
  if (isSame(weekOf(row.from), row)) return { every: 'week', monthStart: 1 }
  const start = Number(row.from.slice(8, 10))
  if (start > 28 || dayNumber(row.to) - dayNumber(row.from) > 31) return null
  return isSame(reportingMonthOf(row.from, start), row) ? { every: 'month', monthStart: start } : null
}
