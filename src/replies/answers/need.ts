import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import {
  dataToLine,
  missing,
  needLine,
  notAllowedLine,
  shownTarget,
  shownValue,
  targetLine,
  valueLines,
} from '../phrases/figure-lines.ts'
import { indicatorOf, nounOf, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit } from '../phrases/next-questions.ts'
import { termName } from '../phrases/period-name.ts'

/** `need`: how many more, in all and a day, by the end of the term; or that it cannot be reached and how far can be. */
export function sayNeed(answer: Answer, ctx: SayContext): Message {
  const [figure] = answer.figures
  if (!figure)
    return compose(ctx, [ctx.words.say('answers.target.none')], [askUnit(ctx, 'all', ctx.asker.unit)])
  const paragraphs =
    answer.figures.length === 1
      ? oneNeed(figure, ctx)
      : [...Map.groupBy(answer.figures, one => one.unit).values()].flatMap(figures => allNeeds(figures, ctx))
  return compose(ctx, [...paragraphs, notAllowedLine(ctx, answer.figures)], choices(answer, figure, ctx))
}

function oneNeed(figure: Figure, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const title = words.say('answers.need.title', {
    unit: unitTitle(ctx, figure.unit),
    indicator: indicator.shortName,
  })
  if (figure.reason === 'not_allowed') return [{ title }]
  const lines = [
    needLine(ctx, figure) ?? unknownNeed(figure, ctx),
    keepingLine(figure, ctx),
    ...valueLines(ctx, figure),
    targetLine(ctx, figure),
    daysLeftLine(figure, ctx),
    expectedLine(figure, ctx),
    dataToLine(ctx, [figure]),
  ]
  return [{ title }, lines]
}

function allNeeds(figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  const unit = unitTitle(ctx, first.unit)
  const term = first.term ? termName(ctx, first.term) : ''
  return [
    { title: words.say('answers.need.titleAll', { unit, term }) },
    figures.map(figure => needInOneLine(figure, ctx)),
    [daysLeftLine(first, ctx), dataToLine(ctx, figures)],
  ]
}

function needInOneLine(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const full = indicatorOf(ctx, figure.indicator)
  const indicator = full.shortName
  const { need } = figure
  if (!need || need.needed === null || full.numeratorLabel === '') {
    return words.say('answers.need.lineMissing', { indicator, reason: whyUnknown(figure, ctx) })
  }
  if (need.needed === 0) return words.say('answers.need.lineMet', { indicator })
  if (need.reachable === false) {
    const target = shownTarget(ctx, full, figure.target ?? 0)
    if (need.bestReachable === null)
      return words.say('answers.need.lineUnreachablePlain', { indicator, target })
    const best = shownValue(ctx, full, need.bestReachable)
    return words.say('answers.need.lineUnreachable', { indicator, target, best })
  }
  const noun = nounOf(full)
  const { needed, perDay } = need
  const line =
    perDay === null
      ? words.say('answers.need.line', { indicator, needed, noun })
      : words.say('answers.need.lineDaily', { indicator, needed, noun, perDay })
  return figure.met ? words.say('answers.need.lineKeeping', { line }) : line
}

/** A unit that has met its target still needs more by the end of the term: that is said, so that it is no riddle. */
function keepingLine(figure: Figure, ctx: SayContext): string | null {
  if (!figure.met || !figure.term || !figure.need?.needed || figure.need.reachable === false) return null
  return ctx.words.say('figures.need.keeping', { term: termName(ctx, figure.term) })
}

function unknownNeed(figure: Figure, ctx: SayContext): string | null {
  if (figure.target === null) return null
  return ctx.words.say('answers.need.unknown', { reason: whyUnknown(figure, ctx) })
}

function whyUnknown(figure: Figure, ctx: SayContext): string {
  const countable = indicatorOf(ctx, figure.indicator).accumulation === 'sum'
  if (figure.value !== null && !countable) return ctx.words.say('answers.need.notCountable')
  return missing(ctx, figure)
}

function daysLeftLine(figure: Figure, ctx: SayContext): string | null {
  const { words } = ctx
  const { term, need } = figure
  if (!term || !need) return null
  const name = termName(ctx, term)
  if (ctx.today > term.to) return words.say('answers.need.ended', { term: name })
  if (need.daysLeft === 0) return words.say('answers.need.lastDay', { term: name })
  return words.say('answers.need.daysLeft', { days: need.daysLeft, term: name, until: term.to })
}

function expectedLine(figure: Figure, ctx: SayContext): string | null {
  const expected = figure.need?.expectedDenominator ?? null
  const what = indicatorOf(ctx, figure.indicator).denominatorLabel
  if (expected === null || expected === 0 || figure.met || what === '') return null
  return ctx.words.say('answers.need.expected', { expected, what })
}

function choices(answer: Answer, figure: Figure, ctx: SayContext) {
  const { unit, indicator } = figure
  if (figure.reason === 'not_allowed') return [askUnit(ctx, 'all', ctx.asker.unit)]
  if (answer.figures.length > 1) return [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit)]
  return [
    askFigure(ctx, 'forecast', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askFigure(ctx, 'rank', unit, indicator),
    askUnit(ctx, 'all', unit),
  ]
}
