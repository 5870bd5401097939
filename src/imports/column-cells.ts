import { exemptWords, unchangedWords } from '../../locales/vi/files.ts'
import { isCountTitle } from './count-title.ts'
import { type Cell, cellText, isUncomputed } from './files/cell.ts'
import type { GuessedColumn } from './guessed-column.ts'
import { foldName, foldText } from './names/fold-name.ts'
import { says } from './says.ts'
import {
  isDividedByNothing,
  limitIn,
  readCount,
  readNumber,
  saysNoFigure,
  saysNothing,
  withoutPoints,
} from './values/numbers.ts'

/** What a column is called and whether its table assigns targets. */
export interface Heading {
  path: readonly string[]
  assigns: boolean
  /** Whether the titles say the name of an indicator. */
  isNamed: boolean
}

/**
 * What a column holds beside the units, and those of its cells that hold a text where a number is meant. A column that is
 * called as an indicator and of which some cells hold or say a number is one of figures, however many cells are texts: it is
 * what is meant, and not the next one that can be read.
 */
export function cellsOf(
  cells: readonly Cell[],
  heading: Heading,
): Pick<GuessedColumn, 'holds' | 'texts' | 'isOfTexts'> {
  const filled = cells.filter(cell => saysSomething(cell, heading))
  const numbers = filled.filter(cell => isNumber(cell, heading))
  const texts = [...new Set(filled.filter(cell => isText(cell, heading)).map(cellText))]
  const isMostly = filled.length > 0 && numbers.length >= filled.length * 0.6
  const isMeant = isMostly || (heading.isNamed && filled.some(saysNumber))
  if (!isMeant) return { holds: 'text', texts, isOfTexts: true }
  return { holds: isCounts(filled, heading) ? 'counts' : 'values', texts, isOfTexts: !isMostly }
}

/** A row of dashes, "x" or "KPS" says of a column as little as an empty one; so does a unit that has no target. */
function saysSomething(cell: Cell, { assigns }: Heading): boolean {
  const text = cellText(cell)
  if (text === '' || saysNothing(text) || saysNoFigure(text) || isDividedByNothing(cell)) return false
  return !assigns || !exemptWords.some(word => foldName(word) === foldName(text))
}

function isNumber(cell: Cell, heading: Heading): boolean {
  return isUncomputed(cell) || typeof readIn(cell, heading) !== 'string'
}

/** "1.030" may be a thousand or one and a little, and is a number all the same. */
function isText(cell: Cell, heading: Heading): boolean {
  return !isNumber(cell, heading) && readIn(cell, heading) !== 'ambiguous_number'
}

function readIn(cell: Cell, { assigns }: Heading): ReturnType<typeof readNumber> {
  const { is, bare } = limitIn(cell)
  return readNumber(assigns && is === 'least' ? bare : withoutPoints(cell), { decimal: null, grouped: true })
}

/** "▲ 70,5%", "Tăng 5%", "70,5% (đạt)", or that what was before stays. */
function saysNumber(cell: Cell): boolean {
  return /\d/.test(cellText(cell)) || isUncomputed(cell) || says([cellText(cell)], unchangedWords)
}

function isCounts(filled: readonly Cell[], { path }: Heading): boolean {
  const custom = { decimal: null, grouped: true } as const
  const counts = filled.filter(
    cell => isUncomputed(cell) || typeof readCount(cell, custom) === 'number',
  ).length
  const [last, whole] = [foldText(path.at(-1) ?? ''), path.join(' ')]
  const isShare = /^t[yi] le\b/.test(last) || (whole.includes('%') && !/^(?:tong|so(?! hoa))\b/.test(last))
  // A count that is not whole once, mistyped, is a count all the same.
  return !isShare && (counts >= filled.length * 0.9 || (isCountTitle(path) && counts * 2 > filled.length))
}
