import type { Answer, Figure } from '../../answers/answer.ts'
import type { Intent } from '../../ask/question.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { basisLines, rankLine, targetLine } from '../phrases/figure-lines.ts'
import { needLine } from '../phrases/need-lines.ts'
import { footLine, headline } from '../phrases/headline.ts'
import { askFigure, askUnit } from '../phrases/next-questions.ts'
import { sayInstead } from '../phrases/period-name.ts'

/** What one sentence asks of one figure: how much, which place, how much is missing. */
const TOGETHER: readonly Intent[] = ['value', 'rank', 'gap', 'need']

/**
 * Several questions of one message about one unit and indicator, on the same days, as one reply of at most eight lines; null where they are
 * about more than that.
 */
export function sayTogether(answers: readonly Answer[], ctx: SayContext): Message | null {
  const figures = answers.flatMap(answer => answer.figures)
  const [first] = figures
  if (!first || answers.length < 2 || figures.length !== answers.length) return null
  const isOne = figures.every(
    one =>
      one.unit === first.unit && one.indicator === first.indicator && (one.need || isOfSameDays(one, first)),
  )
  const isKnown = answers.every(({ question }) => TOGETHER.includes(question.intent))
  if (!isOne || !isKnown || first.reason === 'not_allowed') return null
  const { unit, indicator } = first
  const places = answers
    .filter(({ question }) => question.intent === 'rank')
    .map(({ question, figures: [ranked = first] }) => rankLine(ctx, ranked, question))
  const needed = figures.find(figure => figure.need)
  const lines = [
    basisLines(ctx, first).find(line => line !== null) ?? null,
    targetLine(ctx, first),
    ...places,
    needed ? needLine(ctx, needed) : null,
    footLine(ctx, figures),
  ]
  return compose(
    ctx,
    [insteadLine(answers, ctx), { title: headline(ctx, first) }, lines],
    [
      askFigure(ctx, 'chart', unit, indicator),
      askFigure(ctx, 'forecast', unit, indicator),
      askUnit(ctx, 'all', unit),
    ],
  )
}

/** "Tuần này bao nhiêu, tuần trước bao nhiêu" are two figures; what is needed is of the phase beside any. */
function isOfSameDays({ window: a }: Figure, { window: b }: Figure): boolean {
  return a.from === b.from && a.to === b.to
}

function insteadLine(answers: readonly Answer[], ctx: SayContext): string | null {
  const late = answers.find(answer => answer.insteadOf !== null)
  const [figure] = late?.figures ?? []
  if (!late?.insteadOf || !figure) return null
  return sayInstead(ctx, late.insteadOf, figure.window)
}
