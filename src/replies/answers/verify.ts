import type { Answer, Figure } from '../../answers/answer.ts'
import type { Question } from '../../ask/question.ts'
import type { Message } from '../../lib/message.ts'
import { compose, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { earlierLine } from '../phrases/earlier-line.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, judgedTargetLine, rankLine, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { ask, askFigure, askUnit } from '../phrases/next-questions.ts'
import { periodName, termName } from '../phrases/period-name.ts'

/** `verify`: yes or no to a stated figure, with the right one. */
export function sayVerify(answer: Answer, ctx: SayContext): Message {
  const { figures } = answer
  const [first] = figures
  if (!first) return compose(ctx, [ctx.words.say('figures.noDataAtAll')], [ask(ctx, 'help')])
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  return compose(
    ctx,
    figures.map(figure => judged(figure, answer, ctx)),
    [
      askFigure(ctx, 'chart', first.unit, first.indicator),
      askFigure(ctx, 'rank', first.unit, first.indicator),
      askUnit(ctx, 'all', first.unit),
    ],
  )
}

function judged(figure: Figure, { question }: Answer, ctx: SayContext): Paragraph {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const names = {
    unit: unitTitle(ctx, figure.unit),
    indicator: lowerFirst(indicator.shortName),
    period: periodName(ctx, figure.window),
  }
  if (!figure.claim) return words.say('findings.verify.unknown', names)
  const moved = movedLine(figure, question, ctx)
  if (moved !== null)
    return [
      words.say(`findings.verify.${figure.claim.right ? 'rightOf' : 'wrongOf'}`, {
        ...names,
        what: lowerFirst(moved),
      }),
      dataToLine(ctx, [figure]),
    ]
  if (figure.value === null) return words.say('findings.verify.unknown', names)
  const value = shownValue(ctx, indicator, figure.value)
  const claimed = shownValue(ctx, indicator, figure.claim.claimed)
  return [
    figure.claim.right
      ? words.say('findings.verify.right', { ...names, value })
      : words.say('findings.verify.wrong', { ...names, value, claimed }),
    isTarget(figure) && figure.term
      ? words.say('findings.verify.isTarget', {
          claimed: words.capital(claimed),
          term: termName(ctx, figure.term),
        })
      : judgedTargetLine(ctx, figure),
    dataToLine(ctx, [figure]),
  ]
}

/** The place, or the change, that a claim is about; null where it is about the value. */
function movedLine(figure: Figure, question: Question, ctx: SayContext): string | null {
  if (question.by === null) return null
  return question.by === 'place' ? rankLine(ctx, figure, question) : earlierLine(ctx, figure, question)
}

function isTarget({ claim, target }: Figure): boolean {
  return claim?.right === false && target === claim.claimed
}
