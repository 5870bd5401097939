import type { Checks } from '../checks.ts'
import type { Known } from '../known.ts'
import type { ObservationList } from '../observation-list.ts'
import type { Place } from '../problem.ts'
import { headerOf, type Sheet } from '../tables/sheet.ts'

/** More are one cause: the sums of the file are made in another way. */
const MOST = 12

/**
 * Warns where the counts of a province are not the sum of those that the same file has for the units below it.
 * Real reports contain such rows; they are taken as they are.
 */
export function warnOfTotals(list: ObservationList, sheet: Sheet, { known, warnings }: Checks): void {
  const totals = list.rows.filter(
    row => row.denominator !== null && known.units.get(row.unit)?.kind === 'province',
  )
  if (totals.length === 0) return
  const parts = Map.groupBy(
    list.rows.filter(row => row.denominator !== null && known.units.get(row.unit)?.kind !== 'province'),
    row => `${provinceOf(row.unit, known)}|${row.indicator}|${row.from}/${row.to}`,
  )
  const differing: { sum: number; place: Place }[] = []
  for (const total of totals) {
    const below = parts.get(`${total.unit}|${total.indicator}|${total.from}/${total.to}`)
    if (below === undefined) continue
    for (const column of ['numerator', 'denominator'] as const) {
      const sum = below.reduce((so, part) => so + (part[column] ?? 0), 0)
      if (sum === total[column]) continue
      const line = list.lineOf(total)
      const place = { column: headerOf(sheet, column), value: String(total[column]), ...(line && { line }) }
      differing.push({ sum, place })
    }
  }
  const [first] = differing
  if (first !== undefined && differing.length > MOST) {
    warnings.add('totals_differ', { sum: first.sum, count: differing.length }, first.place)
  } else for (const { sum, place } of differing) warnings.add('total_differs', { sum }, place)
}

function provinceOf(code: string, known: Known): string | null {
  let unit = known.units.get(code)
  // Stored units hold no circle; the count only guards against damage.
  for (let steps = 0; unit !== undefined && steps < 20; steps++) {
    if (unit.kind === 'province') return unit.code
    unit = unit.parent === null ? undefined : known.units.get(unit.parent)
  }
  return null
}
