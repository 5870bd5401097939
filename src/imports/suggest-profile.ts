import {
  differenceWords,
  dossierWords,
  numberTitles,
  periodTitles,
  rankTitles,
  valueTitles,
} from '../../locales/vi/files.ts'
import { type Cell, cellText, isUncomputed, columnLetters, type Grid, type Line } from './files/cell.ts'
import { askedColumn } from './asked-column.ts'
import { cellsOf } from './column-cells.ts'
import { thousandsSaid } from './counts-in-thousands.ts'
import type { Known } from './known.ts'
import { doubtOfTargets } from './meant-targets.ts'
import { foldName } from './names/fold-name.ts'
import type { GuessedColumn } from './guessed-column.ts'
import {
  figuresByTitle,
  figuresIn,
  type GuessedFigure,
  isOfAnother,
  isOfContrarySense,
  saysIndicator,
  type Titled,
} from './suggest-columns.ts'
import { type Suggestion, written } from './suggest-text.ts'
import { isMoney, isOfPayment } from './money-column.ts'
import { says } from './says.ts'
import { onlyPeriod } from './table-period.ts'
import { below } from './units-above.ts'
import { unfolded } from './unfolded.ts'
import { joinTitles } from './tables/header.ts'
import { isNumbering } from './tables/profile-sheet.ts'
import { readNumber } from './values/numbers.ts'
import { readPeriod, yearSaid } from './values/periods.ts'

/** A table that no profile reads: what its columns are instead of counts or rates of one period. */
export type NoProfile =
  /** Each column is of another period. */
  | { is: 'periods_across'; columns: string[] }
  /** The same, of an annex of targets. */
  | { is: 'quarters_assigned'; columns: string[] }
  /** Each column is of another unit. */
  | { is: 'units_across'; columns: string[] }
  /** The same, with a period in each row. */
  | { is: 'units_across_periods'; columns: string[] }
  /** Two tables stand side by side. */
  | { is: 'tables_beside'; columns: string[] }
  /** It assigns targets and holds results alone, or the other way round. */
  | { is: 'only_results'; columns: string[] }
  | { is: 'only_targets'; columns: string[] }
  /** Amounts of money stand where dossiers are meant. */
  | { is: 'only_money'; columns: string[] }
  /** How much more or less it has become, or the contrary of every indicator. */
  | { is: 'only_differences'; columns: string[] }
  | { is: 'only_contraries'; columns: string[] }
  /** A count whose whole is not there. */
  | { is: 'count_alone'; columns: string[] }
  /** All rows are of one unit: each is something else than a unit. */
  | { is: 'rows_of_unit'; columns: string[] }
  /** Dossiers are counted in thousands. */
  | { is: 'scaled_table'; columns: string[] }
  /** No column holds numbers. */
  | { is: 'no_numbers'; columns: string[] }

const SEARCHED = 60
/** A column that numbers the rows, places the units or says their period. */
const NO_NUMBERS = { holds: 'text', texts: [], isOfTexts: false } as const

/** What was said of the columns that are meant: their period, words of their titles. */
export interface Meant {
  period?: string | undefined
  column?: string | undefined
}

/** Guesses how a sheet with one row a unit is laid out; null where no column names units. */
export function suggestProfile(
  sheet: Grid,
  name: string,
  known: Known,
  meant: Meant = {},
): Suggestion | NoProfile | null {
  return suggestOf(unfolded(sheet, known), { name, said: meant }, known)
}

