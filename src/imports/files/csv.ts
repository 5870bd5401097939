import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type Problem, problem } from '../problem.ts'
import { indentOf, type Line } from './cell.ts'

export type Separator = ',' | ';' | '\t'

const SEPARATORS: readonly Separator[] = [',', ';', '\t']
/** A first line by which some programs say what separates. */
const SAYS_SEPARATOR = /^sep=(.)\r?\n/i

/** Text → rows, the blank ones left out. A quote that is not closed, or stands in the middle of a cell, is a problem. */
export function parseCsv(file: string, text: string, separator: Separator): Line[] | Problem {
  const said = SAYS_SEPARATOR.exec(text)?.[0] ?? ''
  const body = text.slice(said.length)
  const before = said === '' ? 0 : 1
  try {
    const records = parse(body, { delimiter: separator, relax_column_count: true, relax_quotes: false })
    return withLines(records, body, before).filter(row => row.cells.some(cell => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return problem(file, 'bad_quotes', {}, { line: Number(error['lines'] ?? 1) + before })
  }
}

/**
 * What may separate the columns, the likeliest first: the separator that stands most often, outside of quotes, in the
 * first line that is not blank; a title above the table may hold others than the table.
 */
export function separatorsOf(text: string): [Separator, ...Separator[]] {
  const said = SEPARATORS.find(each => each === SAYS_SEPARATOR.exec(text)?.[1])
  if (said !== undefined) return [said]
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let quoted = false
  for (const char of text.replace(/^[\r\n ]+/, '')) {
    if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === '\n' || char === '\r') break
    else if (char === ',' || char === ';' || char === '\t') counts[char]++
  }
  const [first = ',', ...others] = SEPARATORS.toSorted((a, b) => counts[b] - counts[a])
  return [first, ...others.filter(each => text.includes(each))]
}

/** Rows with the lines on which they begin; only cells that were quoted can hold line breaks. */
function withLines(records: string[][], text: string, before: number): (Line & { cells: string[] })[] {
  const plain = !text.includes('"')
  let line = 1 + before
  return records.map(cells => {
    const indent = Math.max(0, ...cells.map(indentOf))
    const row = { line, cells: cells.map(cell => cell.trim()), ...(indent > 0 && { indent }) }
    line += plain ? 1 : cells.reduce((sum, cell) => sum + lineBreaks(cell), 1)
    return row
  })
}

export function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
