import { isRight } from '../core/verify.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { indicatorsFor, mainIndicator, unitsAsked } from './chosen.ts'
import { answerValue } from './value-answers.ts'

/** Whether a figure that the question states is right, beside the right one. */
export async function answerVerify(asking: Asking): Promise<Figure[]> {
  const { claimed } = asking.question
  const figures = await figuresClaimed(asking)
  return figures.map(figure =>
    claimed === null || figure.value === null
      ? figure
      : { ...figure, claim: { claimed, right: isRight(claimed, figure.value) } },
  )
}

/** Without a named indicator the main one, and where that has no figure the one that the claim is right of. */
async function figuresClaimed(asking: Asking): Promise<Figure[]> {
  const { question } = asking
  const { claimed } = question
  const main = mainIndicator(asking)
  const of = async (indicators: string[]) =>
    await answerValue({ ...asking, question: { ...question, indicators } })
  if (question.indicators.length > 0 || main === null) return await of(question.indicators)
  const figures = await of([main])
  const [unit] = unitsAsked(asking)
  if (unit === undefined || claimed === null || figures.some(({ reason }) => reason !== 'no_data'))
    return figures
  const others = await of(await indicatorsFor(asking, unit))
  const meant = others.filter(({ value }) => value !== null && isRight(claimed, value))
  return meant.length > 0 ? meant : figures
}
