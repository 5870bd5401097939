import { z } from 'zod'
import { standingAlerts } from '../answers/standing.ts'
import { compose } from '../replies/phrases/compose.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { ask } from '../replies/phrases/next-questions.ts'
import { alertLineOf } from './request.ts'
import { defineTopic, isReader, membersOf } from './topic.ts'

/** So many alerts are named. */
const NAMED = 5

/** An officer has drafted an explanation: the leaders of the unit send it, or write another. `back`: it was taken back. */
export const draft = defineTopic({
  name: 'draft',
  /** By whom (code of the member), when (milliseconds), of which alerts, by their numbers, and what. */
  facts: z.object({
    unit: z.string(),
    officer: z.string(),
    at: z.number(),
    alerts: z.array(z.number()),
    text: z.string(),
    back: z.boolean(),
    /** Who sent it was told at once that nobody can be reached. */
    unreached: z.boolean().optional(),
  }),
  key: ({ unit, officer, at, back }) => `draft:${unit}:${officer}:${at}${back ? ':back' : ''}`,
  recipients: async ({ unit }, audience) => membersOf(audience, unit, 'leader'),
  tellable: (facts, telling) => (isReader(telling, ['leader'], facts.unit) ? facts : null),
  async stillTrue({ unit, officer, alerts, text, back }, { scene, alerts: store }) {
    const standing = (await standingAlerts(store, scene, [unit])).filter(row => alerts.includes(row.id))
    const name = scene.members.get(officer)?.name ?? officer
    return standing.length === 0 ? null : { unit, name, text, back, standing }
  },
  say({ unit, name, text, back, standing }, ctx) {
    const { words } = ctx
    const title = { title: words.say('notices.draft.title', { unit: unitTitle(ctx, unit) }) }
    if (back)
      return compose(ctx, [title, words.say('notices.draft.back', { name })], [ask(ctx, 'alertDetails')])
    const left = standing.length - NAMED
    return compose(
      ctx,
      [
        title,
        words.say('notices.draft.text', { name, count: standing.length }),
        words.say('notices.answered.quoted', { text }),
        [
          ...standing.slice(0, NAMED).map(row => alertLineOf(row, ctx)),
          left > 0 ? words.say('notices.alert.more', { count: left }) : null,
        ],
        words.say('notices.draft.how'),
      ],
      [ask(ctx, 'sendDraft'), ask(ctx, 'explain'), ask(ctx, 'alertDetails')],
    )
  },
})
