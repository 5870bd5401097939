import { numberTitles } from '../../locales/vi/files.ts'
import { type Cell, cellText, isUncomputed, columnLetters, type Grid, type Line } from './files/cell.ts'
import type { Known } from './known.ts'
import { doubtOfTargets } from './meant-targets.ts'
import { foldName, foldText } from './names/fold-name.ts'
import type { GuessedColumn } from './guessed-column.ts'
import { figuresIn, isOfAnother, type Titled } from './suggest-columns.ts'
import { type Suggestion, written } from './suggest-text.ts'
import { onlyPeriod } from './table-period.ts'
import { joinTitles } from './tables/header.ts'
import { isNumbering } from './tables/profile-sheet.ts'
import { readCount, readNumber } from './values/numbers.ts'
import { readPeriod, yearSaid } from './values/periods.ts'

/** A table with one column for each of several periods, of which none is the table's. */
export interface PeriodsAcross {
  periods: string[]
}

const SEARCHED = 60

/** Guesses how a sheet with one row a unit is laid out; null where no column names units. */
export function suggestProfile(grid: Grid, name: string, known: Known): Suggestion | PeriodsAcross | null {
  const unitAt = unitColumn(grid.lines, known)
  if (unitAt === null) return null
  const first = grid.lines.findIndex(line => isUnit(line, unitAt, known))
  const start = headerStart(grid.lines, first)
  const header = grid.lines.slice(start, first).filter(line => !isNumbering(line) && !isHeading(line))
  // A sum, a note or a signature below says nothing of what a column holds.
  const below = grid.lines.slice(first).filter(line => isUnit(line, unitAt, known))
  const columns = joinTitles(header.map(line => line.cells)).map((path, index) => ({
    index,
    path,
    holds: isNumberTitle(path)
      ? ('text' as const)
      : holdsWhat(
          below.map(line => line.cells[index] ?? ''),
          path,
        ),
    isHidden: grid.hiddenColumns.includes(columnLetters(index)),
    numbers: below.map(line => numberIn(line.cells[index] ?? '')),
  }))
  const unit = columns[unitAt]
  if (unit === undefined || header.length === 0) return null
  const ofNumbers = columns.filter(each => each.holds !== 'text')
  const titled = titledIn(grid, start, header)
  const periods = periodsAcross(ofNumbers, titled.year)
  if (periods.length >= 2) return { periods }
  const kind = titled.assigns ? 'targets' : 'observations'
  const figures = figuresIn(ofNumbers, titled, known)
  const own = ofNumbers.filter(({ path, isHidden }) => !isHidden && !isOfAnother(path, titled))
  return written({ name, kind, unit, columns: ofNumbers, own, height: header.length, figures }, [
    ...known.indicators.keys(),
  ])
}

function titledIn({ lines, name }: Grid, start: number, header: readonly Line[]): Titled {
  const text = lines
    .slice(0, start)
    .flatMap(line => line.cells.map(cellText))
    .join(' ; ')
  const year = yearSaid([text, name ?? ''])
  const period = onlyPeriod(text, year) ?? (name === null ? null : readPeriod(name, year))
  return { year, period, assigns: doubtOfTargets(lines.slice(0, start), header) === null }
}

/** Titles of columns that say nothing but a period: "Tháng 8", "Tháng 9". */
function periodsAcross(columns: readonly GuessedColumn[], year: string | null): string[] {
  const titles = columns.map(({ path }) => path.at(-1) ?? '')
  return [...new Set(titles.filter(title => readPeriod(title, year ?? '2000') !== null))]
}

function unitColumn(lines: readonly Line[], known: Known): number | null {
  const counts = new Map<number, number>()
  for (const { cells } of lines.slice(0, SEARCHED)) {
    for (const [index, cell] of cells.entries()) {
      if (typeof cell !== 'string' || !/\p{L}{2}/u.test(cell)) continue
      const found = known.findUnit.find(cell).codes.length > 0
      if (found) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1])
  return best === undefined ? null : best[0]
}

function isUnit({ cells }: Line, at: number, known: Known): boolean {
  const text = cellText(cells[at])
  return text !== '' && known.findUnit.find(text).codes.length > 0
}

/** The uppermost of the lines directly above the data that hold several titles. */
function headerStart(lines: readonly Line[], first: number): number {
  let start = first
  while (start > 0 && first - start < 5 && isTitled(lines[start - 1])) start--
  return start
}

function isTitled(line: Line | undefined): boolean {
  return line !== undefined && new Set(line.cells.map(cellText).filter(text => text !== '')).size >= 2
}

/** The heading of a group of units: `I | Các sở`. */
function isHeading({ cells }: Line): boolean {
  const texts = cells.map(cellText).filter(text => text !== '')
  return texts.length === 2 && /^[IVXA-Z]{1,4}\.?$/.test(texts[0] ?? '')
}

function numberIn(cell: Cell): number | null {
  const found = readNumber(cell, { decimal: ',', grouped: true })
  return typeof found === 'string' ? null : found.number
}

function isNumberTitle(path: readonly string[]): boolean {
  return numberTitles.includes(foldName(path.at(-1) ?? ''))
}

function holdsWhat(cells: readonly Cell[], path: readonly string[]): GuessedColumn['holds'] {
  const filled = cells.filter(cell => cellText(cell) !== '')
  const custom = { decimal: null, grouped: true } as const
  const counts = filled.filter(
    cell => isUncomputed(cell) || typeof readCount(cell, custom) === 'number',
  ).length
  const numbers = filled.filter(
    cell => isUncomputed(cell) || typeof readNumber(cell, custom) !== 'string',
  ).length
  if (filled.length === 0 || numbers < filled.length * 0.6) return 'text'
  const [last, whole] = [foldText(path.at(-1) ?? ''), path.join(' ')]
  const isShare = /^t[yi] le\b/.test(last) || (whole.includes('%') && !/^(?:tong|so)\b/.test(last))
  return counts >= filled.length * 0.9 && !isShare ? 'counts' : 'values'
}
