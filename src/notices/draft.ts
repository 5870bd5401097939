import { z } from 'zod'
import { standingAlerts } from '../answers/standing.ts'
import { compose } from '../replies/phrases/compose.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { ask } from '../replies/phrases/next-questions.ts'
import { alertLineOf } from './request.ts'
import { defineTopic, isReader, membersOf } from './topic.ts'

/** So many alerts are named. */
const NAMED = 5

/**
 * An officer has drafted an explanation: the leaders of the unit send it, or write another. `back`: it was taken back. `waits`: to
 * the officer, that there is no leader who could send it.
 */
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
    waits: z.boolean().default(false),
  }),
  key: ({ unit, officer, at, back, waits }) =>
    `draft:${unit}:${officer}:${at}${back ? ':back' : waits ? ':waits' : ''}`,
  recipients: async ({ unit, officer, waits }, audience) =>
    waits
      ? membersOf(audience, unit, 'officer').filter(code => code === officer)
      : membersOf(audience, unit, 'leader'),
  tellable: (facts, telling) =>
    isReader(telling, [facts.waits ? 'officer' : 'leader'], facts.unit) ? facts : null,
  async stillTrue({ unit, officer, alerts, text, back, waits }, { scene, alerts: store }) {
    const standing = (await standingAlerts(store, scene, [unit])).filter(row => alerts.includes(row.id))
    const name = scene.members.get(officer)?.name ?? officer
    const isLed = waits && membersOf({ scene }, unit, 'leader').length > 0
    return standing.length === 0 || isLed ? null : { unit, name, text, back, waits, standing }
  },
  say({ unit, name, text, back, waits, standing }, ctx) {
    const { words } = ctx
    const title = { title: words.say('notices.draft.title', { unit: unitTitle(ctx, unit) }) }
    if (waits) {
      const quoted = words.say('notices.answered.quoted', { text })
      return compose(ctx, [title, words.say('notices.draft.waits'), quoted], [ask(ctx, 'alertDetails')])
    }
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
