import { agree } from './figures.ts'
import type { GuessedColumn } from './guessed-column.ts'

/** A part and its whole among columns of counts. */
export interface Counts {
  numerator: GuessedColumn
  denominator: GuessedColumn
}

/** Of so many rows at least the counts must give the rate. */
const LEAST_ROWS = 2

/**
 * The two columns of counts that give a column of rates in every row, where two only do: what a report calls them does not
 * matter then. Null where none do, several do, or every rate is 0 or 100 and any columns may have given it.
 */
export function countsOfRate(rate: GuessedColumn, counts: readonly GuessedColumn[]): Counts | null {
  const pairs = counts.flatMap(denominator =>
    counts.flatMap(numerator =>
      numerator !== denominator && givesRate({ numerator, denominator }, rate)
        ? [{ numerator, denominator }]
        : [],
    ),
  )
  return pairs.length === 1 ? (pairs[0] ?? null) : null
}

/** The only columns of counts with this numerator that give one of the rates. */
export function wholeOf(
  numerator: GuessedColumn,
  rates: readonly GuessedColumn[],
  counts: readonly GuessedColumn[],
): Counts | null {
  const wholes = counts.filter(
    denominator =>
      denominator !== numerator && rates.some(rate => givesRate({ numerator, denominator }, rate)),
  )
  const [denominator, ...others] = wholes
  return denominator === undefined || others.length > 0 ? null : { numerator, denominator }
}

/** Whether a column of rates says otherwise than the counts in most of the rows in which all three are known. */
export function isContradicted(counts: Counts, rate: GuessedColumn): boolean {
  const rows = rowsOf(counts, rate)
  const right = [100, 1].map(
    scale => rows.filter(({ published, exact }) => agree(published, scale * exact)).length,
  )
  return rows.length > 0 && Math.max(...right) * 2 < rows.length
}

/** Whether the counts give the rate wherever all three are known, as a percent or as a part of one. */
export function givesRate(counts: Counts, rate: GuessedColumn): boolean {
  const rows = rowsOf(counts, rate)
  const says = rows.filter(({ exact }) => exact > 0 && exact < 1)
  if (says.length === 0 || rows.length < LEAST_ROWS) return false
  return [100, 1].some(scale => rows.every(({ published, exact }) => agree(published, scale * exact)))
}

/** What is published of each row in which all three are known, and what its counts give, of 1. */
function rowsOf(
  { numerator, denominator }: Counts,
  rate: GuessedColumn,
): { published: number; exact: number }[] {
  return rate.numbers.flatMap((published, at) => {
    const [part, whole] = [numerator.numbers[at], denominator.numbers[at]]
    if (published === null || part === null || part === undefined || !whole) return []
    return [{ published, exact: part / whole }]
  })
}