function suggestOf(
  grid: Grid,
  { name, said }: { name: string; said: Meant },
  known: Known,
): Suggestion | NoProfile | null {
  const across = unitsAcross(grid.lines, known)
  if (across.length > 0)
    return { is: hasPeriodsDown(grid.lines) ? 'units_across_periods' : 'units_across', columns: across }
  const [unitAt = null, ...besides] = unitColumns(grid.lines, known)
  if (unitAt === null) return null
  const first = firstRow(grid.lines, unitAt, known)
  const end = headerEnd(grid.lines, first, unitAt)
  const start = headerStart(grid.lines, end, unitAt)
  const header = grid.lines.slice(start, end).filter(line => !isNumbering(line) && !isHeading(line))
  // A sum, a note or a signature below says nothing of what a column holds.
  const rows = grid.lines.slice(first).filter(line => isUnit(line, unitAt, known))
  const alone = unitAlone(rows, unitAt)
  if (alone !== null) return { is: 'rows_of_unit', columns: [alone] }
  const titled = withSaid(titledIn(grid, start, header), said)
  const columns = guessedColumns(grid, { header, rows, assigns: titled.assigns }, known)
  const unit = columns[unitAt]
  if (unit === undefined || header.length === 0) return null
  const twins = besides.filter(at => isSame(columns[at]?.path, unit.path))
  if (twins.length > 0) return { is: 'tables_beside', columns: titlesOf([unit]) }
  const filled = columns.filter(each => each.holds !== 'text')
  const { money, differences, ofNumbers } = takenOf(filled, titled)
  const titles = columns.filter(each => each.index !== unitAt && each.path.length > 0)
  if (ofNumbers.length === 0) return noNumbers(money, differences, titles)
  const scaled = titled.assigns ? null : thousandsSaid(grid.lines.slice(0, start), header)
  if (scaled !== null) return { is: 'scaled_table', columns: [scaled.text] }
  const periods = periodsAcross(ofNumbers, titled)
  if (periods.length >= 2) {
    return { is: titled.assigns ? 'quarters_assigned' : 'periods_across', columns: periods }
  }
  const kind = titled.assigns ? 'targets' : 'observations'
  const named = figuresIn(ofNumbers, titled, known)
  const found = named.length > 0 ? named : figuresByTitle(ofNumbers, titled, known)
  const figures = money.length > 0 ? found.filter(each => !isRateOfMoney(each)) : found
  if (figures.length === 0 && money.length > 0) return { is: 'only_money', columns: titlesOf(money) }
  const meant = ofNumbers.filter(({ path }) => !isOfContrarySense(path, titled))
  if (meant.length === 0)
    return { is: titled.assigns ? 'only_results' : 'only_targets', columns: titlesOf(ofNumbers) }
  const own = meant.filter(({ path, isHidden }) => !isHidden && !isOfAnother(path, titled))
  const asked = figures.length > 0 ? null : askedColumn(meant, own, [...known.indicators.values()])
  if (asked !== null && 'is' in asked) return { is: asked.is, columns: titlesOf(asked.columns) }
  const height = header.length
  return written({ name, kind, unit, columns: meant, all: ofNumbers, own, height, figures, asked })
}

interface Rows {
  header: readonly Line[]
  /** Rows of units. */
  rows: readonly Line[]
  assigns: boolean
}

/** The columns below a header by what stands in them beside units. */
function guessedColumns(
  { hiddenColumns }: Grid,
  { header, rows, assigns }: Rows,
  known: Known,
): GuessedColumn[] {
  return joinTitles(header.map(line => line.cells)).map((path, index) => {
    const cells = rows.map(line => line.cells[index] ?? '')
    const heading = { path, assigns, isNamed: saysIndicator(path, known) }
    const isHidden = hiddenColumns.includes(columnLetters(index))
    const held = isNumberTitle(path) || isPeriodTitle(path) ? NO_NUMBERS : cellsOf(cells, heading)
    return { index, path, ...held, isHidden, numbers: cells.map(numberIn) }
  })
}

/** The columns of numbers: amounts of money and differences, which no import takes and nothing offers, and the others. */
function takenOf(filled: readonly GuessedColumn[], titled: Titled) {
  const money = titled.assigns ? [] : filled.filter(each => isAmount(each, titled))
  const noMoney = filled.filter(each => !money.includes(each))
  const differences = noMoney.filter(({ path }) => says(path, differenceWords))
  return { money, differences, ofNumbers: noMoney.filter(each => !differences.includes(each)) }
}

