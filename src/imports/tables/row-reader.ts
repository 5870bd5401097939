import type { Indicator } from '../../core/indicator.ts'
import type { Report } from '../figures.ts'
import { TWO } from '../files/pair-columns.ts'
import { type Cell, cellText, isUncomputed, keyOf, type Line } from '../files/cell.ts'
import type { Nearest } from '../names/nearest.ts'
import { strictKey } from '../names/spelling.ts'
import type { ProblemCode, ProblemParams, Problems } from '../problem.ts'
import { otherWeekday, readDay } from '../values/days.ts'
import { readPeriod } from '../values/periods.ts'
import {
  type FoundNumber,
  isDividedByNothing,
  isErrorText,
  readCount,
  readNumber,
  saysNoFigure,
  saysNothing,
  withoutAtLeast,
  withoutPoints,
} from '../values/numbers.ts'
import { cellOf, headerOf, markOf, rawOf, type Sheet } from './sheet.ts'

/** Whether a text names several days. */
function isSpan(text: string): boolean {
  const span = readPeriod(text)
  return span !== null && span.from !== span.to
}

/** Codes stand in keys and lists, where these characters separate. */
const CODE = /^[^\s|/:,;"]{1,64}$/
/** A text that is not one: control characters, line breaks within, marks that turn the direction of writing. */
const UNFIT = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFFFD]/u
const MAX_TEXT = 2_000
const MAX_NAME = 200

/** Codes and the words that mean them. */
export type Words = Readonly<Record<string, readonly string[]>>

/** Reads the cells of one row, and reports what is wrong with them. A cell that is wrong reads as empty. */
export class RowReader {
  readonly line: number
  /** What tells the row from others of the same number: see `keyOf`. */
  readonly key: number
  readonly #sheet: Sheet
  readonly #line: Line
  readonly #problems: Problems
  #isGood = true

  constructor(sheet: Sheet, line: Line, problems: Problems) {
    this.line = line.line
    this.key = keyOf(line)
    this.#sheet = sheet
    this.#line = line
    this.#problems = problems
  }

  /** False once anything was reported. */
  get isGood(): boolean {
    return this.#isGood
  }

  /** The first column that is read: where what concerns the whole row is said. */
  get keyField(): string | undefined {
    return this.#sheet.columns.keys().next().value
  }

  /** Whether the table has the column at all. */
  has(field: string): boolean {
    return this.#sheet.columns.has(field)
  }

  /** Whether the table gives codes no column, or leaves one empty that it calls by a Vietnamese heading. */
  lacksCode(field: string): boolean {
    return !this.has(field) || (this.header(field) !== field && cellText(this.cell(field)) === '')
  }

