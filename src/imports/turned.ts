import { headings } from '../../locales/vi/files.ts'
import { type Cell, cellText, type Grid, type Line } from './files/cell.ts'
import { targetGroup } from './kinds/target-group.ts'
import type { Known } from './known.ts'
import { doubtOfTargets } from './meant-targets.ts'
import { foldName } from './names/fold-name.ts'
import { isNumbering } from './tables/profile-sheet.ts'

/** Titles stand above the header; further down there is only data. */
const HEADER_WITHIN = 30
/** So many columns of units and rows of indicators at least make such a table. */
const LEAST = 2
const TITLES = [headings.targets.unit[0], headings.targets.indicator[0], headings.targets.target[0]]

/**
 * An annex that assigns with an indicator in each row and units, or kinds of them, across, as a table with one target in each
 * row; the sheet itself where it is another.
 */
export function turned(grid: Grid, known: Known): Grid {
  const { lines } = grid
  const at = lines.slice(0, HEADER_WITHIN).findIndex(line => columnsOf(line, known).length >= LEAST)
  const header = lines[at]
  if (header === undefined || doubtOfTargets(lines.slice(0, at), [header]) !== null) return grid
  const columns = columnsOf(header, known)
  const rows = lines.slice(at + 1).filter(line => !isNumbering(line) && isFilled(line, columns))
  const indicatorAt = columnOfIndicators(rows, columns[0] ?? 0, known)
  if (indicatorAt === null) return grid
  const long = rows.flatMap(({ line, cells, offset = 0 }) =>
    columns.map((column): Line => {
      const row: Cell[] = [header.cells[column] ?? '', cells[indicatorAt] ?? '', cells[column] ?? '']
      return { line, cells: row, offset: offset + column }
    }),
  )
  const titles = { line: header.line, cells: TITLES }
  return { ...grid, spans: [], struck: [], lines: [...lines.slice(0, at), titles, ...long], isTurned: true }
}

/** The columns whose titles name a unit or a kind of them. */
function columnsOf({ cells }: Line, { findUnit }: Known): number[] {
  const isOne = (text: string) =>
    /\p{L}{2}/u.test(text) && (targetGroup(text) !== null || findUnit.find(text).codes.length > 0)
  const found = cells.flatMap((cell, index) => (isOne(cellText(cell)) ? [index] : []))
  const names = new Set(found.map(index => foldName(cellText(cells[index]))))
  return names.size === found.length ? found : []
}

function isFilled({ cells }: Line, columns: readonly number[]): boolean {
  return columns.some(index => /\d/.test(cellText(cells[index])))
}

/** The column before those of units that names indicators, two at least; null where none does. */
function columnOfIndicators(rows: readonly Line[], before: number, { findIndicator }: Known): number | null {
  const counts = Array.from({ length: before }, (_, index) => ({
    index,
    count: rows.filter(({ cells }) => findIndicator(cellText(cells[index])).codes.length > 0).length,
  }))
  const [best] = counts.toSorted((a, b) => b.count - a.count)
  return best !== undefined && best.count >= LEAST ? best.index : null
}
