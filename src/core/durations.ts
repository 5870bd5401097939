/** Lengths of time in milliseconds; a day is one of 24 hours, which the province's time zone always has. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** What was done, or written, can be taken back for so long. */
export const UNDO_MS = 10 * MINUTE_MS
