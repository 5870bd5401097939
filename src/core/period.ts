import { DAY_MS } from './durations.ts'
import type { Window } from './window.ts'

/** Shapes of a stretch of days; `span` is any other stretch than a day or a whole week, month, quarter, half, year. */
export type Granularity = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'span'

/** Years outside of these are slips of the pen, not periods. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2999

/** Day numbers already worked out: a few years' worth, and at most as many as the calendar has days. */
const known = new Map<string, number>()

/** Days from 1970-01-01 to the civil day `YYYY-MM-DD`. Civil days have no time zone, so UTC arithmetic is exact. */
export function dayNumber(day: string): number {
  const found = known.get(day)
  if (found !== undefined) return found
  const number = calendarNumber(day)
  known.set(day, number)
  return number
}

function calendarNumber(day: string): number {
  return Date.UTC(yearNumber(day), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS
}

/** The same the other way round: as many days as a century has. */
const texts = new Map<number, string>()
const MOST_TEXTS = 36_525

/** The civil day that lies `number` days after 1970-01-01. */
export function dayText(number: number): string {
  const found = texts.get(number)
  if (found !== undefined) return found
  const text = new Date(number * DAY_MS).toISOString().slice(0, 10)
  if (texts.size < MOST_TEXTS) texts.set(number, text)
  return text
}

/** True for `YYYY-MM-DD` that the calendar has (no 30 February). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return isYear(yearNumber(text)) && dayText(calendarNumber(text)) === text
}

/** The day `count` days after `day` (before, when negative). */
export function addDays(day: string, count: number): string {
  return dayText(dayNumber(day) + count)
}

/** The same day of the month `count` months later; the last day of that month where it has no such day. */
export function addMonths(day: string, count: number): string {
  const months = yearNumber(day) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), months - Math.floor(months / 12) * 12]
  return monthDay(year, month, Math.min(Number(day.slice(8, 10)), monthLength(year, month)))
}

/** Days from `a` to `b`: b − a. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a)
}

/** Days of the window, both ends counted. */
export function daysIn(window: Window): number {
  return daysBetween(window.from, window.to) + 1
}

/**
 * The day in which the midpoint of a window lies, days counted from midnight: of an ISO week its Thursday. A midpoint at
 * midnight belongs to the day that begins then.
 */
export function middleOf(window: Window): string {
  return addDays(window.from, Math.floor(daysIn(window) / 2))
}

export function contains(window: Window, day: string): boolean {
  return window.from <= day && day <= window.to
}

export function isSame(a: Window, b: Window): boolean {
  return a.from === b.from && a.to === b.to
}

/** The days that `window` shares with `to`, or null when there are none. */
export function clip(window: Window, to: Window): Window | null {
  const from = window.from > to.from ? window.from : to.from
  const end = window.to < to.to ? window.to : to.to
  return from <= end ? { from, to: end } : null
}

/** The ISO week, Monday to Sunday, that holds the day. */
export function weekOf(day: string): Window {
  const number = dayNumber(day)
  const monday = number - weekday(number)
  return { from: dayText(monday), to: dayText(monday + 6) }
}

export function monthOf(day: string): Window {
  return monthsFrom(yearNumber(day), Number(day.slice(5, 7)) - 1, 1)
}

export function quarterOf(day: string): Window {
  return monthsFrom(yearNumber(day), Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3, 3)
}

/** The first or the second six months of the year. */
export function halfOf(day: string): Window {
  return monthsFrom(yearNumber(day), day.slice(5, 7) < '07' ? 0 : 6, 6)
}

export function yearOf(day: string): Window {
  return monthsFrom(yearNumber(day), 0, 12)
}

/** Week `week` of the ISO year, or null where that year has no such week (many have no week 53). */
export function isoWeek(year: number, week: number): Window | null {
  if (!Number.isInteger(week) || !isYear(year)) return null
  const first = weekOf(monthDay(year, 0, 4))
  const found = { from: addDays(first.from, 7 * (week - 1)), to: addDays(first.to, 7 * (week - 1)) }
  return yearNumber(middleOf(found)) === year ? found : null
}

/** ISO year and week of a day; the year is the one in which the week's Thursday lies. */
export function isoWeekNumber(day: string): { year: number; week: number } {
  const number = dayNumber(day)
  const thursday = number - weekday(number) + 3
  const year = yearNumber(dayText(thursday))
  return { year, week: Math.floor((thursday - dayNumber(monthDay(year, 0, 1))) / 7) + 1 }
}

/**
 * Reads `2024-W20`, `2024-05`, `2024-Q2`, `2024`, `2024-05-19` or `2024-03-22/2024-05-01`.
 * Null for anything else: a day that the calendar lacks, week 53 of a year without one, an end before its start.
 */
export function parsePeriod(text: string): (Window & { granularity: Granularity }) | null {
  const window = parseWindow(text)
  return window && { ...window, granularity: granularityOf(window) }
}

function parseWindow(text: string): Window | null {
  const parts = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|(\d{2})))?$/.exec(text)
  if (!parts) return parseSpan(text)
  const year = Number(parts[1])
  if (!isYear(year)) return null
  if (parts[2]) return isoWeek(year, Number(parts[2]))
  if (parts[3]) return monthsFrom(year, (Number(parts[3]) - 1) * 3, 3)
  if (!parts[4]) return monthsFrom(year, 0, 12)
  const month = Number(parts[4])
  return month >= 1 && month <= 12 ? monthsFrom(year, month - 1, 1) : null
}

function parseSpan(text: string): Window | null {
  const [from = '', to = from, ...rest] = text.split('/')
  return rest.length === 0 && isDay(from) && isDay(to) && from <= to ? { from, to } : null
}

/** The shape of a window by its dates alone: Monday to Sunday is a week, 1–30 June a month. */
export function granularityOf(window: Window): Granularity {
  if (window.from === window.to) return 'day'
  for (const [granularity, of] of SHAPES) {
    const whole = of(window.from)
    if (isSame(whole, window)) return granularity
  }
  return 'span'
}

const SHAPES = [
  ['week', weekOf],
  ['month', monthOf],
  ['quarter', quarterOf],
  ['half', halfOf],
  ['year', yearOf],
] as const

/** Shortest way to write the window; `parsePeriod` reads it back as the same window. */
export function periodText(window: Window): string {
  const granularity = granularityOf(window)
  if (granularity === 'day') return window.from
  if (granularity === 'week') return weekText(isoWeekNumber(window.from))
  if (granularity === 'month') return window.from.slice(0, 7)
  const year = window.from.slice(0, 4)
  if (granularity === 'quarter') return `${year}-Q${(Number(window.from.slice(5, 7)) + 2) / 3}`
  return granularity === 'year' ? year : `${window.from}/${window.to}`
}

function weekText({ year, week }: { year: number; week: number }): string {
  return `${year}-W${String(week).padStart(2, '0')}`
}

function yearNumber(day: string): number {
  return Number(day.slice(0, 4))
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR
}

/** 0 for Monday … 6 for Sunday: 1970-01-01 was a Thursday. */
function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}

/** `month` from 0; months beyond December run into the next year. */
function monthDay(year: number, month: number, day: number): string {
  return dayText(Date.UTC(year, month, day) / DAY_MS)
}

function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
}

function monthsFrom(year: number, month: number, count: number): Window {
  return { from: monthDay(year, month, 1), to: monthDay(year, month + count, 0) }
}
