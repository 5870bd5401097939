import { neighbour, placeGoal } from '../core/goal.ts'
import { changeOf } from '../core/growth.ts'
import { rankAll } from '../core/rank.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { mainIndicator, unitsAsked } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { needFor } from './needs.ts'
import { peerUnits, withRanks } from './ranks.ts'
import { maySee, seenAs, showsVerdict } from './scope.ts'
import { termAsked, termToDate } from './windows.ts'

/** What a place, or another unit, would take, as long as the others stay where they are (DOMAIN.md §7). */
export async function answerGoal(asking: Asking): Promise<Figure[]> {
  const { scene, member, question } = asking
  const indicator = mainIndicator(asking)
  if (indicator === null) return []
  const [own = member.unit, other] = maySeeFirst(asking)
  const term = termAsked(scene, own, question.period)
  const window = termToDate(term, scene.moment.today)
  if (!maySee(scene, member, own)) return [emptyFigure(own, indicator, window, 'not_allowed')]
  const read = await readFigures(asking, { units: [own], indicators: [indicator], window, term })
  const [figure] = await withRanks(asking, read, { period: null, withinParent: question.rankWithinParent })
  if (!figure) return []
  const values = await table(asking, figure)
  if (other !== undefined && !isSeen(asking, other))
    return [emptyFigure(other, indicator, window, 'not_allowed')]
  const goal = other === undefined ? wanted(asking, figure, values) : toUnit(asking, figure, values, other)
  if (!goal) return [figure]
  if (!isSeen(asking, goal.holder)) return [withheld(asking, figure)]
  const need = await needFor(asking, figure, term, goal.valueNeeded)
  return [{ ...figure, goal, need }]
}

/** Whether the value of the unit may be seen: what a place takes is the value of who holds it. */
function isSeen({ scene, member }: Asking, unit: string): boolean {
  return showsVerdict(seenAs(scene, member, unit))
}

/** Nothing of the peers, not even who holds the place. */
function withheld({ scene, question }: Asking, { unit, indicator, window }: Figure): Figure {
  const own = scene.tree.byCode.get(unit)
  const within = question.rankWithinParent ? (own?.parent ?? null) : null
  return {
    ...emptyFigure(unit, indicator, window, 'not_allowed'),
    group: { kind: own?.kind ?? null, within },
  }
}

/** The unit that wants something, and the one whose place it wants, where one is named. */
function maySeeFirst(asking: Asking): string[] {
  const { scene, member, question } = asking
  const units = unitsAsked(asking)
  const [first] = units
  if (units.length === 1 && first !== undefined && first !== member.unit && !maySee(scene, member, first))
    return [member.unit, first]
  return question.place === null ? units : units.slice(0, 1)
}

async function table(asking: Asking, figure: Figure): Promise<Map<string, number>> {
  const { indicator, window } = figure
  const units = await peerUnits(asking, figure, asking.question.rankWithinParent)
  const figures = await readFigures(asking, { units, indicators: [indicator], window })
  return new Map(figures.flatMap(one => (one.value === null ? [] : [[one.unit, one.value] as const])))
}

function wanted(
  { question, scene }: Asking,
  figure: Figure,
  values: ReadonlyMap<string, number>,
): Figure['goal'] | null {
  const better = scene.indicators.get(figure.indicator)?.better ?? 'higher'
  const side = question.direction === 'down' ? 'behind' : 'ahead'
  const next = neighbour(values, figure.unit, side, better)
  const asked = question.place === null ? 1 : question.place
  const places = rankAll(values, better)
  const place = asked === 'next' ? (next ? (places.get(next.unit) ?? 1) : 1) : asked
  const goal = placeGoal(values, figure.unit, place, better)
  if (!goal) return null
  return {
    place: goal.place,
    valueNeeded: goal.value,
    holder: goal.holder,
    reached: goal.reached,
    distance: changeOf(figure.value, goal.value),
  }
}

function toUnit(
  { scene }: Asking,
  figure: Figure,
  values: ReadonlyMap<string, number>,
  other: string,
): Figure['goal'] | null {
  const better = scene.indicators.get(figure.indicator)?.better ?? 'higher'
  const value = values.get(other)
  const place = rankAll(values, better).get(other)
  if (value === undefined || place === undefined) return null
  const own = figure.value
  const reached = own !== null && (better === 'higher' ? own >= value : own <= value)
  return { place, valueNeeded: value, holder: other, reached, distance: changeOf(own, value) }
}
