import type { Asking } from './asking.ts'
import type { Answer, Figure } from './answer.ts'
import { mainIndicator } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { rankAll } from '../core/rank.ts'
import type { Window } from '../core/window.ts'
import { groupUnits, seenInLists } from './scope.ts'
import { windowFor } from './windows.ts'

/** How many a "top" or "bottom" shows when the question names no number. */
const DEFAULT_LIMIT = 5

/** What an answer about a group holds. */
export type GroupFigures = Pick<Answer, 'figures' | 'leftOut' | 'groupSize' | 'matched' | 'assigned'>

const NO_FIGURES = { figures: [], leftOut: 0, matched: 0, assigned: 0 }

/**
 * Units of a group that have (`met`) or have not (`below`) reached their target, or the number named in the question:
 * `below 50` is under 50; `below 0` is "none at all"; with two numbers, between them. Worst first for `below`.
 */
export async function answerBelowOrMet(asking: Asking, intent: 'below' | 'met'): Promise<GroupFigures> {
  const { question } = asking
  const all = await groupFigures(asking)
  if (isRefused(all)) return all
  const matching = all.figures.filter(figure => matches(figure, asking, intent))
  const ordered = intent === 'below' ? byGap(matching) : byValue(asking, matching)
  return { ...all, figures: ordered.slice(0, question.limit ?? undefined), matched: matching.length }
}

/** A group in order of value: the best, the worst, or the whole table; the rank is the place within the group. */
export async function answerRanking(
  asking: Asking,
  intent: 'top' | 'bottom' | 'ranking',
): Promise<GroupFigures> {
  const all = await groupFigures(asking)
  if (isRefused(all)) return all
  const ordered = byValue(asking, all.figures)
  if (intent === 'bottom') ordered.reverse()
  const limit = asking.question.limit ?? (intent === 'ranking' ? undefined : DEFAULT_LIMIT)
  return { ...all, figures: ordered.slice(0, limit), matched: ordered.length }
}

/** Figures of all units of the group that have a value, with their place in the group. */
async function groupFigures(asking: Asking): Promise<GroupFigures> {
  const { scene, member, question } = asking
  const all = groupUnits(scene, member, question.group).map(unit => unit.code)
  const units = all.filter(seenInLists(scene, member))
  const indicator = mainIndicator(asking)
  if (indicator === null) return { ...NO_FIGURES, leftOut: units.length, groupSize: units.length }
  const window = windowFor(scene, units, question.period)
  if (all.length > 0 && units.length === 0) return refused(asking, all.length, indicator, window)
  const figures = await readFigures(asking, { units, indicators: [indicator], window })
  const valued = figures.filter(figure => figure.value !== null)
  const places = rankAll(
    new Map(valued.map(figure => [figure.unit, figure.value ?? 0])),
    scene.indicators.get(indicator)?.better ?? 'higher',
  )
  const placed = valued.map(figure => ({
    ...figure,
    rank: places.get(figure.unit) ?? null,
    of: valued.length,
  }))
  return {
    figures: placed,
    leftOut: figures.length - valued.length,
    groupSize: units.length,
    matched: placed.length,
    assigned: placed.filter(figure => figure.target !== null).length,
  }
}

/** A group of which the member may see nobody: one figure that says so. */
function refused(asking: Asking, groupSize: number, indicator: string, window: Window): GroupFigures {
  const { question, scene, member } = asking
  const top = question.group?.within ?? scene.tree.province(member.unit).code
  return { ...NO_FIGURES, figures: [emptyFigure(top, indicator, window, 'not_allowed')], groupSize }
}

function isRefused({ figures }: GroupFigures): boolean {
  return figures[0]?.reason === 'not_allowed'
}

function matches(figure: Figure, asking: Asking, intent: 'below' | 'met'): boolean {
  const { threshold, thresholdTo } = asking.question
  const value = figure.value ?? 0
  if (threshold === null) return figure.met === (intent === 'met')
  if (thresholdTo !== null) return value >= threshold && value <= thresholdTo
  if (intent === 'met') return value >= threshold
  return threshold === 0 ? value === 0 : value < threshold
}

function byGap(figures: Figure[]): Figure[] {
  return figures.toSorted(
    (a, b) => (b.gap ?? 0) - (a.gap ?? 0) || (a.value ?? 0) - (b.value ?? 0) || byCode(a, b),
  )
}

function byValue(asking: Asking, figures: Figure[]): Figure[] {
  const [first] = figures
  const lower = first !== undefined && asking.scene.indicators.get(first.indicator)?.better === 'lower'
  const sign = lower ? -1 : 1
  return figures.toSorted((a, b) => sign * ((b.value ?? 0) - (a.value ?? 0)) || byCode(a, b))
}

function byCode(a: Figure, b: Figure): number {
  return a.unit < b.unit ? -1 : 1
}
