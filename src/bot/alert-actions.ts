import type { Moment } from '../core/moment.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Stores } from '../db/stores/database.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
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

/** Applies an action to alerts. */
export async function applyAlertAction(
  stores: Stores,
  action: Exclude<AlertAction, { do: 'how_to_explain' }>,
  alerts: readonly AlertRow[],
  member: string,
  moment: Moment,
): Promise<void> {
  for (const row of alerts) await stores.alerts.update(row.id, changeOf(action, member, moment))
}

/** The end of a snooze: the first minute of the day, so that the evaluation of that morning reminds. */
export function snoozeEnd(days: number, { at, minute }: Moment): number {
  return at - (at % MINUTE_MS) - minute * MINUTE_MS + days * DAY_MS
}

function changeOf(
  action: Exclude<AlertAction, { do: 'how_to_explain' }>,
  member: string,
  moment: Moment,
): Partial<Omit<AlertRow, 'id'>> {
  if (action.do === 'snooze') return { snoozedUntil: snoozeEnd(action.days, moment) }
  const acknowledged = { acknowledgedAt: moment.at, acknowledgedBy: member }
  return action.do === 'explain' ? { ...acknowledged, explanation: action.text } : acknowledged
}
