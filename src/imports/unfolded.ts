import { granularityOf } from '../core/period.ts'
import { type Cell, cellText, columnLetters, type Grid, type Line } from './files/cell.ts'
import type { Known } from './known.ts'
import { foldName } from './names/fold-name.ts'
import { readPeriod } from './values/periods.ts'

/** Titles stand above the header; further down there is only data. */
const HEADER_WITHIN = 30
/** So many titles at least make a table. */
const LEAST_TITLES = 3

/**
 * Tables side by side under the same titles, a list that goes on beside itself, as one table below the other. The sheet itself
 * where there are no such tables, where one of them names no units, or where what stands above them are different periods.
 */
export function unfolded(grid: Grid, { findUnit }: Pick<Known, 'findUnit'>): Grid {
  const { lines } = grid
  const at = lines.slice(0, HEADER_WITHIN).findIndex(line => startsOf(line).length > 1)
  const header = lines[at]
  if (header === undefined) return grid
  const starts = startsOf(header)
  const above = lines.slice(0, at)
  const parts = starts.map((_, table) => lines.slice(at + 1).map(line => partOf(line, starts, table)))
  const isNamed = parts.every(rows => rows.some(({ cells }) => cells.some(cell => isUnit(cell, findUnit))))
  if (!isNamed || haveOtherPeriods(above, starts)) return grid
  return {
    ...grid,
    lines: [
      ...above.map(line => (isTitle(line) ? line : partOf(line, starts, 0))),
      partOf(header, starts, 0),
      ...parts.flatMap((rows, table) => [
        ...headingOf(above, { header, starts, table }),
        ...rows.filter(isFilled),
      ]),
    ],
    beside: starts.map((start, table) => lettersOf(header, start, starts[table + 1])),
  }
}

/** The columns with which tables of the same titles begin in a line; one where there is one table, or none. */
function startsOf({ cells }: Line): number[] {
  const titles = cells.flatMap((cell, index) => {
    const title = typeof cell === 'string' ? foldName(cell) : ''
    return title === '' ? [] : [{ title, index }]
  })
  for (let size = LEAST_TITLES; size * 2 <= titles.length; size++) {
    if (titles.length % size !== 0) continue
    const isSame = titles.every(({ title }, at) => title === titles[at % size]!.title)
    const isOne = new Set(titles.slice(0, size).map(({ title }) => title)).size === size
    if (isSame && isOne) return titles.filter((_, at) => at % size === 0).map(({ index }) => index)
  }
  return [0]
}

/** The cells of one table, below those of the first; what stands before the first is of it. */
function partOf({ line, cells }: Line, starts: readonly number[], table: number): Line {
  const [first = 0] = starts
  const start = starts[table] ?? 0
  if (table === 0) return { line, cells: cells.slice(0, starts[1]) }
  const before = Array.from({ length: first }, () => '')
  return { line, cells: [...before, ...cells.slice(start, starts[table + 1])], offset: start - first }
}

/** What stands above one of the tables alone, "B. UBND cấp huyện", as a heading among its rows. */
function headingOf(
  above: readonly Line[],
  { header, starts, table }: { header: Line; starts: readonly number[]; table: number },
): Line[] {
  const last = above.at(-1)
  if (last === undefined || isTitle(last)) return []
  const part = partOf(last, starts, table)
  const [text, ...others] = new Set(part.cells.map(cellText).filter(each => each !== ''))
  return text === undefined || others.length > 0 ? [] : [{ ...part, line: header.line, cells: [text] }]
}

function isFilled({ cells }: Line): boolean {
  return cells.some(cell => cellText(cell) !== '')
}

/** A line of one text, which is a title wherever it stands. */
function isTitle({ cells }: Line): boolean {
  return new Set(cells.map(cellText).filter(text => text !== '')).size === 1
}

function isUnit(cell: Cell, findUnit: Known['findUnit']): boolean {
  const text = cellText(cell)
  return /\p{L}{2}/u.test(text) && findUnit.find(text).codes.length > 0
}

/** Whether titles directly above the tables are periods, of which each table may have another. */
function haveOtherPeriods(above: readonly Line[], starts: readonly number[]): boolean {
  return above.some(line => {
    if (isTitle(line)) return false
    const said = starts.map((start, table) => {
      const texts = line.cells
        .slice(start, starts[table + 1])
        .map(cellText)
        .filter(text => text !== '')
      const period = texts.map(text => readPeriod(text, '2000')).find(each => each !== null)
      return period === undefined ? '' : `${granularityOf(period)}${period.from}`
    })
    return new Set(said).size > 1
  })
}

function lettersOf({ cells }: Line, start: number, end = cells.length): string {
  const filled = cells.slice(start, end).findLastIndex(cell => cellText(cell) !== '')
  return `${columnLetters(start)}–${columnLetters(start + filled)}`
}
