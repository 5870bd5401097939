import { compose } from '../replies/phrases/compose.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { shownGap } from '../replies/phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../replies/phrases/names.ts'
import { termName } from '../replies/phrases/period-name.ts'
import { alertChoices, belowLine, dataLine, endsLine } from './alert-phrases.ts'
import { defineTopic, membersOf } from './topic.ts'
import { alertsIn, unitAlertFacts } from './unit-alerts.ts'
import type { AlertLine } from './unit-alerts.ts'

/** A unit is still below, some days after it was last told. */
export const reminder = defineTopic({
  name: 'reminder',
  facts: unitAlertFacts,
  key: ({ unit, term }, now) => `reminder:${unit}:${term}:${now}`,
  recipients: async ({ unit }, audience) => membersOf(audience, unit, 'leader'),
  stillTrue: async (facts, telling) => await alertsIn('below', facts, telling),
  say(about, ctx) {
    const { words } = ctx
    const title = words.say('notices.reminder.title', {
      unit: unitTitle(ctx, about.unit),
      term: termName(ctx, about.term),
    })
    const intro = words.say('notices.reminder.still', { count: about.lines.length })
    return compose(
      ctx,
      [
        { title },
        [intro, ...about.lines.map(line => reminderLine(line, ctx))],
        [endsLine(about, ctx), dataLine(about, ctx)],
      ],
      alertChoices(about.unit, ctx),
    )
  },
})

function reminderLine(line: AlertLine, ctx: SayContext): string {
  const said = belowLine(line, ctx)
  if (line.changeSinceTold === null) return said
  const change = changeSince(line, line.changeSinceTold, ctx)
  return ctx.words.say('notices.reminder.since', { line: said, change })
}

function changeSince(line: AlertLine, difference: number, ctx: SayContext): string {
  if (difference === 0) return ctx.words.say('notices.reminder.same')
  const change = shownGap(ctx, indicatorOf(ctx, line.indicator), difference)
  return ctx.words.say(difference > 0 ? 'notices.reminder.rose' : 'notices.reminder.fell', { change })
}
