import { createHash } from 'node:crypto'
import { z } from 'zod'
import { compose, MAX_LINES } from '../replies/phrases/compose.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { ask } from '../replies/phrases/next-questions.ts'
import { defineTopic, membersOf } from './topic.ts'

/** The units with the last day that their figures covered, null where there never were any; for how many days at least nothing came. */
const facts = z.object({
  units: z.array(z.string()),
  /** In the order of the units. */
  since: z.array(z.string().nullable()),
  days: z.number(),
})

/** No new data of units for some days: told to data officers. */
export const stale = defineTopic({
  name: 'stale',
  facts,
  key(told) {
    const names = staleNames(told).join('|')
    return `stale:${createHash('sha256').update(names).digest('hex').slice(0, 16)}`
  },
  recipients: async (_, audience) => membersOf(audience, null, 'data'),
  async stillTrue(told, { scene, observations }) {
    const dataTo = await observations.dataToByUnit(scene.moment)
    const units = told.units
      .map((unit, at) => ({ unit, dataTo: told.since[at] ?? null }))
      .filter(one => scene.tree.byCode.has(one.unit) && (dataTo.get(one.unit) ?? null) === one.dataTo)
    return units.length > 0 ? { units, days: told.days } : null
  },
  say({ units, days }, ctx) {
    const { words } = ctx
    const shown = units.slice(0, MAX_LINES)
    const more = units.length - shown.length
    return compose(
      ctx,
      [
        { title: words.say('notices.stale.title') },
        [
          words.say('notices.stale.text', { count: units.length, days }),
          ...shown.map(({ unit, dataTo: day }) =>
            day === null
              ? words.say('notices.stale.never', { unit: unitTitle(ctx, unit) })
              : words.say('notices.stale.line', { unit: unitTitle(ctx, unit), day }),
          ),
          more > 0 ? words.say('answers.more', { count: more }) : null,
        ],
        words.say('notices.stale.how'),
      ],
      [ask(ctx, 'progress'), ask(ctx, 'help')],
    )
  },
})

/** Each unit of these facts with the day since when nothing came, as one name. */
export function staleNames({ units, since }: Pick<z.infer<typeof facts>, 'units' | 'since'>): string[] {
  return units.map((unit, at) => `${unit}@${since[at] ?? '-'}`)
}
