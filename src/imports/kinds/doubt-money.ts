import type { Checks } from '../checks.ts'
import { cellText, type Line } from '../files/cell.ts'
import { isMoney } from '../money-column.ts'
import { cellOf, countIn, type Sheet, titlesOf } from '../tables/sheet.ts'

/** No office receives so many dossiers in a period. */
const MANY = 100_000

/**
 * Warns of columns that are read as counts of dossiers and hold money: their titles or the table's say so, or their numbers are
 * large and all whole thousands.
 */
export function doubtMoney(
  fields: Iterable<string>,
  { sheet, titles, units }: { sheet: Sheet; titles: readonly Line[]; units: readonly Line[] },
  { warnings }: Checks,
): void {
  const above = titles.flatMap(({ cells }) => cells.map(cellText)).join(' ; ')
  for (const field of new Set(fields)) {
    const column = sheet.columns.get(field)
    if (column === undefined) continue
    const isSaid = isMoney(titlesOf(column), above)
    if (!isSaid && !looksLikeMoney(field, sheet, units)) continue
    const value = units.map(line => cellOf(sheet, line, field)).find(text => text !== '') ?? ''
    warnings.add('count_of_money', {}, { column: column.name, value })
  }
}

function looksLikeMoney(field: string, sheet: Sheet, units: readonly Line[]): boolean {
  const counts = units.map(line => countIn(sheet, line, field) ?? 0).filter(count => count > 0)
  const isRound = counts.every(count => count % 1000 === 0)
  return counts.length > 0 && isRound && counts.some(count => count >= MANY)
}
