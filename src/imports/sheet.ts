import type { CsvRow } from './read-csv.ts'

/** A table whose columns are known: what every importer reads, wherever it came from. */
export interface Sheet {
  file: string
  rows: readonly CsvRow[]
  /** By the name of the field: where it stands, and what the file calls it. */
  columns: ReadonlyMap<string, { index: number; header: string }>
  numbers: NumberStyle
}

export interface NumberStyle {
  /** `40,3` is forty and three tenths. */
  comma: boolean
  /** `1.240` (with a decimal comma) or `1,240` (without) is a count of one thousand and more. */
  grouped: boolean
  /** Cells that say "nothing", besides the empty one. */
  empty: readonly string[]
}

/** Text of the cell under the field, trimmed; empty where the table has no such column. */
export function cellOf(sheet: Sheet, row: CsvRow, field: string): string {
  const column = sheet.columns.get(field)
  if (column === undefined) return ''
  const text = row.cells[column.index]?.trim() ?? ''
  return sheet.numbers.empty.includes(text) ? '' : text
}

/** A whole number from 0, or null. */
export function parseCount(text: string, { comma, grouped }: NumberStyle): number | null {
  const grouping = comma ? /^\d{1,3}(\.\d{3})+$/ : /^\d{1,3}(,\d{3})+$/
  const digits = grouped && grouping.test(text) ? text.replaceAll(/[.,]/g, '') : text
  const count = /^\d+$/.test(digits) ? Number(digits) : Number.NaN
  return Number.isSafeInteger(count) ? count : null
}

/** A number such as `40.3`, `-2` or `40,3` where the table writes so; null for anything else. */
export function parseDecimal(text: string, { comma }: NumberStyle): number | null {
  const point = comma ? text.replace(',', '.') : text
  const number = /^-?\d+(\.\d+)?$/.test(point) ? Number(point) + 0 : Number.NaN
  return Number.isFinite(number) ? number : null
}
