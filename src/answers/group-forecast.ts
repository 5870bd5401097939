import type { Figure } from './answer.ts'
import type { Asking } from './asking.ts'
import { mainIndicator } from './chosen.ts'
import { emptyFigure, gapAndMet, readFigures } from './figures.ts'
import { withForecast } from './forecasts.ts'
import type { GroupFigures } from './group-answers.ts'
import { groupUnits, seenAs } from './scope.ts'
import { termAsked, termToDate } from './windows.ts'

/** From here on a target is rather met than missed. */
const EVEN = 0.5

/**
 * Which units of a group will rather meet (`order` worst: rather miss) their target, or the number named, at the end of
 * the term: each by its own forecast, the surest first. Refused where not everything may be seen of each.
 */
export async function answerGroupForecast(asking: Asking): Promise<GroupFigures> {
  const { scene, member, question } = asking
  const all = groupUnits(scene, member, question.group).map(unit => unit.code)
  const indicator = mainIndicator(asking)
  const [first] = all
  if (first === undefined || indicator === null)
    return { figures: [], leftOut: 0, groupSize: 0, matched: 0, assigned: 0 }
  const term = termAsked(scene, first, question.period)
  const window = termToDate(term, scene.moment.today)
  if (all.some(unit => seenAs(scene, member, unit) !== 'all')) {
    const refused = emptyFigure(first, indicator, window, 'not_allowed')
    return {
      figures: [question.group ? { ...refused, group: question.group } : refused],
      leftOut: 0,
      groupSize: all.length,
      matched: 0,
      assigned: 0,
    }
  }
  const read = await readFigures(asking, { units: all, indicators: [indicator], window, term })
  const figures = await Promise.all(read.map(one => withForecast(asking, against(asking, one), term)))
  const judged = figures.filter(({ chance }) => chance !== undefined)
  const misses = question.order === 'worst'
  const found = judged.filter(figure => chanceOf(figure) >= EVEN !== misses)
  const sign = misses ? 1 : -1
  const ordered = found.toSorted(
    (a, b) => sign * (chanceOf(a) - chanceOf(b)) || sign * (expected(a) - expected(b)),
  )
  const [from, length] = [question.offset ?? 0, question.limit]
  return {
    figures: ordered.slice(from, length === null ? undefined : from + length),
    leftOut: all.length - judged.length,
    groupSize: all.length,
    matched: found.length,
    assigned: judged.length,
  }
}

function chanceOf({ chance = 0 }: Figure): number {
  return chance
}

function expected({ forecast }: Figure): number {
  return forecast?.value ?? 0
}

/** The figure beside the number that the question names, where it names one. */
function against({ scene, question: { threshold } }: Asking, figure: Figure): Figure {
  if (threshold === null) return figure
  const judged = gapAndMet(scene, figure.indicator, figure.value, threshold)
  return { ...figure, askedTarget: { target: threshold, ...judged } }
}
