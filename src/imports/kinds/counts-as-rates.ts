import { rateTitles } from '../../../locales/vi/files.ts'
import type { Indicator } from '../../core/indicator.ts'
import { isCountTitle } from '../count-title.ts'
import { cellText, type Line } from '../files/cell.ts'
import type { Problems } from '../problem.ts'
import { says } from '../says.ts'
import { isScaledPart } from '../scaled-counts.ts'
import { rawOf, type Sheet, titlesOf } from '../tables/sheet.ts'
import { holdsPoints, mostPoints } from '../points-title.ts'
import { readNumber, saysNoFigure, saysNothing } from '../values/numbers.ts'

/**
 * Reports a column that a profile reads as percents, though its title counts ("Số hồ sơ …") and every number in it is whole: 45
 * dossiers are no 45 %; or though it says how many points there are at most ("Số hóa hồ sơ (22)"), or is a part
 * of a column of counts in thousands beside it.
 */
export function reportCountsAsRates(
  figures: readonly { value?: string | undefined; of: Indicator }[],
  { sheet, units }: { sheet: Sheet; units: readonly Line[] },
  problems: Problems,
): void {
  for (const { value: field, of } of figures) {
    const column = field === undefined ? undefined : sheet.columns.get(field)
    if (field === undefined || column === undefined || of.unit !== 'percent') continue
    const titles = titlesOf(column)
    const cells = units
      .map(line => rawOf(sheet, line, field))
      .filter(cell => !saysNoFigure(cellText(cell)) && !saysNothing(cellText(cell)) && cellText(cell) !== '')
    const numbers = cells.map(cell => {
      const found = readNumber(cell, sheet.custom(field))
      return typeof found === 'string' || found.isPercent ? null : found.number
    })
    const title = titles.at(-1) ?? ''
    const most = says(titles, rateTitles) ? null : mostPoints(title)
    if (most !== null && !numbers.includes(null) && holdsPoints(title, numbers)) {
      problems.add('points_as_rates', { most }, { column: titles.join(' › ') })
      continue
    }
    const whole = wholeOf({ index: column.index, path: titles }, { sheet, units })
    if (whole !== null) {
      problems.add('scaled_counts', { whole }, { column: titles.join(' › ') })
      continue
    }
    const areWhole = numbers.every(number => Number.isInteger(number))
    if (cells.length === 0 || !areWhole || !isCountTitle(titles)) continue
    problems.add('counts_as_rates', {}, { column: titles.join(' › ') })
  }
}

const CUSTOM = { decimal: ',', grouped: true } as const

/** What the column of counts is called that are not whole, of which this one is a part; null where there is none. */
function wholeOf(
  { index, path }: { index: number; path: readonly string[] },
  { sheet, units }: { sheet: Sheet; units: readonly Line[] },
): string | null {
  const numbersAt = (at: number) =>
    units.map(({ cells }) => {
      const found = readNumber(cells[at] ?? '', CUSTOM)
      return typeof found === 'string' ? null : found.number
    })
  const part = { path, numbers: numbersAt(index) }
  const whole = sheet.others.find(each =>
    isScaledPart(part, { path: titlesOf(each), numbers: numbersAt(each.index) }),
  )
  return whole?.name ?? null
}
