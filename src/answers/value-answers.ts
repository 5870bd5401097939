import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { indicatorsFor, unitsAsked } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { withRanks } from './ranks.ts'
import { maySee, seenInLists } from './scope.ts'
import { windowFor } from './windows.ts'

/** Figures of each unit asked about, in its window, with rank and change of rank. */
export async function answerValue(asking: Asking): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const unit of unitsAsked(asking)) figures.push(...(await figuresOfUnit(asking, unit)))
  return figures
}

/** The same figures: what differs is how they are said. A unit's own rank is always visible to who sees the unit. */
export async function answerRank(asking: Asking): Promise<Figure[]> {
  return await answerValue(asking)
}

/**
 * Units side by side, unit by unit for each indicator. All are seen in the same window: the one of the first unit.
 */
export async function answerCompare(asking: Asking): Promise<Figure[]> {
  const { scene, question, member } = asking
  const units = unitsAsked(asking)
  const [first] = units
  if (first === undefined) return []
  const window = windowFor(scene, units, question.period)
  const visible = units.filter(seenInLists(scene, member))
  const indicators = await indicatorsFor(asking, first)
  const known = await readFigures(asking, { units: visible, indicators, window })
  const ranked = await ranks(asking, known)
  return indicators.flatMap(indicator =>
    units.map(
      unit =>
        ranked.find(figure => figure.unit === unit && figure.indicator === indicator) ??
        emptyFigure(unit, indicator, window, 'not_allowed'),
    ),
  )
}

async function figuresOfUnit(asking: Asking, unit: string): Promise<Figure[]> {
  const { scene, question, member } = asking
  const window = windowFor(scene, [unit], question.period)
  const indicators = await indicatorsFor(asking, unit)
  if (!maySee(scene, member, unit)) {
    return indicators.map(indicator => emptyFigure(unit, indicator, window, 'not_allowed'))
  }
  const figures = await readFigures(asking, {
    units: [unit],
    indicators,
    window,
    wholeSubtree: question.wholeSubtree,
  })
  return question.wholeSubtree ? figures : await ranks(asking, figures)
}

async function ranks(asking: Asking, figures: Figure[]): Promise<Figure[]> {
  const { question } = asking
  return await withRanks(asking, figures, {
    period: question.period,
    withinParent: question.rankWithinParent,
  })
}
