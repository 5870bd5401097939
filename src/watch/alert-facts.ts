import { termKey } from '../core/campaign.ts'
import type { Term } from '../core/campaign.ts'
import type { OutboxRow, OutboxStore } from '../db/stores/outbox.ts'
import type { Change } from './change.ts'

/** Facts of an alert notice: which alerts of one unit, named with their episode so that a new one is a new fact. */
export interface AlertFacts {
  unit: string
  term: string
  alerts: ToldAlert[]
  /** The summary at the first evaluation of the term. */
  first: boolean
}

export interface ToldAlert {
  indicator: string
  episode: number
  /** The value that is told, and the one that was told before; null where none was. */
  value: number
  before: number | null
}

/** The facts to be told of these changes. `before` gives what was told of an alert by its name. */
export function alertFacts({
  unit,
  term,
  changes,
  first = false,
  before = new Map(),
}: {
  unit: string
  term: Term
  changes: readonly Change[]
  first?: boolean
  before?: ReadonlyMap<string, number>
}): AlertFacts {
  const alerts = changes.map(({ indicator, alert: { episode, value } }) => ({
    indicator,
    episode,
    value,
    before: before.get(alertName({ indicator, episode })) ?? null,
  }))
  return { unit, term: termKey(term), alerts, first }
}

/** An alert as facts and keys name it. */
export function alertName({ indicator, episode }: { indicator: string; episode: number }): string {
  return `${indicator}.${episode}`
}

/** What leaders of the unit were told, or are about to be told, of its alerts in the term: notices, oldest first. */
export async function noticesOf(
  outbox: OutboxStore,
  unit: string,
  term: Term,
): Promise<{ row: OutboxRow; facts: AlertFacts }[]> {
  const rows: OutboxRow[] = []
  for (const topic of ['below', 'reminder']) {
    rows.push(...(await outbox.withPrefix(`${topic}:${unit}:${termKey(term)}:`)))
  }
  return rows
    .filter(row => row.state !== 'withdrawn')
    .toSorted((a, b) => a.id - b.id)
    .map(row => {
      const facts: AlertFacts = JSON.parse(row.facts)
      return { row, facts }
    })
}
