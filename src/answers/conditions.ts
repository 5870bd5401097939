import type { Condition } from '../ask/question.ts'
import { changeOf } from '../core/growth.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import type { Group } from './group-figures.ts'
import { placedFigures } from './group-figures.ts'
import { spansOf } from './spans.ts'

/** Of the figures of a group those whose units meet every condition of the question. */
export async function meetingConditions(
  asking: Asking,
  group: Group,
  figures: readonly Figure[],
): Promise<Figure[]> {
  let left = [...figures]
  for (const condition of asking.question.conditions) {
    const measured = await measuredBy(asking, group, condition)
    left = left.filter(({ unit }) => holds(condition, measured.get(unit) ?? null))
  }
  return left
}

/** Whether the value, gap or place of the main indicator is what a condition speaks of, so that no target is compared. */
export function replacesTarget(condition: Condition, indicator: string): boolean {
  const own = condition.indicator === null || condition.indicator === indicator
  return own && (condition.measure === 'value' || condition.measure === 'gap')
}

async function measuredBy(
  asking: Asking,
  group: Group,
  { indicator, measure }: Condition,
): Promise<Map<string, number | null>> {
  const about = { ...group, indicator: indicator ?? group.indicator }
  if (measure === 'change') return await changes(asking, about)
  const figures = await placedFigures(asking, about)
  const pick = {
    value: (one: Figure) => one.value,
    gap: (one: Figure) => one.gap,
    place: (one: Figure) => one.rank,
  }
  return new Map(figures.map(figure => [figure.unit, pick[measure](figure)]))
}

async function changes(asking: Asking, group: Group): Promise<Map<string, number | null>> {
  const { after, before } = await spansOf(asking, group.indicator, group.units)
  const valuesIn = async (window: Window) =>
    new Map((await placedFigures(asking, { ...group, window })).map(one => [one.unit, one.value]))
  const [then, now] = [await valuesIn(before), await valuesIn(after)]
  return new Map(group.units.map(unit => [unit, changeOf(then.get(unit) ?? null, now.get(unit) ?? null)]))
}

function holds({ op, value, to }: Condition, measured: number | null): boolean {
  if (measured === null) return false
  if (op === 'between') return measured >= value && measured <= (to ?? value)
  if (op === '<') return measured < value
  if (op === '<=') return measured <= value
  return op === '>' ? measured > value : measured >= value
}
