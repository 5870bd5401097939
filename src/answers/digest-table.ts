import { rankAll } from '../core/rank.ts'
import type { Unit } from '../core/unit-tree.ts'
import type { Window } from '../core/window.ts'
import type { Figure } from './answer.ts'
import type { Digest } from './digest-facts.ts'
import { readFigures } from './figures.ts'
import { measureUnits } from './measures.ts'
import type { Sight } from './scene.ts'

/** Places by unit code among those of a kind that have a value. */
type Places = ReadonlyMap<string, number>

/** One cell of the table behind a digest: a unit and indicator in the period, and in the phase (the year) to date. */
export interface TableRow {
  figure: Figure
  toDate: Figure | null
}

/** Points that a unit misses over all its indicators. */
export function missingPoints(cells: Iterable<TableRow>): number {
  return [...cells].reduce((sum, { figure }) => sum + Math.max(0, figure.gap ?? 0), 0)
}

/**
 * The whole table behind a digest: every unit that exists below its top × every indicator in it, unit by unit in the
 * order of the tree, in the period, each with its place among its peers in the province. A unit with none below has its
 * own figures. What does not exist is null, with the reason.
 */
export async function readDigestTable(sight: Sight, digest: Digest): Promise<TableRow[]> {
  const own = digest.lines.map(({ figure, toDate }) => ({ figure, toDate }))
  const [first] = own
  const { scene } = sight
  const { today } = scene.moment
  const day = digest.window.to < today ? digest.window.to : today
  const below = scene.tree
    .subtree(digest.unit)
    .filter(unit => unit.code !== digest.unit && scene.tree.isActive(unit, day))
  if (!first || below.length === 0) return own
  const query = { units: below.map(unit => unit.code), indicators: own.map(({ figure }) => figure.indicator) }
  const figures = await readFigures(sight, { ...query, window: digest.window })
  const soFar = first.toDate && (await readFigures(sight, { ...query, window: first.toDate.window }))
  const placed = await withPlaces(sight, below, figures, { window: digest.window, day })
  return placed.map((figure, index) => ({ figure, toDate: soFar?.[index] ?? null }))
}

async function withPlaces(
  sight: Sight,
  units: readonly Unit[],
  figures: readonly Figure[],
  at: { window: Window; day: string },
): Promise<Figure[]> {
  const { scene } = sight
  const indicators = [...new Set(figures.map(figure => figure.indicator))]
  const groupOf = ({ kind, code }: Unit) => `${kind} ${scene.tree.province(code).code}`
  const groups = new Map<string, ReadonlyMap<string, Places>>()
  const placesOf = new Map<string, ReadonlyMap<string, Places>>()
  for (const unit of units) {
    const group = groupOf(unit)
    const places = groups.get(group) ?? (await placesOfPeers(sight, unit.code, indicators, at))
    groups.set(group, places)
    placesOf.set(unit.code, places)
  }
  return figures.map(figure => {
    const places = placesOf.get(figure.unit)?.get(figure.indicator)
    const rank = places?.get(figure.unit)
    return places && rank !== undefined ? { ...figure, rank, of: places.size } : figure
  })
}

/** For each indicator the places of the peers of a unit, by its code (DOMAIN.md §5). */
async function placesOfPeers(
  sight: Sight,
  unit: string,
  indicators: readonly string[],
  { window, day }: { window: Window; day: string },
): Promise<Map<string, Places>> {
  const { scene } = sight
  const units = scene.tree.peers(unit, { today: day }).map(peer => peer.code)
  const measures = await measureUnits(sight, { indicators, units, window })
  const placed = indicators.map((indicator): [string, Places] => {
    const values = units.flatMap((peer): [string, number][] => {
      const found = measures.get(`${peer}|${indicator}`)?.measure
      return found?.state === 'value' ? [[peer, found.value]] : []
    })
    return [indicator, rankAll(new Map(values), scene.indicators.get(indicator)?.better ?? 'higher')]
  })
  return new Map(placed)
}
