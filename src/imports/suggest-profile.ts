import {
  numberTitles,
  profileKeys,
  titleFillers,
  titleShorthands,
  valueTitles,
} from '../../locales/vi/files.ts'
import type { Indicator } from '../core/indicator.ts'
import { type Cell, cellText, type Grid, type Line } from './files/cell.ts'
import type { Known } from './known.ts'
import { foldName, foldText } from './names/fold-name.ts'
import { joinTitles } from './tables/header.ts'
import { isNumbering } from './tables/profile-sheet.ts'
import { readCount, readNumber } from './values/numbers.ts'

/** A profile for a layout that none knows, as text of JSON with Vietnamese keys, and which of its lines to check. */
export interface Suggestion {
  text: string
  /** Numbers of lines that were guessed, and what they say. */
  doubts: { line: number; says: string }[]
}

interface GuessedColumn {
  index: number
  /** Its titles from top to bottom. */
  path: string[]
  holds: 'counts' | 'values' | 'text'
}

const SEARCHED = 60

/** Guesses how a sheet with one row a unit is laid out; null where no column names units. */
export function suggestProfile(grid: Grid, name: string, known: Known): Suggestion | null {
  const unitAt = unitColumn(grid.lines, known)
  if (unitAt === null) return null
  const first = grid.lines.findIndex(line => isUnit(line, unitAt, known))
  const start = headerStart(grid.lines, first)
  const header = grid.lines.slice(start, first).filter(line => !isNumbering(line) && !isHeading(line))
  const below = grid.lines.slice(first)
  const columns = joinTitles(header.map(line => line.cells)).map((path, index) => ({
    index,
    path,
    holds: isNumberTitle(path) ? ('text' as const) : holdsWhat(below.map(line => line.cells[index] ?? '')),
  }))
  const unit = columns[unitAt]
  if (unit === undefined || header.length === 0) return null
  return written(
    name,
    { unit, columns: columns.filter(each => each.holds !== 'text'), height: header.length },
    known,
  )
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

function isNumberTitle(path: readonly string[]): boolean {
  return numberTitles.includes(foldName(path.at(-1) ?? ''))
}

function holdsWhat(cells: readonly Cell[]): GuessedColumn['holds'] {
  const filled = cells.filter(cell => cellText(cell) !== '')
  const custom = { decimal: null, grouped: true } as const
  const counts = filled.filter(cell => typeof readCount(cell, custom) === 'number').length
  const numbers = filled.filter(cell => typeof readNumber(cell, custom) !== 'string').length
  if (filled.length === 0 || numbers < filled.length * 0.6) return 'text'
  return counts >= filled.length * 0.9 ? 'counts' : 'values'
}

interface Guess {
  unit: GuessedColumn
  columns: readonly GuessedColumn[]
  height: number
}

interface GuessedFigure {
  indicator: Indicator
  numerator?: GuessedColumn
  denominator?: GuessedColumn
  value?: GuessedColumn
}

function figuresIn(columns: readonly GuessedColumn[], known: Known): GuessedFigure[] {
  const counts = columns.filter(each => each.holds === 'counts')
  return [...known.indicators.values()].flatMap((indicator): GuessedFigure[] => {
    const named = [indicator.name, indicator.shortName, ...indicator.aliases]
    const value = columns.find(each => each.holds === 'values' && likeness(each.path, named) >= 0.75)
    const numerator = likeliest(counts, [indicator.numeratorLabel])
    const denominator = likeliest(counts, [indicator.denominatorLabel])
    if (numerator !== undefined && denominator !== undefined && numerator !== denominator) {
      return [{ indicator, numerator, denominator }]
    }
    return value === undefined ? [] : [{ indicator, value }]
  })
}

function likeliest(columns: readonly GuessedColumn[], names: readonly string[]): GuessedColumn | undefined {
  const rated = columns.map(column => ({ column, like: likeness(column.path, names) }))
  const [best] = rated.toSorted((a, b) => b.like - a.like)
  return best !== undefined && best.like >= 0.66 ? best.column : undefined
}

/** How many words of the nearest name stand in the titles, of 1. */
function likeness(path: readonly string[], names: readonly string[]): number {
  const there = new Set(wordsOf(path.join(' ')))
  const shares = names
    .map(wordsOf)
    .filter(words => words.length > 0)
    .map(words => words.filter(word => there.has(word)).length / words.length)
  return Math.max(0, ...shares)
}

/** The words of a title that say what it counts, short forms in full. */
function wordsOf(title: string): string[] {
  const words = foldName(title).split(' ')
  return words
    .flatMap(word => (titleShorthands[word] ?? word).split(' '))
    .filter(word => word !== '' && !titleFillers.includes(word))
}

const KEYS = new Map(Object.entries(profileKeys).map(([key, english]) => [english, key]))
const key = (english: string) => KEYS.get(english) ?? english

function written(name: string, { unit, columns, height }: Guess, known: Known): Suggestion {
  const figures = figuresIn(columns, known)
  const fieldOf = new Map<number, string>([[unit.index, 'unit']])
  for (const { index, path } of columns) {
    const plain =
      foldName(path.at(-1) ?? '')
        .replaceAll(' ', '_')
        .slice(0, 30) || `cot_${index + 1}`
    fieldOf.set(index, [...fieldOf.values()].includes(plain) ? `${plain}_${index + 1}` : plain)
  }
  const field = (column: GuessedColumn) => fieldOf.get(column.index) ?? ''
  const isUnsure = figures.length === 0
  const json = {
    [key('name')]: name,
    [key('about')]: name,
    [key('kind')]: 'observations',
    [key('columns')]: Object.fromEntries(
      [unit, ...columns].map(each => [field(each), [headerOf(each, columns)]]),
    ),
    [key('headerRows')]: [height],
    [key('grouped')]: true,
    [key('figures')]: isUnsure
      ? columns
          .toSorted((a, b) => Number(b.holds === 'values') - Number(a.holds === 'values'))
          .slice(0, 1)
          .map(each => unsureFigure(each, field(each)))
      : figures.map(({ indicator, numerator, denominator, value }) => ({
          [key('indicator')]: indicator.code,
          ...(numerator && { [key('numerator')]: [field(numerator)] }),
          ...(denominator && { [key('denominator')]: [field(denominator)] }),
          ...(value && { [key('value')]: field(value) }),
        })),
  }
  const text = `${JSON.stringify(json, null, 2)}\n`
  const lines = text.split('\n')
  const doubts = lines.flatMap((line, at) =>
    line.includes(`"${key('indicator')}"`) || line.includes('"?"')
      ? [{ line: at + 1, says: line.trim() }]
      : [],
  )
  return { text, doubts }
}

/** What the operator has to decide: which indicator, and of a count, which other count is the whole. */
function unsureFigure({ path, holds }: GuessedColumn, field: string): object {
  const title = foldText(path.join(' '))
  const isValue = holds === 'values' || valueTitles.some(word => title.includes(foldText(word)))
  const figure = isValue
    ? { [key('value')]: field }
    : { [key('numerator')]: [field], [key('denominator')]: ['?'] }
  return { [key('indicator')]: '?', ...figure }
}

/** The title under which the profile finds the column again: alone where no other has it, else under the one above. */
function headerOf({ path, index }: GuessedColumn, columns: readonly GuessedColumn[]): string {
  const last = path.at(-1) ?? ''
  if (last === '') return `#${index + 1}`
  const isAlone = columns.every(
    each => each.index === index || foldName(each.path.at(-1) ?? '') !== foldName(last),
  )
  return isAlone ? last : path.slice(-2).join(' | ')
}
