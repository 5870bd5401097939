import type { Cell as SheetCell, Sheet } from 'hucre/xlsx'
import type { Cell, Grid, Spot } from './cell.ts'
import { columnLetters, indentOf } from './cell.ts'
import { type CellValue, cellOfValue } from './cell-text.ts'
import { fillMerged } from './merged-cells.ts'

/** No table that an office exports is wider. One column more is read, to see whether there is anything. */
export const MAX_COLUMNS = 120
export const MAX_ROWS = 300_000
/** Names stand in the first columns. */
const NAMES_WITHIN = 8

/** What may be wrong with a workbook that could be opened. */
export type WorkbookFault = 'broken_spreadsheet' | 'too_many_columns' | 'too_many_rows'

/** The sheets of a workbook as grids of cells, or what is wrong with it. */
export function gridsOf(sheets: readonly Sheet[]): Grid[] | WorkbookFault {
  const grids: Grid[] = []
  for (const sheet of sheets) {
    const grid = gridOf(sheet)
    if (typeof grid === 'string') return grid
    grids.push(grid)
  }
  return grids
}

function gridOf(sheet: Sheet): Grid | WorkbookFault {
  if (sheet.rows.length > MAX_ROWS) return 'too_many_rows'
  if (sheet.rows.some(isTooWide)) return 'too_many_columns'
  const cells = cellsOf(sheet)
  const spans = fillMerged(cells, sheet.merges ?? [])
  if (spans === null) return 'broken_spreadsheet'
  const lines = cells
    .map((row, index) => ({ line: index + 1, cells: row, ...indented(sheet, index) }))
    .filter(({ cells: row }) => row.some(cell => cell !== ''))
  const filled = new Set(lines.map(({ line }) => line))
  const hidden = [...(sheet.rowDefs ?? [])].flatMap(([row, def]) => (def.hidden === true ? [row + 1] : []))
  const columns = (sheet.columns ?? []).flatMap((column, index) =>
    column?.hidden === true && index < MAX_COLUMNS && cells.some(row => (row[index] ?? '') !== '')
      ? [columnLetters(index)]
      : [],
  )
  return {
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    lines,
    hiddenLines: hidden.filter(line => filled.has(line)).toSorted((a, b) => a - b),
    hiddenColumns: columns,
    spans,
    ...markedIn(sheet),
  }
}

/** How deep the names of a row are indented, by blanks or by their style. */
function indented({ rows, cells }: Sheet, at: number): { indent?: number } {
  const steps = rows[at]?.slice(0, NAMES_WITHIN).map((value, column) => {
    if (typeof value !== 'string' || !/\p{L}/u.test(value)) return 0
    return Math.max(indentOf(value), cells?.get(`${at},${column}`)?.style?.alignment?.indent ?? 0)
  })
  const indent = Math.max(0, ...(steps ?? []))
  return indent > 0 ? { indent } : {}
}

/** What people have marked by hand: cells that are struck through, or that have a comment. */
function markedIn(sheet: Sheet): Pick<Grid, 'struck' | 'comments' | 'decimals'> {
  const struck: Spot[] = []
  const comments: string[] = []
  const decimals: string[] = []
  for (const [key, details] of sheet.cells ?? []) {
    const { style, comment, value } = details
    const [row = 0, column = 0] = key.split(',').map(Number)
    if (isShownInDecimals(value, style?.numFmt)) decimals.push(`${columnLetters(column)}${row + 1}`)
    if (isStruck(details) && (value ?? '') !== '') struck.push({ line: row + 1, column })
    if (comment !== undefined || hasMarks(details)) comments.push(`${columnLetters(column)}${row + 1}`)
  }
  return { struck, comments, decimals }
}

/** A whole number that is shown with three decimals: 2 as `2.000`, which reads as two thousand. */
function isShownInDecimals(value: CellValue, format: string | undefined): boolean {
  return (
    typeof value === 'number' && Number.isInteger(value) && value !== 0 && /^[#0,]*0\.000$/.test(format ?? '')
  )
}

type Run = NonNullable<SheetCell['richText']>[number]

/** A part of a text that is none of it: a raised mark that leads to a note, or what was struck through and replaced. */
function isMark({ font }: Run): boolean {
  return font?.vertAlign === 'superscript' || font?.strikethrough === true
}

/** The text without such parts of it: glued to a number they would be digits of it. */
function withoutMarks(value: CellValue, details: SheetCell | undefined): CellValue {
  if (!hasMarks(details)) return value
  const runs = details?.richText ?? []
  return runs.map(run => (isMark(run) ? '' : run.text)).join('')
}

function hasMarks(details: SheetCell | undefined): boolean {
  const marks = details?.richText?.filter(isMark) ?? []
  return marks.length > 0 && marks.length < (details?.richText?.length ?? 0)
}

/** Struck through as a whole, by its style or in all of its text. */
function isStruck({ style, richText = [] }: SheetCell): boolean {
  return (
    style?.font?.strikethrough === true ||
    (richText.length > 0 && richText.every(({ font }) => font?.strikethrough === true))
  )
}

/** Whether anything stands beyond the last column that a table may have; a row may be longer, and empty there. */
function isTooWide(row: Sheet['rows'][number]): boolean {
  return row.length > MAX_COLUMNS && row.slice(MAX_COLUMNS).some(value => (value ?? '') !== '')
}

function cellsOf(sheet: Sheet): Cell[][] {
  const texts = new Map<string, Cell>()
  const cellOf = (value: CellValue, format: string | undefined): Cell => {
    if (typeof value !== 'string') return cellOfValue(value, format)
    const known = texts.get(value) ?? cellOfValue(value, format)
    texts.set(value, known)
    return known
  }
  return sheet.rows.map((row, at) =>
    Array.from(row.slice(0, MAX_COLUMNS), (value, column) => {
      const details = sheet.cells?.get(`${at},${column}`)
      if (details?.type === 'formula' && (value ?? null) === null) return { formula: details.formula ?? '' }
      return cellOf(withoutMarks(value ?? null, details), details?.style?.numFmt)
    }),
  )
}
