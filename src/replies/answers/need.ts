import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose, joinParts } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, refusal, sayRefusal } from '../phrases/refusal.ts'
import {
  basisLines,
  dataToLine,
  missing,
  shownTarget,
  shownValue,
  targetLine,
  verdict,
} from '../phrases/figure-lines.ts'
import { isOfNothing, needLine } from '../phrases/need-lines.ts'
import { footLine, targetHeadline } from '../phrases/headline.ts'
import { indicatorOf, lowerFirst, nounOf, unitTitle } from '../phrases/names.ts'
import { askFigure, askUnit, withoutTarget } from '../phrases/next-questions.ts'
import { periodName, termName } from '../phrases/period-name.ts'

/** Indicators with a line of their own. */
const OWN_LINES = 6

/** `need`: how many more, in all and a day, by the end of the term; or that it cannot be reached and how far can be. */
export function sayNeed(answer: Answer, ctx: SayContext): Message {
  const [figure] = answer.figures
  if (!figure)
    return compose(ctx, [ctx.words.say('answers.target.none')], [askUnit(ctx, 'all', ctx.asker.unit)])
  if (isRefused(answer.figures)) return sayRefusal(ctx, answer.figures)
  const paragraphs =
    answer.figures.length === 1
      ? oneNeed(figure, ctx)
      : [...Map.groupBy(answer.figures, one => one.unit).values()].flatMap(figures => allNeeds(figures, ctx))
  return compose(ctx, paragraphs, choices(answer, figure, ctx))
}

function oneNeed(figure: Figure, ctx: SayContext): Paragraph[] {
  if (figure.reason === 'not_allowed') return [refusal(ctx, figure)]
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const found = needLine(ctx, figure) ?? unknownNeed(figure, ctx)
  if (found === null) return [{ title: targetHeadline(ctx, figure) }, footLine(ctx, [figure])]
  const title = words.say('answers.need.title', {
    unit: unitTitle(ctx, figure.unit),
    indicator: lowerFirst(indicator.shortName),
    found: lowerFirst(found),
  })
  const value = figure.value === null ? missing(ctx, figure) : shownValue(ctx, indicator, figure.value)
  const judged = verdict(ctx, figure)
  const lines = [
    words.say('figures.value', {
      period: periodName(ctx, figure.window),
      value: judged === null || figure.value === null ? value : `${value} – ${judged}`,
    }),
    ...basisLines(ctx, figure),
    targetLine(ctx, figure),
    joinParts([daysLeftLine(figure, ctx), expectedLine(figure, ctx)]),
    footLine(ctx, [figure]),
  ]
  return [{ title }, lines]
}

function allNeeds(figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  if (first.reason === 'not_allowed') return [refusal(ctx, first)]
  const unit = unitTitle(ctx, first.unit)
  const term = first.term ? termName(ctx, first.term) : ''
  const reachable = figures.filter(figure => figure.need?.reachable !== false).length
  const said = { unit, term, of: figures.length, reachable }
  return [
    {
      title: words.say(
        reachable < figures.length ? 'answers.need.titleAllPartly' : 'answers.need.titleAll',
        said,
      ),
    },
    figures.slice(0, OWN_LINES).map(figure => needInOneLine(figure, ctx)),
    joinParts([daysLeftLine(first, ctx), dataToLine(ctx, figures)]),
  ]
}

function needInOneLine(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const full = indicatorOf(ctx, figure.indicator)
  const indicator = full.shortName
  const { need } = figure
  if (!need || need.needed === null || isOfNothing(need) || full.numeratorLabel === '') {
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
  if (answer.figures.length > 1) return [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit)]
  if (figure.target === null) return withoutTarget(ctx, figure)
  return [
    askFigure(ctx, 'forecast', unit, indicator),
    askFigure(ctx, 'chart', unit, indicator),
    askFigure(ctx, 'rank', unit, indicator),
    askUnit(ctx, 'all', unit),
  ]
}
