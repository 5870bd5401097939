import type { AskedPeriod } from '../ask/question.ts'
import type { Window } from '../core/window.ts'
import { isCalledBy, isUnder } from '../core/unit-tree.ts'
import type { Figure } from './answer.ts'
import { ladderOf } from './ladders.ts'
import { sceneAt } from './scene.ts'
import type { Scene, Sight } from './scene.ts'
import { provinceRhythm, reportingOf } from './reporting.ts'
import { earlierView, listDay, type View } from './windows.ts'

interface RankOptions {
  period: AskedPeriod | null
  /** Among the units of the same parent only. */
  withinParent: boolean
  /** Among those only whose names begin with it: "thị trấn". */
  word?: string | null
  /** Codes of units that are left out, with all that is below them. */
  except?: readonly string[]
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
  const rhythm = await provinceRhythm(sight)
  for (const figure of figures) {
    const earlier = earlierView(sight.scene, [figure.unit], options.period, rhythm)
    const found = figure.value === null ? figure : await placed(sight, figure, options, earlier)
    ranked.push({ ...found, rankSince: earlier.step })
  }
  return ranked
}

async function placed(sight: Sight, figure: Figure, options: RankOptions, earlierOne: View): Promise<Figure> {
  const { scene } = sight
  const { indicator, unit, window } = figure
  const { lastDay } = await reportingOf(sight, indicator)
  const peers = peersOf(scene, unit, options, listDay(scene, window, lastDay))
  const now = await ladderOf(sight, { indicator, peers, window })
  const then = { ...sight, scene: sceneAt(scene, earlierOne.moment) }
  const before = await ladderOf(then, {
    indicator,
    // The table of then has the units of then.
    peers: peersOf(scene, unit, options, earlierDay(earlierOne, lastDay)),
    window: earlierOne.window,
  })
  const [rank, earlier] = [now.get(unit) ?? null, before.get(unit)]
  const rankChange = rank === null || earlier === undefined ? null : earlier - rank
  return { ...figure, rank, of: now.size, rankChange }
}

/** The day on which the units of an earlier table exist, as far as figures were known then. */
function earlierDay({ moment, window }: View, lastDay: string | null): string {
  const known = lastDay === null || lastDay < moment.today ? lastDay : moment.today
  if (window.to <= moment.today) return window.to
  return known !== null && known >= window.from ? known : moment.today
}

function peersOf(
  scene: Scene,
  unit: string,
  { withinParent, word = null, except = [] }: RankOptions,
  day: string,
): string[] {
  const own = scene.tree.byCode.get(unit)
  const parent = withinParent ? own?.parent : undefined
  return scene.tree
    .peers(unit, { today: day })
    .filter(peer => !withinParent || peer.parent === parent)
    .filter(peer => word === null || isCalledBy(peer, word))
    .filter(({ code }) => !isUnder(scene.tree, code, except))
    .map(peer => peer.code)
}

/** Places won (+) or lost (−) by a figure's unit against another window, each by its own table; null without both. */
export async function ladderChange(
  sight: Sight,
  figure: Figure,
  base: Window,
  options: RankOptions,
): Promise<number | null> {
  const { indicator, unit, rank } = figure
  const { lastDay } = await reportingOf(sight, indicator)
  const peers = peersOf(sight.scene, unit, options, listDay(sight.scene, base, lastDay))
  const before = (await ladderOf(sight, { indicator, peers, window: base })).get(unit)
  return rank === null || before === undefined ? null : before - rank
}

/** The units among which one is ranked in a window, itself included. */
export async function peerUnits(
  sight: Sight,
  { unit, indicator, window }: Pick<Figure, 'unit' | 'indicator' | 'window'>,
  withinParent: boolean,
): Promise<readonly string[]> {
  const { lastDay } = await reportingOf(sight, indicator)
  const day = listDay(sight.scene, window, lastDay)
  return peersOf(sight.scene, unit, { period: null, withinParent }, day)
}
