import {
  aboveWords,
  andLessWords,
  andMoreWords,
  atLeastWords,
  atMostWords,
  noFigureWords,
  nothingWords,
  pointUnits,
} from '../../../locales/vi/files.ts'
import { foldName } from '../names/fold-name.ts'
import type { Cell } from '../files/cell.ts'

/** How a column writes its numbers. */
export interface NumberCustom {
  /** What stands before decimals; null where the column does not show it. */
  decimal: ',' | '.' | null
  /** `1.240` or `1,240` may be a count of one thousand and more. */
  grouped: boolean
}

export interface FoundNumber {
  number: number
  /** Written or shown with a percent sign: 0.6 is then no part of one. */
  isPercent: boolean
}

/** What is wrong with a cell that holds no number that can be told. */
export type NotNumber = 'bad_number' | 'ambiguous_number' | 'uncomputed_formula' | 'error_cell'

const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|####|#+)$/i
const SIGNS = /^(?:[≥⩾>]=?|=>|=)\s*/
const AT_LEAST = new RegExp(String.raw`^(?:(?:${atLeastWords.join('|')})\s+)+`, 'iu')
const ABOVE = new RegExp(String.raw`^(?:(?:${[...atLeastWords, ...aboveWords].join('|')})\s+)+`, 'iu')
const AND_MORE = new RegExp(String.raw`\s+(?:${andMoreWords.join('|')})$`, 'iu')
const AT_MOST = new RegExp(
  String.raw`^(?:(?:${atLeastWords.join('|')})\s+)*(?:(?:${atMostWords.join('|')})\s+|[≤⩽<]=?\s*|=<\s*)`,
  'iu',
)
const AND_LESS = new RegExp(String.raw`\s+(?:${andLessWords.join('|')})$`, 'iu')
/** `65-70%`, `từ 65% đến 70%`. */
const RANGE = /^(?:[\p{L}\s]*\s)?\d+(?:[.,]\d+)?\s*%?\s*(?:[-–—~÷]|đến|tới|và)\s*\d+(?:[.,]\d+)?\s*%?$/iu
/** What makes a spreadsheet keep a number as a text; exported with it by some programs. */
const AS_TEXT = /^['\u2018\u2019`](?=[\d-])/
const BLANKS = /[\s\u00A0\u2007\u2009\u202F]+/g

/** A column of counts, in which a single group of three digits can only be thousands, has `grouping` for its mark. */
type Custom = Omit<NumberCustom, 'decimal'> & { decimal: NumberCustom['decimal'] | 'grouping' }

/** A cell as a number: `40.3`, `40,3`, `60 %`, `≥60%`, `1 240`, `1.234,5`, by the custom of its column. */
export function readNumber(cell: Cell, custom: Custom): FoundNumber | NotNumber {
  if (typeof cell === 'number') return { number: cell, isPercent: false }
  if (typeof cell !== 'string') {
    return 'percent' in cell ? { number: cell.percent, isPercent: true } : 'uncomputed_formula'
  }
  if (ERROR.test(cell)) return 'error_cell'
  const bare = cell.replace(SIGNS, '').replace(AS_TEXT, '').replaceAll(BLANKS, ' ').trim()
  const isPercent = bare.endsWith('%')
  const found = numberOf(bare.replace(/ ?%$/, ''), custom)
  return typeof found === 'string' ? found : { number: found, isPercent }
}

const POINTS = new RegExp(String.raw`(?<=\d)\s*(?:${pointUnits.join('|')})\.?$`, 'iu')

/** "88,45 điểm": a number of points without the word for them. */
export function withoutPoints(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.normalize('NFC').trim().replace(POINTS, '') : cell
}

/** Whether a division by nothing stands in the cell: there was nothing of which a rate could be. */
export function isDividedByNothing(cell: Cell): boolean {
  return typeof cell === 'string' && /^#DIV\/0!$/i.test(cell.trim())
}

/** "tối thiểu 60%", "60% trở lên": what is at least so much, as decisions write targets, without the words. */
export function withoutAtLeast(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const bare = cell.normalize('NFC').replace(AT_LEAST, '').replace(AND_MORE, '').trim()
  return /^[\d≥>]/.test(bare) ? bare : cell
}

const NOTHING = new Set(nothingWords.map(foldName))

/** "KPS", "không phát sinh": a word that there were none. */
export function saysNothing(text: string): boolean {
  return NOTHING.has(foldName(text))
}

const NO_FIGURE = new Set(noFigureWords.map(foldName))

/** "x", "chưa có số liệu", a dash: a mark that there is no figure. */
export function saysNoFigure(text: string): boolean {
  return /^[-–—/.…]+$/.test(text) || NO_FIGURE.has(foldName(text))
}

/** What a limit says besides its number. */
export interface Limit {
  /** The least that must be reached, the most that may be, from one number to another; null where none is said. */
  is: 'least' | 'most' | 'range' | null
  /** The cell without the words. */
  bare: Cell
}

/** Which limit the words or signs around a number say, as decisions write targets: "không quá 5%", "65-70%", "≥ 60%". */
export function limitIn(cell: Cell): Limit {
  if (typeof cell !== 'string') return { is: null, bare: cell }
  const text = cell.normalize('NFC').trim()
  if (RANGE.test(text)) return { is: 'range', bare: cell }
  const most = text.replace(AT_MOST, '').replace(AND_LESS, '').trim()
  if (most !== text) return { is: 'most', bare: most.replace(ABOVE, '') }
  const least = text.replace(ABOVE, '').replace(AND_MORE, '').trim()
  const isLeast = least !== text || /^(?:[≥⩾>]|=>)/.test(text)
  return { is: isLeast ? 'least' : null, bare: /^[\d≥>]/.test(least) ? least : cell }
}

/** A whole number from 0; null for a fraction, a negative number, a percent, and what is too large to be exact. */
export function readCount(cell: Cell, custom: NumberCustom): number | null | NotNumber {
  const decimal = custom.grouped ? (custom.decimal ?? 'grouping') : custom.decimal
  const found = readNumber(cell, { ...custom, decimal })
  if (typeof found === 'string')
    return found === 'uncomputed_formula' || found === 'error_cell' ? found : null
  const { number, isPercent } = found
  return isPercent || !Number.isSafeInteger(number) || number < 0 ? null : number
}

function numberOf(text: string, { decimal, grouped }: Custom): number | 'bad_number' | 'ambiguous_number' {
  if (/^-?\d+$/.test(text)) return toNumber(text)
  if (/^-?\d{1,3}( \d{3})+([.,]\d+)?$/.test(text)) return toNumber(text.replaceAll(' ', '').replace(',', '.'))
  if (/^-?[1-9]\d{0,2}([.,])\d{3}$/.test(text)) return oneGroup(text, decimal, grouped)
  if (/^-?\d+[.,]\d+$/.test(text)) return toNumber(text.replace(',', '.'))
  if (!grouped) return 'bad_number'
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return toNumber(text.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return toNumber(text.replaceAll(',', ''))
  return 'bad_number'
}

/** `1.234`: one thousand and more, or one and a little, by what the column shows elsewhere. */
function oneGroup(
  text: string,
  decimal: Custom['decimal'],
  grouped: boolean,
): number | 'bad_number' | 'ambiguous_number' {
  const mark = text.includes(',') ? ',' : '.'
  if (decimal === mark) return toNumber(text.replace(',', '.'))
  if (decimal === null || !grouped) return 'ambiguous_number'
  return toNumber(text.replace(mark, ''))
}

function toNumber(text: string): number | 'bad_number' {
  const number = Number(text) + 0
  return Number.isFinite(number) ? number : 'bad_number'
}

/** Which decimal mark the texts of a column show beyond doubt; null where none does, or both do. */
export function decimalMarkOf(cells: Iterable<Cell>): ',' | '.' | null {
  const seen = new Set<',' | '.'>()
  for (const cell of cells) {
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue
    const mark = markOf(cell.replace(SIGNS, '').replaceAll(BLANKS, '').replace(/%$/, ''))
    if (mark !== null) seen.add(mark)
    if (seen.size === 2) return null
  }
  return [...seen][0] ?? null
}

function markOf(text: string): ',' | '.' | null {
  if (!/^-?[\d.,]+$/.test(text)) return null
  if (/^-?\d+(\.\d{3})*,(\d{1,2}|\d{4,})$/.test(text) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(text)) return ','
  if (/^-?\d+(,\d{3})*\.(\d{1,2}|\d{4,})$/.test(text) || /^-?\d{1,3}(,\d{3}){2,}$/.test(text)) return '.'
  if (/^-?0[.,]\d{3}$/.test(text)) return text.includes(',') ? ',' : '.'
  if (/^-?\d{1,3}(\.\d{3})+,\d{3}$/.test(text)) return ','
  return /^-?\d{1,3}(,\d{3})+\.\d{3}$/.test(text) ? '.' : null
}

/** What a spreadsheet shows where a formula failed. */
export function isErrorText(text: string): boolean {
  return ERROR.test(text)
}
