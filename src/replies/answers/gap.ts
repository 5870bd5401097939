import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import {
  askedLine,
  dataToLine,
  needLine,
  notAllowedLine,
  paceLine,
  shownGap,
  shownTarget,
  shownValue,
  targetLine,
  valueLines,
} from '../phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit } from '../phrases/next-questions.ts'
import { termName } from '../phrases/period-name.ts'
import { sayValue } from './value.ts'

/** `gap`: whether the target is met and how far it is, the verdict first; all indicators of a unit like `value`. */
export function sayGap(answer: Answer, ctx: SayContext): Message {
  const [figure] = answer.figures
  if (!figure || answer.figures.length > 1) return sayValue(answer, ctx)
  const unit = unitTitle(ctx, figure.unit)
  const indicator = indicatorOf(ctx, figure.indicator).shortName
  const title = ctx.words.say('figures.title', { unit, indicator })
  const lines = figure.gap === null ? uncompared(figure, ctx) : compared(figure, ctx)
  return compose(ctx, [{ title }, lines, notAllowedLine(ctx, [figure])], choices(figure, ctx))
}

function compared(figure: Figure, ctx: SayContext): Paragraph {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const term = figure.term ? termName(ctx, figure.term) : ''
  const target = shownTarget(ctx, indicator, figure.target ?? 0)
  const value = shownValue(ctx, indicator, figure.value ?? 0)
  const judged = figure.askedTarget
    ? [askedLine(ctx, figure), targetLine(ctx, figure), words.say('answers.gap.now', { value })]
    : [verdictFirst(figure, ctx), words.say('answers.gap.nowAndTarget', { value, term, target })]
  return [
    ...judged,
    ...valueLines(ctx, figure).slice(1),
    paceLine(ctx, figure),
    figure.met ? null : needLine(ctx, figure),
    dataToLine(ctx, [figure]),
  ]
}

function uncompared(figure: Figure, ctx: SayContext): Paragraph {
  return [
    ...valueLines(ctx, figure),
    figure.reason === 'not_allowed' ? null : targetLine(ctx, figure),
    dataToLine(ctx, [figure]),
  ]
}

function verdictFirst(figure: Figure, ctx: SayContext): string {
  const indicator = indicatorOf(ctx, figure.indicator)
  const gap = shownGap(ctx, indicator, figure.gap ?? 0)
  const lower = indicator.better === 'lower'
  if (!figure.met) return ctx.words.say(lower ? 'answers.gap.over' : 'answers.gap.short', { gap })
  if (figure.gap === 0) return ctx.words.say('answers.gap.met')
  return ctx.words.say(lower ? 'answers.gap.bettered' : 'answers.gap.exceeded', { gap })
}

function choices(figure: Figure, ctx: SayContext) {
  const { unit, indicator } = figure
  if (figure.reason === 'not_allowed') return [askUnit(ctx, 'all', ctx.asker.unit)]
  return [
    figure.met === false ? askFigure(ctx, 'need', unit, indicator) : askFigure(ctx, 'rank', unit, indicator),
    askFigure(ctx, 'forecast', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askUnit(ctx, 'all', unit),
  ]
}
