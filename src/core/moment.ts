import { Temporal } from 'temporal-polyfill'

/** A moment and what the calendar and the clock on the wall say then in the province's time zone. */
export interface Moment {
  /** Milliseconds since 1970-01-01 UTC. */
  at: number
  /** Civil date, `YYYY-MM-DD`. */
  today: string
  /** Minutes since midnight on the wall. */
  minute: number
  /** IANA name of the province's time zone. */
  zone: string
}

/**
 * The moment at `at` milliseconds as seen in `zone` (an IANA name).
 * Throws RangeError for a time zone that does not exist.
 */
export function momentAt(at: number, zone: string): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return { at, today: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute, zone }
}

/** The civil date, `YYYY-MM-DD`, at `at` milliseconds in `zone`. */
export function civilDay(at: number, zone: string): string {
  return momentAt(at, zone).today
}

/** The moment, milliseconds, at which a civil day begins in `zone`. */
export function dayStart(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}
