import type { AskedPeriod } from '../ask/question.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Figure } from './answer.ts'
import { ladderOf } from './ladders.ts'
import type { Peers } from './ladders.ts'
import { earlierView } from './windows.ts'
import type { World } from './world.ts'

interface RankOptions {
  period: AskedPeriod | null
  moment: Moment
  /** Among the units of the same parent only. */
  withinParent: boolean
}

/**
 * Adds rank, of and rank change to figures: among the peers of each unit (the same parent only when asked), seen in
 * the figure's window, and against the same question a week or month earlier (DOMAIN.md §5).
 */
export async function withRanks(
  stores: Stores,
  world: World,
  figures: readonly Figure[],
  options: RankOptions,
): Promise<Figure[]> {
  const ranked: Figure[] = []
  for (const figure of figures) {
    ranked.push(figure.value === null ? figure : await placed(stores, world, figure, options))
  }
  return ranked
}

async function placed(stores: Stores, world: World, figure: Figure, options: RankOptions): Promise<Figure> {
  const { indicator, unit, window } = figure
  const { moment, period } = options
  const peers = peersOf(world, unit, options)
  const now = await ladderOf(stores, world, { indicator, peers, window, moment })
  const before = await ladderOf(stores, world, {
    indicator,
    peers,
    ...earlierView(world, [unit], period, moment),
  })
  const [rank, earlier] = [now.get(unit) ?? null, before.get(unit)]
  const rankChange = rank === null || earlier === undefined ? null : earlier - rank
  return { ...figure, rank, of: now.size, rankChange }
}

function peersOf(world: World, unit: string, { moment, withinParent }: RankOptions): Peers {
  const own = world.tree.byCode.get(unit)
  const parent = withinParent ? own?.parent : undefined
  const peers = world.tree
    .peers(unit, { today: moment.today })
    .filter(peer => !withinParent || peer.parent === parent)
  const province = own ? world.tree.province(unit).code : unit
  const name = own?.kind === 'province' ? 'province' : `${own?.kind} ${province} ${parent ?? ''}`
  return { name, units: peers.map(peer => peer.code) }
}
