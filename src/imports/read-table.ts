import { isSpreadsheet } from './check-spreadsheet.ts'
import { type Problem, problem } from './problem.ts'
import { type CsvRow, parseCsv, readText, type Separator, separatorOf } from './read-csv.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

/** The rows of a file; with the separator goes how numbers are written (`;`: a decimal comma). */
export interface Table {
  ok: true
  /** What may separate its columns, the likeliest first. */
  separators: readonly [Separator, ...Separator[]]
  rows: (separator: Separator) => CsvRow[] | Problem
}

/** Larger files are not tables that an office exports. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Bytes → table: CSV, or the first sheet of an .xlsx file, by what the bytes are. Anything else is a problem, and so
 * is a file that is called a spreadsheet and is none. `grouped`: points may group the digits of a number.
 */
export async function readTable(
  file: string,
  bytes: Uint8Array,
  grouped: boolean,
): Promise<Table | { ok: false; problems: Problem[] }> {
  if (bytes.length > MAX_BYTES) return failed(problem(file, 'too_large', { max: MAX_BYTES / 1024 / 1024 }))
  if (isSpreadsheet(bytes)) {
    const read = await readSpreadsheet(file, bytes, grouped)
    return read.ok ? { ok: true, separators: [';'], rows: () => read.rows } : read
  }
  if (/\.xlsx$/i.test(file)) return failed(problem(file, 'not_a_spreadsheet', {}))
  if (/\.xls$/i.test(file)) return failed(problem(file, 'old_spreadsheet', {}))
  const text = readText(file, bytes)
  if (typeof text !== 'string') return failed(text)
  const separators: Table['separators'] = separatorOf(text) === ',' ? [',', ';'] : [';', ',']
  return { ok: true, separators, rows: separator => parseCsv(file, text, separator) }
}

function failed(found: Problem): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [found] }
}
