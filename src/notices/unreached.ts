import { z } from 'zod'
import { type OutboxRow, unreachedBy } from '../db/stores/outbox.ts'
import { compose } from '../replies/phrases/compose.ts'
import { unitTitle } from '../replies/phrases/names.ts'
import { askUnit } from '../replies/phrases/next-questions.ts'
import { defineTopic } from './topic.ts'
import type { Telling } from './topic.ts'

/** Of several recipients why it reached none: what can still be mended first. */
const WHY = ['unlinked', 'failed', 'muted'] as const
export type Why = (typeof WHY)[number]

/** What somebody sent to people of a unit by our hands has not reached any of them, and as things stand will not: told to the sender. */
export const unreached = defineTopic({
  name: 'unreached',
  /** What was sent, by whom (code of the member), to whom of which unit, and under which key of the outbox. */
  facts: z.object({
    what: z.enum(['request', 'draft', 'handed']),
    key: z.string(),
    unit: z.string(),
    sender: z.string(),
    due: z.string().nullable(),
  }),
  key: ({ key }) => `unreached:${key}`,
  recipients: async ({ sender }, { scene }) => (scene.members.has(sender) ? [sender] : []),
  tellable: (facts, { member }) => (member.member === facts.sender ? facts : null),
  async stillTrue({ what, key, unit, due }, telling) {
    const rows = await telling.outbox.withPrefix(`${key}:`)
    const why = whyNobody(rows)
    if (why === null || !(await isAwaited(what, key, telling))) return null
    const codes = rows.flatMap(({ member }) => (member === null ? [] : [member]))
    const names = codes.map(code => telling.scene.members.get(code)?.name ?? code).join(', ')
    return { what, unit, due, why, names }
  },
  say({ what, unit, due, why, names }, ctx) {
    const { words } = ctx
    return compose(
      ctx,
      [
        { title: words.say('notices.unreached.title', { unit: unitTitle(ctx, unit) }) },
        words.say(`notices.unreached.${what}`, { names, due: due ?? '' }),
        why === 'failed'
          ? words.say('notices.unreached.failed')
          : words.say(`notices.unreached.${why}`, { names }),
      ],
      [askUnit(ctx, 'all', unit)],
    )
  },
})

/** Why nobody was reached by what was queued under one key; null where somebody was, or still may be. */
export function whyNobody(rows: readonly OutboxRow[]): Why | null {
  const reasons = rows.map(unreachedBy)
  if (reasons.includes(null)) return null
  return WHY.find(why => reasons.includes(why)) ?? null
}

/** A request that was answered or taken back is not awaited any more. */
async function isAwaited(what: string, key: string, { explanations }: Telling): Promise<boolean> {
  if (what !== 'request') return true
  const id = Number(key.split(':')[1])
  return (await explanations.requests()).some(row => row.id === id && row.answeredAt === null)
}