  /** What the file calls the column. */
  header(field: string): string {
    return headerOf(this.#sheet, field)
  }

  cell(field: string): Cell {
    return rawOf(this.#sheet, this.#line, field)
  }

  /** The text, with single blanks for line breaks; too long, or with characters that are none, it is reported. */
  text(field: string): string {
    const text = cellOf(this.#sheet, this.#line, field)
    const fault = faultOfCell(this.cell(field))
    if (fault !== null) {
      this.report(fault, {}, field)
      return ''
    }
    const plain = text.replaceAll(/[\r\n\t]+/g, ' ')
    if (plain.length > MAX_TEXT) this.report('long_text', { max: MAX_TEXT }, field)
    else if (UNFIT.test(plain)) this.report('unfit_text', {}, field)
    else return plain
    return ''
  }

  textOrNull(field: string): string | null {
    return this.text(field) || null
  }

  required(field: string): string {
    const text = this.text(field)
    if (text === '' && cellText(this.cell(field)) === '') this.report('empty_cell', {}, field)
    return text
  }

  /** A name: a text of one line that is not too long for a list. */
  name(field: string): string {
    const text = this.required(field)
    if (text.length > MAX_NAME) this.report('long_text', { max: MAX_NAME }, field)
    else if (/[\r\n]/.test(cellText(this.cell(field)))) this.report('unfit_text', {}, field)
    else return text.replaceAll(/\s+/g, ' ')
    return ''
  }

  code(field: string): string {
    const text = this.required(field)
    if (text !== '' && !CODE.test(text)) this.report('bad_code', {}, field)
    return text
  }

  /** Parts of a list `a|b|c`, none twice. */
  list(field: string): string[] {
    const parts = this.text(field).split('|')
    return [...new Set(parts.map(part => part.trim().replaceAll(/\s+/g, ' ')).filter(part => part !== ''))]
  }

  /** One of the options, by itself or by a word that means it; `otherwise` where the cell is empty. */
  oneOf<Option extends string>(
    field: string,
    options: readonly Option[],
    words: Words = {},
    otherwise?: Option,
  ): Option {
    const text = this.text(field)
    const found = options.find(option => option === text) ?? meantBy(text, options, words)
    if (found !== undefined) return found
    const fallback = otherwise ?? options[0]!
    if (text === '' && otherwise !== undefined) return otherwise
    if (text === '') this.report('empty_cell', {}, field)
    else {
      const isPlain = this.header(field) === field
      const known = options.map(option => {
        const word = words[option]?.[0]
        if (word === undefined) return option
        return isPlain ? `${option} (${word})` : word
      })
      this.report('not_one_of', { known: known.join(', ') }, field)
    }
    return fallback
  }

  day(field: string): string | null {
    const cell = this.cell(field)
    if (cellText(cell) === '') return null
    const day = readDay(cell)
    const other = day === null ? otherWeekday(cellText(cell)) : null
    if (other !== null) this.report('weekday_differs', other, field)
    else if (day === null) this.report(isSpan(cellText(cell)) ? 'days_span' : 'bad_day', {}, field)
    return day
  }

  /** A number above 0, or null where the cell is empty. */
  positive(field: string): number | null {
    const number = this.number(field)
    if (number !== null && number <= 0) this.report('not_above_zero', {}, field)
    return number
  }

  number(field: string): number | null {
    return this.measure(field)?.number ?? null
  }

  /** A number and whether it is written in percent; null where the cell is empty, says that nothing happened, or is wrong. */
  measure(field: string, cell: Cell = this.cell(field)): FoundNumber | null {
    if (cellText(cell) === '') return null
    const found = readNumber(withoutAtLeast(cell), this.#sheet.custom(field))
    if (typeof found !== 'string') return found
    if (saysNothing(cellText(cell))) return null
    this.report(found === 'bad_number' ? numberFault(cell, found) : found, {}, field)
    return null
  }

  /** The same of an indicator: one that counts points may have the word for them behind its numbers. */
  measureOf(indicator: Pick<Indicator, 'unit'> | undefined, field: string): FoundNumber | null {
    const cell = this.cell(field)
    return this.measure(field, indicator?.unit === 'points' ? withoutPoints(cell) : cell)
  }

  /** Whether the field holds a rate of nothing: a division by 0. */
  isOfNothing(field: string): boolean {
    return isDividedByNothing(this.cell(field))
  }

  /**
   * Whether the cells say in words that there is no figure, and one of them at least does. Counts of nothing ("không phát sinh")
   * are 0; a value of nothing is none.
   */
  saysNone(fields: readonly string[], are: 'counts' | 'value'): boolean {
    const texts = fields.map(field => this.text(field)).filter(text => text !== '')
    return (
      texts.length > 0 && texts.every(text => saysNoFigure(text) || (are === 'value' && saysNothing(text)))
    )
  }

  /** Whether each of the cells is marked as one for which there is no figure ("-", "x"): an empty one is not. */
  marksNone(fields: readonly string[]): boolean {
    return fields.length > 0 && fields.every(field => saysNoFigure(markOf(this.#sheet, this.#line, field)))
  }

  /** A whole number from 0, which "không phát sinh" is too, or null where the cell is empty or wrong. */
  count(field: string): number | null {
    const cell = this.cell(field)
    if (cellText(cell) === '') return null
    const found = readCount(cell, this.#sheet.custom(field))
    if (typeof found === 'number') return found
    if (saysNothing(cellText(cell))) return 0
    this.report(found ?? numberFault(cell, 'not_whole'), {}, field)
    return null
  }

  /** What may have been meant; not looked for once no more problems are kept. */
  near(nearest: Nearest, text: string): string {
    return this.#problems.isKeeping ? nearest(text) : ''
  }

  report<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], field?: string): void {
    this.#isGood = false
    this.#problems.add(code, params, this.place(field))
  }

  /** The same row, for what is odd but no reason to refuse it. */
  doubts(warnings: Problems): Report {
    return { report: (code, params, field) => warnings.add(code, params, this.place(field)) }
  }

  place(field?: string): { line: number; column?: string; value?: string } {
    if (field === undefined) return { line: this.line }
    return { line: this.line, column: this.header(field), value: cellOf(this.#sheet, this.#line, field) }
  }
}

/** A date cell, or "05-Dec" as Excel writes one into a text file. */
function isDate(cell: Cell): boolean {
  return (
    typeof cell === 'string' &&
    /^(?:20\d\d-\d\d-\d\d|\d{1,2}-[A-Z][a-z]{2}(?:-\d\d)?|\d{1,2}-Thg ?\d{1,2})$/u.test(cell)
  )
}

/** What stands where a number is meant: a day that a spreadsheet made of it, two numbers, or else what is given. */
function numberFault<Other extends ProblemCode>(
  cell: Cell,
  otherwise: Other,
): 'date_as_number' | 'two_numbers' | Other {
  if (isDate(cell)) return 'date_as_number'
  return TWO.test(cellText(cell)) ? 'two_numbers' : otherwise
}

/** What stands in the cell is no text of a person: a formula without its result, or an error. */
function faultOfCell(cell: Cell): 'uncomputed_formula' | 'error_cell' | null {
  if (isUncomputed(cell)) return 'uncomputed_formula'
  return typeof cell === 'string' && cell.startsWith('#') && isErrorText(cell) ? 'error_cell' : null
}

function meantBy<Option extends string>(
  text: string,
  options: readonly Option[],
  words: Words,
): Option | undefined {
  const key = strictKey(text.replace(/[\s.:;]+$/, ''))
  return options.find(option => words[option]?.some(word => strictKey(word) === key))
}
