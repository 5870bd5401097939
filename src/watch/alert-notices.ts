import { escalationDue, reminderDue } from '../core/alert.ts'
import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import { alertFacts, alertName, noticesOf } from './alert-facts.ts'
import type { Change } from './change.ts'
import { membersOf, tell } from './recipients.ts'
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
  const name = told.map(change => {
    const { alert, event } = change
    return `${nameOf(change)}${event === 'turned_behind' ? `.behind${alert.changedAt}` : ''}`
  })
  return await tell(watch, membersOf(watch.scene, unit, ['leader']), {
    fact: `below:${unit}:${termKey(term)}:${name.join('+')}`,
    topic: 'alert',
    facts: alertFacts({ unit, term, changes: told, first }),
    ...tellingTime(watch),
  })
}

async function queueRecovered({ watch, unit, term, changes }: UnitNews): Promise<number> {
  const recovered = changes.filter(({ event }) => event === 'recovered')
  if (recovered.length === 0) return 0
  const told = await withdrawUntold({ watch, unit, term, changes: recovered })
  if (told.length === 0) return 0
  return await tell(watch, membersOf(watch.scene, unit, ['leader']), {
    fact: `recovered:${unit}:${termKey(term)}:${told.map(nameOf).join('+')}`,
    topic: 'recovered',
    facts: alertFacts({ unit, term, changes: told }),
    ...tellingTime(watch),
  })
}

/**
 * Of alerts that have recovered, those of which somebody was told; notices about nothing but recovered alerts that
 * were not sent yet are withdrawn.
 */
async function withdrawUntold({ watch, unit, term, changes: recovered }: UnitNews): Promise<Change[]> {
  const told = new Set<string>()
  const gone = new Set(recovered.map(nameOf))
  for (const { row, facts } of await noticesOf(watch.outbox, unit, term)) {
    const named = facts.alerts.map(alertName)
    if (row.state === 'sent' || row.state === 'claimed') for (const name of named) told.add(name)
    if ((row.state === 'queued' || row.state === 'held') && named.every(one => gone.has(one))) {
      await watch.outbox.finish(row.id, { state: 'withdrawn' })
    }
  }
  return recovered.filter(change => told.has(nameOf(change)))
}

async function queueReminder({ watch, unit, term, changes }: UnitNews): Promise<number> {
  const { moment, settings } = watch.scene
  const due = changes.filter(
    ({ event, alert }) =>
      event === 'still_below' &&
      (reminderDue(alert, moment.at, settings.reminderDays) || snoozeEnded(alert, moment.at)),
  )
  if (due.length === 0) return 0
  const notices = await noticesOf(watch.outbox, unit, term)
  const before = new Map(
    notices.flatMap(({ facts }) => facts.alerts.map(alert => [alertName(alert), alert.value] as const)),
  )
  for (const { alert } of due) await watch.alerts.update(alert.id, { toldAt: moment.at })
  return await tell(watch, membersOf(watch.scene, unit, ['leader']), {
    fact: `reminder:${unit}:${termKey(term)}:${moment.at}`,
    topic: 'reminder',
    facts: alertFacts({ unit, term, changes: due, before }),
    ...tellingTime(watch),
  })
}

/** Whether a leader asked to be reminded at a moment that has come, and was not told anything since. */
function snoozeEnded({ snoozedUntil, toldAt, openedAt }: AlertRow, now: number): boolean {
  return snoozedUntil !== null && snoozedUntil <= now && (toldAt ?? openedAt) < snoozedUntil
}

async function queueEscalation({ watch, unit, term, changes }: UnitNews): Promise<number> {
  const { moment, settings, tree } = watch.scene
  const due = changes.filter(({ alert }) => escalationDue(alert, moment.at, settings.escalationDays))
  const above = tree.byCode.get(unit)?.parent
  if (due.length === 0 || !above) return 0
  for (const { alert } of due) await watch.alerts.update(alert.id, { escalatedAt: moment.at })
  return await tell(watch, membersOf(watch.scene, above, ['leader']), {
    fact: `escalation:${unit}:${termKey(term)}:${due.map(nameOf).join('+')}`,
    topic: 'escalation',
    facts: alertFacts({ unit, term, changes: due }),
    ...tellingTime(watch),
  })
}

function nameOf({ indicator, alert }: Change): string {
  return alertName({ indicator, episode: alert.episode })
}
