import { escalationDue, reminderDue } from '../core/alert.ts'
import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import { alert } from '../notices/alert.ts'
import { escalation } from '../notices/escalation.ts'
import { recovered } from '../notices/recovered.ts'
import { reminder } from '../notices/reminder.ts'
import { tell } from '../notices/tell.ts'
import { alertName } from '../notices/unit-alerts.ts'
import type { Change } from './change.ts'
import { noticesOf, toldOf } from './told.ts'
import { tellingTime } from './watch.ts'
import type { Watch } from './watch.ts'

/** What an evaluation made of one unit in one term. */
interface UnitNews {
  watch: Watch
  unit: string
  term: Term
  changes: readonly Change[]
}

/**
 * Queues what an evaluation has to tell: for each unit one message for all that fell below or behind, one for all that
 * recovered, reminders, and word to the unit above. An alert that recovers before it was told is withdrawn instead.
 */
export async function queueNotices(watch: Watch, term: Term, all: readonly Change[]): Promise<number> {
  let queued = 0
  for (const [unit, changes] of Map.groupBy(all, change => change.unit)) {
    const news = { watch, unit, term, changes }
    for (const queue of [queueOpened, queueRecovered, queueReminder, queueEscalation])
      queued += await queue(news)
  }
  return queued
}

const TOLD_AT_ONCE = ['opened_first', 'fell_below', 'turned_behind']

async function queueOpened({ watch, unit, term, changes }: UnitNews): Promise<number> {
  const told = changes.filter(({ event }) => TOLD_AT_ONCE.includes(event))
  if (told.length === 0) return 0
  const first = told.every(({ event }) => event === 'opened_first')
  const facts = { unit, term: termKey(term), alerts: told.map(change => toldOf(change)), first }
  return await tell(watch, alert, facts, tellingTime(watch))
}

async function queueRecovered({ watch, unit, term, changes }: UnitNews): Promise<number> {
  const met = changes.filter(({ event }) => event === 'recovered')
  if (met.length === 0) return 0
  const told = await withdrawUntold({ watch, unit, term, changes: met })
  if (told.length === 0) return 0
  const facts = { unit, term: termKey(term), alerts: told.map(change => toldOf(change)) }
  return await tell(watch, recovered, facts, tellingTime(watch))
}

/**
 * Of alerts that have recovered, those of which somebody was told; notices about nothing but recovered alerts that
 * were not sent yet are withdrawn.
 */
async function withdrawUntold({ watch, unit, term, changes: met }: UnitNews): Promise<Change[]> {
  const told = new Set<string>()
  const gone = new Set(met.map(nameOf))
  for (const { row, facts } of await noticesOf(watch.outbox, unit, term)) {
    const named = facts.alerts.map(alertName)
    if (row.state === 'sent' || row.state === 'claimed') for (const name of named) told.add(name)
    if ((row.state === 'queued' || row.state === 'held') && named.every(one => gone.has(one))) {
      await watch.outbox.finish(row.id, { state: 'withdrawn' })
    }
  }
  return met.filter(change => told.has(nameOf(change)))
}

async function queueReminder({ watch, unit, term, changes }: UnitNews): Promise<number> {
  const { moment, settings } = watch.scene
  const due = changes.filter(
    ({ event, alert: row }) =>
      event === 'still_below' &&
      (reminderDue(row, moment.at, settings.reminderDays) || snoozeEnded(row, moment.at)),
  )
  if (due.length === 0) return 0
  const notices = await noticesOf(watch.outbox, unit, term)
  const before = new Map(
    notices.flatMap(notice => notice.facts.alerts.map(one => [alertName(one), one.value] as const)),
  )
  for (const { alert: row } of due) await watch.alerts.update(row.id, { toldAt: moment.at })
  const facts = { unit, term: termKey(term), alerts: due.map(change => toldOf(change, before)) }
  return await tell(watch, reminder, facts, tellingTime(watch))
}

/** Whether a leader asked to be reminded at a moment that has come, and was not told anything since. */
function snoozeEnded({ snoozedUntil, toldAt, openedAt }: AlertRow, now: number): boolean {
  return snoozedUntil !== null && snoozedUntil <= now && (toldAt ?? openedAt) < snoozedUntil
}

async function queueEscalation({ watch, unit, term, changes }: UnitNews): Promise<number> {
  const { moment, settings, tree } = watch.scene
  const due = changes.filter(change => escalationDue(change.alert, moment.at, settings.escalationDays))
  const above = tree.byCode.get(unit)?.parent
  if (due.length === 0 || !above) return 0
  for (const { alert: row } of due) await watch.alerts.update(row.id, { escalatedAt: moment.at })
  const facts = { unit, term: termKey(term), alerts: due.map(change => toldOf(change)) }
  return await tell(watch, escalation, facts, tellingTime(watch))
}

function nameOf({ indicator, alert: { episode } }: Change): string {
  return alertName({ indicator, episode })
}
