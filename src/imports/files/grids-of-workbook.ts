import type { Cell as SheetCell, Sheet } from 'hucre/xlsx'
import type { Cell, Grid } from './cell.ts'
import { columnLetters } from './cell.ts'
import { type CellValue, cellOfValue } from './cell-text.ts'
import { fillMerged } from './merged-cells.ts'

/** No table that an office exports is wider. One column more is read, to see whether there is anything. */
export const MAX_COLUMNS = 120
export const MAX_ROWS = 300_000

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
  if (!fillMerged(cells, sheet.merges ?? [])) return 'broken_spreadsheet'
  const lines = cells
    .map((row, index) => ({ line: index + 1, cells: row }))
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
    ...markedIn(sheet),
  }
}

/** What people have marked by hand: rows that are struck through, cells with a comment. */
function markedIn(sheet: Sheet): Pick<Grid, 'struckLines' | 'comments' | 'decimals'> {
  const struck = new Set<number>()
  const comments: string[] = []
  const decimals: string[] = []
  for (const [key, details] of sheet.cells ?? []) {
    const { style, comment, value } = details
    const [row = 0, column = 0] = key.split(',').map(Number)
    if (isShownInDecimals(value, style?.numFmt)) decimals.push(`${columnLetters(column)}${row + 1}`)
    if (style?.font?.strikethrough === true && (value ?? '') !== '') struck.add(row + 1)
    if (comment !== undefined || hasRaised(details)) comments.push(`${columnLetters(column)}${row + 1}`)
  }
  return { struckLines: [...struck].toSorted((a, b) => a - b), comments, decimals }
}

/** A whole number that is shown with three decimals: 2 as `2.000`, which reads as two thousand. */
function isShownInDecimals(value: CellValue, format: string | undefined): boolean {
  return (
    typeof value === 'number' && Number.isInteger(value) && value !== 0 && /^[#0,]*0\.000$/.test(format ?? '')
  )
}

/** The text without what is raised in it: a mark that leads to a note would be a digit of the number before it. */
function withoutRaised(value: CellValue, details: SheetCell | undefined): CellValue {
  if (!hasRaised(details)) return value
  const runs = details?.richText ?? []
  return runs.map(({ text, font }) => (font?.vertAlign === 'superscript' ? '' : text)).join('')
}

function hasRaised(details: SheetCell | undefined): boolean {
  const raised = details?.richText?.filter(({ font }) => font?.vertAlign === 'superscript') ?? []
  return raised.length > 0 && raised.length < (details?.richText?.length ?? 0)
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
      return cellOf(withoutRaised(value ?? null, details), details?.style?.numFmt)
    }),
  )
}
