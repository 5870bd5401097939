import { Temporal } from 'temporal-polyfill'

/** The calendar month of a moment in a time zone, `2026-11`, and when the next one begins, milliseconds. */
export function monthAt(at: number, timeZone: string): { key: string; ends: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  const month = local.toPlainDate().toPlainYearMonth()
  const next = month.add({ months: 1 }).toPlainDate({ day: 1 })
  return { key: month.toString(), ends: next.toZonedDateTime(timeZone).epochMilliseconds }
}

/** The next time after `at` that the clock on the wall shows the full hour, milliseconds. */
export function instantOn(at: number, hour: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  const today = local.startOfDay().with({ hour })
  const next = today.epochMilliseconds > at ? today : local.startOfDay().add({ days: 1 }).with({ hour })
  return next.epochMilliseconds
}
