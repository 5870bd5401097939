import { type Problem, problem } from '../problem.ts'
import { type Grid, type Line, UNMARKED } from './cell.ts'
import { checkSpreadsheet, isSpreadsheet } from './check-spreadsheet.ts'
import { parseCsv, type Separator, separatorsOf } from './csv.ts'
import { MAX_COLUMNS, MAX_ROWS } from './grids-of-workbook.ts'
import { notTable } from './not-table.ts'
import { withPairsApart } from './pair-columns.ts'
import { readSpreadsheet } from './spreadsheet.ts'
import type { WorkerFormat } from './spreadsheet-worker.ts'
import { type Encoding, fromOldFont, type OldFont, oldFontOf, readText } from './text.ts'

/** What a file holds: its sheets, where they can be read in more than one way the likeliest first. */
export interface Book {
  ok: true
  format: 'csv' | 'html' | 'xlsx' | 'xls' | 'ods'
  encoding: Encoding | null
  readings: readonly [Reading, ...Reading[]]
}

export interface Reading {
  /** What separates the columns of a text file; null for other formats. */
  separator: Separator | null
  sheets: () => Sheets | Problem
}

export interface Sheets {
  grids: readonly Grid[]
  /** The font for which the words were typed, where they had to be converted. */
  font: OldFont | null
}

type Failed = { ok: false; problems: Problem[] }

/** Larger files are not tables that an office exports. */
const MAX_MB = 64
const MB = 1024 * 1024

/** Bytes → sheets, by what the bytes are and not by the file's name. What is no table is a problem that says so. */
export async function readBook(file: string, bytes: Uint8Array): Promise<Book | Failed> {
  if (bytes.length === 0) return failed(problem(file, 'empty_file', {}))
  if (bytes.length > MAX_MB * MB) return failed(problem(file, 'too_large', { max: MAX_MB }))
  const other = notTable(bytes)
  if (other !== null) return failed(problem(file, 'not_a_table', { what: other }))
  if (isSpreadsheet(bytes)) {
    const checked = checkSpreadsheet(file, bytes)
    return 'code' in checked ? failed(checked) : await readWorkbook(file, bytes, checked)
  }
  const read = readText(file, bytes)
  if ('code' in read) return failed(isCalledSpreadsheet(file) ? problem(file, 'not_a_spreadsheet', {}) : read)
  const { text, encoding } = read
  if (isJson(text)) return failed(problem(file, 'json_file', {}))
  if (XML_2003.test(text)) return failed(problem(file, 'xml_spreadsheet', {}))
  if (isGarbled(text)) return failed(problem(file, 'garbled_text', {}))
  if (isHtml(text)) {
    const html = { format: 'html' as const, unpackedMb: (4 * bytes.length) / MB }
    return await readWorkbook(file, Buffer.from(text), html, encoding)
  }
  const [first, ...others] = separatorsOf(text).map(separator => csvReading(file, text, separator))
  return { ok: true, format: 'csv', encoding, readings: [first!, ...others] }
}

async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  { format, unpackedMb }: { format: WorkerFormat; unpackedMb: number },
  encoding: Encoding | null = null,
): Promise<Book | Failed> {
  const found = await readSpreadsheet(format, bytes, unpackedMb)
  if (typeof found !== 'string') {
    const sheets = withoutOldFont(found)
    return { ok: true, format, encoding, readings: [{ separator: null, sheets: () => sheets }] }
  }
  if (found === 'too_many_columns') return failed(problem(file, found, { max: MAX_COLUMNS }))
  if (found === 'too_many_rows') return failed(problem(file, found, { max: MAX_ROWS }))
  return failed(problem(file, found === 'too_hard' ? 'unsafe_spreadsheet' : found, {}))
}

function csvReading(file: string, text: string, separator: Separator): Reading {
  let sheets: Sheets | Problem | null = null
  return {
    separator,
    sheets() {
      if (sheets !== null) return sheets
      const lines = parseCsv(file, text, separator)
      if (!Array.isArray(lines)) sheets = lines
      else if (lines.some(isTooWide)) sheets = problem(file, 'too_many_columns', { max: MAX_COLUMNS })
      else {
        const grid = { ...UNMARKED, name: null, isHidden: false, lines }
        sheets = withoutOldFont([grid])
      }
      return sheets
    },
  }
}

/** Whether anything stands beyond the last column that a table may have. */
function isTooWide({ cells }: Line): boolean {
  return cells.length > MAX_COLUMNS && cells.slice(MAX_COLUMNS).some(cell => cell !== '')
}

/** How much of a file is looked at for the font of its words. */
const SAMPLE_LINES = 60

/** Words in Unicode; then cells of two counts apart, whose titles can be read by then. */
function withoutOldFont(all: readonly Grid[]): Sheets {
  const sample = all.flatMap(grid => grid.lines.slice(0, SAMPLE_LINES).flatMap(line => line.cells))
  const font = oldFontOf(sample.filter(cell => typeof cell === 'string').join(' | '))
  if (font === null) return { grids: all.map(withPairsApart), font }
  const converted = all.map(grid => ({
    ...grid,
    lines: grid.lines.map(line => ({
      ...line,
      cells: line.cells.map(cell => (typeof cell === 'string' ? fromOldFont(cell, font) : cell)),
    })),
  }))
  return { grids: converted.map(withPairsApart), font }
}

/** A spreadsheet as Excel 2003 wrote it in XML. */
const XML_2003 = /^\s*(?:<\?[^>]*>\s*)*<(?:\w+:)?Workbook\b/i

/** UTF-8 that was read as Western European and stored so: "Sá»Ÿ Y táº¿" for "Sở Y tế". */
function isGarbled(text: string): boolean {
  return (text.slice(0, 20_000).match(/á»|áº|Ä‘|Ã´|Ã¢|Ãª|Æ°|Æ¡|Ã¡|Ã¬|Ã­/g)?.length ?? 0) >= 3
}

function isJson(text: string): boolean {
  const start = text.trimStart()
  return /^[{[]\s*["{[\]}]/.test(start) && /^\{\s*"|^\[\s*[\]{[]/.test(start)
}

function isHtml(text: string): boolean {
  return (
    /^\s*<(?:!doctype|html|head|body|table|meta|style|div)\b/i.test(text) ||
    /^\s*<[^>]*>[^]{0,2000}<table\b/i.test(text)
  )
}

function isCalledSpreadsheet(file: string): boolean {
  return /\.(xlsx?|ods)$/i.test(file)
}

function failed(found: Problem): Failed {
  return { ok: false, problems: [found] }
}
