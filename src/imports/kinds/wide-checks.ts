import { rankAll } from '../../core/rank.ts'
import { percentOf, round2 } from '../../core/rounding.ts'
import { agree, decimalsOf } from '../figures.ts'
import type { Problems } from '../problem.ts'
import type { Profile } from '../profile.ts'
import type { CsvRow } from '../read-csv.ts'
import { cellOf, parseCount, parseDecimal, type Sheet } from '../sheet.ts'

/** Warns where what the table publishes beside its figures does not follow from them. */
export function compareWithPublished(
  sheet: Sheet,
  profile: Profile,
  units: readonly CsvRow[],
  totals: readonly CsvRow[],
  warnings: Problems,
): void {
  const table = { sheet, profile, units, warnings }
  for (const row of units) {
    comparePercents(row, table)
    compareSums(row, table)
  }
  compareRanks(table)
  for (const row of totals) compareTotals(row, table)
}

interface Table {
  sheet: Sheet
  profile: Profile
  units: readonly CsvRow[]
  warnings: Problems
}

/** A published percent against its counts. */
function comparePercents(row: CsvRow, { sheet, profile, warnings }: Table): void {
  for (const { check, numerator, denominator } of profile.figures) {
    if (check === undefined || numerator === undefined || denominator === undefined) continue
    const published = decimal(sheet, row, check)
    const whole = sumOf(sheet, row, denominator)
    if (published === null || whole === 0) continue
    const part = sumOf(sheet, row, numerator)
    if (agree(published, (100 * part) / whole)) continue
    warnings.add('value_differs', { computed: percentOf(part, whole) }, place(sheet, row, check))
  }
}

/** A published total against its parts in the same row. */
function compareSums(row: CsvRow, { sheet, profile, warnings }: Table): void {
  for (const { total, parts } of profile.sums) {
    const published = decimal(sheet, row, total)
    const values = parts.map(part => decimal(sheet, row, part)).filter(value => value !== null)
    if (published === null || values.length < parts.length) continue
    const sum = values.reduce((so, value) => so + value, 0)
    const decimals = Math.max(...[published, ...values].map(decimalsOf))
    if (!agree(published, sum, decimals))
      warnings.add('parts_differ', { sum: round2(sum) }, place(sheet, row, total))
  }
}

/** Published places against those that the published values give. */
function compareRanks({ sheet, profile, units, warnings }: Table): void {
  for (const { rank, by } of profile.ranks) {
    const values = new Map<string, number>()
    for (const row of units) {
      const value = decimal(sheet, row, by)
      if (value !== null) values.set(String(row.line), value)
    }
    const ranks = rankAll(values, 'higher')
    for (const row of units) {
      const published = parseCount(cellOf(sheet, row, rank), sheet.numbers)
      const computed = ranks.get(String(row.line))
      if (published === null || computed === undefined || published === computed) continue
      warnings.add('rank_differs', { rank: computed }, place(sheet, row, rank))
    }
  }
}

/** A row that sums up the others against their sums, for every column of counts. */
function compareTotals(total: CsvRow, { sheet, profile, units, warnings }: Table): void {
  const fields = profile.figures.flatMap(({ numerator = [], denominator = [] }) => [
    ...numerator,
    ...denominator,
  ])
  for (const field of new Set(fields)) {
    const published = parseCount(cellOf(sheet, total, field), sheet.numbers)
    if (published === null) continue
    const sum = units.reduce((so, row) => so + sumOf(sheet, row, [field]), 0)
    if (published !== sum) warnings.add('total_differs', { sum }, place(sheet, total, field))
  }
}

function sumOf(sheet: Sheet, row: CsvRow, fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (parseCount(cellOf(sheet, row, field), sheet.numbers) ?? 0), 0)
}

function decimal(sheet: Sheet, row: CsvRow, field: string): number | null {
  return parseDecimal(cellOf(sheet, row, field).replace(/\s*%$/, ''), sheet.numbers)
}

function place(sheet: Sheet, row: CsvRow, field: string): { line: number; column: string; value: string } {
  return {
    line: row.line,
    column: sheet.columns.get(field)?.header ?? field,
    value: cellOf(sheet, row, field),
  }
}
