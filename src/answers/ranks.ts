import type { AskedPeriod } from '../ask/question.ts'
import { rankAll } from '../core/rank.ts'
import type { Moment } from '../core/moment.ts'
import type { Window } from '../core/window.ts'
import type { Stores } from '../db/stores.ts'
import type { Figure } from './answer.ts'
import { measureUnits } from './measures.ts'
import { earlierView } from './windows.ts'
import type { World } from './world.ts'

/** Places of the units that have a value, by unit code; `size` of the map is "among how many". */
export async function placesOf(
  stores: Stores,
  world: World,
  query: { indicator: string; units: readonly string[]; window: Window; moment: Moment },
): Promise<Map<string, number>> {
  const measures = await measureUnits(stores, world, { ...query, indicators: [query.indicator] })
  const values = new Map<string, number>()
  for (const unit of query.units) {
    const found = measures.get(`${unit}|${query.indicator}`)?.measure
    if (found?.state === 'value') values.set(unit, found.value)
  }
  return rankAll(values, world.indicators.get(query.indicator)?.better ?? 'higher')
}

/**
 * Adds rank, of and rank change to figures: among the peers of each unit (the same parent only when asked), seen in
 * the figure's window, and against the same question a week or month earlier (DOMAIN.md §5).
 */
export async function withRanks(
  stores: Stores,
  world: World,
  figures: readonly Figure[],
  options: { period: AskedPeriod | null; moment: Moment; withinParent: boolean },
): Promise<Figure[]> {
  const ladders = new Map<string, Promise<{ now: Map<string, number>; before: Map<string, number> }>>()
  const ranked: Figure[] = []
  for (const figure of figures) {
    if (figure.value === null) {
      ranked.push(figure)
      continue
    }
    const peers = peersOf(world, figure.unit, options)
    const key = `${peers[0]}|${peers.length}|${figure.indicator}|${figure.window.from}|${figure.window.to}`
    let ladder = ladders.get(key)
    if (!ladder) {
      ladder = bothLadders(stores, world, figure, peers, options)
      ladders.set(key, ladder)
    }
    ranked.push(placed(figure, await ladder))
  }
  return ranked
}

function peersOf(world: World, unit: string, options: { moment: Moment; withinParent: boolean }): string[] {
  const peers = world.tree.peers(unit, { today: options.moment.today })
  const parent = world.tree.byCode.get(unit)?.parent
  return peers.filter(peer => !options.withinParent || peer.parent === parent).map(peer => peer.code)
}

async function bothLadders(
  stores: Stores,
  world: World,
  figure: Figure,
  peers: readonly string[],
  options: { period: AskedPeriod | null; moment: Moment },
): Promise<{ now: Map<string, number>; before: Map<string, number> }> {
  const earlier = earlierView(world, [figure.unit], options.period, options.moment)
  const query = { indicator: figure.indicator, units: peers }
  return {
    now: await placesOf(stores, world, { ...query, window: figure.window, moment: options.moment }),
    before: await placesOf(stores, world, { ...query, ...earlier }),
  }
}

function placed(figure: Figure, ladder: { now: Map<string, number>; before: Map<string, number> }): Figure {
  const rank = ladder.now.get(figure.unit) ?? null
  const before = ladder.before.get(figure.unit)
  return {
    ...figure,
    rank,
    of: ladder.now.size,
    rankChange: rank === null || before === undefined ? null : before - rank,
  }
}
