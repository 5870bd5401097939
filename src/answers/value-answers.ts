import { changeOf, factorOf } from '../core/growth.ts'
import type { Window } from '../core/window.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { indicatorsFor, mainIndicator, unitsAsked } from './chosen.ts'
import { counted } from './counts.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { ladderChange, withRanks } from './ranks.ts'
import { seenAs } from './scope.ts'
import { hidden } from './seen.ts'
import { windowFor } from './windows.ts'

/**
 * Figures of each unit asked about, all in one window, with rank and change of rank; against a named base where one was
 * asked for; only the weakest or strongest where that was the question.
 */
export async function answerValue(asking: Asking): Promise<Figure[]> {
  const units = unitsAsked(asking)
  const window = windowFor(asking.scene, units, asking.question.period)
  const figures: Figure[] = []
  for (const unit of units) {
    const ofUnit = await figuresOfUnit(asking, unit, window)
    figures.push(...picked(asking, ofUnit))
  }
  return figures
}

/** The same figures: what differs is how they are said. A unit's own rank is always visible to who sees the unit. */
export async function answerRank(asking: Asking): Promise<Figure[]> {
  return await answerValue(asking)
}

/** So many units are compared by all indicators; more by the main one, where none is named. */
const PAIR = 2

/** Units side by side, unit by unit for each indicator, all in the same window. */
export async function answerCompare(asking: Asking): Promise<Figure[]> {
  const { scene, question } = asking
  const units = unitsAsked(asking)
  const [first] = units
  if (first === undefined) return []
  const window = windowFor(scene, units, question.period)
  const main = units.length > PAIR && question.indicators.length === 0 ? mainIndicator(asking) : null
  const indicators = main === null ? await indicatorsFor(asking, first) : [main]
  const known = await readSeen(asking, units, indicators, window)
  return indicators.flatMap(indicator =>
    units.flatMap(unit => known.filter(one => one.unit === unit && one.indicator === indicator)),
  )
}

async function figuresOfUnit(asking: Asking, unit: string, window: Window): Promise<Figure[]> {
  return await readSeen(asking, [unit], await indicatorsFor(asking, unit), window)
}

/** Figures with ranks and the change against a base, as far as the asker may see each unit. */
async function readSeen(
  asking: Asking,
  units: readonly string[],
  indicators: readonly string[],
  window: Window,
): Promise<Figure[]> {
  const { scene, member, question } = asking
  const visible = units.filter(unit => seenAs(scene, member, unit) !== 'none')
  const { wholeSubtree } = question
  const read = await readFigures(asking, { units: visible, indicators, window, wholeSubtree })
  const ranked = wholeSubtree ? read : await withRanks(asking, read, rankOptions(asking))
  const compared = question.base ? await against(asking, ranked, question.base) : ranked
  return units.flatMap(unit =>
    visible.includes(unit)
      ? compared
          .filter(figure => figure.unit === unit)
          .map(figure => hidden(counted(asking.question, figure), seenAs(scene, member, unit)))
      : indicators.map(indicator => emptyFigure(unit, indicator, window, 'not_allowed')),
  )
}

function rankOptions({ question }: Asking) {
  const { period, rankWithinParent: withinParent, rankWord: word, rankExcept: except } = question
  return { period, withinParent, word, except }
}

/** The figures with their change, of value and of place, against the base that the question names. */
async function against(asking: Asking, figures: readonly Figure[], base: Window): Promise<Figure[]> {
  const units = [...new Set(figures.map(figure => figure.unit))]
  const indicators = [...new Set(figures.map(figure => figure.indicator))]
  const { wholeSubtree } = asking.question
  const before = await readFigures(asking, { units, indicators, window: base, wholeSubtree })
  return await Promise.all(
    figures.map(async figure => {
      const then = before.find(one => one.unit === figure.unit && one.indicator === figure.indicator)
      const value = then?.value ?? null
      const change = changeOf(value, figure.value)
      const moved = await ladderChange(asking, figure, base, rankOptions(asking))
      return {
        ...figure,
        rankChange: moved,
        rankSince: base,
        change,
        factor: factorOf(value, figure.value),
        earlier: { window: base, value, change },
      }
    }),
  )
}

/** Of a unit's indicators the weakest (strongest), where that was asked: by the gap to the target, else by the value. */
function picked({ question, scene }: Asking, figures: Figure[]): Figure[] {
  if (question.order === null || question.indicators.length > 0 || figures.length < 2) return figures
  const judged = figures.filter(figure => figure.gap !== null)
  const percents = figures.filter(
    figure => figure.value !== null && scene.indicators.get(figure.indicator)?.unit === 'percent',
  )
  const worst = question.order === 'worst' || question.order === 'lowest'
  const sign = worst ? 1 : -1
  const sorted =
    judged.length > 0
      ? judged.toSorted((a, b) => sign * ((b.gap ?? 0) - (a.gap ?? 0)))
      : percents.toSorted((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)))
  return sorted.slice(0, question.limit ?? 1)
}
