import type { Answer, Figure } from '../../answers/answer.ts'
import type { Term } from '../../core/campaign.ts'
import { termKey } from '../../core/campaign.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, refusal, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { groupTargets } from './group-targets.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { askFigure, askGroup, askUnit } from '../phrases/next-questions.ts'
import { dayRange, termName } from '../phrases/period-name.ts'

/** `target`: what was assigned, for which term, by which document; or that nothing was. */
export function sayTarget(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { group } = answer.question
  const byUnit = [...Map.groupBy(answer.figures, figure => figure.unit).values()]
  const paragraphs = group
    ? [...groupTargets(answer.figures, group, ctx)]
    : byUnit.flatMap(figures => unitTargets(answer, figures, ctx))
  if (isRefused(answer.figures)) return sayRefusal(ctx, answer.figures)
  const none = answer.figures.length === 0 ? words.say('answers.target.none') : null
  return compose(ctx, [none, ...paragraphs], choices(answer, ctx))
}

function unitTargets(answer: Answer, figures: Figure[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  if (figures.every(figure => figure.reason === 'not_allowed')) return [refusal(ctx, first)]
  const unit = unitTitle(ctx, first.unit)
  const codes = new Set(figures.map(figure => figure.indicator))
  const title =
    codes.size === 1
      ? words.say('answers.target.titleOf', {
          unit,
          indicator: lowerFirst(indicatorOf(ctx, first.indicator).shortName),
        })
      : words.say('answers.target.title', { unit })
  const assigned = figures.filter(figure => figure.target !== null)
  const unassigned = figures.filter(figure => figure.target === null)
  if (assigned.length === 0) return [notAssigned(unassigned, answer.question.indicators.length === 0, ctx)]
  const paragraphs = [...Map.groupBy(assigned, termAndDocument).values()].map(some =>
    termLines(some, codes.size, ctx),
  )
  return [{ title }, ...paragraphs, notAssigned(unassigned, false, ctx), dataToLine(ctx, figures)]
}

/** One term: its name, days and document, then the targets, beside the values so far. */
function termLines(figures: Figure[], indicators: number, ctx: SayContext): Paragraph {
  const [first] = figures
  const head = first?.term ? termHead(first.term, first.document, ctx) : null
  return [head, ...figures.map(figure => targetOf(figure, indicators === 1, ctx))]
}

function termHead(term: Term, document: string | null, ctx: SayContext): string {
  const name = termName(ctx, term)
  const days = dayRange(ctx, term)
  if (!document) return ctx.words.say('answers.target.term', { term: name, days })
  return ctx.words.say('answers.target.termBy', { term: name, days, document })
}

function targetOf(figure: Figure, alone: boolean, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const target = shownTarget(ctx, indicator, figure.target ?? 0)
  const name = indicator.shortName
  if (figure.value === null) {
    return alone
      ? words.say('answers.target.one', { target })
      : words.say('answers.target.line', { indicator: name, target })
  }
  const value = shownValue(ctx, indicator, figure.value)
  return alone
    ? words.say('answers.target.oneNow', { target, value })
    : words.say('answers.target.lineNow', { indicator: name, target, value })
}

/** Sentences for what was not assigned: one for the whole unit where no indicator was named, else one for each. */
function notAssigned(figures: Figure[], wholeUnit: boolean, ctx: SayContext): Paragraph {
  const { words } = ctx
  const shown = wholeUnit ? figures.slice(0, 1) : figures
  return shown.map(figure => {
    const unit = unitTitle(ctx, figure.unit)
    const term = figure.term
      ? termName(ctx, figure.term)
      : words.say('figures.year', { year: yearOf(figure) })
    const state = figure.reason === 'exempt' ? 'exempt' : 'notAssigned'
    if (wholeUnit) return words.say(`answers.target.${state}`, { unit, term })
    const indicator = lowerFirst(indicatorOf(ctx, figure.indicator).shortName)
    return words.say(`answers.target.${state}Of`, { unit, indicator, term })
  })
}

function termAndDocument(figure: Figure): string {
  return `${figure.term ? termKey(figure.term) : ''}|${figure.document ?? ''}`
}

function yearOf(figure: Figure): number {
  return Number(figure.window.from.slice(0, 4))
}

function choices(answer: Answer, ctx: SayContext) {
  const [figure] = answer.figures
  if (!figure) return []
  const { group } = answer.question
  if (group)
    return [
      answer.question.indicators.length === 0 ? askGroup(ctx, 'groupTarget', group, figure.indicator) : null,
      askGroup(ctx, 'below', group, figure.indicator),
      askGroup(ctx, 'ranking', group, figure.indicator),
    ]
  const { unit, indicator } = figure
  if (figure.target === null) return [askUnit(ctx, 'all', unit)]
  if (answer.figures.length > 1) return [askUnit(ctx, 'all', unit), askUnit(ctx, 'allRanks', unit)]
  return [
    askFigure(ctx, 'gap', unit, indicator),
    askFigure(ctx, 'need', unit, indicator),
    askFigure(ctx, 'forecast', unit, indicator),
  ]
}
