import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import {
  askedVerdict,
  basisLines,
  judgedTargetLine,
  paceLine,
  shownValue,
  targetLine,
} from '../phrases/figure-lines.ts'
import { needLine } from '../phrases/need-lines.ts'
import { finding, footLine, targetHeadline } from '../phrases/headline.ts'
import { indicatorOf } from '../phrases/names.ts'
import { askFigure, askUnit, withoutTarget, withoutValue } from '../phrases/next-questions.ts'
import { sayValue } from './value.ts'

/** `gap`: whether the target is met and how far it is, with the pace; all indicators of a unit like `value`. */
export function sayGap(answer: Answer, ctx: SayContext): Message {
  const [figure] = answer.figures
  if (!figure || answer.figures.length > 1) return sayValue(answer, ctx)
  if (isRefused(answer.figures)) return sayRefusal(ctx, answer.figures)
  return compose(ctx, paragraphs(figure, ctx), choices(figure, ctx))
}

function paragraphs(figure: Figure, ctx: SayContext): Paragraph[] {
  const { askedTarget } = figure
  const lines = [
    ...basisLines(ctx, figure),
    askedTarget ? judgedTargetLine(ctx, figure) : figure.target === null ? null : targetLine(ctx, figure),
    paceLine(ctx, figure),
    figure.met ? null : needLine(ctx, figure),
    footLine(ctx, [figure]),
  ]
  if (!askedTarget || figure.value === null) return [{ title: targetHeadline(ctx, figure) }, lines]
  const value = shownValue(ctx, indicatorOf(ctx, figure.indicator), figure.value)
  const found = `${value} – ${askedVerdict(ctx, figure) ?? ''}`
  return [{ title: finding(ctx, figure, found) }, lines]
}

function choices(figure: Figure, ctx: SayContext) {
  const { unit, indicator } = figure
  if (figure.target === null) return withoutTarget(ctx, figure)
  if (figure.value === null) return withoutValue(ctx, unit)
  return [
    figure.hiddenCounts || figure.met !== false
      ? askFigure(ctx, 'rank', unit, indicator)
      : askFigure(ctx, 'need', unit, indicator),
    figure.hiddenCounts ? null : askFigure(ctx, 'forecast', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askUnit(ctx, 'all', unit),
  ]
}
