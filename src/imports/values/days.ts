import { weekdayWords } from '../../../locales/vi/files.ts'
import { daysBetween, dayText, isDay, weekOf } from '../../core/period.ts'
import type { Cell } from '../files/cell.ts'
import { foldName } from '../names/fold-name.ts'

/** Days as numbers in a spreadsheet: 1954 to 2091. What is outside is another number. */
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 70_000
/** 1 January 1970 as a spreadsheet counts days. */
const EPOCH = 25_569

/** Days of the week as they are written, each with its place from Monday, 0. */
const WEEKDAYS = new Map(
  weekdayWords.flatMap((words, at) => words.map((word): [string, number] => [foldName(word), at])),
)
const DAY_BEFORE =
  /^([\p{L}\p{M}]+(?:\s+[\p{L}\p{M}]+|\s*[2-7])?)\s*[,.:;(–-]?\s*(?:ng[aà]y\s+)?(?=\d)(.*?)\)?$/iu
const DAY_BEHIND = /^(.*?\d)\s*[,(–-]\s*([\p{L}\p{M}]+(?:\s+[\p{L}\p{M}]+|\s*[2-7])?)\)?$/iu

/**
 * `2026-12-30`, `30/12/2026`, `30-12-2026`, `30.12.26`, `Thứ Tư, ngày 30/12/2026`, or a spreadsheet's number, as `YYYY-MM-DD`;
 * null else, and where the weekday that is written is that of another day.
 */
export function readDay(cell: Cell): string | null {
  if (typeof cell === 'number') return serialDay(cell)
  if (typeof cell !== 'string') return null
  const { weekday, rest } = withoutWeekday(cell.normalize('NFC').trim())
  const day = dayIn(rest)
  return day === null || weekday === null || weekday === weekdayOf(day) ? day : null
}

/** The day that a cell names beside a weekday that it is not; null where there is none such. */
export function otherWeekday(text: string): { day: string; is: string } | null {
  const { weekday, rest } = withoutWeekday(text.normalize('NFC').trim())
  const day = dayIn(rest)
  if (day === null || weekday === null || weekday === weekdayOf(day)) return null
  return { day, is: weekdayWords[weekdayOf(day)]?.[0] ?? '' }
}

function withoutWeekday(text: string): { weekday: number | null; rest: string } {
  if (!/\p{L}/u.test(text)) return { weekday: null, rest: text }
  const [, before = '', first = ''] = DAY_BEFORE.exec(text) ?? []
  const [, last = '', behind = ''] = DAY_BEHIND.exec(text) ?? []
  const found = [
    [before, first],
    [behind, last],
  ].find(([word = '']) => WEEKDAYS.has(foldName(word)))
  if (found === undefined) return { weekday: null, rest: text.replace(/^ng[aà]y\s+(?=\d)/i, '') }
  return { weekday: WEEKDAYS.get(foldName(found[0] ?? '')) ?? null, rest: found[1] ?? '' }
}

function weekdayOf(day: string): number {
  return daysBetween(weekOf(day).from, day)
}

function dayIn(cell: string): string | null {
  const text = cell.replace(/ 00:00(:00)?$/, '').trim()
  if (isDay(text)) return text
  const parts = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/.exec(text)
  if (parts !== null) return dayOf(parts[1], parts[3], parts[4])
  const reversed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text)
  if (reversed !== null) return dayOf(reversed[3], reversed[2], reversed[1])
  const words = /^(?:ng[aà]y\s+)?(\d{1,2})\s+th[aá]ng\s+(\d{1,2})\s+n[aă]m\s+(\d{4})$/i.exec(text)
  if (words !== null) return dayOf(words[1], words[2], words[3])
  return /^\d{5}$/.test(text) ? serialDay(Number(text)) : null
}

/** The day that a spreadsheet counts so; null for what is no such number. */
export function serialDay(serial: number): string | null {
  const isSerial = Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL
  return isSerial ? dayText(serial - EPOCH) : null
}

/** Day, month and year in digits as a day of the calendar; of two digits the year is in this century; null without a year. */
export function dayOf(day = '', month = '', year = ''): string | null {
  if (year === '') return null
  const text = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}
