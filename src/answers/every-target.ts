import { termKey } from '../core/campaign.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { type Group, placedFigures } from './group-figures.ts'

/**
 * Whether each unit of a group has met all targets that it was assigned in the terms of the figures, by its code; units
 * without any target are in it not at all. A target without a value is not met.
 */
export async function everyTargetMet(
  asking: Asking,
  group: Group,
  figures: readonly Figure[],
): Promise<Map<string, boolean>> {
  const { targets } = asking.scene
  const terms = new Map(figures.flatMap(({ term }) => (term ? [[termKey(term), term] as const] : [])))
  const indicators = new Set([...terms.values()].flatMap(term => targets.indicatorsIn(term)))
  const met = new Map<string, boolean>()
  for (const indicator of indicators)
    for (const figure of await placedFigures(asking, { ...group, indicator })) {
      if (figure.target === null) continue
      met.set(figure.unit, (met.get(figure.unit) ?? true) && figure.met === true)
    }
  return met
}
