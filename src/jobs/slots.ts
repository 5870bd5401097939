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

/** Slots after `after` and up to `now` (milliseconds), oldest first, at most the newest `limit`. */
export function slotsBetween(
  rhythm: Rhythm,
  { after, now, timeZone, limit }: { after: number; now: number; timeZone: string; limit: number },
): number[] {
  const slots: number[] = []
  for (let slot = latestSlot(rhythm, now, timeZone); slot > after && slots.length < limit;) {
    slots.unshift(slot)
    slot = latestSlot(rhythm, slot - 1, timeZone)
  }
  return slots
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
  /** The job is seen for the first time, or a clock was ahead: it goes on after this slot. */
  | { do: 'adopt'; slot: number }
  | { do: 'run'; slot: number; late: boolean }
  /** Missed, and not made up for: noted as done and logged. */
  | { do: 'skip'; slot: number }

/** Later than this after its slot a run counts as late. */
const ON_TIME_MS = 10 * 60_000
/** Older slots than these are not even logged one by one. */
const MOST_SLOTS = 1_000

/** What a job says of its missed slots. */
export interface Catching {
  rhythm: Rhythm
  /** How long after its slot a missed run is still made up for, milliseconds. */
  graceMs: number
  /** Each missed slot within the grace is made up for, not only the newest: what it does depends on its day. */
  each?: boolean
}

/** The last slot that is done with, and when that was noted; milliseconds. */
export interface Done {
  slot: number
  at: number
}

/**
 * What to do about a job now, slot by slot, oldest first: of the slots that were missed the newest is made up for
 * within the grace (or each, where the job says so), and every other one is left out, so that none goes without a word.
 * A clock that went back a little finds nothing due; one that was far ahead is not believed. A rhythm that was changed has slots
 * of its own since the last one, by whatever rhythm that was: each runs once or is left out by name.
 */
export function decideSlots(
  job: Catching,
  last: Done | null,
  view: { now: number; timeZone: string },
): SlotDecision[] {
  const { now, timeZone } = view
  const newest = latestSlot(job.rhythm, now, timeZone)
  if (last === null) return [{ do: 'adopt', slot: newest }]
  if (wasFarAhead(job, last, view)) return anew(job, view)
  const slots = slotsBetween(job.rhythm, { after: last.slot, now, timeZone, limit: MOST_SLOTS })
  return slots.map(slot => {
    const made = isMade(job, slot, now) && (slot === newest || job.each === true)
    return made ? { do: 'run', slot, late: now - slot > ON_TIME_MS } : { do: 'skip', slot }
  })
}

/** The last slot lies in the future: more than one of them does, or it was not even run. */
function wasFarAhead(
  job: Catching,
  last: Done,
  { now, timeZone }: { now: number; timeZone: string },
): boolean {
  if (last.slot <= now) return false
  return latestSlot(job.rhythm, last.slot - 1, timeZone) > now || !isMade(job, last.slot, last.at)
}

/**
 * By a clock that was ahead nobody knows which slots were done: what is within the grace is done (again, which adds
 * nothing), and it goes on from there.
 */
function anew({ rhythm, graceMs, each }: Catching, view: { now: number; timeZone: string }): SlotDecision[] {
  const { now, timeZone } = view
  const limit = each === true ? MOST_SLOTS : 1
  const slots = slotsBetween(rhythm, { after: now - graceMs - 1, now, timeZone, limit })
  const from = latestSlot(rhythm, (slots[0] ?? now + 1) - 1, timeZone)
  const late = (slot: number) => now - slot > ON_TIME_MS
  return [{ do: 'adopt', slot: from }, ...slots.map(slot => ({ do: 'run', slot, late: late(slot) }) as const)]
}

function isMade({ graceMs }: Catching, slot: number, at: number): boolean {
  return at - slot <= graceMs
}
