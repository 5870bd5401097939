import type { Answer, Figure } from '../../answers/answer.ts'
import type { Intent } from '../../ask/question.ts'
import type { Message } from '../../lib/message.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { dataToLine, needLine, rankLine, targetLine, valueLines } from '../phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit } from '../phrases/next-questions.ts'
import { periodName, termName } from '../phrases/period-name.ts'

/** What one sentence asks of one figure: how much, which place, how much is missing. */
const TOGETHER: readonly Intent[] = ['value', 'rank', 'gap', 'need']

/**
 * Several questions of one message about one unit and indicator as one reply of at most eight lines; null where they are
 * about more than that.
 */
export function sayTogether(answers: readonly Answer[], ctx: SayContext): Message | null {
  const figures = answers.flatMap(answer => answer.figures)
  const [first] = figures
  if (!first || answers.length < 2 || figures.length !== answers.length) return null
  const isOne = figures.every(one => one.unit === first.unit && one.indicator === first.indicator)
  const isKnown = answers.every(({ question }) => TOGETHER.includes(question.intent))
  if (!isOne || !isKnown || first.reason === 'not_allowed') return null
  const { unit, indicator } = first
  const title = ctx.words.say('figures.title', {
    unit: unitTitle(ctx, unit),
    indicator: indicatorOf(ctx, indicator).shortName,
  })
  const late = insteadLine(answers, ctx)
  const ranked = answers.some(({ question }) => question.intent === 'rank')
  const lines = [
    late,
    ...valueLines(ctx, first).slice(0, late === null ? 2 : 1),
    targetLine(ctx, first),
    ranked
      ? rankLine(
          ctx,
          first,
          answers.some(({ question }) => question.rankWithinParent),
        )
      : null,
    ...needLines(figures, ctx),
    dataToLine(ctx, figures),
  ]
  return compose(
    ctx,
    [{ title }, lines],
    [
      askFigure(ctx, 'chart', unit, indicator),
      askFigure(ctx, 'forecast', unit, indicator),
      askUnit(ctx, 'all', unit),
    ],
  )
}

function insteadLine(answers: readonly Answer[], ctx: SayContext): string | null {
  const late = answers.find(answer => answer.insteadOf !== null)
  const [figure] = late?.figures ?? []
  if (!late?.insteadOf || !figure) return null
  const answered = periodName(ctx, figure.window)
  return ctx.words.say('findings.instead', { asked: periodName(ctx, late.insteadOf), answered })
}

/** What is still needed, and that it is for keeping what is met. */
function needLines(figures: readonly Figure[], ctx: SayContext): (string | null)[] {
  const figure = figures.find(one => one.need)
  if (!figure) return []
  const keeping =
    figure.met === true && figure.term && (figure.need?.needed ?? 0) > 0
      ? ctx.words.say('figures.need.keeping', { term: termName(ctx, figure.term) })
      : null
  return [needLine(ctx, figure), keeping]
}
