import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose, ownLines } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isPlacesAlone, isRefused, refusal, sayRefusal } from '../phrases/refusal.ts'
import {
  basisLines,
  missing,
  placeOf,
  rankBefore,
  rankLine,
  ratedValue,
  shownValue,
  targetLine,
  verdict,
} from '../phrases/figure-lines.ts'
import { earlierLine } from '../phrases/earlier-line.ts'
import { finding, footLine, headline } from '../phrases/headline.ts'
import { indicatorOf, lowerFirst, peersOf, unitTitle } from '../phrases/names.ts'
import { ask, askFigure, askGroup, askUnit, isMonthly } from '../phrases/next-questions.ts'
import { MEASURE_UNITS } from '../phrases/measure-units.ts'
import { knownToLine } from '../phrases/known-to.ts'
import { periodName } from '../phrases/period-name.ts'

/** `rank`: the place among peers first, how it moved, then the value that it comes from. */
export function sayRank(answer: Answer, ctx: SayContext): Message {
  if (isRefused(answer.figures) && answer.figures.every(({ rank }) => rank === null))
    return sayRefusal(ctx, answer.figures)
  const byUnit = Map.groupBy(answer.figures, figure => figure.unit)
  const paragraphs = [...byUnit.values()].flatMap(figures =>
    figures.length === 1 ? onePlace(answer, figures, ctx) : allPlaces(answer, figures, ctx),
  )
  return compose(ctx, paragraphs, choices(answer, ctx))
}

function onePlace(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const [figure] = figures
  if (!figure) return []
  if (figure.reason === 'not_allowed' && figure.rank === null) return [refusal(ctx, figure)]
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const place = rankLine(ctx, figure, answer.question)
  if (place === null && MEASURE_UNITS[indicator.unit].isPlace) return ownPlace(answer, figure, ctx)
  const unranked = words.say(figure.rank === null ? 'figures.rank.none' : 'figures.rank.alone')
  const value = figure.value === null ? missing(ctx, figure) : ratedValue(ctx, indicator, figure.value)
  const judged = verdict(ctx, figure)
  const lines = [
    figure.reason === 'not_allowed' ? null : words.capital(judged === null ? value : `${value} – ${judged}`),
    place !== null && figure.rankChange === null ? words.capital(words.say('figures.rank.unknown')) : null,
    ...basisLines(ctx, figure),
    targetLine(ctx, figure),
    placeAloneLine(answer, ctx),
    footLine(ctx, [figure]) ?? knownToLine(answer, [figure], ctx),
  ]
  return [{ title: finding(ctx, figure, lowerFirst(place ?? unranked)) }, lines]
}

/** That values are not open, where they were asked for and places answer. */
function placeAloneLine({ question, figures }: Answer, ctx: SayContext): string | null {
  const isOther = question.intent !== 'rank' && isPlacesAlone(figures)
  return isOther ? ctx.words.say('figures.refused.valueOnly') : null
}

/** Of a published place: the place that it says, with its change, where nobody else is there to be ranked among. */
function ownPlace(answer: Answer, figure: Figure, ctx: SayContext): Paragraph[] {
  const lines = [
    earlierLine(ctx, figure, answer.question),
    ...basisLines(ctx, figure),
    targetLine(ctx, figure),
    footLine(ctx, [figure]) ?? knownToLine(answer, [figure], ctx),
  ]
  return [{ title: headline(ctx, figure) }, lines]
}

function allPlaces(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  if (figures.every(figure => figure.reason === 'not_allowed' && figure.rank === null))
    return [refusal(ctx, first)]
  const unit = unitTitle(ctx, first.unit)
  const period = periodName(ctx, first.window)
  const peers = peersOf(ctx, first.unit, answer.question)
  const compared = figures.some(figure => figure.rankChange !== null)
  const title = compared
    ? words.say('answers.rank.amongSince', {
        unit,
        period,
        peers,
        before: rankBefore(ctx, figures.find(figure => figure.rankSince) ?? first),
      })
    : words.say('answers.rank.among', { unit, period, peers })
  if (figures.every(figure => figure.rank !== null && placeOf(figure) === null))
    return [{ title: words.say('answers.rank.alone', { unit, period, peers }) }]
  const assignedFirst = figures.toSorted((a, b) => Number(a.target === null) - Number(b.target === null))
  const rest = assignedFirst.slice(ownLines(assignedFirst.length)).map(figure => restOf(figure, ctx))
  return [
    { title },
    assignedFirst.slice(0, ownLines(assignedFirst.length)).map(figure => placeLine(figure, ctx)),
    [
      rest.length > 0 ? words.say('figures.line.more', { list: rest.join(', ') }) : null,
      placeAloneLine(answer, ctx),
      footLine(ctx, figures),
    ],
  ]
}

/** "trực tuyến toàn trình thứ 5/20" */
function restOf(figure: Figure, ctx: SayContext): string {
  const indicator = lowerFirst(indicatorOf(ctx, figure.indicator).shortName)
  const place = placeOf(figure)
  if (place === null) return `${indicator} ${figure.value === null ? missing(ctx, figure) : '–'}`
  return ctx.words.say('answers.rank.short', { indicator, ...place })
}

function placeLine(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const name = indicator.shortName
  const { value } = figure
  if (value === null && figure.rank !== null) return placeAlone(figure, ctx)
  if (value === null)
    return words.say('figures.line.missing', { indicator: name, reason: missing(ctx, figure) })
  const shown = shownValue(ctx, indicator, value)
  const place = placeOf(figure)
  if (place === null) return words.say('figures.line.plain', { indicator: name, value: shown })
  const change = shortChange(figure, ctx)
  if (change === null) return words.say('answers.rank.line', { indicator: name, ...place, value: shown })
  return words.say('answers.rank.lineChanged', { indicator: name, ...place, change, value: shown })
}

/** Of a peer the place may be seen, and its value not. */
function placeAlone(figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const said = {
    indicator: indicatorOf(ctx, figure.indicator).shortName,
    rank: figure.rank ?? 0,
    of: figure.of ?? 0,
  }
  const change = shortChange(figure, ctx)
  return change === null
    ? words.say('answers.rank.place', said)
    : words.say('answers.rank.placeChanged', { ...said, change })
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
  // Of whom places alone are open nothing else is answered.
  if (isPlacesAlone(answer.figures))
    return [
      askGroup(ctx, 'ranking', { kind, within: null }, indicator),
      all ? null : askUnit(ctx, 'allRanks', unit),
      ask(ctx, 'ownUnit'),
    ]
  return [
    all || placeOf(figure) === null ? null : askGroup(ctx, 'ranking', { kind, within: null }, indicator),
    all
      ? askUnit(ctx, 'all', unit)
      : figure.target === null
        ? askUnit(ctx, 'all', unit)
        : askFigure(ctx, figure.met === false ? 'need' : 'forecast', unit, indicator),
    all
      ? askUnit(ctx, isMonthly(answer.figures) ? 'allLastMonth' : 'allLastWeek', unit)
      : askFigure(ctx, 'chart', unit, indicator),
  ]
}
