import { compose } from '../replies/phrases/compose.ts'
import { unitName, unitTitle } from '../replies/phrases/names.ts'
import { ask, askUnit } from '../replies/phrases/next-questions.ts'
import { dataLine, endsLine, pacedLine } from './alert-phrases.ts'
import { defineTopic, membersOf } from './topic.ts'
import { alertsIn, alertsKey, unitAlertFacts } from './unit-alerts.ts'

/** A unit is behind and has not acknowledged it: told to the leaders of the unit above. */
export const escalation = defineTopic({
  name: 'escalation',
  facts: unitAlertFacts,
  key: facts => `escalation:${alertsKey(facts)}`,
  async recipients({ unit }, audience) {
    const above = audience.scene.tree.byCode.get(unit)?.parent
    return above ? membersOf(audience, above, 'leader') : []
  },
  async stillTrue(facts, telling) {
    const about = await alertsIn('below', facts, telling)
    const parent = telling.scene.tree.byCode.get(facts.unit)?.parent
    return about && parent ? { ...about, parent, days: telling.scene.settings.escalationDays } : null
  },
  say(about, ctx) {
    const { words } = ctx
    const { unit, parent, days, lines } = about
    const names = { parent: unitName(ctx, parent), count: lines.length, days }
    return compose(
      ctx,
      [
        { title: words.say('notices.escalation.title', { unit: unitTitle(ctx, unit) }) },
        words.say('notices.escalation.text', names),
        lines.flatMap(line => [
          words.say('notices.escalation.line', { line: pacedLine(line, ctx), since: line.since }),
          line.explanation === null ? null : words.say('notices.explained', { text: line.explanation }),
        ]),
        [endsLine(about, ctx), dataLine(about, ctx)],
      ],
      [askUnit(ctx, 'all', unit), ask(ctx, 'alerts')],
    )
  },
})
