import { Temporal } from 'temporal-polyfill'
import { isDayOff } from './holidays.ts'
import type { HolidayRow } from './holidays.ts'

/** When unasked messages may be sent. */
export interface WorkingTime {
  timeZone: string
  /** `HH:MM` on the wall; may run over midnight; null, or the same time twice: never quiet. */
  quiet: { from: string; to: string } | null
  /** Whether nothing is sent on days off. */
  workingDaysOnly: boolean
  holidays: readonly HolidayRow[]
}

/** Longer than any row of days off: a table that leaves no day open is a mistake, and must not hang the program. */
const LONGEST_CLOSURE_DAYS = 60

/**
 * The first moment, in milliseconds, not before `at`, at which an unasked message may be sent: `at` itself while the window
 * is open. At the end of the quiet hours it is open again.
 * @throws Error where the table of holidays leaves no open day within two months
 */
export function nextOpening(at: number, rules: WorkingTime): number {
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(rules.timeZone)
  let moment = start
  const last = start.add({ days: LONGEST_CLOSURE_DAYS })
  while (Temporal.ZonedDateTime.compare(moment, last) <= 0) {
    const opens = openingOf(moment, rules)
    if (opens === null) return moment.epochMilliseconds
    moment = opens
  }
  throw new Error(`no working day within ${LONGEST_CLOSURE_DAYS} days of ${start.toPlainDate().toString()}`)
}

/** Null when the window is open; otherwise a later moment at which to look again. */
function openingOf(moment: Temporal.ZonedDateTime, rules: WorkingTime): Temporal.ZonedDateTime | null {
  const today = moment.toPlainDate()
  if (rules.workingDaysOnly && isDayOff(today.toString(), rules.holidays))
    return dayStart(today.add({ days: 1 }), rules)
  const { quiet } = rules
  if (quiet === null || quiet.from === quiet.to) return null
  const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)]
  const now = moment.toPlainTime()
  const evening = Temporal.PlainTime.compare(now, from) >= 0
  const morning = Temporal.PlainTime.compare(now, to) < 0
  if (Temporal.PlainTime.compare(from, to) > 0) {
    if (evening) return onWall(today.add({ days: 1 }), to, rules)
    return morning ? onWall(today, to, rules) : null
  }
  return evening && morning ? onWall(today, to, rules) : null
}

function dayStart(day: Temporal.PlainDate, rules: WorkingTime): Temporal.ZonedDateTime {
  return day.toZonedDateTime(rules.timeZone)
}

function onWall(
  day: Temporal.PlainDate,
  plainTime: Temporal.PlainTime,
  rules: WorkingTime,
): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone: rules.timeZone, plainTime })
}
