import { Temporal } from 'temporal-polyfill'

/** A moment and what the calendar and the clock on the wall say then in the province's time zone. */
export interface Moment {
  /** Milliseconds since 1970-01-01 UTC. */
  at: number
  /** Civil date, `YYYY-MM-DD`. */
  today: string
  /** Minutes since midnight on the wall. */
  minute: number
}

/**
 * The moment at `at` milliseconds as seen in `timeZone` (an IANA name).
 * Throws RangeError for a time zone that does not exist.
 */
export function momentAt(at: number, timeZone: string): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return { at, today: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute }
}

/** The civil date, `YYYY-MM-DD`, at `at` milliseconds in `timeZone`. */
export function civilDay(at: number, timeZone: string): string {
  return momentAt(at, timeZone).today
}
