import type { Phase } from '../core/campaign.ts'
import type { DigestKind } from '../core/digest.ts'
import { addDays, weekOf } from '../core/period.ts'
import { reportingMonthOf, type Rhythm } from '../core/rhythm.ts'
import type { Window } from '../core/window.ts'

/** When a digest is made, and how the province reports. */
interface DigestDay {
  today: string
  /** The phase that it is of, for `phase`. */
  phase: Phase | null
  rhythm: Rhythm
}

/** The week that a weekly digest of the day is of: the last one that is over at its end. */
export function weekReported(day: string): Window {
  return weekOf(addDays(day, -6))
}

/**
 * The stretch of a digest: yesterday, the last whole week, the last whole month of the province's reports, or the phase.
 * A province that reports by month has no weeks: its weekly digest is of the last whole month.
 */
export function digestWindow(kind: DigestKind, { today, phase, rhythm }: DigestDay): Window {
  switch (kind) {
    case 'daily':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'weekly':
      return rhythm.every === 'month' ? lastMonth(today, rhythm) : weekReported(today)
    case 'monthly':
      return lastMonth(today, rhythm)
    case 'phase':
      return phase ? { from: phase.from, to: phase.to } : weekReported(today)
  }
}

/** The last reporting month that is over at the end of the day. */
function lastMonth(today: string, { monthStart }: Rhythm): Window {
  const current = reportingMonthOf(today, monthStart)
  return current.to === today ? current : reportingMonthOf(addDays(current.from, -1), monthStart)
}
