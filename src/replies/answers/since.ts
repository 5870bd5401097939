import type { Answer, Figure } from '../../answers/answer.ts'
import { daysIn } from '../../core/period.ts'
import type { Message } from '../../lib/message.ts'
import { compose, MAX_LINES, ownLines, type Paragraph } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { dataToLine, missing, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, namesInList, unitTitle } from '../phrases/names.ts'
import { countName } from './group-title.ts'
import { ask, askFigure, askUnit } from '../phrases/next-questions.ts'
import { periodName } from '../phrases/period-name.ts'

/** From so many indicators on that run the unit stands above them. */
const MANY = 3

/** `since`: how many periods running and since when, or the best or worst single period. */
export function saySince(answer: Answer, ctx: SayContext): Message {
  const { figures, question } = answer
  const [first] = figures
  if (!first) return compose(ctx, [ctx.words.say('findings.movers.none')], [ask(ctx, 'ownUnit')])
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  const chart = first.indicator === '' ? null : askFigure(ctx, 'chart', first.unit, first.indicator)
  if (question.group) {
    const more = figures.length > MAX_LINES ? ask(ctx, 'more') : null
    return compose(ctx, groupParagraphs(answer, ctx), [more, chart])
  }
  const isRecords = question.streak?.of === 'record' && figures.length > 1
  const next = [chart, askUnit(ctx, 'all', first.unit)]
  if (isRecords && figures.every(({ unit }) => unit === first.unit))
    return compose(ctx, [...recordLines(answer, ctx), dataToLine(ctx, figures)], next)
  const said = manyRuns(answer, ctx) ?? [unitLines(answer, ctx)]
  return compose(ctx, [...said, dataToLine(ctx, figures)], next)
}

/** What the periods are that were counted: "tuần", "tháng". */
function perWord({ window }: Figure, { words }: SayContext): string {
  const days = daysIn(window)
  const per = days === 1 ? 'day' : days === 7 ? 'week' : days >= 28 && days <= 31 ? 'month' : 'other'
  return words.say(`findings.since.per.${per}`)
}

/** Whether periods are held against the targets that were assigned. */
function isOfTargets({ question: { streak, threshold } }: Answer): boolean {
  return threshold === null && (streak === null || streak.of === 'under' || streak.of === 'over')
}

/** The best or worst period of each of a unit's indicators, in one window. */
function recordLines(answer: Answer, ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [first] = answer.figures
  if (!first) return []
  const lines = answer.figures.map(figure => {
    const full = indicatorOf(ctx, figure.indicator)
    const indicator = full.shortName
    if (!figure.period || figure.value === null)
      return words.say('figures.line.missing', { indicator, reason: missing(ctx, figure) })
    const said = { indicator, period: periodName(ctx, figure.period) }
    return words.say('findings.since.recordOf', { ...said, value: shownValue(ctx, full, figure.value) })
  })
  const shown = ownLines(lines.length)
  const rest = lines.slice(shown).map(lowerFirst)
  const worst = answer.question.order === 'worst' || answer.question.order === 'lowest'
  return [
    {
      title: words.say(worst ? 'findings.since.worstOfAll' : 'findings.since.bestOfAll', {
        unit: unitTitle(ctx, first.unit),
        period: periodName(ctx, answer.window ?? first.window),
      }),
    },
    lines.slice(0, shown),
    rest.length > 0 ? words.say('figures.line.more', { list: rest.join('; ') }) : null,
  ]
}

/** Of one unit those of which it is so, a line each, and how many others there are. */
function unitLines(answer: Answer, ctx: SayContext): string[] {
  const { figures, question } = answer
  const of = question.streak?.of ?? 'under'
  const runs = figures.filter(({ streak }) => streak !== undefined && streak.periods > 0)
  const rest = figures.length - runs.length
  const units = [...new Set(figures.map(figure => figure.unit))]
  const [unit = ''] = units
  if (of === 'record' || rest < 2 || units.length > 1) return figures.map(one => line(answer, one, ctx))
  const { words } = ctx
  if (runs.length === 0) return [words.say(`findings.since.none.${of}`, { unit: unitTitle(ctx, unit) })]
  return [...runs.map(one => line(answer, one, ctx)), words.say(`findings.since.others.${of}`, { rest })]
}

