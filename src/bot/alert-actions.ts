import { DAY_MS, MINUTE_MS } from '../core/durations.ts'
import type { Moment } from '../core/moment.ts'
import type { AlertRow, AlertStore } from '../db/stores/alerts.ts'

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

/** Applies an act to its alerts. */
export async function applyAlertAct(
  store: AlertStore,
  { action, alerts }: AlertAct,
  member: string,
  moment: Moment,
): Promise<void> {
  for (const row of alerts) await store.update(row.id, changeOf(action, member, moment))
}

/** The end of a snooze: the first minute of the day, so that the evaluation of that morning reminds. */
export function snoozeEnd(days: number, { at, minute }: Moment): number {
  return at - (at % MINUTE_MS) - minute * MINUTE_MS + days * DAY_MS
}

function changeOf(action: AlertAct['action'], member: string, moment: Moment): Partial<Omit<AlertRow, 'id'>> {
  if (action.do === 'snooze') return { snoozedUntil: snoozeEnd(action.days, moment) }
  const acknowledged = { acknowledgedAt: moment.at, acknowledgedBy: member }
  return action.do === 'explain' ? { ...acknowledged, explanation: action.text } : acknowledged
}

/** What an act about alerts took the place of, put back. */
export async function restoreAlerts(store: AlertStore, alerts: readonly AlertRow[]): Promise<void> {
  for (const { id, acknowledgedAt, acknowledgedBy, snoozedUntil, explanation } of alerts)
    await store.update(id, { acknowledgedAt, acknowledgedBy, snoozedUntil, explanation })
}
