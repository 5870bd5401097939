import { fieldNames } from '../../../locales/vi/files.ts'
import { type Cell, cellText, type Line } from '../files/cell.ts'
import { decimalMarkOf, type NumberCustom, readCount, readNumber } from '../values/numbers.ts'

/** A table whose columns are known: what every importer reads, wherever it came from. */
export interface Sheet {
  file: string
  lines: readonly Line[]
  /** By the name of the field: where it stands, and what the file calls it. */
  columns: ReadonlyMap<string, Column>
  /** Columns of numbers that are not read. */
  others: readonly Column[]
  /** Texts that say "nothing", besides the empty one. */
  empty: ReadonlySet<string>
  /** How the column of a field writes its numbers. */
  custom: (field: string) => NumberCustom
}

export interface Column {
  index: number
  header: string
  /** Its header, with the one above where several columns have the same. */
  name: string
  /** Its titles from top to bottom. */
  path: readonly string[]
}

/** Fields in which a row says its own period. */
export const PERIOD_FIELDS = ['period', 'period_from', 'period_to', 'period_year'] as const

/** What a column is called, from top to bottom: its titles, or its header where it stands under none. */
export function titlesOf({ path, header }: Pick<Column, 'path' | 'header'>): readonly string[] {
  return path.length > 0 ? path : [header]
}

/** How numbers are written where a column does not show it. */
export interface Numbers {
  /** Said for the whole table; null where each column shows its own. */
  decimal: ',' | '.' | null
  /** What is likely by the format of the file. */
  likely: ',' | '.' | null
  grouped: boolean
}

/** The cell under the field; empty where the table has no such column, or where it says "nothing". */
export function rawOf(sheet: Sheet, line: Line, field: string): Cell {
  const column = sheet.columns.get(field)
  const cell = column === undefined ? '' : (line.cells[column.index] ?? '')
  return typeof cell === 'string' && sheet.empty.has(cell) ? '' : cell
}

/** The count under the field; null where there is none. */
export function countIn(sheet: Sheet, line: Line, field: string): number | null {
  const count = readCount(rawOf(sheet, line, field), sheet.custom(field))
  return typeof count === 'number' ? count : null
}

/** The number under the field, whole or not; null where there is none. */
export function measureIn(sheet: Sheet, line: Line, field: string): number | null {
  const found = readNumber(rawOf(sheet, line, field), sheet.custom(field))
  return typeof found === 'string' ? null : found.number
}

/** What stands in the cell under the field, also where it says "nothing". */
export function markOf({ columns }: Pick<Sheet, 'columns'>, { cells }: Line, field: string): string {
  return cellText(cells[columns.get(field)?.index ?? -1])
}

const FIELD_NAMES: Readonly<Record<string, string>> = fieldNames

/** What an office calls the column of a field. */
export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field
}

/** What the file calls the column; where it has none, what an office would, in a table of Vietnamese headers. */
export function headerOf({ columns }: Pick<Sheet, 'columns'>, field: string): string {
  const own = columns.get(field)?.header
  const isPlain = [...columns].every(([name, { header }]) => header.toLowerCase() === name)
  return own ?? (isPlain ? field : fieldName(field))
}

/** Text of the cell under the field, as it stands there. */
export function cellOf(sheet: Sheet, line: Line, field: string): string {
  return cellText(rawOf(sheet, line, field))
}

/**
 * How each column writes its numbers: as is said for the table, else as the column itself shows, else, for decimals,
 * as is likely. Counts do not borrow from other columns: beside `1.240` there may stand `98.93%`.
 */
export function numberCustoms(
  lines: readonly Line[],
  columns: ReadonlyMap<string, Column>,
  { decimal, likely, grouped }: Numbers,
): (field: string) => NumberCustom {
  const known = new Map<number, NumberCustom>()
  return field => {
    const index = columns.get(field)?.index
    if (index === undefined) return { decimal: decimal ?? likely, grouped }
    const found = known.get(index) ?? {
      decimal: decimal ?? decimalMarkOf(cellsIn(lines, index)) ?? (grouped ? null : likely),
      grouped,
    }
    known.set(index, found)
    return found
  }
}

function* cellsIn(lines: readonly Line[], index: number): Generator<Cell> {
  for (const line of lines) yield line.cells[index] ?? ''
}
