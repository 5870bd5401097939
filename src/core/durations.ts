/** Lengths of time in milliseconds; a day is one of 24 hours, which the province's time zone always has. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** What was done, or written, can be taken back for so long. */
export const UNDO_MS = 10 * MINUTE_MS

/**
 * Whether no more than `length` has passed since `then` (all in milliseconds). What lies ahead by more than a minute was
 * noted by a clock that was wrong, and is not recent, lest it hold until that moment comes.
 */
export function isRecent(then: number, now: number, length: number): boolean {
  return then <= now + MINUTE_MS && now - then <= length
}
