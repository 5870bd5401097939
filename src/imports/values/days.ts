import { dayText, isDay } from '../../core/period.ts'
import type { Cell } from '../files/cell.ts'

/** Days as numbers in a spreadsheet: 1954 to 2091. What is outside is another number. */
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 70_000
/** 1 January 1970 as a spreadsheet counts days. */
const EPOCH = 25_569

/** `2026-12-30`, `30/12/2026`, `30-12-2026`, `30.12.26`, or a spreadsheet's number, as `YYYY-MM-DD`; null else. */
export function readDay(cell: Cell): string | null {
  if (typeof cell === 'number') return serialDay(cell)
  if (typeof cell !== 'string') return null
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
