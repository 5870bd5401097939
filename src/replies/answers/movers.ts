import type { Answer, Figure } from '../../answers/answer.ts'
import { isSame } from '../../core/period.ts'
import type { Message } from '../../lib/message.ts'
import { changeWords, placesWords } from '../phrases/changes.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, namesInList } from '../phrases/names.ts'
import { ask, askGroup } from '../phrases/next-questions.ts'
import { comparedPeriod, periodName } from '../phrases/period-name.ts'
import { groupName } from '../phrases/group-name.ts'

/** `movers`: who rose or fell most, or who newly fell below or recovered; the largest first. */
export function sayMovers(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { figures, question, matched } = answer
  const [first] = figures
  if (isRefused(figures) && figures.every(({ rank }) => rank === null)) return sayRefusal(ctx, figures)
  if (!first) return compose(ctx, [nobody(answer, ctx)], [ask(ctx, 'progress')])
  const indicator = lowerFirst(indicatorOf(ctx, first.indicator).shortName)
  const nameOf = namesInList(
    ctx,
    figures.map(figure => figure.unit),
  )
  const before = question.offset ?? 0
  const lines = figures.map((figure, index) =>
    line(answer, figure, { place: before + index + 1, unit: nameOf(figure.unit) }, ctx),
  )
  const rest = matched - figures.length - before
  const head = words.say(`findings.movers.${titleKey(answer)}`, {
    group: groupName(ctx, question.group),
    indicator,
    matched,
    of: answer.groupSize,
  })
  const title = words.say('answers.groups.inPeriod', {
    head,
    period: lowerFirst(windowsLine(answer, first, ctx)),
  })
  return compose(
    ctx,
    [
      { title },
      [...lines, rest > 0 ? words.say('findings.movers.more', { count: rest }) : null],
      dataToLine(ctx, figures),
    ],
    [
      rest > 0 ? ask(ctx, 'more') : null,
      askGroup(ctx, 'below', question.group, first.indicator),
      askGroup(ctx, 'ranking', question.group, first.indicator),
    ],
  )
}

/** That nobody has moved so: by what, when, of how many. */
function nobody(answer: Answer, ctx: SayContext): string {
  const { question, groupSize, leftOut, window } = answer
  const code = question.indicators[0] ?? ctx.mainIndicator ?? null
  if (groupSize === 0 || !window || code === null) return ctx.words.say('findings.movers.none')
  // Nobody has figures, of both where two are compared.
  const isUncompared = leftOut === groupSize
  const key = isUncompared ? 'uncompared' : noneKey(answer)
  const of = isUncompared ? groupSize : groupSize - leftOut
  return ctx.words.say(`findings.movers.${key}`, {
    group: groupName(ctx, question.group),
    indicator: lowerFirst(indicatorOf(ctx, code).shortName),
    period: periodName(ctx, window),
    of,
  })
}

function noneKey({ question: { by, direction } }: Answer) {
  if (by === 'status') return direction === 'up' ? 'noneRecovered' : 'noneFell'
  if (by === 'place') return direction === 'down' ? 'nonePlacesDown' : 'nonePlacesUp'
  return direction === 'down' ? 'noneDown' : 'noneUp'
}

function titleKey({ question: { by, direction } }: Answer) {
  if (by === 'status') return direction === 'up' ? 'recovered' : 'fell'
  if (by === 'place') return direction === 'down' ? 'placesDown' : 'placesUp'
  return direction ?? 'both'
}

function windowsLine({ window: period }: Answer, { window, earlier }: Figure, ctx: SayContext): string {
  const after = periodName(ctx, window)
  if (period && !isSame(period, window))
    return ctx.words.say('findings.movers.statusWindows', { period: periodName(ctx, period), toDate: after })
  if (!earlier) return ctx.words.capital(after)
  return ctx.words.say('findings.movers.windows', { after, before: comparedPeriod(ctx, earlier.window) })
}

function line(
  answer: Answer,
  figure: Figure,
  names: { place: number; unit: string },
  ctx: SayContext,
): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : shownValue(ctx, indicator, value)
  if (answer.question.by === 'status') {
    const target = figure.target === null ? '–' : shownTarget(ctx, indicator, figure.target)
    return words.say('findings.movers.statusLine', { ...names, value: shown(figure.value), target })
  }
  if (answer.question.by === 'place') {
    const change = placesWords(ctx, figure.rankChange ?? 0)
    return words.say('findings.movers.placeLine', {
      ...names,
      change,
      rank: figure.rank ?? 0,
      of: figure.of ?? 0,
    })
  }
  const change = changeWords(ctx, figure.indicator, figure.change ?? 0)
  return words.say('findings.movers.line', {
    ...names,
    change,
    before: shown(figure.earlier?.value),
    after: shown(figure.value),
  })
}
