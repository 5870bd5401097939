import { rankAll } from '../../core/rank.ts'
import { percentOf, round2 } from '../../core/rounding.ts'
import { agree, decimalsOf } from '../figures.ts'
import type { Line } from '../files/cell.ts'
import type { Problems } from '../problem.ts'
import type { Profile } from '../profile.ts'
import type { SortedRows } from '../tables/rows.ts'
import { cellOf, countIn, measureIn, type Sheet } from '../tables/sheet.ts'

interface Published {
  sheet: Sheet
  profile: Profile
  warnings: Problems
}

/** Warns where what the table publishes beside its figures does not follow from them. */
export function compareWithPublished(table: Published, { units, totals }: SortedRows): void {
  for (const line of units) {
    comparePercents(line, table)
    compareSums(line, table)
  }
  compareRanks(units, table)
  for (const line of totals) compareTotals(line, units, table)
}

/** A published percent against its counts. */
function comparePercents(line: Line, { sheet, profile, warnings }: Published): void {
  for (const { check, numerator, denominator } of profile.figures) {
    if (check === undefined || numerator === undefined || denominator === undefined) continue
    const published = measureIn(sheet, line, check)
    const whole = sumOf(sheet, line, denominator)
    if (published === null || whole === 0) continue
    const part = sumOf(sheet, line, numerator)
    const exact = (100 * part) / whole
    // A percent may be published as a part of one: nothing is stored of it.
    if (agree(published, exact) || (published <= 1 && agree(published, exact / 100))) continue
    warnings.add('value_differs', { computed: percentOf(part, whole) }, place(sheet, line, check))
  }
}

/** A published total against its parts in the same row. */
function compareSums(line: Line, { sheet, profile, warnings }: Published): void {
  for (const { total, parts: all } of profile.sums) {
    const parts = all.filter(part => sheet.columns.has(part) || !profile.optional.includes(part))
    const published = measureIn(sheet, line, total)
    const values = parts.map(part => measureIn(sheet, line, part)).filter(value => value !== null)
    if (published === null || values.length < parts.length) continue
    const sum = values.reduce((so, value) => so + value, 0)
    const decimals = Math.max(...[published, ...values].map(decimalsOf))
    if (!agree(published, sum, decimals))
      warnings.add('parts_differ', { sum: round2(sum) }, place(sheet, line, total))
  }
}

/** Published places against those that the published values give, where the table holds everybody who was placed. */
function compareRanks(units: readonly Line[], { sheet, profile, warnings }: Published): void {
  for (const { rank, by } of profile.ranks) {
    const values = new Map<string, number>()
    const places = units.map(line => countIn(sheet, line, rank)).filter(each => each !== null)
    for (const line of units) {
      const value = measureIn(sheet, line, by)
      if (value !== null) values.set(String(line.line), value)
    }
    if (Math.max(0, ...places) > units.length || !places.includes(1)) continue
    const ranks = rankAll(values, 'higher')
    for (const line of units) {
      const published = countIn(sheet, line, rank)
      const computed = ranks.get(String(line.line))
      if (published === null || computed === undefined || published === computed) continue
      if (mayHavePlace(published, computed, ranks)) continue
      warnings.add('rank_differs', { rank: computed }, place(sheet, line, rank))
    }
  }
}

/**
 * Whether units of equal values may have the published place: one of those that they share, as values look equal that are
 * rounded; or the next one, where no place is skipped (1, 2, 2, 3).
 */
function mayHavePlace(published: number, computed: number, ranks: ReadonlyMap<string, number>): boolean {
  const places = [...ranks.values()]
  const equal = places.filter(each => each === computed).length
  const dense = new Set(places.filter(each => each <= computed)).size
  return (computed <= published && published < computed + equal) || published === dense
}

/** A row that sums up the others against their sums, for every column of counts. */
function compareTotals(total: Line, units: readonly Line[], { sheet, profile, warnings }: Published): void {
  const fields = profile.figures.flatMap(({ numerator = [], denominator = [] }) => [
    ...numerator,
    ...denominator,
  ])
  const received = profile.ranks.length > 0 ? [] : profile.sums.map(each => each.total)
  for (const field of new Set([...fields, ...received])) {
    if (!sheet.columns.has(field)) continue
    // A total that is not whole (2.749, typed for 2749) is no sum of counts.
    const published = countIn(sheet, total, field) ?? measureIn(sheet, total, field)
    if (published === null) continue
    const sum = units.reduce((so, line) => so + sumOf(sheet, line, [field]), 0)
    if (published !== sum) warnings.add('total_differs', { sum }, place(sheet, total, field))
  }
}

function sumOf(sheet: Sheet, line: Line, fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (countIn(sheet, line, field) ?? 0), 0)
}

function place(sheet: Sheet, line: Line, field: string): { line: number; column: string; value: string } {
  return {
    line: line.line,
    column: sheet.columns.get(field)?.header ?? field,
    value: cellOf(sheet, line, field),
  }
}
