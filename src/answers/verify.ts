import { isRight } from '../core/verify.ts'
import type { Question } from '../ask/question.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { indicatorsFor, mainIndicator, unitsAsked } from './chosen.ts'
import { answerTrend } from './trend.ts'
import { answerValue } from './value-answers.ts'

/** Whether a figure that the question states is right, beside the right one. */
export async function answerVerify(asking: Asking): Promise<Figure[]> {
  const { claimed, by, direction } = asking.question
  const figures = by === 'value' && direction !== null ? await moved(asking) : await figuresClaimed(asking)
  return figures.map(figure => {
    const stated = statedOf(figure, asking.question)
    return claimed === null || stated === null
      ? figure
      : { ...figure, claim: { claimed, right: isRight(claimed, stated) } }
  })
}

/** What the claim is about: the place, how far it or the value has moved that way, or the value. */
function statedOf(figure: Figure, { by, direction }: Question): number | null {
  const { value, rank, of, rankChange, earlier } = figure
  if (by === null) return value
  if (by === 'place' && (of === null || of < 2)) return null
  if (by === 'place' && direction === null) return rank
  const change = by === 'place' ? rankChange : (earlier?.change ?? null)
  return change === null || direction === 'up' ? change : -change
}

/** The change of the value against the period before, of the main indicator where none is named. */
async function moved(asking: Asking): Promise<Figure[]> {
  const { question } = asking
  const main = mainIndicator(asking)
  const indicators = question.indicators.length > 0 || main === null ? question.indicators : [main]
  return await answerTrend({ ...asking, question: { ...question, indicators, against: 'previous' } })
}

/** Without a named indicator the main one, and where that has no figure the one that the claim is right of. */
async function figuresClaimed(asking: Asking): Promise<Figure[]> {
  const { question } = asking
  const { claimed, by } = question
  const main = mainIndicator(asking)
  const of = async (indicators: string[]) =>
    await answerValue({ ...asking, question: { ...question, indicators } })
  if (question.indicators.length > 0 || main === null) return await of(question.indicators)
  const figures = await of([main])
  const [unit] = unitsAsked(asking)
  if (
    unit === undefined ||
    claimed === null ||
    by !== null ||
    figures.some(({ reason }) => reason !== 'no_data')
  )
    return figures
  const others = await of(await indicatorsFor(asking, unit))
  const meant = others.filter(({ value }) => value !== null && isRight(claimed, value))
  return meant.length > 0 ? meant : figures
}
