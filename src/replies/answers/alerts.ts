import type { AlertLine, Answer } from '../../answers/answer.ts'
import type { Message } from '../../lib/message.ts'
import type { Paragraph } from '../phrases/compose.ts'
import { compose, MAX_LINES } from '../phrases/compose.ts'
import type { SayContext } from '../phrases/context.ts'
import { shownTarget, shownValue } from '../phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../phrases/names.ts'
import { ask } from '../phrases/next-questions.ts'

/** `alerts`: the asker's own unit line by line, then other units in one line each. */
export function sayAlerts(answer: Answer, ctx: SayContext): Message {
  const { words } = ctx
  const { alerts } = answer
  if (alerts.length === 0) {
    return compose(ctx, [words.say('answers.alerts.none')], [ask(ctx, 'ownUnit'), ask(ctx, 'progress')])
  }
  const byUnit = [...Map.groupBy(alerts, alert => alert.unit)]
  const detailed = byUnit.length === 1 ? byUnit : byUnit.filter(([unit]) => unit === ctx.asker.unit)
  const others = byUnit.filter(one => !detailed.includes(one))
  const shown = others.slice(0, MAX_LINES)
  const more = others.length - shown.length
  const dataTo = answer.dataTo === null ? null : words.say('figures.dataTo', { day: answer.dataTo })
  return compose(
    ctx,
    [
      { title: words.say('answers.alerts.title', { count: alerts.length }) },
      ...detailed.map(([unit, lines]) => unitAlerts(unit, lines, ctx)),
      [
        ...shown.map(([unit, lines]) => summary(unit, lines, ctx)),
        more > 0 ? words.say('answers.more', { count: more }) : null,
      ],
      [dataTo, detailed.length > 0 ? words.say('answers.alerts.how') : null],
    ],
    detailed.length > 0
      ? [ask(ctx, 'acknowledge'), ask(ctx, 'snooze'), ask(ctx, 'ownNeeds')]
      : [ask(ctx, 'progress'), ask(ctx, 'ownUnit')],
  )
}

function unitAlerts(unit: string, alerts: AlertLine[], ctx: SayContext): Paragraph {
  return [unitTitle(ctx, unit), ...alerts.map(alert => alertLine(alert, ctx))]
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
  return alert.acknowledged ? words.say('answers.alerts.acknowledged', { line }) : line
}

function paceName(pace: 'on_track' | 'behind', ctx: SayContext): string {
  return ctx.words.say(pace === 'behind' ? 'answers.alerts.behind' : 'answers.alerts.onTrack')
}

function summary(code: string, alerts: AlertLine[], ctx: SayContext): string {
  const unit = unitTitle(ctx, code)
  const behind = alerts.filter(alert => alert.pace === 'behind').length
  const count = alerts.length
  if (behind === 0) return ctx.words.say('answers.alerts.summary', { unit, count })
  return ctx.words.say('answers.alerts.summaryBehind', { unit, count, behind })
}
