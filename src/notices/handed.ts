import { z } from 'zod'
import { standingAlerts } from '../answers/standing.ts'
import { compose } from '../replies/phrases/compose.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { ask } from '../replies/phrases/next-questions.ts'
import { alertLineOf } from './request.ts'
import { defineTopic, isReader } from './topic.ts'

const MOST_CHOICES = 5
/** So many alerts are named. */
const NAMED = 5

/** A leader has handed alerts of the unit on to an officer of it; or the officer asked to be reminded of them. */
export const handed = defineTopic({
  name: 'handed',
  /**
   * By whom, to whom (codes of members), when (milliseconds), and which alerts, by their numbers. By the officer: a reminder
   * that was asked for.
   */
  facts: z.object({
    unit: z.string(),
    by: z.string(),
    officer: z.string(),
    at: z.number(),
    alerts: z.array(z.number()),
    /** Who sent it was told at once that nobody can be reached. */
    unreached: z.boolean().optional(),
  }),
  key: ({ unit, officer, at }) => `handed:${unit}:${officer}:${at}`,
  recipients: async ({ officer }, { scene }) => (scene.members.has(officer) ? [officer] : []),
  tellable: (facts, telling) => (isReader(telling, ['officer'], facts.unit) ? facts : null),
  async stillTrue({ unit, by, officer, alerts }, { scene, alerts: store }) {
    const standing = (await standingAlerts(store, scene, [unit])).filter(row => alerts.includes(row.id))
    const name = by === officer ? null : (scene.members.get(by)?.name ?? by)
    return standing.length === 0 ? null : { unit, name, standing }
  },
  say({ unit, name, standing }, ctx) {
    const { words } = ctx
    const left = standing.length - NAMED
    return compose(
      ctx,
      [
        {
          title: words.say(name === null ? 'notices.handed.again' : 'notices.handed.title', {
            unit: unitTitle(ctx, unit),
          }),
        },
        [
          name === null
            ? words.say('notices.handed.againText', { count: standing.length })
            : words.say('notices.handed.text', { name, count: standing.length }),
          ...standing.slice(0, NAMED).map(row => alertLineOf(row, ctx)),
          left > 0 ? words.say('notices.alert.more', { count: left }) : null,
        ],
      ],
      [
        ask(ctx, 'draft'),
        ask(ctx, 'alertDetails'),
        ask(ctx, 'ownNeeds'),
        ask(ctx, 'snooze1'),
        ask(ctx, 'snooze'),
      ],
      MOST_CHOICES,
    )
  },
})
