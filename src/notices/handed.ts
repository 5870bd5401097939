import { z } from 'zod'
import { standingAlerts } from '../answers/standing.ts'
import { compose } from '../replies/phrases/compose.ts'
import { shownTarget, shownValue } from '../replies/phrases/figure-lines.ts'
import { indicatorOf, unitTitle } from '../replies/phrases/names.ts'
import { ask, askUnit } from '../replies/phrases/next-questions.ts'
import { defineTopic } from './topic.ts'

/** So many alerts are named. */
const NAMED = 5

/** A leader has handed alerts of the unit on to an officer of it. */
export const handed = defineTopic({
  name: 'handed',
  /** By whom, to whom (codes of members), when (milliseconds), and which alerts, by their numbers. */
  facts: z.object({
    unit: z.string(),
    by: z.string(),
    officer: z.string(),
    at: z.number(),
    alerts: z.array(z.number()),
  }),
  key: ({ unit, officer, at }) => `handed:${unit}:${officer}:${at}`,
  recipients: async ({ officer }, { scene }) => (scene.members.has(officer) ? [officer] : []),
  async stillTrue({ unit, by, alerts }, { scene, member, alerts: store }) {
    if (member.unit !== unit) return null
    const standing = (await standingAlerts(store, scene, [unit])).filter(row => alerts.includes(row.id))
    return standing.length === 0 ? null : { unit, name: scene.members.get(by)?.name ?? by, standing }
  },
  say({ unit, name, standing }, ctx) {
    const { words } = ctx
    const left = standing.length - NAMED
    return compose(
      ctx,
      [
        { title: words.say('notices.handed.title', { unit: unitTitle(ctx, unit) }) },
        [
          words.say('notices.handed.text', { name, count: standing.length }),
          ...standing.slice(0, NAMED).map(({ indicator, value, target }) => {
            const full = indicatorOf(ctx, indicator)
            return words.say('notices.request.line', {
              indicator: full.shortName,
              value: shownValue(ctx, full, value),
              target: shownTarget(ctx, full, target),
            })
          }),
          left > 0 ? words.say('notices.alert.more', { count: left }) : null,
        ],
      ],
      [ask(ctx, 'alertDetails'), ask(ctx, 'ownNeeds'), askUnit(ctx, 'all', unit)],
    )
  },
})