/** Why a table is left without numbers. */
function noNumbers(
  money: readonly GuessedColumn[],
  differences: readonly GuessedColumn[],
  titles: readonly GuessedColumn[],
): NoProfile {
  if (money.length > 0) return { is: 'only_money', columns: titlesOf(money) }
  if (differences.length > 0) return { is: 'only_differences', columns: titlesOf(differences) }
  return { is: 'no_numbers', columns: titlesOf(titles) }
}

/** The unit that stands in every row, of several without a period of their own; null where rows are of others. */
function unitAlone(rows: readonly Line[], at: number): string | null {
  const names = new Set(rows.map(({ cells }) => foldName(cellText(cells[at]))))
  const isOne = rows.length > 2 && names.size === 1 && !rows.some(hasPeriod)
  return isOne ? cellText(rows[0]?.cells[at]) : null
}

function hasPeriod({ cells }: Line): boolean {
  return cells.some(cell => typeof cell === 'string' && readPeriod(cell, '2000') !== null)
}

/** Whether a column holds amounts of money; a rate of them is none. */
function isAmount({ path, holds }: GuessedColumn, { text }: Titled): boolean {
  const isRate = holds === 'values' && (says(path, valueTitles) || path.join(' ').includes('%'))
  return !isRate && isMoney(path, text)
}

/** Of what is paid a rate beside amounts is one of money, unless dossiers are counted or named. */
function isRateOfMoney({ indicator, value }: GuessedFigure): boolean {
  const path = value?.column?.path ?? []
  return value !== undefined && isOfPayment(indicator) && !says(path, dossierWords)
}

function titledIn({ lines, name }: Grid, start: number, header: readonly Line[]): Titled {
  const text = lines
    .slice(0, start)
    .flatMap(line => line.cells.map(cellText))
    .join(' ; ')
  const year = yearSaid([text, name ?? ''])
  const period = onlyPeriod(text, year) ?? (name === null ? null : readPeriod(name, year))
  return { text, year, period, assigns: doubtOfTargets(lines.slice(0, start), header) === null }
}

/** The period that was said stands before the title's. */
function withSaid(titled: Titled, { period, column }: Meant): Titled {
  const given = period === undefined ? null : readPeriod(period, titled.year)
  return { ...titled, period: given ?? titled.period, column }
}

/**
 * Titles of columns that say nothing but a period, "Tháng 8", "Tháng 9", or stand below one. Where one alone is the table's
 * period it is meant.
 */
function periodsAcross(columns: readonly GuessedColumn[], { period, year }: Titled): string[] {
  const found = columns.flatMap(({ path }) =>
    path.flatMap(title => {
      const said = readPeriod(title, year ?? '2000')
      return said === null ? [] : [{ title, isOwn: period?.from === said.from && period.to === said.to }]
    }),
  )
  const own = new Set(found.filter(({ isOwn }) => isOwn).map(({ title }) => title))
  return own.size === 1 ? [] : [...new Set(found.map(({ title }) => title))]
}

function isSame(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return foldName(a?.join(' ') ?? '') === foldName(b.join(' '))
}

function titlesOf(columns: readonly GuessedColumn[]): string[] {
  return columns.map(({ path }) => path.at(-1) ?? '')
}

/** The columns that name units in rows of numbers: none before one of units below its own, that with most first. */
export function unitColumns(lines: readonly Line[], known: Known): number[] {
  const rows = lines.slice(0, SEARCHED).filter(({ cells }) => cells.some(isNumberCell))
  const counts = new Map<number, number>()
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (isUnitCell(cell, known)) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
  }
  const found = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([index]) => index)
  const isUpper = (at: number) =>
    found.some(other => isAbove(rows, at, other, known) * 2 > (counts.get(other) ?? 0))
  return found.toSorted((a, b) => Number(isUpper(a)) - Number(isUpper(b)))
}

/** In how many rows one column names a unit that stands above the unit of the other. */
function isAbove(rows: readonly Line[], upper: number, lower: number, { findUnit, units }: Known): number {
  const codesAt = ({ cells }: Line, at: number) => {
    const cell = cells[at] ?? ''
    return typeof cell === 'string' ? findUnit.find(cell).codes : []
  }
  return rows.filter(line =>
    codesAt(line, upper).some(code => below(codesAt(line, lower), code, units).length > 0),
  ).length
}

