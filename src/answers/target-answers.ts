import type { Term } from '../core/campaign.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { indicatorsWithTarget, termOfQuestion, unitsAsked } from './chosen.ts'
import { emptyFigure, gapAndMet, readFigures } from './figures.ts'
import { withForecast } from './forecasts.ts'
import { withNeed } from './needs.ts'
import { withPaces } from './pace.ts'
import { withRanks } from './ranks.ts'
import { groupUnits, scopeOf, seenAs, type Seen } from './scope.ts'
import { hidden } from './seen.ts'
import { termToDate } from './windows.ts'

/** What was assigned to each unit, or to each of a group, in the term asked about, beside the value so far. */
export async function answerTarget(asking: Asking): Promise<Figure[]> {
  const { scene, member, question } = asking
  const units = question.group
    ? groupUnits(scene, member, question.group).map(unit => unit.code)
    : unitsAsked(asking)
  // Whose target is not said: it may be that of the whole.
  if (question.group?.kind === null && question.threshold !== null) units.unshift(scopeOf(scene, member))
  // A number that is named is one of the targets, and nothing to hold figures against.
  const plain = { ...asking, question: { ...question, threshold: null } }
  const all = await eachUnit(plain, (unit, term) => figuresInTerm(plain, unit, term), {
    units,
    least: 'figures',
  })
  const stated = all.filter(figure => figure.target !== null && figure.target === question.threshold)
  const figures = stated.length > 0 ? stated : all
  const [first] = figures
  const isRefused = figures.every(figure => figure.reason === 'not_allowed')
  return first && question.group && isRefused ? [{ ...first, group: question.group }] : figures
}

/** Whether the target is met and how far it is, with the pace (DOMAIN.md §7). */
export async function answerGap(asking: Asking): Promise<Figure[]> {
  return await eachUnit(
    asking,
    async (unit, term) => await withPaces(asking, await figuresInTerm(asking, unit, term), term),
    { least: 'figures' },
  )
}

/** How many more dossiers are needed by the end of the term. */
export async function answerNeed(asking: Asking): Promise<Figure[]> {
  return await eachUnit(asking, async (unit, term) => {
    const figures = lacking(asking, await figuresInTerm(asking, unit, term))
    return await Promise.all(figures.map(figure => withNeed(asking, figure, term)))
  })
}

/** Without an indicator the question is about those that miss their targets, where there are any. */
function lacking({ question }: Asking, figures: Figure[]): Figure[] {
  const missed = figures.filter(figure => figure.met === false)
  return question.indicators.length > 0 || missed.length === 0 ? figures : missed
}

/** Where the value will stand at the end of the term, with its 80 % interval. */
export async function answerForecast(asking: Asking): Promise<Figure[]> {
  return await eachUnit(asking, async (unit, term) => {
    const figures = await figuresInTerm(asking, unit, term)
    return await Promise.all(figures.map(figure => withForecast(asking, figure, term)))
  })
}

/** Figures of each unit in its term; a unit of which less than `least` may be seen is refused. */
async function eachUnit(
  asking: Asking,
  answer: (unit: string, term: Term) => Promise<Figure[]>,
  { units = unitsAsked(asking), least = 'all' }: { units?: readonly string[]; least?: Seen } = {},
): Promise<Figure[]> {
  const { scene, member } = asking
  const figures: Figure[] = []
  for (const unit of units) {
    const term = termOfQuestion(asking, unit)
    const seen = seenAs(scene, member, unit)
    const allowed = seen === 'all' || (least === 'figures' && seen === 'figures')
    if (allowed) figures.push(...(await answer(unit, term)).map(figure => hidden(figure, seen)))
    else figures.push(...notAllowed(asking, unit, term))
  }
  return figures
}

function notAllowed(asking: Asking, unit: string, term: Term): Figure[] {
  const window = termToDate(term, asking.scene.moment.today)
  return indicatorsWithTarget(asking, unit).map(one => emptyFigure(unit, one, window, 'not_allowed'))
}

/** The figures of a unit in a term to date, with their ranks, and beside the number that the question names. */
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

/** The figure beside the number named in the question. */
function against({ scene }: Asking, figure: Figure, target: number): Figure {
  return { ...figure, askedTarget: { target, ...gapAndMet(scene, figure.indicator, figure.value, target) } }
}
