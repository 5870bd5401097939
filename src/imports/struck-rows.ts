import type { Checks } from './checks.ts'
import type { Grid, Line } from './files/cell.ts'
import { sayLeftOut } from './kinds/say-left-out.ts'
import type { Profile } from './profile.ts'
import type { Located } from './tables/profile-sheet.ts'
import { cellOf } from './tables/sheet.ts'

/**
 * Marks the rows of which something that is read is struck through: they do not hold any more. A table under the fixed names of
 * columns, of which every row is one, loses them here, and that is said.
 */
export function withStruck<Found extends Pick<Located, 'sheet'>>(
  found: Found,
  { struck }: Pick<Grid, 'struck'>,
  profile: Profile | null,
  checks: Checks,
): Found {
  const { sheet } = found
  if (struck.length === 0) return found
  const columns = new Set([...sheet.columns.values()].map(({ index }) => index))
  const spotsAt = Map.groupBy(struck, ({ line }) => line)
  const isStruck = ({ line, offset = 0 }: Line) =>
    spotsAt.get(line)?.some(({ column }) => columns.has(column - offset)) === true
  const lines = sheet.lines.map(line => (isStruck(line) ? { ...line, isStruck: true } : line))
  if (profile !== null) return { ...found, sheet: { ...sheet, lines } }
  const left = lines.filter(line => line.isStruck === true)
  const rows = left.map(line => ({
    line: line.line,
    text: cellOf(sheet, line, 'unit'),
    why: 'struck' as const,
  }))
  sayLeftOut(rows, checks)
  return { ...found, sheet: { ...sheet, lines: lines.filter(line => line.isStruck !== true) } }
}

/** What is struck through in rows that are read all the same. */
export function readThough(
  { struck }: Pick<Grid, 'struck'>,
  before: readonly Line[],
  lines: readonly Line[],
): Grid['struck'] {
  const kept = new Set(lines.filter(line => line.isStruck !== true).map(({ line }) => line))
  const rows = new Set(before.map(({ line }) => line))
  return struck.filter(({ line }) => kept.has(line) || !rows.has(line))
}
