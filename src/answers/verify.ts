import { isRight } from '../core/verify.ts'
import type { Asking } from './asking.ts'
import type { Figure } from './answer.ts'
import { mainIndicator } from './chosen.ts'
import { answerValue } from './value-answers.ts'

/** Whether a figure that the question states is right, beside the right one. */
export async function answerVerify(asking: Asking): Promise<Figure[]> {
  const { question } = asking
  const { claimed } = question
  const main = mainIndicator(asking)
  const indicators = question.indicators.length > 0 || main === null ? question.indicators : [main]
  const figures = await answerValue({ ...asking, question: { ...question, indicators } })
  return figures.map(figure =>
    claimed === null || figure.value === null
      ? figure
      : { ...figure, claim: { claimed, right: isRight(claimed, figure.value) } },
  )
}
