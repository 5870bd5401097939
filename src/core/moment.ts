import { Temporal } from 'temporal-polyfill'
import { MINUTE_MS } from './durations.ts'

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
  const key = `${Math.floor(at / MINUTE_MS)} ${zone}`
  const known = walls.get(key)
  const wall = known ?? wallAt(at, zone)
  if (known === undefined && at >= WHOLE_MINUTES_SINCE) {
    if (walls.size >= MOST_WALLS) walls.clear()
    walls.set(key, wall)
  }
  return { at, ...wall, zone }
}

type Wall = Pick<Moment, 'today' | 'minute'>

/** Since 1973 no zone differs from UTC by seconds: within a minute the wall says the same. */
const WHOLE_MINUTES_SINCE = Date.UTC(1973, 0)
/** The walls asked for last: every message that is composed asks for the one of its minute several times. */
const walls = new Map<string, Wall>()
const MOST_WALLS = 200

function wallAt(at: number, zone: string): Wall {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return { today: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute }
}

/** The civil date, `YYYY-MM-DD`, at `at` milliseconds in `zone`. */
export function civilDay(at: number, zone: string): string {
  return momentAt(at, zone).today
}

/** The moment, milliseconds, at which a civil day begins in `zone`. */
export function dayStart(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}
