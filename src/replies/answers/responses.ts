import type { Answer, Figure } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import { compose, MAX_LINES } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { firstNames } from '../phrases/first-names.ts'
import { indicatorOf, lowerFirst, namesInList, unitTitle } from '../phrases/names.ts'
import { ask } from '../phrases/next-questions.ts'

/** `responses`: who has acknowledged or explained the alerts that stand, and what was written. */
export function sayResponses(answer: Answer, ctx: SayContext): Message {
  const { figures, groupSize, question } = answer
  const next = [ask(ctx, 'alerts'), ask(ctx, 'progress')]
  if (isRefused(figures)) return sayRefusal(ctx, figures)
  const before = answer.question.offset ?? 0
  const shown = figures.filter(figure => figure.response).slice(before)
  const only = question.units.length === 1 ? question.units[0] : undefined
  if (groupSize === 0) return compose(ctx, [noAlerts(only, ctx)], next)
  if (question.response === null && question.units.length === 0) return sayStates(shown, ctx)
  const title = only === undefined ? groupTitle(answer, ctx) : unitFinding(only, answer, ctx)
  if (shown.length === 0) return compose(ctx, [{ title }], next)
  const nameOf = namesInList(
    ctx,
    shown.map(figure => figure.unit),
  )
  const lines = shown
    .slice(0, MAX_LINES)
    .map(figure => line(figure, only === undefined ? nameOf(figure.unit) : null, ctx))
  const rest = shown.length - lines.length
  return compose(
    ctx,
    [{ title }, [...lines, rest > 0 ? ctx.words.say('findings.responses.more', { count: rest }) : null]],
    [rest > 0 ? ask(ctx, 'more') : null, ...next],
  )
}

/** Units that a state names. */
const NAMED = 5

/** Who has explained, who is overdue, who has not yet: each with names. */
function sayStates(figures: readonly Figure[], ctx: SayContext): Message {
  const { words } = ctx
  const byState = Map.groupBy(figures, ({ response }) =>
    response?.explained ? 'explained' : response?.overdue ? 'overdue' : 'waiting',
  )
  const count = (of: 'explained' | 'overdue') => byState.get(of)?.length ?? 0
  const lines = STATES.map(of => {
    const own = byState.get(of) ?? []
    if (own.length === 0) return words.say(`findings.responses.nobody.${of}`)
    return words.say(`findings.responses.state.${of}`, { count: own.length, names: unitsIn(own, ctx) })
  })
  const counted = { explained: count('explained'), overdue: count('overdue'), of: figures.length }
  return compose(
    ctx,
    [{ title: words.say('findings.responses.states', counted) }, lines],
    [ask(ctx, 'explainedBy'), ask(ctx, 'notExplainedBy'), ask(ctx, 'alerts')],
  )
}

const STATES = ['explained', 'overdue', 'waiting'] as const

function unitsIn(figures: readonly Figure[], ctx: SayContext): string {
  return firstNames(ctx, [...new Set(figures.map(({ unit }) => unit))], NAMED)
}

function noAlerts(unit: string | undefined, ctx: SayContext): string {
  if (unit === undefined) return ctx.words.say('findings.responses.noAlerts')
  return ctx.words.say('findings.responses.noAlertsOf', { unit: unitTitle(ctx, unit) })
}

/** How many of all alerts it is that were asked about; in words where it is none. */
function groupTitle({ question, matched, groupSize: of }: Answer, ctx: SayContext): string {
  const key = titleKey(question)
  const isNone = matched === 0 && key !== 'title'
  return isNone
    ? ctx.words.say(`findings.responses.none.${key}`, { of })
    : ctx.words.say(`findings.responses.${key}`, { matched, of })
}

/** Whether the unit has: none, all, or so many of its alerts. */
function unitFinding(unit: string, { question, figures }: Answer, ctx: SayContext): string {
  const { response } = question
  const answers = figures.flatMap(figure => figure.response ?? [])
  const said = { unit: unitTitle(ctx, unit), of: answers.length }
  if (response === null || response === 'reminded') return ctx.words.say('findings.responses.ofUnit', said)
  const count = answers.filter(one => one[response]).length
  const key = count === 0 ? 'noneOf' : count === answers.length ? 'allOf' : 'someOf'
  return ctx.words.say(`findings.responses.${key}.${response}`, { ...said, count })
}

function titleKey({ response, negated }: Answer['question']) {
  if (response === 'explained') return negated ? 'titleNotExplained' : 'titleExplained'
  if (response === 'acknowledged') return negated ? 'titleNotAcknowledged' : 'titleAcknowledged'
  return response === 'overdue' ? 'titleOverdue' : 'title'
}

/** An alert and what was answered to it; without the unit where all are of one. */
function line(figure: Figure, unit: string | null, ctx: SayContext): string {
  const { words } = ctx
  const indicator = indicatorOf(ctx, figure.indicator)
  const said = words.say('findings.responses.line', {
    indicator: lowerFirst(indicator.shortName),
    value: figure.value === null ? '–' : shownValue(ctx, indicator, figure.value),
    target: figure.target === null ? '–' : shownTarget(ctx, indicator, figure.target),
    state: state(figure, ctx),
  })
  const whole =
    unit === null ? words.capital(said) : words.say('findings.responses.lineOf', { unit, line: said })
  return words.say('findings.responses.item', { line: whole })
}

function state({ response }: Figure, { words, today }: SayContext): string {
  const said = response?.explanation
    ? words.say('findings.responses.explained', { text: response.explanation.replaceAll('\n', '; ') })
    : words.say(response?.acknowledged ? 'findings.responses.acknowledged' : 'findings.responses.silent')
  const due = response?.due ?? null
  if (due === null) return said
  return words.say(due < today ? 'findings.responses.overdue' : 'findings.responses.due', {
    state: said,
    due,
  })
}
