import type { AlertRow, Stores } from '../db/stores.ts'

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

/** Applies an action to the standing alerts of the member's own unit; returns how many there were. */
export async function applyAlertAction(
  stores: Stores,
  action: Exclude<AlertAction, { do: 'how_to_explain' }>,
  by: { member: string; unit: string },
  now: number,
): Promise<number> {
  const rows = (await stores.alerts.ofUnits([by.unit])).filter(row => row.state === 'below')
  for (const row of rows) await stores.alerts.update(row.id, changeOf(action, by.member, now))
  return rows.length
}

function changeOf(
  action: Exclude<AlertAction, { do: 'how_to_explain' }>,
  member: string,
  now: number,
): Partial<Omit<AlertRow, 'id'>> {
  switch (action.do) {
    case 'acknowledge':
      return { acknowledgedAt: now, acknowledgedBy: member }
    case 'snooze':
      return { snoozedUntil: now + action.days * DAY_MS }
    case 'explain':
      return { explanation: action.text, acknowledgedAt: now, acknowledgedBy: member }
  }
}
