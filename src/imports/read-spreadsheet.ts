import type { Sheet } from 'hucre/xlsx'
import { type CellValue, cellText } from './cell-text.ts'
import { checkSpreadsheet } from './check-spreadsheet.ts'
import { fillMerged } from './merged-cells.ts'
import { type Problem, Problems, problem } from './problem.ts'
import type { CsvRow } from './read-csv.ts'

/** No table that an office exports is wider. One column more is read, to see whether there is anything. */
const MAX_COLUMNS = 120
const RANGE = 'A1:DQ1048576'
/** The longest text that a spreadsheet takes in one cell. */
const MAX_TEXT = 32_767

/**
 * The first sheet that can be seen, as rows with the numbers that the spreadsheet shows beside them, the blank ones
 * left out; or what is wrong with the file. Figures and days are as `cellText` says. The library is loaded with the
 * first file.
 */
export async function readSpreadsheet(
  file: string,
  bytes: Uint8Array,
  grouped: boolean,
): Promise<{ ok: true; rows: CsvRow[] } | { ok: false; problems: Problem[] }> {
  const refusal = checkSpreadsheet(file, bytes)
  const sheet = refusal === null ? await firstSheet(bytes) : null
  if (sheet === null) return { ok: false, problems: [refusal ?? problem(file, 'broken_spreadsheet', {})] }
  const problems = new Problems(file)
  const grid = gridOf(sheet, grouped, problems)
  if (grid.some(cells => (cells[MAX_COLUMNS] ?? '') !== '')) {
    problems.add('too_many_columns', { max: MAX_COLUMNS })
  }
  const isText = (row: number, column: number) => typeof sheet.rows[row]?.[column] === 'string'
  if (!fillMerged(grid, sheet.merges ?? [], isText)) problems.add('broken_spreadsheet', {})
  if (problems.count > 0) return { ok: false, problems: problems.list() }
  const rows = grid.map((cells, index) => ({ line: index + 1, cells }))
  return { ok: true, rows: rows.filter(row => row.cells.some(cell => cell !== '')) }
}

/** Null where the parts of the file are not those of a workbook, or cannot be read. */
async function firstSheet(bytes: Uint8Array): Promise<Sheet | null> {
  const { readXlsx } = await import('hucre/xlsx')
  let found = false
  const isFirst = ({ hidden = false, veryHidden = false }: { hidden?: boolean; veryHidden?: boolean }) => {
    if (found || hidden || veryHidden) return false
    found = true
    return true
  }
  try {
    return (await readXlsx(bytes, { sheets: isFirst, range: RANGE, readStyles: true })).sheets[0] ?? null
  } catch {
    // Whatever stumbles over what others have written, the file is at fault.
    return null
  }
}

function gridOf(sheet: Sheet, grouped: boolean, problems: Problems): string[][] {
  const texts = new Map<string, string>()
  const textOf = (value: CellValue, format: string | undefined): string => {
    if (typeof value !== 'string') return cellText(value, format, grouped)
    const known = texts.get(value) ?? cellText(value, format, grouped)
    texts.set(value, known)
    return known
  }
  return sheet.rows.map((cells, row) =>
    cells.map((value, column) => {
      const details = sheet.cells?.get(`${row},${column}`)
      const place = { line: row + 1, column: columnLetters(column) }
      if (details?.type === 'formula' && value === null) problems.add('uncomputed_formula', {}, place)
      if (typeof value === 'string' && (value.length > MAX_TEXT || value.includes('\0'))) {
        problems.add('bad_text', {}, place)
        return ''
      }
      return textOf(value, details?.style?.numFmt)
    }),
  )
}

/** `A` … `Z`, `AA` …, as the spreadsheet calls its columns. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
