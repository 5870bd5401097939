import type { Question } from '../ask/question.ts'
import { rankAll } from '../core/rank.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { mainIndicator } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { reportingOf } from './reporting.ts'
import { groupUnits, seenAs, showsVerdict } from './scope.ts'
import { hidden } from './seen.ts'
import { listDay, windowFor } from './windows.ts'

/** A group that was asked about: its units of which the asker may see something, in one window. */
export interface Group {
  units: string[]
  /** All of its units, whether or not the asker may see them one by one. */
  all: string[]
  indicator: string
  window: Window
  /** Set where there are units, and the asker may see none of them. */
  refused: Figure | null
}

/** Which units a question about a group means, by which indicator, in which window; null without any indicator. */
export async function groupOf(asking: Asking): Promise<Group | null> {
  const { scene, member, question } = asking
  const indicator = mainIndicator(asking)
  if (indicator === null) return null
  const named = question.units.length > 1 && question.group === null ? question.units : null
  const asked = (day?: string): string[] =>
    named ?? groupUnits(scene, member, question.group, day).map(unit => unit.code)
  const window = windowFor(scene, asked(), question.period)
  const { lastDay } = await reportingOf(asking, indicator)
  const existing = asked(listDay(scene, window, lastDay))
  const units = existing.filter(unit => seenAs(scene, member, unit) !== 'none')
  const top = question.group?.within ?? scene.tree.province(member.unit).code
  const isRefused = existing.length > 0 && units.length === 0
  return {
    units,
    all: existing,
    indicator,
    window,
    refused: isRefused ? refusedGroup(question, emptyFigure(top, indicator, window, 'not_allowed')) : null,
  }
}

/**
 * The group as far as may be seen what is asked of it: who has met or has moved where values may be seen (`figures`), a
 * table also where only places may be, one of counts where all may. Where nobody is left but the asker's own unit, it is refused.
 */
export function shownGroup(asking: Asking, group: Group, what: 'counts' | 'figures' | 'places'): Group {
  const { scene, member, question } = asking
  const units = group.units.filter(unit => {
    const seen = seenAs(scene, member, unit)
    return what === 'counts' ? seen === 'all' : what === 'places' || showsVerdict(seen)
  })
  const isHidden = group.all.length > 1 && units.every(unit => unit === member.unit)
  if (group.refused || !isHidden) return { ...group, units }
  const refused = emptyFigure(member.unit, group.indicator, group.window, 'not_allowed')
  return { ...group, units, refused: refusedGroup(question, refused) }
}

/** What is refused is the group, not the unit on top of it. */
export function refusedGroup({ group, units }: Question, figure: Figure): Figure {
  return { ...figure, group: group ?? { kind: null, within: null, among: units } }
}

/** Figures of all units of a group, each with its place among those that have a value; what may not be seen is hidden last. */
export async function placedFigures(
  asking: Asking,
  { units, indicator, window }: Pick<Group, 'units' | 'indicator' | 'window'>,
): Promise<Figure[]> {
  const figures = await readFigures(asking, { units, indicators: [indicator], window })
  const values = new Map(
    figures.flatMap(({ unit, value }) => (value === null ? [] : [[unit, value] as const])),
  )
  const places = rankAll(values, asking.scene.indicators.get(indicator)?.better ?? 'higher')
  return figures.map(figure =>
    figure.value === null ? figure : { ...figure, rank: places.get(figure.unit) ?? null, of: values.size },
  )
}

/** The figures as far as the asker may see each unit. */
export function asSeen({ scene, member }: Asking, figures: readonly Figure[]): Figure[] {
  return figures.map(figure => hidden(figure, seenAs(scene, member, figure.unit)))
}