/** Of one unit many of its indicators: the unit is named once, the longest run first. */
function manyRuns({ figures, question }: Answer, ctx: SayContext): Paragraph[] | null {
  const { words } = ctx
  const of = question.streak?.of ?? 'under'
  const runs = figures.filter(({ streak }) => streak !== undefined && streak.periods > 0)
  const [first] = runs
  if (of === 'record' || runs.length < MANY || runs.some(({ unit }) => unit !== first?.unit)) return null
  const unit = unitTitle(ctx, first?.unit ?? '')
  const said = { unit, matched: runs.length, of: figures.length }
  const lines = runs
    .toSorted((a, b) => (b.streak?.periods ?? 0) - (a.streak?.periods ?? 0))
    .map(figure => {
      const { periods = 0, since = null } = figure.streak ?? {}
      const per = perWord(figure, ctx)
      const indicator = indicatorOf(ctx, figure.indicator).shortName
      return words.say('findings.since.runOf', {
        indicator,
        periods,
        per,
        since: since ?? figure.window.from,
      })
    })
  return [{ title: words.say(`findings.since.many.${of}`, said) }, lines]
}

function line(answer: Answer, figure: Figure, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const names = { unit: unitTitle(ctx, figure.unit), indicator: lowerFirst(indicator.shortName) }
  const of = answer.question.streak?.of ?? 'under'
  if (of === 'record') {
    const { count, period } = figure
    if (count !== undefined && period) {
      const which = answer.question.order === 'lowest' ? 'findings.since.fewest' : 'findings.since.most'
      const what = countName(answer.question, figure.indicator, ctx)
      return words.say(which, { ...names, what, count, period: periodName(ctx, period) })
    }
    if (!figure.period || figure.value === null)
      return words.say('figures.line.missing', {
        indicator: indicator.shortName,
        reason: missing(ctx, figure),
      })
    const order = answer.question.order ?? 'best'
    const worst = order === 'worst' || order === (indicator.better === 'higher' ? 'lowest' : 'highest')
    const said = {
      ...names,
      period: periodName(ctx, figure.period),
      value: shownValue(ctx, indicator, figure.value),
    }
    return words.say(worst ? 'findings.since.worst' : 'findings.since.best', said)
  }
  if (figure.streak === undefined)
    return words.say('findings.since.unknown', { ...names, reason: missing(ctx, figure) })
  const { periods, since } = figure.streak
  const per = perWord(figure, ctx)
  if ((periods === 0 || since === null) && isOfTargets(answer) && figure.target === null)
    return words.say('findings.since.noTarget', { ...names, reason: missing(ctx, figure) })
  if (periods === 0 || since === null) return words.say(`findings.since.not.${of}`, names)
  if (periods === 1 && since === figure.window.from)
    return words.say(`findings.since.one.${of}`, { ...names, per, period: periodName(ctx, figure.window) })
  return words.say(`findings.since.${of}`, { ...names, per, periods, since })
}

function valueOfRecord({ value, count, indicator }: Figure, ctx: SayContext): string {
  if (count !== undefined) return ctx.words.count(count)
  return value === null ? '–' : shownValue(ctx, indicatorOf(ctx, indicator), value)
}

function groupParagraphs({ figures, question, matched }: Answer, ctx: SayContext) {
  const { words } = ctx
  const [first] = figures
  if (!first) return []
  const indicator = indicatorOf(ctx, first.indicator)
  const of = question.streak?.of ?? 'under'
  const least = question.streak?.periods ?? 1
  const before = question.offset ?? 0
  const title = words.say(`findings.since.group.${of}`, {
    matched,
    least,
    per: perWord(first, ctx),
    indicator: lowerFirst(indicator.shortName),
  })
  const nameOf = namesInList(
    ctx,
    figures.map(figure => figure.unit),
  )
  const lines = figures.slice(0, MAX_LINES).map((figure, index) => {
    const names = { place: before + index + 1, unit: nameOf(figure.unit) }
    if (of === 'record')
      return words.say('findings.since.recordLine', {
        ...names,
        value: valueOfRecord(figure, ctx),
        period: figure.period ? periodName(ctx, figure.period) : '–',
      })
    const { periods, since } = figure.streak ?? { periods: 0, since: null }
    const per = perWord(figure, ctx)
    return words.say('findings.since.groupLine', {
      ...names,
      per,
      periods,
      since: since ?? figure.window.from,
    })
  })
  const rest = figures.length - lines.length
  return [
    { title },
    [...lines, rest > 0 ? words.say('answers.more', { count: rest }) : null],
    dataToLine(ctx, figures),
  ]
}
