import { isDay } from '../core/period.ts'
import type { Report } from './figures.ts'
import type { Nearest } from './nearest.ts'
import type { ProblemCode, ProblemParams, Problems } from './problem.ts'
import type { CsvRow } from './read-csv.ts'
import { cellOf, parseDecimal, type Sheet } from './sheet.ts'

/** Codes stand in keys and lists, where these characters separate. */
const CODE = /^[^\s|/:,;"]{1,64}$/

/** Reads the cells of one row, and reports what is wrong with them. A cell that is wrong reads as empty. */
export class RowReader {
  readonly line: number
  readonly #sheet: Sheet
  readonly #row: CsvRow
  readonly #problems: Problems
  #isGood = true

  constructor(sheet: Sheet, row: CsvRow, problems: Problems) {
    this.line = row.line
    this.#sheet = sheet
    this.#row = row
    this.#problems = problems
  }

  /** False once anything was reported. */
  get isGood(): boolean {
    return this.#isGood
  }

  /** Whether the table has the column at all. */
  has(field: string): boolean {
    return this.#sheet.columns.has(field)
  }

  text(field: string): string {
    return cellOf(this.#sheet, this.#row, field)
  }

  textOrNull(field: string): string | null {
    return this.text(field) || null
  }

  required(field: string): string {
    const text = this.text(field)
    if (text === '') this.report('empty_cell', {}, field)
    return text
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

  oneOf<Option extends string>(field: string, options: readonly Option[], otherwise?: Option): Option {
    const text = this.text(field)
    const found = options.find(option => option === text)
    if (found !== undefined) return found
    const fallback = otherwise ?? options[0]!
    if (text === '' && otherwise !== undefined) return otherwise
    if (text === '') this.report('empty_cell', {}, field)
    else this.report('not_one_of', { known: options.join(', ') }, field)
    return fallback
  }

  day(field: string): string | null {
    const text = this.text(field)
    if (text === '' || isDay(text)) return text || null
    this.report('bad_day', {}, field)
    return null
  }

  /** A number above 0, or null where the cell is empty. */
  positive(field: string): number | null {
    const text = this.text(field)
    if (text === '') return null
    const number = parseDecimal(text, this.#sheet.numbers)
    if (number === null) this.report('bad_number', {}, field)
    else if (number <= 0) this.report('not_above_zero', {}, field)
    return number
  }

  number(field: string): number | null {
    const text = this.text(field)
    if (text === '') return null
    const number = parseDecimal(text, this.#sheet.numbers)
    if (number === null) this.report('bad_number', {}, field)
    return number
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
    const column = this.#sheet.columns.get(field)?.header ?? field
    return { line: this.line, column, value: this.text(field) }
  }
}