/** The units that stand beside one another in a line of titles above numbers: two at least, and none below. */
function unitsAcross(lines: readonly Line[], known: Known): string[] {
  for (const { cells } of lines.slice(0, SEARCHED)) {
    if (cells.some(isNumberCell)) return []
    const units = new Set(cells.flatMap(cell => (isUnitCell(cell, known) ? [cellText(cell)] : [])))
    if (units.size >= 2) return [...units]
  }
  return []
}

/** Whether rows of numbers begin with a period: two at least. */
function hasPeriodsDown(lines: readonly Line[]): boolean {
  const named = lines.slice(0, SEARCHED).filter(({ cells }) => {
    const title = cells.map(cellText).find(text => text !== '' && !/^\d{1,2}$/.test(text)) ?? ''
    return cells.some(isNumberCell) && readPeriod(title, '2000') !== null
  })
  return named.length >= 2
}

function isUnitCell(cell: Cell, known: Known): boolean {
  return typeof cell === 'string' && /\p{L}{2}/u.test(cell) && known.findUnit.find(cell).codes.length > 0
}

/** Whether a cell holds a number, or a formula that will give one. */
export function isNumberCell(cell: Cell): boolean {
  return isUncomputed(cell) || (cellText(cell) !== '' && numberIn(cell) !== null)
}

function isUnit({ cells }: Line, at: number, known: Known): boolean {
  const text = cellText(cells[at])
  return text !== '' && known.findUnit.find(text).codes.length > 0
}

/** The first row of the table: of a unit that is known, or of one that is not above it. */
function firstRow(lines: readonly Line[], at: number, known: Known): number {
  let first = lines.findIndex(line => isUnit(line, at, known) && line.cells.some(isNumberCell))
  while (first > 0 && isRow(lines[first - 1], at)) first--
  return first
}

/** A name and, behind it, numbers that are no years. */
function isRow(line: Line | undefined, at: number): boolean {
  if (line === undefined || isNumbering(line) || !/\p{L}{2}/u.test(cellText(line.cells[at]))) return false
  return line.cells.slice(at + 1).some(cell => isNumberCell(cell) && !/^(?:19|20)\d\d$/.test(cellText(cell)))
}

/** The line behind the header: of the data, or of the headings of groups above them, "A. Sở, ban, ngành". */
function headerEnd(lines: readonly Line[], first: number, unitAt: number): number {
  const isAlone = ({ cells }: Line) => cells.every((cell, at) => at <= unitAt || cellText(cell) === '')
  let end = first
  while (end > 1 && first - end < 3 && isAlone(lines[end - 1]!)) end--
  return isTitled(lines[end - 1]) && !isAlone(lines[end - 1]!) ? end : first
}

/** The uppermost of the lines directly above the data that hold several titles. */
function headerStart(lines: readonly Line[], first: number, unitAt: number): number {
  let start = isSubtitle(lines[first - 1], unitAt) && isTitled(lines[first - 2]) ? first - 1 : first
  while (start > 0 && first - start < 5 && isTitled(lines[start - 1])) start--
  return start
}

/** The lower title of a single column: `Hồ sơ trực tuyến` below `TT | Đơn vị | Năm 2026`. */
function isSubtitle(line: Line | undefined, unitAt: number): boolean {
  const filled = line?.cells.flatMap((cell, at) => (cellText(cell) === '' ? [] : [at])) ?? []
  return filled.length === 1 && filled[0]! > unitAt
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

/** "Tháng", "Kỳ" under no other title says of what period a row is. */
function isPeriodTitle(path: readonly string[]): boolean {
  const titles = Object.values(periodTitles).flat()
  return path.length === 1 && titles.some(title => foldName(title) === foldName(path[0] ?? ''))
}

function isNumberTitle(path: readonly string[]): boolean {
  const last = foldName(path.at(-1) ?? '')
  return numberTitles.includes(last) || rankTitles.includes(last)
}
