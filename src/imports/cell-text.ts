/** What a cell of a spreadsheet holds. */
export type CellValue = string | number | boolean | Date | null

const DAY_MS = 86_400_000
/** A spreadsheet keeps numbers in 15 digits; what stands behind them comes from calculating. */
const DIGITS = 15
const GROUP_LIKE = /^-?\d{1,3}\.\d{3}$/

/** How a format shows a number. */
interface Shape {
  percent: boolean
  /** Digits to which a whole number is filled up with zeros, or 0. */
  zeros: number
  day: boolean
  month: boolean
  year: boolean
}

const shapes = new Map<string, Shape>()
const MAX_SHAPES = 1_000

/**
 * The text of a cell as its format shows it: a day as `2024-05-19`, a month as `2024-05`, 0.403 in percent as `40.3`,
 * 7 in three digits as `007`; numbers otherwise whole and with a point. Where points may group digits (`grouped`),
 * 1.125 becomes `1.1250`, so that it is not read as 1125.
 */
export function cellText(value: CellValue, format: string | undefined, grouped: boolean): string {
  if (value === null) return ''
  if (typeof value === 'string') return value.trim().normalize('NFC')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const shape = shapeOf(format ?? '')
  return value instanceof Date ? dayText(value, shape) : numberText(value, shape, grouped)
}

function numberText(value: number, { percent, zeros }: Shape, grouped: boolean): string {
  const number = Number((percent ? value * 100 : value).toPrecision(DIGITS))
  const text = String(number)
  if (zeros > 0 && Number.isInteger(number) && number >= 0) return text.padStart(zeros, '0')
  return grouped && GROUP_LIKE.test(text) ? `${text}0` : text
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

function shapeOf(format: string): Shape {
  const known = shapes.get(format)
  if (known) return known
  // What is quoted, escaped, or a colour or language in brackets is not part of the pattern.
  const pattern = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').toLowerCase()
  const shape = {
    percent: pattern.includes('%'),
    zeros: /^0{2,}$/.test(pattern) ? pattern.length : 0,
    day: pattern.includes('d'),
    month: pattern.includes('m'),
    year: pattern.includes('y'),
  }
  if (shapes.size >= MAX_SHAPES) shapes.clear()
  shapes.set(format, shape)
  return shape
}
