import { movedMost, type Mover, moversOf } from '../core/movers.ts'
import { addDays } from '../core/period.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import type { GroupFigures } from './group-answers.ts'
import { asSeen, type Group, groupOf, placedFigures, shownGroup } from './group-figures.ts'
import { provinceRhythm } from './reporting.ts'
import { type Scene, sceneAt } from './scene.ts'
import { spansOf } from './spans.ts'
import { meetingConditions } from './conditions.ts'
import { defaultWindow, earlierView } from './windows.ts'

/** How many movers are named when the question names no number. */
const DEFAULT_LIMIT = 5

/**
 * `window`: the period in which they fell or recovered, where one was named; the figures are of the phase to date. Where
 * nobody has moved, what was looked at.
 */
type Movers = GroupFigures

const NOBODY: GroupFigures = { figures: [], leftOut: 0, groupSize: 0, matched: 0, assigned: 0 }

/**
 * Whose value or place rose or fell most, between the newest period and the one before or between the windows named; or
 * who newly fell below or recovered, by the phase to date (DOMAIN.md §7, "Movers").
 */
export async function answerMovers(asking: Asking): Promise<Movers> {
  const whole = await groupOf(asking)
  if (!whole) return NOBODY
  const group = shownGroup(asking, whole, asking.question.by === 'place' ? 'places' : 'figures')
  if (group.refused) return { ...NOBODY, figures: [group.refused], groupSize: 1 }
  return asking.question.by === 'status' ? await byStatus(asking, group) : await byChange(asking, group)
}

async function byChange(asking: Asking, group: Group): Promise<Movers> {
  const { question, scene } = asking
  const { after, before } = await spansOf(asking, group.indicator, group.units)
  const now = await placedFigures(asking, await groupIn(asking, group, after))
  const then = await placedFigures(asking, await groupIn(asking, group, before))
  const better = scene.indicators.get(group.indicator)?.better ?? 'higher'
  const movers = moversOf(valuesOf(then), valuesOf(now), better)
  const by = question.by === 'place' ? 'place' : 'value'
  const sorted = question.direction
    ? movedMost(movers, by, question.direction)
    : [...movedMost(movers, by, 'up'), ...movedMost(movers, by, 'down')].toSorted(
        (a, b) => size(b, by) - size(a, by) || (a.unit < b.unit ? -1 : 1),
      )
  const figures = sorted.flatMap(mover => moved(now, mover, before))
  const meeting = await meetingConditions(asking, group, figures)
  return {
    ...NOBODY,
    ...cut(asking, meeting),
    groupSize: group.units.length,
    leftOut: group.units.length - movers.length,
    ...(meeting.length === 0 ? { window: after } : {}),
  }
}

/** The units of the group as they were in a window: those that existed on its last day. */
async function groupIn(asking: Asking, group: Group, window: Window): Promise<Group> {
  const period = { ...window, shape: 'fixed' as const }
  const then = await groupOf({ ...asking, question: { ...asking.question, period } })
  return then === null
    ? group
    : shownGroup(asking, then, asking.question.by === 'place' ? 'places' : 'figures')
}

function size(mover: Mover, by: 'value' | 'place'): number {
  return Math.abs(by === 'value' ? mover.change : mover.rankChange)
}

function moved(now: readonly Figure[], mover: Mover, before: Window): Figure[] {
  const figure = now.find(one => one.unit === mover.unit)
  if (!figure) return []
  const { change, rankChange } = mover
  return [{ ...figure, change, rankChange, earlier: { window: before, value: mover.before, change } }]
}

/** Who is below now and was not before (`down`), or has met and was below (`up`), by the phase to date. */
async function byStatus(asking: Asking, group: Group): Promise<Movers> {
  const { question } = asking
  const { after, before } = await statusViews(asking, group)
  const now = await placedFigures(asking, { ...group, window: after.window })
  const then = await placedFigures({ ...asking, scene: before.scene }, { ...group, window: before.window })
  const wasMet = new Map(then.map(figure => [figure.unit, figure.met]))
  const fell = question.direction !== 'up'
  const turned = now.filter(({ unit, met }) => met === !fell && wasMet.get(unit) === fell)
  const sorted = turned.toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0) || (a.unit < b.unit ? -1 : 1))
  const { period } = question
  const leftOut = group.units.length - now.filter(({ value }) => value !== null).length
  const found = { ...NOBODY, ...cut(asking, sorted, sorted.length), groupSize: group.units.length, leftOut }
  if (period !== null) return { ...found, window: { from: period.from, to: period.to } }
  return sorted.length === 0 ? { ...found, window: after.window } : found
}

/** What is compared: a window, and when it is seen. */
interface StatusView {
  scene: Scene
  window: Window
}

/**
 * The phase to date at the end of the period that was named and on its eve, or at the end of the base; where none was
 * named, or it began with the phase: today, and one reporting period of the province earlier.
 */
async function statusViews(asking: Asking, group: Group): Promise<{ after: StatusView; before: StatusView }> {
  const { scene, question } = asking
  const { period, base } = question
  const { today } = scene.moment
  const toDate = (day: string) => defaultWindow(sceneAt(scene, { ...scene.moment, today: day }), group.units)
  const end = period && period.to < today ? period.to : today
  const after = { scene, window: toDate(end) }
  const eve = base?.to ?? (period && addDays(period.from, -1))
  if (eve !== null && eve >= after.window.from) return { after, before: { scene, window: toDate(eve) } }
  const view = earlierView(scene, group.units, null, await provinceRhythm(asking))
  return { after, before: { scene: sceneAt(scene, view.moment), window: view.window } }
}

function cut(asking: Asking, figures: readonly Figure[], usual = DEFAULT_LIMIT) {
  const from = asking.question.offset ?? 0
  const shown = figures.slice(from, from + (asking.question.limit ?? usual))
  return { figures: asSeen(asking, shown), matched: figures.length }
}

function valuesOf(figures: readonly Figure[]): Map<string, number> {
  return new Map(figures.flatMap(({ unit, value }) => (value === null ? [] : [[unit, value] as const])))
}
