import { isSame } from '../core/period.ts'
import type { Window } from '../core/window.ts'
import type { Figure } from './answer.ts'
import { type DigestOf, type DigestReading, subtreeOf } from './digest-subtree.ts'
import { readFigures } from './figures.ts'
import { withRanks } from './ranks.ts'

/** The values of one stretch: of each unit in the order of the indicators; `places` are those of the digest's own unit. */
export interface ToldStretch extends Window {
  indicators: string[]
  units: Record<string, (number | null)[]>
  places: (number | null)[]
}

/**
 * The figures that a digest shows the member, in its text, its picture and its spreadsheet: of its period those of every
 * unit, of the phase (the year) to date those of its own unit.
 */
export async function toldByDigest(reading: DigestReading, of: DigestOf): Promise<ToldStretch[]> {
  const { top, below, indicators, window, toDate } = await subtreeOf(reading, of)
  const figures = await readFigures(reading, { units: [top, ...below], indicators, window })
  const own = figures.filter(figure => figure.unit === top)
  const placed = await withRanks(reading, own, { period: { ...window, shape: 'fixed' }, withinParent: false })
  const places = placed.map(figure => figure.rank)
  const stretches = [{ ...window, indicators, units: valuesOf(figures), places }]
  if (isSame(window, toDate)) return stretches
  const soFar = await readFigures(reading, { units: [top], indicators, window: toDate })
  return [...stretches, { ...toDate, indicators, units: valuesOf(soFar), places: [] }]
}

function valuesOf(figures: readonly Figure[]): ToldStretch['units'] {
  const byUnit = Map.groupBy(figures, figure => figure.unit)
  return Object.fromEntries([...byUnit].map(([unit, own]) => [unit, own.map(figure => figure.value)]))
}
