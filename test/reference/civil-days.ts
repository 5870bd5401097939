/** Civil days as whole numbers (days since 1970-01-01), with nothing taken from the product. */
const DAY_MS = 86_400_000
const VIETNAM_MS = 7 * 3_600_000

/** A stretch of days, both ends included. */
export interface Days {
  from: number
  to: number
}

export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS
}

export function dayOf(text: string): number {
  const [year, month, day] = text.split('-').map(Number)
  return dayNumber(year ?? Number.NaN, month ?? Number.NaN, day ?? Number.NaN)
}

export function textOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The civil date in Vietnam (UTC+7, no summer time) at a moment in milliseconds. */
export function vietnamDay(at: number): number {
  return Math.floor((at + VIETNAM_MS) / DAY_MS)
}

/** Milliseconds of an hour on the wall in Vietnam. */
export function vietnamTime(day: number, hour: number): number {
  return day * DAY_MS + hour * 3_600_000 - VIETNAM_MS
}

export function monthDays(year: number, month: number): Days {
  return { from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) - 1 }
}

export function quarterDays(year: number, quarter: number): Days {
  return { from: dayNumber(year, quarter * 3 - 2, 1), to: dayNumber(year, quarter * 3 + 1, 1) - 1 }
}

export function yearDays(year: number): Days {
  return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) }
}

/** Monday to Sunday of an ISO week; week 1 is the one that holds 4 January. */
function weekDays(year: number, week: number): Days {
  const fourth = dayNumber(year, 1, 4)
  const monday = mondayOf(fourth) + (week - 1) * 7
  return { from: monday, to: monday + 6 }
}

/** 1970-01-01 was a Thursday: three days after a Monday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7)
}

/** The days that a period of the observation files names (`2024-W20`, `2024-05`, `2024-Q2`, `2024`, a day, a pair). */
export function periodDays(text: string): Days {
  const [first, last] = text.split('/')
  if (first !== undefined && last !== undefined) return { from: dayOf(first), to: dayOf(last) }
  const year = Number(text.slice(0, 4))
  const rest = text.slice(5)
  if (rest === '') return yearDays(year)
  if (rest.startsWith('W')) return weekDays(year, Number(rest.slice(1)))
  if (rest.startsWith('Q')) return quarterDays(year, Number(rest.slice(1)))
  if (rest.length === 2) return monthDays(year, Number(rest))
  return { from: dayOf(text), to: dayOf(text) }
}

/** The day in the middle of a stretch: of an ISO week its Thursday, of two middle days the earlier. */
export function middleDay(days: Days): number {
  return Math.floor((days.from + days.to + 1) / 2)
}

/** The same day of the month a month earlier, or the last of that month where it has no such day. */
export function monthEarlier(day: number): number {
  const date = new Date(day * DAY_MS)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
  return Math.min(dayNumber(year, month - 1, date.getUTCDate()), dayNumber(year, month, 1) - 1)
}

export function lengthOf(days: Days): number {
  return days.to - days.from + 1
}

export function sameDays(a: Days, b: Days): boolean {
  return a.from === b.from && a.to === b.to
}
