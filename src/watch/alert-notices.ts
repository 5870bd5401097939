import { escalationDue, quietUntil, reminderDue } from '../core/alert.ts'
import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Stores } from '../db/stores/database.ts'
import type { World } from '../answers/world.ts'
import { alertFacts, alertName, noticesOf } from './alert-facts.ts'
import type { Change } from './change.ts'
import { membersOf, tell } from './recipients.ts'

/** Nothing is sent between these times on the wall. */
export const QUIET_HOURS = { from: '21:00', to: '06:30' } as const

/**
 * Queues what an evaluation has to tell: for each unit one message for all that fell below or behind, one for all that
 * recovered, reminders, and word to the unit above. An alert that recovers before it was told is withdrawn instead.
 */
export async function queueNotices(
  stores: Stores,
  world: World,
  term: Term,
  changes: readonly Change[],
  moment: Moment,
  timeZone: string,
): Promise<number> {
  const notBefore = quietUntil(moment, QUIET_HOURS, timeZone) ?? moment.at
  const at = { notBefore, now: moment.at }
  let queued = 0
  for (const [unit, own] of Map.groupBy(changes, change => change.unit)) {
    queued += await queueOpened(stores, world, term, unit, own, at)
    queued += await queueRecovered(stores, world, term, unit, own, at)
    queued += await queueReminder(stores, world, term, unit, own, at)
    queued += await queueEscalation(stores, world, term, unit, own, at)
  }
  return queued
}

interface When {
  notBefore: number
  now: number
}

const TOLD_AT_ONCE = ['opened_first', 'fell_below', 'turned_behind']

async function queueOpened(
  stores: Stores,
  world: World,
  term: Term,
  unit: string,
  own: readonly Change[],
  at: When,
) {
  const told = own.filter(({ event }) => TOLD_AT_ONCE.includes(event))
  if (told.length === 0) return 0
  const first = told.every(({ event }) => event === 'opened_first')
  const name = told.map(change => {
    const { alert, event } = change
    return `${nameOf(change)}${event === 'turned_behind' ? `.behind${alert.changedAt}` : ''}`
  })
  const facts = alertFacts(unit, term, told, { first })
  const fact = `below:${unit}:${termKey(term)}:${name.join('+')}`
  return await tell(stores, membersOf(world, unit, ['leader']), { fact, topic: 'alert', facts, ...at })
}

async function queueRecovered(
  stores: Stores,
  world: World,
  term: Term,
  unit: string,
  own: readonly Change[],
  at: When,
) {
  const recovered = own.filter(({ event }) => event === 'recovered')
  if (recovered.length === 0) return 0
  const told = await withdrawUntold(stores, unit, term, recovered)
  if (told.length === 0) return 0
  const name = told.map(nameOf).join('+')
  const facts = alertFacts(unit, term, told)
  const fact = `recovered:${unit}:${termKey(term)}:${name}`
  return await tell(stores, membersOf(world, unit, ['leader']), { fact, topic: 'recovered', facts, ...at })
}

/**
 * Of alerts that have recovered, those of which somebody was told; notices about nothing but recovered alerts that
 * were not sent yet are withdrawn.
 */
async function withdrawUntold(
  stores: Stores,
  unit: string,
  term: Term,
  recovered: readonly Change[],
): Promise<Change[]> {
  const told = new Set<string>()
  const gone = new Set(recovered.map(nameOf))
  for (const { row, facts } of await noticesOf(stores, unit, term)) {
    const named = facts.alerts.map(alertName)
    if (row.state === 'sent' || row.state === 'claimed') for (const name of named) told.add(name)
    if (row.state === 'queued' && named.every(one => gone.has(one))) {
      await stores.outbox.finish(row.id, { state: 'withdrawn' })
    }
  }
  return recovered.filter(change => told.has(nameOf(change)))
}

async function queueReminder(
  stores: Stores,
  world: World,
  term: Term,
  unit: string,
  own: readonly Change[],
  at: When,
) {
  const due = own.filter(
    ({ event, alert }) =>
      event === 'still_below' && (reminderDue(alert, at.now) || snoozeEnded(alert, at.now)),
  )
  if (due.length === 0) return 0
  const notices = await noticesOf(stores, unit, term)
  const before = new Map(
    notices.flatMap(({ facts }) => facts.alerts.map(alert => [alertName(alert), alert.value] as const)),
  )
  for (const { alert } of due) await stores.alerts.update(alert.id, { toldAt: at.now })
  const fact = `reminder:${unit}:${termKey(term)}:${at.now}`
  const facts = alertFacts(unit, term, due, { before })
  return await tell(stores, membersOf(world, unit, ['leader']), { fact, topic: 'reminder', facts, ...at })
}

/** Whether a leader asked to be reminded at a moment that has come, and was not told anything since. */
function snoozeEnded({ snoozedUntil, toldAt, openedAt }: AlertRow, now: number): boolean {
  return snoozedUntil !== null && snoozedUntil <= now && (toldAt ?? openedAt) < snoozedUntil
}

async function queueEscalation(
  stores: Stores,
  world: World,
  term: Term,
  unit: string,
  own: readonly Change[],
  at: When,
) {
  const due = own.filter(({ alert }) => escalationDue(alert, at.now))
  const above = world.tree.byCode.get(unit)?.parent
  if (due.length === 0 || !above) return 0
  for (const { alert } of due) await stores.alerts.update(alert.id, { escalatedAt: at.now })
  const name = due.map(nameOf).join('+')
  const fact = `escalation:${unit}:${termKey(term)}:${name}`
  const facts = alertFacts(unit, term, due)
  return await tell(stores, membersOf(world, above, ['leader']), { fact, topic: 'escalation', facts, ...at })
}

function nameOf({ indicator, alert }: Change): string {
  return alertName({ indicator, episode: alert.episode })
}
