import { agree } from '../figures.ts'
import type { Line } from '../files/cell.ts'
import type { Profile } from '../profile.ts'
import { cellOf, countIn, measureIn, type Sheet } from '../tables/sheet.ts'

/** What an empty cell among counts that are added is taken for; nothing is to be said where the row itself shows that it is 0. */
export type Blank = 'none is empty' | 'zero' | 'unknown'

/**
 * Gives for a row and a figure what its empty cells are, where its counts are sums of several columns. They are 0 where
 * the table never writes a 0 and where nobody has anything in that column; else, and where the row shows another sum,
 * nobody knows.
 */
export function blankParts(
  sheet: Sheet,
  profile: Profile,
  units: readonly Line[],
): (line: Line, figure: Profile['figures'][number]) => Blank {
  const isFilled = (line: Line, field: string) => cellOf(sheet, line, field) !== ''
  const added = profile.figures.flatMap(figure => sumsOf(figure).flat()).filter(has)
  const used = new Set(added.filter(field => units.some(line => isFilled(line, field))))
  const writesZero = [...used].some(field => units.some(line => countIn(sheet, line, field) === 0))

  function has(field: string): boolean {
    return sheet.columns.has(field)
  }

  /** Whether the row's rate or total is that of parts of which the empty ones are 0; null where it publishes none. */
  function isShown(line: Line, { check, numerator = [], denominator = [] }: Profile['figures'][number]) {
    const whole = sum(line, denominator)
    const rate = check === undefined ? null : measureIn(sheet, line, check)
    if (rate !== null && whole > 0) return agree(rate, (100 * sum(line, numerator)) / whole)
    const totals = profile.sums
      .filter(({ parts }) => denominator.every(field => parts.includes(field)))
      .map(({ total, parts }) => ({ said: countIn(sheet, line, total), sum: sum(line, parts) }))
      .filter(({ said }) => said !== null)
    return totals.length === 0 ? null : totals.every(({ said, sum: all }) => said === all)
  }

  function sum(line: Line, fields: readonly string[]): number {
    return fields.filter(has).reduce((so, field) => so + (countIn(sheet, line, field) ?? 0), 0)
  }

  return (line, figure) => {
    const empty = sumsOf(figure)
      .filter(fields => fields.some(field => isFilled(line, field)))
      .flatMap(fields => fields.filter(field => has(field) && !isFilled(line, field)))
    const shown = empty.length === 0 || isShown(line, figure)
    if (shown === true) return 'none is empty'
    const mayBeAny = shown === false || (writesZero && empty.some(field => used.has(field)))
    return mayBeAny ? 'unknown' : 'zero'
  }
}

function sumsOf({ numerator = [], denominator = [] }: Profile['figures'][number]): (readonly string[])[] {
  return [numerator, denominator].filter(fields => fields.length > 1)
}
