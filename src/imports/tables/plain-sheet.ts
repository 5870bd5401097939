import { cellText, type Line } from '../files/cell.ts'
import type { Problems } from '../problem.ts'
import { type Column, numberCustoms, type Numbers, type Sheet } from './sheet.ts'

/** Which columns a kind of file has, by their fixed names. */
export interface Columns {
  required: readonly string[]
  optional: readonly string[]
  /** Groups of columns of which the file must have at least one. */
  either: readonly (readonly string[])[]
}

/** All names of columns that a kind of file may have. */
export function namesOf(columns: Columns): string[] {
  return [...new Set([...columns.required, ...columns.either.flat(), ...columns.optional])]
}

/** Whether the first line has all the fixed names that a file of the kind needs. */
export function isPlain(lines: readonly Line[], columns: Columns): boolean {
  const there = new Set(lines[0]?.cells.map(cell => cellText(cell).toLowerCase()))
  return (
    columns.required.every(field => there.has(field)) &&
    columns.either.every(group => group.some(field => there.has(field)))
  )
}

/** A table whose header has the fixed names; what is missing, unknown or there twice is reported. */
export function plainSheet(
  lines: readonly Line[],
  columns: Columns,
  likely: Numbers['likely'],
  problems: Problems,
): Sheet {
  const [header = { line: 1, cells: [] }, ...below] = lines
  const names = namesOf(columns)
  const found = new Map<string, Column>()
  for (const [index, cell] of header.cells.entries()) {
    const text = cellText(cell).trim()
    const place = { line: header.line, column: text === '' ? `#${index + 1}` : text }
    const field = text.toLowerCase()
    if (text === '' && below.every(line => cellText(line.cells[index]) === '')) continue
    if (!names.includes(field)) problems.add('unknown_column', { known: names.join(', ') }, place)
    else if (found.has(field)) problems.add('repeated_column', {}, place)
    else found.set(field, { index, header: text, name: text, path: [] })
  }
  const missing = columns.required.filter(field => !found.has(field))
  const missingGroups = columns.either.filter(group => !group.some(field => found.has(field)))
  for (const column of new Set([...missing, ...missingGroups.map(group => group.join(' / '))])) {
    const there = header.cells.map(cellText).join(', ')
    problems.add('missing_column', { found: there }, { line: header.line, column })
  }
  reportLongRows(below, header.cells.length, problems)
  const custom = numberCustoms(below, found, { decimal: null, likely, grouped: false })
  return { file: problems.file, lines: below, columns: found, others: [], empty: new Set(), custom }
}

function reportLongRows(lines: readonly Line[], columns: number, problems: Problems): void {
  for (const { line, cells } of lines) {
    if (cells.length <= columns) continue
    const extra = cells
      .slice(columns)
      .map(cellText)
      .find(text => text !== '')
    if (extra !== undefined) problems.add('too_many_cells', { columns }, { line, value: extra })
  }
}
