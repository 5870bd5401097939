import { firstFew } from './shortened.ts'
import type { Checks } from './checks.ts'
import { cellText, columnLetters, type Grid, type Line, type Span } from './files/cell.ts'
import { targetGroup } from './kinds/target-group.ts'
import type { Profile } from './profile.ts'
import type { Located } from './tables/profile-sheet.ts'
import { type Column, type Sheet, titlesOf } from './tables/sheet.ts'

/** So many cells are named. */
const SHOWN = 10

/**
 * A number in a cell that is merged over rows is the figure of each unit beside it where it is a target or a rate, and that is
 * said; a count is what they have together, and refuses the file.
 */
export function withMergedNumbers(
  located: Located,
  { spans }: Pick<Grid, 'spans'>,
  profile: Profile | null,
  checks: Checks,
): Located {
  const { sheet } = located
  const unitAt = sheet.columns.get('unit')?.index
  if (spans.length === 0 || unitAt === undefined) return located
  const names = (line: Line) => {
    const text = cellText(line.cells[unitAt])
    return text !== '' && (checks.known.findUnit.find(text).codes.length > 0 || targetGroup(text) !== null)
  }
  const linesAt = Map.groupBy(sheet.lines, ({ line }) => line)
  const spread: Spread[] = []
  for (const [field, column] of columnsOf(sheet, profile)) {
    for (const span of spans) {
      const rows = rowsIn(span, column, linesAt)
      const named = rows.filter(names)
      const units = new Set(named.map(line => cellText(line.cells[unitAt])))
      if (units.size < 2) continue
      if (field === 'value') spread.push({ span, column, rows, named })
      else reportCount(span, column, checks)
    }
  }
  if (spread.length === 0) return located
  const cells = spread.map(
    ({ span, named }) =>
      `${columnLetters(span.column)}${span.from} (${named[0]!.line}–${named.at(-1)!.line})`,
  )
  checks.notes.add('note_merged', { count: cells.length, cells: firstFew(cells, SHOWN) })
  const spreadAt = new Map<Line, Spread[]>()
  for (const one of spread) for (const row of one.rows) spreadAt.set(row, [...(spreadAt.get(row) ?? []), one])
  const lines = sheet.lines.map(line => filled(line, spreadAt.get(line) ?? []))
  return { ...located, sheet: { ...sheet, lines } }
}

interface Spread {
  span: Span
  column: Column
  /** The rows that it spans, and those of them that name units or a kind of them. */
  rows: readonly Line[]
  named: readonly Line[]
}

/** The columns that are read, each with whether it holds values or counts. */
function columnsOf({ columns }: Sheet, profile: Profile | null): ['value' | 'count', Column][] {
  const figures = profile?.figures ?? []
  const values = figures.length > 0 ? figures.map(({ value }) => value ?? '') : ['value', 'target']
  const counts =
    figures.length > 0
      ? figures.flatMap(({ numerator = [], denominator = [] }) => [...numerator, ...denominator])
      : ['numerator', 'denominator']
  const found = (fields: readonly string[]) => new Set(fields.flatMap(field => columns.get(field) ?? []))
  return [
    ...[...found(values)].map((column): ['value', Column] => ['value', column]),
    ...[...found(counts)].map((column): ['count', Column] => ['count', column]),
  ]
}

function rowsIn(
  { from, to, column: at }: Span,
  { index }: Column,
  linesAt: ReadonlyMap<number, readonly Line[]>,
): Line[] {
  const rows: Line[] = []
  for (let line = from; line <= to; line++)
    rows.push(...(linesAt.get(line) ?? []).filter(({ offset = 0 }) => index + offset === at))
  return rows
}

function reportCount({ from, cell }: Span, column: Column, { problems }: Checks): void {
  const place = { line: from, column: titlesOf(column).at(-1) ?? '', value: cellText(cell) }
  problems.add('merged_count', {}, place)
}

/** A heading above the units that has the number is none of them. */
function filled(line: Line, own: readonly Spread[]): Line {
  if (own.length === 0) return line
  const cells = [...line.cells]
  for (const { span, column, named } of own) {
    if (named.includes(line)) cells[column.index] = span.cell
    else if (line.line === span.from) cells[column.index] = ''
  }
  return { ...line, cells }
}
