import { compose } from '../replies/phrases/compose.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { shownValue } from '../replies/phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../replies/phrases/names.ts'
import { ask, askUnit } from '../replies/phrases/next-questions.ts'
import { termName } from '../replies/phrases/period-name.ts'
import { dataLine } from './alert-phrases.ts'
import { defineTopic, membersOf } from './topic.ts'
import { alertsIn, alertsKey, unitAlertFacts } from './unit-alerts.ts'
import type { AlertLine } from './unit-alerts.ts'

/** A unit was below and has met its targets again. */
export const recovered = defineTopic({
  name: 'recovered',
  facts: unitAlertFacts,
  key: facts => `recovered:${alertsKey(facts)}`,
  recipients: async ({ unit }, audience) => membersOf(audience, unit, 'leader'),
  stillTrue: async (facts, telling) => await alertsIn('recovered', facts, telling),
  say(about, ctx) {
    const title = ctx.words.say('notices.recovered.title', {
      unit: unitTitle(ctx, about.unit),
      term: termName(ctx, about.term),
    })
    return compose(
      ctx,
      [{ title }, about.lines.map(line => recoveredLine(line, ctx)), dataLine(about, ctx)],
      [askUnit(ctx, 'all', about.unit), ask(ctx, 'alerts')],
    )
  },
})

function recoveredLine(line: AlertLine, ctx: SayContext): string {
  const full = indicatorOf(ctx, line.indicator)
  return ctx.words.say('notices.recovered.line', {
    indicator: full.shortName,
    value: shownValue(ctx, full, line.value),
    target: shownValue(ctx, full, line.target),
  })
}
