import { isAcknowledged } from '../core/alert.ts'
import { DAY_MS, MINUTE_MS } from '../core/durations.ts'
import type { Moment } from '../core/moment.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Stores } from '../db/stores/database.ts'
import type { ExplanationRow } from '../db/stores/explanations.ts'

/** What a leader can do about the alerts of the own unit. */
export type AlertAction =
  | { do: 'acknowledge' }
  | { do: 'snooze'; days: number }
  | { do: 'explain'; text: string }

/** What a member does about alerts. */
export interface AlertAct {
  action: AlertAction
  alerts: readonly AlertRow[]
}

type Kept = Pick<Stores, 'alerts' | 'explanations'>

/**
 * Applies an act to its alerts. A text is kept beside those that were written before, never in their place; it acknowledges what
 * nobody has acknowledged.
 */
export async function applyAlertAct(
  stores: Kept,
  { action, alerts }: AlertAct,
  member: string,
  moment: Moment,
): Promise<void> {
  for (const alert of alerts) {
    const { id, unit, indicator, term, episode } = alert
    if (action.do === 'snooze') {
      await stores.alerts.update(id, { snoozedUntil: snoozeEnd(action.days, moment) })
      continue
    }
    const acknowledged = { acknowledgedAt: moment.at, acknowledgedBy: member }
    if (action.do === 'acknowledge') {
      await stores.alerts.update(id, acknowledged)
      continue
    }
    const about = { unit, indicator, term, episode }
    await stores.explanations.add({ ...about, text: action.text, author: member, at: moment.at })
    const explanation = await explanationOf(stores, about)
    await stores.alerts.update(id, { ...(!isAcknowledged(alert, moment.at) && acknowledged), explanation })
  }
}

/** Everything that was written about an alert in its present episode, oldest first; null where nothing was. */
async function explanationOf(
  { explanations }: Kept,
  { unit, indicator, term, episode }: Pick<AlertRow, 'unit' | 'indicator' | 'term' | 'episode'>,
): Promise<string | null> {
  const texts = (await explanations.ofUnits([unit]))
    .filter(row => row.indicator === indicator && row.term === term && row.episode === episode)
    .map(row => row.text)
  return texts.length === 0 ? null : texts.join('\n')
}

/** The end of a snooze: the first minute of the day, so that the evaluation of that morning reminds. */
export function snoozeEnd(days: number, { at, minute }: Moment): number {
  return at - (at % MINUTE_MS) - minute * MINUTE_MS + days * DAY_MS
}

/** An act about alerts that was done: when and by whom, and its alerts as they were before. */
export interface DoneAboutAlerts extends AlertAct {
  at: Moment
  member: string
}

interface Left {
  now: AlertRow
  before: AlertRow
  /** What was written in the act. */
  written: ExplanationRow | null
}

/** Those alerts of an act that are as the act has left them. */
export async function alertsLeftBy(
  stores: Pick<Stores, 'alerts' | 'explanations'>,
  { action, alerts, at, member }: DoneAboutAlerts,
): Promise<Left[]> {
  const units = [...new Set(alerts.map(({ unit }) => unit))]
  const rows = new Map((await stores.alerts.ofUnits(units)).map(row => [row.id, row]))
  const texts = (await stores.explanations.ofUnits(units)).filter(
    one => one.author === member && one.at === at.at,
  )
  return alerts.flatMap(before => {
    const now = rows.get(before.id)
    const written = texts.find(one => isAbout(one, before)) ?? null
    const left = { now, before, written }
    return now && isLeft({ ...left, now }, { action, at, member }) ? [{ ...left, now }] : []
  })
}

function isAbout(one: ExplanationRow, { unit, indicator, term }: AlertRow): boolean {
  return one.unit === unit && one.indicator === indicator && one.term === term
}

function isLeft({ now, written }: Left, { action, at, member }: Omit<DoneAboutAlerts, 'alerts'>): boolean {
  if (action.do === 'explain') return written !== null
  if (action.do === 'snooze') return now.snoozedUntil === snoozeEnd(action.days, at)
  return isAcknowledgedIn(now, { at, member })
}

function isAcknowledgedIn(now: AlertRow, { at, member }: Pick<DoneAboutAlerts, 'at' | 'member'>): boolean {
  return now.acknowledgedAt === at.at && now.acknowledgedBy === member
}

/** What an act about alerts has changed is as it was before, where nothing else was done about it since. */
export async function restoreAlerts(stores: Kept, act: DoneAboutAlerts, now: number): Promise<void> {
  for (const { now: row, before, written } of await alertsLeftBy(stores, act)) {
    const { acknowledgedAt, acknowledgedBy, snoozedUntil } = before
    if (act.action.do === 'snooze') await stores.alerts.update(row.id, { snoozedUntil })
    else if (isAcknowledgedIn(row, act))
      await stores.alerts.update(row.id, { acknowledgedAt, acknowledgedBy })
    if (written === null) continue
    await stores.explanations.withdraw(written.id, now)
    await stores.alerts.update(row.id, { explanation: await explanationOf(stores, written) })
  }
}
