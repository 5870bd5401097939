import type { Indicator } from '../core/indicator.ts'
import { percentOf } from '../core/rounding.ts'
import type { ProblemCode, ProblemParams } from './problem.ts'

/** What one row says of one indicator. */
export interface Figures {
  numerator: number | null
  denominator: number | null
  value: number | null
}

/** Names of the columns, for saying where something is wrong. */
export interface FigureColumns {
  numerator: string
  denominator: string
  value: string
}

/** Where what is wrong, or odd, with a row is said; `header` is what the file calls a column. */
export interface Report {
  report<Code extends ProblemCode>(code: Code, params: ProblemParams[Code], field: string): void
}

interface HeadedReport extends Report {
  header: (field: string) => string
}

/** Reports what cannot be: no figure at all, half a pair of counts, a part above its whole, a value out of range. */
export function checkFigures(
  { numerator, denominator, value }: Figures,
  indicator: Indicator,
  columns: FigureColumns,
  row: HeadedReport,
): void {
  if (numerator === null && denominator === null && value === null)
    row.report('no_figures', {}, columns.value)
  else if (numerator === null && denominator !== null) {
    row.report('half_counts', { missing: row.header(columns.numerator) }, columns.denominator)
  } else if (numerator !== null && denominator === null) {
    row.report('half_counts', { missing: row.header(columns.denominator) }, columns.numerator)
  } else if (indicator.accumulation === 'published' && value === null)
    row.report('needs_value', {}, columns.value)
  if (numerator !== null && denominator !== null && indicator.unit === 'percent' && numerator > denominator) {
    row.report('numerator_above', { denominator }, columns.numerator)
  }
  if (value !== null && (value < 0 || value > indicator.max)) {
    row.report('value_out_of_range', { max: indicator.max }, columns.value)
  }
}

/** Warns of what is odd but may be: a value that the counts do not give, counts that are of no use. */
export function doubtFigures(
  { numerator, denominator, value }: Figures,
  indicator: Indicator,
  columns: FigureColumns,
  warnings: Report,
): void {
  if (numerator === null || denominator === null || value === null) return
  if (indicator.accumulation === 'published') warnings.report('counts_unused', {}, columns.numerator)
  else if (indicator.unit === 'percent' && denominator > 0) {
    if (agree(value, (100 * numerator) / denominator)) return
    warnings.report('value_differs', { computed: percentOf(numerator, denominator) }, columns.value)
  }
}

/** Whether a published number is the exact one, rounded to as many decimals as are published (`decimals`, or its own). */
export function agree(published: number, exact: number, decimals = decimalsOf(published)): boolean {
  return Math.abs(published - exact) <= 0.5 * 10 ** -decimals + 1e-9
}

/** 91.7 → 1 */
export function decimalsOf(number: number): number {
  return /\.(\d+)$/.exec(String(number))?.[1]?.length ?? 0
}
