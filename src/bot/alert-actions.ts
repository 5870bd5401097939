import { DAY_MS, isRecent, MINUTE_MS, UNDO_MS } from '../core/durations.ts'
import type { Moment } from '../core/moment.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Stores } from '../db/stores/database.ts'

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

/** Applies an act to its alerts. A text is kept beside those that were written before, never in their place. */
export async function applyAlertAct(
  stores: Kept,
  { action, alerts }: AlertAct,
  member: string,
  moment: Moment,
): Promise<void> {
  for (const { id, unit, indicator, term, episode } of alerts) {
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
    await stores.alerts.update(id, { ...acknowledged, explanation })
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

/** What an act about alerts took the place of, put back; what the member has just written is taken back. */
export async function restoreAlerts(
  stores: Kept,
  alerts: readonly AlertRow[],
  member: string,
  now: number,
): Promise<void> {
  const written = await stores.explanations.ofUnits([...new Set(alerts.map(alert => alert.unit))])
  for (const {
    id,
    unit,
    indicator,
    term,
    acknowledgedAt,
    acknowledgedBy,
    snoozedUntil,
    explanation,
  } of alerts) {
    const own = written.findLast(
      row => row.unit === unit && row.indicator === indicator && row.term === term && row.author === member,
    )
    if (own && isRecent(own.at, now, UNDO_MS) && !(explanation ?? '').endsWith(own.text))
      await stores.explanations.withdraw(own.id, now)
    await stores.alerts.update(id, { acknowledgedAt, acknowledgedBy, snoozedUntil, explanation })
  }
}
