import type { Term } from '../core/campaign.ts'
import { forecast, lastWeeks } from '../core/forecast.ts'
import { expectedDenominator, need, poolVolumes, recentVolume } from '../core/need.ts'
import type { Need, Volume } from '../core/need.ts'
import type { Observation } from '../core/observation.ts'
import { addDays } from '../core/period.ts'
import { expectedAt, paceOf, phaseDays } from '../core/progress.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { indicatorsWithTarget, unitsAsked } from './chosen.ts'
import { emptyFigure, gapAndMet, readFigures } from './figures.ts'
import { rowsByUnit, sumByPeriod } from './own-rows.ts'
import { baselineOf } from './baseline.ts'
import { withRanks } from './ranks.ts'
import { groupUnits, maySee } from './scope.ts'
import type { Sight } from './scene.ts'
import { termAsked, termToDate } from './windows.ts'

/** What was assigned to each unit, or to each of a group, in the term asked about, beside the value so far. */
export async function answerTarget(asking: Asking): Promise<Figure[]> {
  const { scene, member, question } = asking
  const units = question.group
    ? groupUnits(scene, member, question.group).map(unit => unit.code)
    : unitsAsked(asking)
  return await eachUnit(asking, (unit, term) => figuresInTerm(asking, unit, term), units)
}

/** Whether the target is met and how far it is, with the pace (DOMAIN.md §7). */
export async function answerGap(asking: Asking): Promise<Figure[]> {
  return await eachUnit(asking, async (unit, term) => {
    const figures = await figuresInTerm(asking, unit, term)
    return await Promise.all(figures.map(figure => withPace(asking, figure, term)))
  })
}

/** How many more dossiers are needed by the end of the term. */
export async function answerNeed(asking: Asking): Promise<Figure[]> {
  return await eachUnit(asking, async (unit, term) => {
    const figures = await figuresInTerm(asking, unit, term)
    return await Promise.all(figures.map(figure => withNeed(asking, figure, term)))
  })
}

/** Where the value will stand at the end of the term, with its 80 % interval. */
export async function answerForecast(asking: Asking): Promise<Figure[]> {
  return await eachUnit(asking, async (unit, term) => {
    const figures = await figuresInTerm(asking, unit, term)
    return await Promise.all(figures.map(figure => withForecast(asking, figure, term)))
  })
}

async function eachUnit(
  asking: Asking,
  answer: (unit: string, term: Term) => Promise<Figure[]>,
  units: readonly string[] = unitsAsked(asking),
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const unit of units) {
    const term = termAsked(asking.scene, unit, asking.question.period)
    if (maySee(asking.scene, asking.member, unit)) figures.push(...(await answer(unit, term)))
    else figures.push(...notAllowed(asking, unit, term))
  }
  return figures
}

function notAllowed(asking: Asking, unit: string, term: Term): Figure[] {
  const window = termToDate(term, asking.scene.moment.today)
  return indicatorsWithTarget(asking, unit).map(one => emptyFigure(unit, one, window, 'not_allowed'))
}

/** How far back the rows are read that say how much is still to come, days. */
const RECENT_DAYS = 41

async function figuresInTerm(asking: Asking, unit: string, term: Term): Promise<Figure[]> {
  const { scene, question } = asking
  const window = termToDate(term, scene.moment.today)
  const indicators = indicatorsWithTarget(asking, unit)
  const read = await readFigures(asking, { units: [unit], indicators, window, term })
  const figures =
    question.threshold === null ? read : read.map(one => against(asking, one, question.threshold!))
  const period = question.period ? { ...question.period, shape: 'fixed' as const } : null
  return await withRanks(asking, figures, { period, withinParent: question.rankWithinParent })
}

/** The figure beside the number named in the question, in place of its target. */
function against({ scene }: Asking, figure: Figure, target: number): Figure {
  return {
    ...figure,
    ...gapAndMet(scene, figure.indicator, figure.value, target),
    target,
    document: null,
    askedTarget: true,
    reason: figure.value === null ? figure.reason : null,
  }
}

/** The figure with its pace: the line from the previous value to the target, at today. */
export async function withPace(asking: Sight, figure: Figure, term: Term): Promise<Figure> {
  if (figure.target === null || figure.value === null || figure.askedTarget) return figure
  const start = await baselineOf(asking, figure.unit, figure.indicator, term)
  const better = asking.scene.indicators.get(figure.indicator)?.better ?? 'higher'
  const expected = expectedAt({
    v0: start,
    target: figure.target,
    term,
    day: asking.scene.moment.today,
    better,
  })
  return { ...figure, pace: { expected, state: paceOf(figure.value, expected, figure.target, better) } }
}

/** The figure with what is still needed by the end of the term (DOMAIN.md §7). */
export async function withNeed(asking: Sight, figure: Figure, term: Term): Promise<Figure> {
  const indicator = asking.scene.indicators.get(figure.indicator)
  if (figure.target === null || !indicator) return figure
  const { daysLeft } = phaseDays(term, asking.scene.moment.today)
  const counts = countsSoFar(figure)
  const result = counts
    ? need({
        ...counts,
        target: figure.target,
        recent: await volume(asking, figure),
        daysLeft,
        accumulation: indicator.accumulation,
        better: indicator.better,
      })
    : nothingNeeded(daysLeft)
  const reason = result.needed === null ? (figure.reason ?? 'no_data') : figure.reason
  return { ...figure, reason, need: result }
}

/** The figure with the value expected at the end of the term; the reason says why there is none. */
export async function withForecast(asking: Sight, figure: Figure, term: Term): Promise<Figure> {
  const indicator = asking.scene.indicators.get(figure.indicator)
  const counts = countsSoFar(figure)
  const { daysLeft } = phaseDays(term, asking.scene.moment.today)
  const further = expectedDenominator(await volume(asking, figure), daysLeft)
  const result =
    counts && indicator && indicator.accumulation !== 'published' && further !== null
      ? forecast({
          ...counts,
          weeks: lastWeeks(sumByPeriod(await recentRows(asking, figure)), asking.scene.moment),
          expectedDenominator: indicator.accumulation === 'latest' ? 0 : further,
          daysLeft,
          max: indicator.max,
        })
      : null
  const reason =
    result === null ? (figure.value === null ? figure.reason : 'too_little_history') : figure.reason
  return { ...figure, reason, forecast: result ?? { value: null, low: null, high: null } }
}

/** Counts so far; a term without any yet starts from nothing; null where only a value was published. */
function countsSoFar(figure: Figure): { numerator: number; denominator: number } | null {
  if (figure.numerator !== null && figure.denominator !== null) {
    return { numerator: figure.numerator, denominator: figure.denominator }
  }
  return figure.value === null ? { numerator: 0, denominator: 0 } : null
}

/** Units whose counts make a sum add their daily means, so that a week which one of them lacks does not count as empty. */
async function volume(asking: Sight, figure: Figure): Promise<Volume | null> {
  const rows = await recentRows(asking, figure)
  return poolVolumes(rows.map(ofUnit => recentVolume(ofUnit, asking.scene.moment)))
}

async function recentRows(asking: Sight, figure: Figure): Promise<Observation[][]> {
  const recent = { from: addDays(asking.scene.moment.today, -RECENT_DAYS), to: asking.scene.moment.today }
  return await rowsByUnit(asking, figure.unit, figure.indicator, recent)
}

function nothingNeeded(daysLeft: number): Need {
  const none = { needed: null, perDay: null, reachable: null, bestReachable: null, expectedDenominator: null }
  return { ...none, daysLeft }
}
