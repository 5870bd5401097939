import { alertsByUnit, behindOf } from '../../answers/alerts-by-unit.ts'
import type { AlertsOfUnit } from '../../answers/alerts-by-unit.ts'
import type { AlertLine, Answer } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { isRefused, sayRefusal } from '../phrases/refusal.ts'
import { shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, lowerFirst, unitTitle } from '../phrases/names.ts'
import { ask } from '../phrases/next-questions.ts'

/** Alerts of the asker's own unit with a line of their own. */
const OWN_LINES = 5
/** Other units with a line of their own. */
const UNIT_LINES = 5

/** `alerts`: how many there are and how many are behind, the asker's own unit line by line, then others, worst first. */
export function sayAlerts(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { alerts, figures } = answer
  if (alerts.length === 0) {
    if (isRefused(figures)) return sayRefusal(ctx, figures)
    return compose(ctx, [words.say('answers.alerts.none')], [ask(ctx, 'ownUnit'), ask(ctx, 'progress')])
  }
  const { detailed, others } = alertsByUnit(alerts, ctx.asker.unit)
  // What is done about an alert is offered to the leader of its unit alone.
  const mayAct = ctx.asker.role === 'leader' && detailed?.[0] === ctx.asker.unit
  const isNew = detailed?.[1].some(alert => alert.state !== 'recovered' && !alert.acknowledged) ?? false
  const dataTo = answer.dataTo === null ? null : words.say('figures.dataTo', { day: answer.dataTo })
  return compose(
    ctx,
    [
      { title: detailed ? ownTitle(detailed, ctx) : allTitle(alerts, others.length, ctx) },
      ...(detailed ? ownParagraphs(detailed, others, ctx) : [otherUnits(others, ctx)]),
      mayAct ? words.say(isNew ? 'answers.alerts.how' : 'answers.alerts.howElse') : dataTo,
    ],
    mayAct
      ? [
          isNew ? ask(ctx, 'acknowledge') : null,
          ask(ctx, 'snooze'),
          ask(ctx, 'explain'),
          ask(ctx, 'ownNeeds'),
        ]
      : [ask(ctx, 'situation'), ask(ctx, 'progress')],
  )
}

function ownTitle([unit, alerts]: AlertsOfUnit, ctx: SayContext): string {
  const said = { unit: unitTitle(ctx, unit), count: alerts.length, behind: behindOf(alerts) }
  return ctx.words.say('answers.alerts.titleOwn', said)
}

function allTitle(alerts: readonly AlertLine[], units: number, ctx: SayContext): string {
  return ctx.words.say('answers.alerts.title', { count: alerts.length, units, behind: behindOf(alerts) })
}

function ownParagraphs([, alerts]: AlertsOfUnit, others: AlertsOfUnit[], ctx: SayContext): Paragraph[] {
  const { words } = ctx
  const [worst] = others
  const rest = alerts.length - OWN_LINES
  return [
    [
      ...alerts.slice(0, OWN_LINES).map(alert => alertLine(alert, ctx)),
      rest > 0 ? words.say('answers.alerts.moreOwn', { count: rest }) : null,
    ],
    worst
      ? words.say('answers.alerts.below', { units: others.length, worst: lowerFirst(summary(worst, ctx)) })
      : null,
  ]
}

function otherUnits(others: AlertsOfUnit[], ctx: SayContext): Paragraph {
  const shown = others.slice(0, UNIT_LINES)
  const more = others.length - shown.length
  return [
    ...shown.map(one => summary(one, ctx)),
    more > 0 ? ctx.words.say('answers.more', { count: more }) : null,
  ]
}

function alertLine(alert: AlertLine, ctx: SayContext): string {
  const { words } = ctx
  const full = indicatorOf(ctx, alert.indicator)
  const indicator = full.shortName
  const value =
    alert.value === null ? words.say('figures.reason.no_data') : shownValue(ctx, full, alert.value)
  const target = shownTarget(ctx, full, alert.target)
  if (alert.state === 'recovered') return words.say('answers.alerts.recovered', { indicator, value, target })
  const { since, pace } = alert
  const line =
    pace === null
      ? words.say('answers.alerts.lineNoPace', { indicator, value, target, since })
      : words.say('answers.alerts.line', { indicator, value, target, since, pace: paceName(pace, ctx) })
  if (alert.explanation !== null)
    return words.say('answers.alerts.explained', { line, text: alert.explanation.replaceAll('\n', '; ') })
  return alert.acknowledged ? words.say('answers.alerts.acknowledged', { line }) : line
}

function paceName(pace: 'on_track' | 'behind', ctx: SayContext): string {
  return ctx.words.say(pace === 'behind' ? 'answers.alerts.behind' : 'answers.alerts.onTrack')
}

function summary([code, alerts]: AlertsOfUnit, ctx: SayContext): string {
  const unit = unitTitle(ctx, code)
  const behind = behindOf(alerts)
  const count = alerts.length
  if (behind === 0) return ctx.words.say('answers.alerts.summary', { unit, count })
  return ctx.words.say('answers.alerts.summaryBehind', { unit, count, behind })
}
