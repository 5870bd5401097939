import { z } from 'zod'
import { maySee } from '../answers/scope.ts'
import { standingAlerts } from '../answers/standing.ts'
import type { Scene } from '../answers/scene.ts'
import { civilDay } from '../core/moment.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { RequestRow } from '../db/stores/explanations.ts'
import { compose } from '../replies/phrases/compose.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { shownTarget, shownValue } from '../replies/phrases/figure-lines.ts'
import { indicatorOf, unitName, unitTitle } from '../replies/phrases/names.ts'
import { ask, askUnit } from '../replies/phrases/next-questions.ts'
import { defineTopic, isReader, membersOf } from './topic.ts'
import type { Telling } from './topic.ts'

/** So many alerts are named in a message about an explanation. */
const NAMED = 5

/** Somebody above asks the unit to explain itself until a day; `again`: the one reminder of it. */
export const request = defineTopic({
  name: 'request',
  facts: z.object({
    request: z.number(),
    unit: z.string(),
    asker: z.string(),
    due: z.string(),
    again: z.boolean(),
    /** Who sent it was told at once that nobody can be reached. */
    unreached: z.boolean().optional(),
  }),
  key: ({ request: id, again }) => `request:${id}:${again ? 'again' : 'first'}`,
  recipients: async ({ unit }, audience) => membersOf(audience, unit, 'leader'),
  tellable: (facts, telling) => (isReader(telling, ['leader'], facts.unit) ? facts : null),
  async stillTrue(told, telling) {
    const row = await requestOf(telling, told.request)
    if (!row || row.answeredAt !== null) return null
    if (told.again && (await isFirstNews(telling, row))) return null
    const { scene } = telling
    const alerts = await standingAlerts(telling.alerts, scene, [told.unit])
    const isOver = scene.moment.today > told.due
    return alerts.length === 0 ? null : { ...told, isOver, name: nameOf(scene, told.asker), alerts }
  },
  say({ unit, name, due, again, isOver, alerts }, ctx) {
    const { words } = ctx
    const text = again ? 'again' : 'text'
    const about = { name, unit: unitName(ctx, unit), due }
    const left = alerts.length - NAMED
    return compose(
      ctx,
      [
        { title: words.say('notices.request.title', { unit: unitTitle(ctx, unit) }) },
        words.say(`notices.request.${isOver ? 'over' : text}`, about),
        [
          ...alerts.slice(0, NAMED).map(row => alertLineOf(row, ctx)),
          left > 0 ? words.say('notices.alert.more', { count: left }) : null,
        ],
      ],
      [ask(ctx, 'explain'), askUnit(ctx, 'all', unit), ask(ctx, 'alertDetails')],
    )
  },
})

/** Who has not read the request before the reminder was made needs none: the request itself comes, as late as it is. */
async function isFirstNews(
  { outbox, member }: Pick<Telling, 'outbox' | 'member'>,
  { id, remindedAt }: RequestRow,
): Promise<boolean> {
  const rows = await outbox.withPrefix(`${request.name}:${id}:first:${member.member}:`)
  return rows.some(
    ({ state, sentAt }) =>
      ['queued', 'held', 'claimed'].includes(state) ||
      (state === 'sent' && (sentAt ?? 0) >= (remindedAt ?? 0)),
  )
}

/** A unit has explained itself: to who asked for it. */
export const answered = defineTopic({
  name: 'answered',
  facts: z.object({ request: z.number(), unit: z.string(), asker: z.string(), at: z.number() }),
  key: ({ request: id, at }) => `answered:${id}:${at}`,
  recipients: async ({ asker }, { scene }) => (scene.members.has(asker) ? [asker] : []),
  tellable: (facts, telling) => (mayHaveAsked(telling, facts.unit) ? facts : null),
  async stillTrue(told, telling) {
    const row = await requestOf(telling, told.request)
    if (!row || row.answeredAt === null) return null
    const written = (await telling.explanations.ofUnits([told.unit])).filter(one => one.at >= row.askedAt)
    const texts = [...new Set(written.map(one => one.text))]
    const author = written.at(-1)?.author
    if (author === undefined) return null
    const day = civilDay(row.answeredAt, telling.scene.moment.zone)
    return { unit: told.unit, name: nameOf(telling.scene, author), texts, isLate: day > row.due, day }
  },
  say({ unit, name, texts, isLate, day }, ctx) {
    const { words } = ctx
    return compose(
      ctx,
      [
        { title: words.say('notices.answered.title', { unit: unitTitle(ctx, unit) }) },
        [
          words.say(isLate ? 'notices.answered.late' : 'notices.answered.text', { name, day }),
          ...texts.map(text => words.say('notices.answered.quoted', { text })),
        ],
      ],
      [askUnit(ctx, 'all', unit), ask(ctx, 'progress')],
    )
  },
})

/** Whether the reader stands above the unit, as who may ask for explanations does. */
function mayHaveAsked({ scene, member }: Pick<Telling, 'scene' | 'member'>, unit: string): boolean {
  const asks = isReader({ member }, ['leader', 'committee'])
  return asks && member.unit !== unit && maySee(scene, member, unit)
}

async function requestOf({ explanations }: Telling, id: number): Promise<RequestRow | undefined> {
  return (await explanations.requests()).find(row => row.id === id)
}

function nameOf({ members }: Scene, code: string): string {
  return members.get(code)?.name ?? code
}

/** "Hồ sơ trực tuyến: 40%, chỉ tiêu 60%". */
export function alertLineOf({ indicator, value, target }: AlertRow, ctx: SayContext): string {
  const full = indicatorOf(ctx, indicator)
  return ctx.words.say('notices.request.line', {
    indicator: full.shortName,
    value: shownValue(ctx, full, value),
    target: shownTarget(ctx, full, target),
  })
}
