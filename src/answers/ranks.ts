import type { AskedPeriod } from '../ask/question.ts'
import type { Figure } from './answer.ts'
import { ladderOf } from './ladders.ts'
import { sceneAt } from './scene.ts'
import type { Scene, Sight } from './scene.ts'
import { earlierView } from './windows.ts'

interface RankOptions {
  period: AskedPeriod | null
  /** Among the units of the same parent only. */
  withinParent: boolean
}

/**
 * Adds rank, of and rank change to figures: among the peers of each unit (the same parent only when asked), seen in
 * the figure's window, and against the same question a week or month earlier (DOMAIN.md §5).
 */
export async function withRanks(
  sight: Sight,
  figures: readonly Figure[],
  options: RankOptions,
): Promise<Figure[]> {
  const ranked: Figure[] = []
  for (const figure of figures) {
    ranked.push(figure.value === null ? figure : await placed(sight, figure, options))
  }
  return ranked
}

async function placed(sight: Sight, figure: Figure, options: RankOptions): Promise<Figure> {
  const { scene } = sight
  const { indicator, unit, window } = figure
  const peers = peersOf(scene, unit, options)
  const now = await ladderOf(sight, { indicator, peers, window })
  const earlierOne = earlierView(scene, [unit], options.period)
  const then = { ...sight, scene: sceneAt(scene, earlierOne.moment) }
  const before = await ladderOf(then, { indicator, peers, window: earlierOne.window })
  const [rank, earlier] = [now.get(unit) ?? null, before.get(unit)]
  const rankChange = rank === null || earlier === undefined ? null : earlier - rank
  return { ...figure, rank, of: now.size, rankChange }
}

function peersOf(scene: Scene, unit: string, { withinParent }: RankOptions): string[] {
  const own = scene.tree.byCode.get(unit)
  const parent = withinParent ? own?.parent : undefined
  return scene.tree
    .peers(unit, { today: scene.moment.today })
    .filter(peer => !withinParent || peer.parent === parent)
    .map(peer => peer.code)
}
