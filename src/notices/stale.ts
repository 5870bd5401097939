import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Role } from '../core/member.ts'
import { compose } from '../replies/phrases/compose.ts'
import { indicatorOf, unitTitle } from '../replies/phrases/names.ts'
import { ask } from '../replies/phrases/next-questions.ts'
import { defineTopic, isReader, membersOf } from './topic.ts'
import type { Audience } from './topic.ts'

/** The units with the last day that their figures covered, null where there never were any; for how many days at least nothing came. */
const facts = z.object({
  units: z.array(z.string()),
  /** In the order of the units. */
  since: z.array(z.string().nullable()),
  days: z.number(),
  /** Indicators of which nothing came, with the last day that the province knows. */
  indicators: z.array(z.object({ indicator: z.string(), since: z.string() })).default([]),
})
export type StaleFacts = z.infer<typeof facts>

/** The roles that care for the data. */
export const KEEPERS: readonly Role[] = ['data', 'admin']

/** Who cares for the data. */
export function dataKeepers(audience: Pick<Audience, 'scene'>): string[] {
  return KEEPERS.flatMap(role => membersOf(audience, null, role))
}

/** So many units are named: a phone screen. */
const MAX_LINES = 8

/** No new data for some days: told to data officers and administrators, and to nobody else. */
export const stale = defineTopic({
  name: 'stale',
  facts,
  key(told) {
    const names = staleNames(told).join('|')
    return `stale:${createHash('sha256').update(names).digest('hex').slice(0, 16)}`
  },
  recipients: async (_, audience) => dataKeepers(audience),
  tellable: (told, telling) => (isReader(telling, KEEPERS) ? told : null),
  async stillTrue(told, { scene, observations }) {
    const dataTo = await observations.dataToByUnit(scene.moment)
    const units = told.units
      .map((unit, at) => ({ unit, dataTo: told.since[at] ?? null }))
      .filter(one => scene.tree.byCode.has(one.unit) && (dataTo.get(one.unit) ?? null) === one.dataTo)
    const { indicators, days } = told
    const known = indicators.filter(({ indicator }) => scene.indicators.has(indicator))
    return units.length + known.length > 0 ? { units, indicators: known, days } : null
  },
  say({ units, indicators, days }, ctx) {
    const { words } = ctx
    const shown = units.slice(0, MAX_LINES)
    const more = units.length - shown.length
    return compose(
      ctx,
      [
        { title: words.say('notices.stale.title') },
        indicators.map(({ indicator, since }) =>
          words.say('notices.stale.indicator', {
            indicator: indicatorOf(ctx, indicator).shortName,
            day: since,
          }),
        ),
        [
          units.length > 0 ? words.say('notices.stale.text', { count: units.length, days }) : null,
          ...shown.map(({ unit, dataTo: day }) =>
            day === null
              ? words.say('notices.stale.never', { unit: unitTitle(ctx, unit) })
              : words.say('notices.stale.line', { unit: unitTitle(ctx, unit), day }),
          ),
          more > 0 ? words.say('answers.more', { count: more }) : null,
        ],
        [words.say('notices.stale.how'), words.say('notices.stale.quiet')],
      ],
      [ask(ctx, 'progress'), ask(ctx, 'help')],
    )
  },
})

/** Each unit and indicator of these facts with the day since when nothing came, as one name. */
export function staleNames({
  units,
  since,
  indicators,
}: Pick<StaleFacts, 'units' | 'since' | 'indicators'>): string[] {
  return [
    ...units.map((unit, at) => `${unit}@${since[at] ?? '-'}`),
    ...indicators.map(one => `:${one.indicator}@${one.since}`),
  ]
}
