import { DAY_MS, MINUTE_MS } from '../core/durations.ts'
import type { Moment } from '../core/moment.ts'
import type { AlertRow, AlertStore } from '../db/stores/alerts.ts'

const LONGEST_SNOOZE_DAYS = 30
const LONGEST_EXPLANATION = 1_000

/** What a leader can do about the alerts of the own unit by a short message (DOMAIN.md §8). */
export type AlertAction =
  | { do: 'acknowledge' }
  | { do: 'snooze'; days: number }
  | { do: 'explain'; text: string }
  /** Asked how to explain, without a text. */
  | { do: 'how_to_explain' }

/** The action in a text that is nothing else, or null. `folded` is the text without diacritics, in lower case. */
export function alertActionIn(text: string, folded: string): AlertAction | null {
  if (/^da nhan( (duoc )?(canh bao|thong bao|tin))?[.! ]*$/.test(folded)) return { do: 'acknowledge' }
  const snooze = /^nhac lai sau (\d{1,2}) ngay[.! ]*$/.exec(folded)
  if (snooze) return { do: 'snooze', days: Math.min(LONGEST_SNOOZE_DAYS, Math.max(1, Number(snooze[1]))) }
  if (/^giai trinh[.:! ]*$/.test(folded)) return { do: 'how_to_explain' }
  if (!/^giai trinh\s*:/.test(folded)) return null
  return {
    do: 'explain',
    text: text
      .slice(text.indexOf(':') + 1)
      .trim()
      .slice(0, LONGEST_EXPLANATION),
  }
}

/** What a member does about alerts. */
export interface AlertAct {
  action: Exclude<AlertAction, { do: 'how_to_explain' }>
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
