import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import {
  dataToLine,
  missing,
  notAllowedLine,
  placeOf,
  rankBefore,
  rankLine,
  shownValue,
  targetLine,
  valueLines,
} from '../phrases/figure-lines.ts'
import { indicatorOf, peersOf, unitTitle } from '../phrases/names.ts'
import { askFigure, askGroup, askUnit } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'

/** `rank`: the place among peers first, how it moved, then the value that it comes from. */
export function sayRank(answer: Answer, ctx: SayContext): Message {
  const byUnit = Map.groupBy(answer.figures, figure => figure.unit)
  const paragraphs = [...byUnit.values()].flatMap(figures =>
    figures.length === 1 ? onePlace(answer, figures, ctx) : allPlaces(answer, figures, ctx),
  )
  return compose(ctx, [...paragraphs, notAllowedLine(ctx, answer.figures)], choices(answer, ctx))
}

function onePlace(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const [figure] = figures
  if (!figure) return []
  const { words } = ctx
  const unit = unitTitle(ctx, figure.unit)
  const title = words.say('figures.title', { unit, indicator: indicatorOf(ctx, figure.indicator).shortName })
  const place = rankLine(ctx, figure, answer.question.rankWithinParent)
  const lines = [
    place ?? words.say(figure.rank === null ? 'figures.rank.none' : 'figures.rank.alone'),
    place !== null && figure.rankChange === null ? words.capital(words.say('figures.rank.unknown')) : null,
    ...valueLines(ctx, figure),
    figure.reason === 'not_allowed' ? null : targetLine(ctx, figure),
    dataToLine(ctx, [figure]),
  ]
  return [{ title }, lines]
}

function allPlaces(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  const unit = unitTitle(ctx, first.unit)
  const peers = peersOf(ctx, first.unit, answer.question.rankWithinParent)
  const compared = figures.some(figure => figure.rankChange !== null)
  const head = compared
    ? words.say('answers.rank.amongSince', { peers, before: rankBefore(ctx, first.window) })
    : words.say('answers.rank.among', { peers })
  return [
    { title: words.say('figures.unitTitle', { unit, period: periodName(ctx, first.window) }) },
    [head, ...figures.map(figure => placeLine(figure, ctx))],
    dataToLine(ctx, figures),
  ]
}

function placeLine(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const name = indicator.shortName
  const { value } = figure
  if (value === null)
    return words.say('figures.line.missing', { indicator: name, reason: missing(ctx, figure) })
  const shown = shownValue(ctx, indicator, value)
  const place = placeOf(figure)
  if (place === null) return words.say('figures.line.plain', { indicator: name, value: shown })
  const change = shortChange(figure, ctx)
  if (change === null) return words.say('answers.rank.line', { indicator: name, ...place, value: shown })
  return words.say('answers.rank.lineChanged', { indicator: name, ...place, change, value: shown })
}

function shortChange(figure: Figure, ctx: SayContext): string | null {
  if (figure.rankChange === null) return null
  const places = Math.abs(figure.rankChange)
  if (places === 0) return ctx.words.say('answers.rank.same')
  return ctx.words.say(figure.rankChange > 0 ? 'answers.rank.up' : 'answers.rank.down', { places })
}

function choices(answer: Answer, ctx: SayContext) {
  const [figure] = answer.figures
  if (!figure) return []
  const { unit, indicator } = figure
  const kind = ctx.tree.byCode.get(unit)?.kind ?? null
  const all = answer.figures.length > 1
  return [
    all ? null : askGroup(ctx, 'ranking', { kind, within: null }, indicator),
    all
      ? askUnit(ctx, 'all', unit)
      : askFigure(ctx, figure.met === false ? 'need' : 'forecast', unit, indicator),
    all ? askUnit(ctx, 'allLastWeek', unit) : askFigure(ctx, 'chart', unit, indicator),
  ]
}
