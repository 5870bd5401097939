import type { Problems } from './problem.ts'
import type { CsvRow, Separator } from './read-csv.ts'
import type { Sheet } from './sheet.ts'

/** Which columns a kind of file has, by their fixed names. */
export interface Columns {
  required: readonly string[]
  optional: readonly string[]
  /** Groups of columns of which the file must have at least one. */
  either: readonly (readonly string[])[]
}

/** A table whose header has the fixed names; what is missing, unknown or there twice is reported. */
export function plainSheet(
  rows: readonly CsvRow[],
  separator: Separator,
  columns: Columns,
  problems: Problems,
): Sheet {
  const [header = { line: 1, cells: [] }, ...below] = rows
  const names = [...new Set([...columns.required, ...columns.either.flat(), ...columns.optional])]
  const found = new Map<string, { index: number; header: string }>()
  for (const [index, cell] of header.cells.entries()) {
    const text = cell.trim()
    const place = { line: header.line, column: text === '' ? `#${index + 1}` : text }
    const field = text.toLowerCase()
    if (text === '' && below.every(row => (row.cells[index] ?? '').trim() === '')) continue
    if (!names.includes(field)) problems.add('unknown_column', { known: names.join(', ') }, place)
    else if (found.has(field)) problems.add('repeated_column', {}, place)
    else found.set(field, { index, header: text })
  }
  const missing = columns.required.filter(field => !found.has(field))
  const missingGroups = columns.either.filter(group => !group.some(field => found.has(field)))
  for (const column of new Set([...missing, ...missingGroups.map(group => group.join(' / '))])) {
    const there = header.cells.map(cell => cell.trim()).join(', ')
    problems.add('missing_column', { found: there }, { line: header.line, column })
  }
  reportLongRows(below, header.cells.length, problems)
  const numbers = { comma: separator === ';', grouped: false, empty: [] }
  return { file: problems.file, rows: below, columns: found, numbers }
}

function reportLongRows(rows: readonly CsvRow[], columns: number, problems: Problems): void {
  for (const { line, cells } of rows) {
    if (cells.length <= columns) continue
    const extra = cells.slice(columns).find(cell => cell.trim() !== '')
    if (extra !== undefined) problems.add('too_many_cells', { columns }, { line, value: extra.trim() })
  }
}
