import type { Term } from '../core/campaign.ts'
import { forecast } from '../core/forecast.ts'
import { need, recentVolume } from '../core/need.ts'
import { addDays } from '../core/period.ts'
import { expectedAt, paceOf, phaseDays } from '../core/progress.ts'
import type { Asking } from './answer-question.ts'
import type { Figure } from './answer.ts'
import { indicatorsWithTarget, unitsAsked } from './chosen.ts'
import { emptyFigure, readFigures } from './figures.ts'
import { ownRows } from './own-rows.ts'
import { baselineOf } from './baseline.ts'
import { withRanks } from './ranks.ts'
import { maySee } from './scope.ts'
import { termAsked, termToDate } from './windows.ts'

/** What was assigned to each unit in the term asked about, beside the value so far. */
export async function answerTarget(asking: Asking): Promise<Figure[]> {
  return await eachUnit(asking, (unit, term) => figuresInTerm(asking, unit, term))
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
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const unit of unitsAsked(asking)) {
    const term = termAsked(asking.world, unit, asking.question.period, asking.moment)
    if (maySee(asking.world, asking.member, unit)) figures.push(...(await answer(unit, term)))
    else figures.push(...notAllowed(asking, unit, term))
  }
  return figures
}

function notAllowed(asking: Asking, unit: string, term: Term): Figure[] {
  const window = termToDate(term, asking.moment.today)
  return indicatorsWithTarget(asking, unit).map(one => emptyFigure(unit, one, window, 'not_allowed'))
}

async function figuresInTerm(asking: Asking, unit: string, term: Term): Promise<Figure[]> {
  const { world, stores, moment, question } = asking
  const window = termToDate(term, moment.today)
  const indicators = indicatorsWithTarget(asking, unit)
  const figures = await readFigures(stores, world, { units: [unit], indicators, window, moment, term })
  const period = question.period ? { ...question.period, shape: 'fixed' as const } : null
  return await withRanks(stores, world, figures, { period, moment, withinParent: question.rankWithinParent })
}

/** The figure with its pace: the line from the previous value to the target, at today. */
export async function withPace(asking: Pick<Asking, 'stores' | 'world' | 'moment'>, figure: Figure, term: Term): Promise<Figure> {
  if (figure.target === null || figure.value === null) return figure
  const start = await baselineOf(asking, figure.unit, figure.indicator, term)
  const expected = expectedAt(start, figure.target, term, asking.moment.today)
  const better = asking.world.indicators.get(figure.indicator)?.better ?? 'higher'
  return { ...figure, pace: { expected, state: paceOf(figure.value, expected, figure.target, better) } }
}

/** The figure with what is still needed by the end of the term (DOMAIN.md §7). */
export async function withNeed(asking: Pick<Asking, 'stores' | 'world' | 'moment'>, figure: Figure, term: Term): Promise<Figure> {
  const indicator = asking.world.indicators.get(figure.indicator)
  if (figure.target === null || !indicator) return figure
  const { daysLeft } = phaseDays(term, asking.moment.today)
  const recent = { from: addDays(asking.moment.today, -27), to: asking.moment.today }
  const rows = await ownRows(asking, figure.unit, figure.indicator, recent)
  const result = need({
    numerator: figure.numerator,
    denominator: figure.denominator,
    target: figure.target,
    recent: recentVolume(rows, asking.moment),
    daysLeft,
    accumulation: indicator.accumulation,
  })
  const reason = result.needed === null ? (figure.reason ?? 'no_data') : figure.reason
  return { ...figure, reason, need: result }
}

/** The figure with the value expected at the end of the term; the reason says why there is none. */
export async function withForecast(asking: Pick<Asking, 'stores' | 'world' | 'moment'>, figure: Figure, term: Term): Promise<Figure> {
  const indicator = asking.world.indicators.get(figure.indicator)
  if (!indicator) return figure
  const recent = { from: addDays(asking.moment.today, -41), to: asking.moment.today }
  const rows = await ownRows(asking, figure.unit, figure.indicator, recent)
  const { daysLeft } = phaseDays(term, asking.moment.today)
  const result = forecast({
    numerator: figure.numerator,
    denominator: figure.denominator,
    rows,
    daysLeft,
    indicator,
    moment: asking.moment,
  })
  const none = { value: null, low: null, high: null }
  const reason = result === null ? (figure.reason ?? 'too_little_history') : figure.reason
  return { ...figure, reason, forecast: result ?? none }
}
