import { z } from 'zod'
import { compose } from '../replies/phrases/compose.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { termName } from '../replies/phrases/period-name.ts'
import { alertChoices, belowLine, dataLine, endsLine } from './alert-phrases.ts'
import { defineTopic, membersOf } from './topic.ts'
import { alertsIn, alertsKey, unitAlertFacts } from './unit-alerts.ts'

/** A unit fell below its targets, or from on track to behind; `first`: the one summary at the first evaluation of a term. */
export const alert = defineTopic({
  name: 'alert',
  facts: unitAlertFacts.extend({ first: z.boolean() }),
  key: facts => `below:${alertsKey(facts)}`,
  recipients: async ({ unit }, audience) => membersOf(audience, unit, 'leader'),
  async stillTrue(facts, telling) {
    const about = await alertsIn('below', facts, telling)
    return about && { ...about, first: facts.first }
  },
  say(about, ctx) {
    const { words } = ctx
    const term = termName(ctx, about.term)
    const count = about.lines.length
    const intro = about.first
      ? words.say('notices.alert.first', { count, term })
      : words.say('notices.alert.fell', { count })
    return compose(
      ctx,
      [
        { title: words.say('notices.alert.title', { unit: unitTitle(ctx, about.unit), term }) },
        [intro, ...about.lines.map(line => belowLine(line, ctx))],
        [endsLine(about, ctx), dataLine(about, ctx)],
      ],
      alertChoices(about.unit, ctx),
    )
  },
})
