import { DAY_MS } from '../../core/durations.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Cell } from './cell.ts'

/** What a cell of a spreadsheet holds. */
export type CellValue = string | number | boolean | Date | null

/** A spreadsheet keeps numbers in 15 digits; what stands behind them comes from calculating. */
const DIGITS = 15

/** How a format shows a number. */
interface Shape {
  percent: boolean
  /** Digits to which a whole number is filled up with zeros, or 0. */
  zeros: number
  day: boolean
  month: boolean
  year: boolean
}

const MAX_SHAPES = 1_000
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g

/**
 * A cell as its format shows it: a day as `2024-05-19`, a month as `2024-05`, 0.403 in percent as 40.3 percent,
 * 7 in three digits as `007`; other numbers stay numbers.
 */
export function cellOfValue(value: CellValue, format: string | undefined): Cell {
  if (value === null) return ''
  if (typeof value === 'string') return plainText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const shape = shapeOf(format ?? '')
  return value instanceof Date ? dayText(value, shape) : numberCell(value, shape)
}

/** Text in Unicode's composed form without what cannot be seen, trimmed. */
export function plainText(text: string): string {
  return text.replaceAll(INVISIBLE, '').normalize('NFC').trim()
}

function numberCell(value: number, { percent, zeros }: Shape): Cell {
  const number = Number((percent ? value * 100 : value).toPrecision(DIGITS))
  if (percent) return { percent: number }
  return zeros > 0 && Number.isInteger(number) && number >= 0 ? String(number).padStart(zeros, '0') : number
}

/** A day, with its time where it has one; only the month or year where no more is shown; a time alone for a time. */
function dayText(date: Date, { day, month, year }: Shape): string {
  const at = date.getTime()
  if (Number.isNaN(at)) return '####'
  const [days = '', time = ''] = date.toISOString().split('T')
  const hasTime = at % DAY_MS !== 0
  if (hasTime && !day && !year) return time.slice(0, 5)
  if (hasTime) return `${days} ${time.slice(0, 5)}`
  if (year && !day) return month ? days.slice(0, -3) : days.slice(0, -6)
  return days
}

const shapeOf = remembered(MAX_SHAPES, (format): Shape => {
  // What is quoted, escaped, or a colour or language in brackets is not part of the pattern.
  const pattern = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').toLowerCase()
  return {
    percent: pattern.includes('%'),
    zeros: /^0{2,}$/.test(pattern) ? pattern.length : 0,
    day: pattern.includes('d'),
    month: pattern.includes('m'),
    year: pattern.includes('y'),
  }
})
