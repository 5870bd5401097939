import { headings, widerWords } from '../../locales/vi/files.ts'
import type { Unit } from '../core/unit-tree.ts'
import { type Cell, cellText, type Grid, type Line } from './files/cell.ts'
import type { Known } from './known.ts'
import { doubtOfTargets } from './meant-targets.ts'
import { foldName } from './names/fold-name.ts'
import { shippedProfile } from './profile.ts'
import { says } from './says.ts'
import { isNumberCell, unitColumns } from './suggest-profile.ts'
import { isNumbering } from './tables/profile-sheet.ts'
import { namedUnits } from './unit-of-table.ts'
import { below, lowestOf } from './units-above.ts'

/** What one unit reports of itself, with an indicator in each row and no unit in any. */
export interface OwnForm {
  /** Where its rows begin in the sheet, and those that name an indicator and hold numbers. */
  first: number
  rows: readonly Line[]
  /** Rows of numbers that name no indicator that is known. */
  others: readonly Line[]
  /** The column of indicators, from 0. */
  indicatorAt: number
  /** Whose it is by what stands above: the lowest unit named there; null where none is, or several that are not one in the other. */
  unit: Unit | null
  /** Whether nobody else can be meant: it is of a commune, and nothing above speaks of more than that. */
  isCertain: boolean
  /** What its columns are called, and whether some are those of results. */
  titles: readonly string[]
  hasResults: boolean
}

/** So many rows of indicators make such a form. */
const LEAST_ROWS = 2
/** What stands above is looked through for so many lines. */
const SEARCHED = 30
const UNIT_TITLES = headings.observations.unit.map(foldName)

/** A form has so many lines at most, a list has more. */
const LONGEST = 300

/**
 * The sheet with a column of its unit where it is the report of one unit of itself: of the one that was given, else of the one
 * that its letterhead says beyond doubt. The sheet itself where it is something else, or assigns targets.
 */
export function withOwnUnit(grid: Grid, known: Known, given: Unit | null): Grid {
  const form = ownForm(grid, known)
  if (form === null || !form.hasResults) return grid
  const titles = grid.lines.slice(0, form.first)
  const unit = given ?? (form.isCertain ? form.unit : null)
  return unit === null || doubtOfTargets(titles, []) === null ? grid : withUnit(grid, form, unit)
}

/** The sheet as the report of one unit of itself; null where it is something else. */
export function ownForm({ lines, name }: Grid, known: Known): OwnForm | null {
  if (lines.length > LONGEST || unitColumns(lines, known).length > 0) return null
  const numbered = lines.filter(line => !isNumbering(line) && line.cells.slice(1).some(isNumberCell))
  const indicatorAt = columnOfIndicators(numbered, known)
  const rows = numbered.filter(line => {
    const { codes, otherMarks } = known.findIndicator(cellText(line.cells[indicatorAt]))
    return codes.length === 1 && !otherMarks
  })
  const [top] = numbered
  if (top === undefined || rows.length < LEAST_ROWS) return null
  const first = lines.indexOf(top)
  const above = lines.slice(Math.max(0, first - SEARCHED), first)
  const texts = above.flatMap(({ cells }) => cells.map(cellText)).filter(text => text !== '')
  const unit = reporter(texts, name ?? '', known)
  const others = numbered.filter(line => !rows.includes(line))
  const isCertain = unit?.kind === 'commune' && !says(texts, widerWords)
  const header = headerAbove(lines, first)
  const titles = header?.cells.map(cellText).filter(text => text !== '') ?? []
  const { numerator = [], value = [] } = shippedProfile('bang-dai').columns
  const ofResults = [...numerator, ...value].map(plainTitle)
  const hasResults = titles.some(title => ofResults.includes(plainTitle(title)))
  return { first, rows, others, indicatorAt, unit, isCertain, titles, hasResults }
}

function headerAbove(lines: readonly Line[], first: number): Line | undefined {
  return lines.slice(0, first).findLast(line => isTitled(line) && !isNumbering(line))
}

/** "Kết quả (%)" */
function plainTitle(title: string): string {
  return foldName(title.replaceAll(/\([^()]*\)?/g, ' '))
}

/** The form as a table with a column of its unit; rows that name no indicator are left out. */
function withUnit(grid: Grid, { first, rows, others, indicatorAt }: OwnForm, unit: Unit): Grid {
  const width = Math.max(...grid.lines.map(({ cells }) => cells.length))
  const header = headerAbove(grid.lines, first)
  const padded = (cells: readonly Cell[], last: string) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
    last,
  ]
  const titleOf = (cell: Cell, at: number) => {
    if (at === indicatorAt) return headings.observations.indicator[0]
    // "Đơn vị" above "%" is the unit of what is measured.
    return UNIT_TITLES.includes(foldName(cellText(cell))) ? '' : cell
  }
  const lines = grid.lines
    .filter(line => !others.includes(line))
    .map(line => {
      if (line === header)
        return { ...line, cells: padded(line.cells.map(titleOf), headings.observations.unit[0]) }
      return rows.includes(line) ? { ...line, cells: padded(line.cells, unit.code) } : line
    })
  return { ...grid, lines, own: { unit: unit.name, others } }
}

function isTitled({ cells }: Line): boolean {
  return cells.filter(cell => cellText(cell) !== '').length >= LEAST_ROWS
}

/** The column in which most rows name an indicator. */
function columnOfIndicators(lines: readonly Line[], { findIndicator }: Known): number {
  const found = lines.flatMap(({ cells }) =>
    cells.flatMap((cell, at) => {
      const text = cellText(cell)
      const { codes, otherMarks } = /\p{L}{2}/u.test(text) ? findIndicator(text) : NOTHING
      return codes.length === 1 && !otherMarks ? [at] : []
    }),
  )
  const [best] = [...Map.groupBy(found, at => at)].toSorted(
    (a, b) => b[1].length - a[1].length || a[0] - b[0],
  )
  return best?.[0] ?? 0
}

const NOTHING = { codes: [], otherMarks: false }

/**
 * The lowest of the units that texts, or the sheet, name: "UBND XÃ …" below "UBND HUYỆN …", which also tells of several of that
 * name which is meant. A province is named above every table.
 */
function reporter(texts: readonly string[], sheet: string, known: Known): Unit | null {
  const tab = known.findUnit.find(sheet)
  const isNamed = tab.codes.length > 0 && !tab.otherMarks
  const named = [...(isNamed ? [[...tab.codes]] : []), ...texts.flatMap(text => namedUnits(text, known))]
  const sure = named.flatMap(codes => (codes.length === 1 ? codes : []))
  const found = named.map(codes => {
    const under = codes.filter(code => sure.some(upper => below([code], upper, known.units).length > 0))
    return codes.length === 1 ? codes : under
  })
  if (found.some(codes => codes.length !== 1)) return null
  const units = found.flat().flatMap(code => known.units.get(code) ?? [])
  return lowestOf(
    units.filter(({ parent }) => parent !== null),
    known.units,
  )
}
