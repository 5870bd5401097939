import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type Problem, problem } from './problem.ts'

/** One row as it stands in the file. */
export interface CsvRow {
  /** Line on which it begins, from 1. */
  line: number
  cells: string[]
}

export type Separator = ',' | ';'

/**
 * Bytes → text: UTF-8 with or without a byte order mark, in Unicode's composed form.
 * Another encoding or an empty file is a problem.
 */
export function readText(file: string, bytes: Uint8Array): string | Problem {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return problem(file, 'not_utf8', {}, { line: lineOfBadByte(bytes) })
  }
  if (text.includes('\0')) {
    return problem(file, 'not_text', {}, { line: lineBreaks(text.slice(0, text.indexOf('\0'))) + 1 })
  }
  return text.trim() === '' ? problem(file, 'empty_file', {}) : text.normalize('NFC')
}

/** Text → rows, the blank ones left out. A quote that is not closed, or stands in the middle of a cell, is a problem. */
export function parseCsv(file: string, text: string, separator: Separator): CsvRow[] | Problem {
  try {
    const records = parse(text, { delimiter: separator, relax_column_count: true })
    return withLines(records, text).filter(row => row.cells.some(cell => cell.trim() !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return problem(file, 'bad_quotes', {}, { line: Number(error['lines'] ?? 1) })
  }
}

/** The separator of the first line that is not blank: `;` or `,`, whichever stands there more often outside of quotes. */
export function separatorOf(text: string): Separator {
  const counts = { ',': 0, ';': 0 }
  let quoted = false
  for (const char of text.trimStart()) {
    if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === '\n' || char === '\r') break
    else if (char === ',' || char === ';') counts[char]++
  }
  return counts[';'] > counts[','] ? ';' : ','
}

function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? undefined : end))
    } catch {
      return line
    }
    if (end === -1) return line
    start = end + 1
  }
}

/** Rows with the lines on which they begin; only cells that were quoted can hold line breaks. */
function withLines(records: string[][], text: string): CsvRow[] {
  const plain = !text.includes('"')
  let line = 1
  return records.map(cells => {
    const row = { line, cells }
    line += plain ? 1 : cells.reduce((sum, cell) => sum + lineBreaks(cell), 1)
    return row
  })
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
