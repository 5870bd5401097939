import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import type { OutboxRow, OutboxStore } from '../db/stores/outbox.ts'
import { alert } from '../notices/alert.ts'
import { alertName } from '../notices/unit-alerts.ts'
import type { ToldAlert, UnitAlertFacts } from '../notices/unit-alerts.ts'
import { reminder } from '../notices/reminder.ts'
import type { Change } from './change.ts'

/** What leaders of the unit were told, or are about to be told, of its alerts in the term: notices, oldest first. */
export async function noticesOf(
  outbox: OutboxStore,
  unit: string,
  term: Term,
): Promise<{ row: OutboxRow; facts: UnitAlertFacts }[]> {
  const rows: OutboxRow[] = []
  for (const name of ['below', reminder.name]) {
    rows.push(...(await outbox.withPrefix(`${name}:${unit}:${termKey(term)}:`)))
  }
  return rows
    .filter(row => row.state !== 'withdrawn')
    .toSorted((a, b) => a.id - b.id)
    .flatMap(row => {
      const facts = row.topic === alert.name ? alert.read(row.facts) : reminder.read(row.facts)
      return facts ? [{ row, facts }] : []
    })
}

/** The alert of a change as it is told. `before` gives the value that was told of an alert by its name. */
export function toldOf(change: Change, before: ReadonlyMap<string, number> = new Map()): ToldAlert {
  const { indicator, event, alert: row } = change
  const { episode, value, changedAt } = row
  return {
    indicator,
    episode,
    value,
    before: before.get(alertName({ indicator, episode })) ?? null,
    ...(event === 'turned_behind' ? { turnedAt: changedAt } : {}),
  }
}
