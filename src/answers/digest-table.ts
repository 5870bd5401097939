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

/**
 * The whole table behind a digest: every unit that exists below its top × every indicator in it, unit by unit in the
 * order of the tree, in the term to date, each with its place among its peers in the province. A unit with none below
 * has its own figures. What does not exist is null, with the reason.
 */
export async function readDigestTable(sight: Sight, digest: Digest): Promise<Figure[]> {
  const own = digest.overall.map(line => line.figure)
  const window = own[0]?.window
  const { scene } = sight
  const below = scene.tree
    .subtree(digest.unit)
    .filter(unit => unit.code !== digest.unit && scene.tree.isActive(unit, scene.moment.today))
  if (!window || below.length === 0) return own
  const indicators = own.map(figure => figure.indicator)
  const units = below.map(unit => unit.code)
  const figures = await readFigures(sight, { units, indicators, window })
  const groupOf = ({ kind, code }: Unit) => `${kind} ${scene.tree.province(code).code}`
  const groups = new Map<string, ReadonlyMap<string, Places>>()
  const placesOf = new Map<string, ReadonlyMap<string, Places>>()
  for (const unit of below) {
    const group = groupOf(unit)
    const places = groups.get(group) ?? (await placesOfPeers(sight, unit.code, indicators, window))
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
  window: Window,
): Promise<Map<string, Places>> {
  const { scene } = sight
  const units = scene.tree.peers(unit, { today: scene.moment.today }).map(peer => peer.code)
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
