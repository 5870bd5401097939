import { createHash } from 'node:crypto'
import { civilDay, dayStart } from '../core/moment.ts'
import { addDays } from '../core/period.ts'
import { nextOpening } from '../core/working-time.ts'
import type { OutboxRow } from '../db/stores/outbox.ts'
import { alert } from '../notices/alert.ts'
import { isEmpty, newsName, NO_NEWS, withNews } from '../notices/alert-facts.ts'
import type { Correction, NewsItem } from '../notices/alert-facts.ts'
import { tellingTime, workingTimeOf } from './watch.ts'
import type { Watch } from './watch.ts'

/** Rows that tell the person of alerts begin with this. */
function prefixOf(member: string): string {
  return `${alert.name}:${encodeURIComponent(member)}:`
}

/** Nobody has read it yet, and it may be changed. */
export function isWaiting({ state }: Pick<OutboxRow, 'state'>): boolean {
  return state === 'queued' || state === 'held'
}

/**
 * Puts news and corrections before a person: into the message that waits for it already, else into a new one, today or,
 * where the day has had its number of messages, when the next day opens. `corrections` are all that there are, null where
 * nothing can be another than before. Returns whether there is something new to read.
 */
export async function postNews(
  watch: Watch,
  member: string,
  news: readonly NewsItem[],
  corrections: readonly Correction[] | null,
): Promise<boolean> {
  const { outbox, scene, observations } = watch
  const now = scene.moment.at
  const seen = await observations.revision()
  const rows = await outbox.withPrefix(prefixOf(member))
  const waiting = rows.findLast(isWaiting)
  if (waiting) {
    const before = alert.read(waiting.facts) ?? NO_NEWS
    const told = toldIn(rows.filter(row => row.state === 'sent'))
    const facts = { ...withNews(before, news, told), corrections: [...(corrections ?? before.corrections)] }
    if (isEmpty(facts)) await outbox.finish(waiting.id, { state: 'withdrawn' })
    else await outbox.amend(waiting.id, JSON.stringify({ ...facts, seen }))
    const known = new Set(before.corrections.map(one => JSON.stringify(one)))
    const isNew = facts.corrections.some(one => !known.has(JSON.stringify(one)))
    return isNew || facts.items.some(item => !before.items.includes(item))
  }
  const facts = { ...withNews(NO_NEWS, news, () => null), corrections: [...(corrections ?? [])], seen }
  if (isEmpty(facts)) return false
  const when = openingFor(watch, rows)
  const name = createHash('sha256').update(newsName(facts)).digest('hex').slice(0, 16)
  return await outbox.add({
    key: `${prefixOf(member)}${now}:${name}`,
    topic: alert.name,
    facts: JSON.stringify({ ...facts, over: when.over }),
    member,
    chat: null,
    notBefore: when.at,
    createdAt: now,
  })
}

const NOT_READ = ['withdrawn', 'expired', 'refused', 'dead']

/** When the person may be told more: as soon as the window is open, on a day that has not had its number of messages yet. */
function openingFor(watch: Watch, rows: readonly OutboxRow[]): { at: number; over: boolean } {
  const { settings, moment } = watch.scene
  const at = tellingTime(watch).notBefore
  const day = civilDay(at, moment.zone)
  const onDay = rows.filter(
    ({ state, sentAt, notBefore }) =>
      !NOT_READ.includes(state) && civilDay(sentAt ?? notBefore, moment.zone) === day,
  )
  if (onDay.length < settings.dailyBudget) return { at, over: false }
  const tomorrow = dayStart(addDays(day, 1), moment.zone)
  return { at: nextOpening(tomorrow, workingTimeOf(watch.scene)), over: true }
}

/** The value of an alert that the person was told last, also where it still waits to be read; null where none was. */
export async function lastTold(
  { outbox }: Watch,
  member: string,
): Promise<(item: NewsItem) => number | null> {
  const rows = await outbox.withPrefix(prefixOf(member))
  return toldIn(rows.filter(row => !NOT_READ.includes(row.state)))
}

function toldIn(rows: readonly OutboxRow[]): (item: NewsItem) => number | null {
  const told = new Map<string, number>()
  for (const row of rows)
    for (const item of alert.read(row.facts)?.items ?? []) told.set(nameOf(item), item.value)
  return item => told.get(nameOf(item)) ?? null
}

function nameOf({ unit, term, indicator }: NewsItem): string {
  return `${unit} ${term} ${indicator}`
}
