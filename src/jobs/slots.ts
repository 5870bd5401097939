import { Temporal } from 'temporal-polyfill'

/** When a job is due, on the wall clock of the province. `at` is `HH:MM`; weekday 1 is Monday. */
export type Rhythm =
  | { every: 'day'; at: string }
  | { every: 'week'; weekday: number; at: string }
  | { every: 'month'; day: number; at: string }

/**
 * The last slot of a rhythm at or before `now` (milliseconds) in the time zone. Pure: what is due is decided from it
 * and from the stored last slot, never from a timer. A time that a change of the clock skips is put off by what is skipped.
 */
export function latestSlot(rhythm: Rhythm, now: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  for (let back = 0; ; back++) {
    const date = local.toPlainDate().subtract({ days: back })
    if (!falls(rhythm, date)) continue
    const slot = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(rhythm.at) })
    if (slot.epochMilliseconds <= now) return slot.epochMilliseconds
  }
}

function falls(rhythm: Rhythm, date: Temporal.PlainDate): boolean {
  switch (rhythm.every) {
    case 'day':
      return true
    case 'week':
      return date.dayOfWeek === rhythm.weekday
    case 'month':
      break
  }
  return date.day === rhythm.day
}

export type SlotDecision =
  | { do: 'nothing' }
  /** First time that this job is seen: its past slots are nobody's business. */
  | { do: 'adopt'; slot: number }
  | { do: 'run'; slot: number; late: boolean }
  /** Missed by more than the grace: noted as done and logged. */
  | { do: 'skip'; slot: number }

/** Later than this after its slot a run counts as late. */
const ON_TIME_MS = 10 * 60_000

/**
 * What to do about a job now: slots missed while the process was down are made up for once, by the newest of them,
 * within the grace (milliseconds). A clock that went back finds nothing due.
 */
export function decideSlot(
  lastDone: number | null,
  slot: number,
  now: number,
  graceMs: number,
): SlotDecision {
  if (lastDone === null) return { do: 'adopt', slot }
  if (slot <= lastDone) return { do: 'nothing' }
  if (now - slot > graceMs) return { do: 'skip', slot }
  return { do: 'run', slot, late: now - slot > ON_TIME_MS }
}
