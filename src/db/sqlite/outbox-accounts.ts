import { sql } from './drizzle.ts'
import { outbox } from './schema.ts'
import type { OutboxStore } from '../stores/outbox.ts'
import type { Connection } from './connection.ts'
import { WAITING } from './outbox-states.ts'

type Accounts = Pick<OutboxStore, 'countByState' | 'oldestDue' | 'audit' | 'redrive' | 'giveUp'>

/** How the outbox stands: what operators and the metrics ask, and what is sent again. */
export function outboxAccounts(db: Connection): Accounts {
  const { $client } = db
  const oldest = $client
    .prepare<{ notices: number; now: number }, number | null>(
      `SELECT min(not_before) FROM outbox WHERE (topic <> 'reply') = @notices AND ${WAITING} AND state = 'queued' AND not_before <= @now`,
    )
    .pluck()
  const ofDays = $client.prepare<{ from: number; to: number }, { state: string; count: number }>(
    `SELECT state, count(*) AS count FROM outbox WHERE created_at >= @from AND created_at < @to GROUP BY state`,
  )
  const late = $client
    .prepare<{ from: number; to: number; now: number }, string>(
      `SELECT key FROM outbox WHERE created_at >= @from AND created_at < @to
          AND state IN ('queued', 'claimed') AND not_before <= @now ORDER BY id`,
    )
    .pluck()
  const redrive = $client.prepare<{ id: number | null; now: number }>(
    `UPDATE outbox SET state = 'queued', attempts = 0, ambiguous_at = NULL, not_before = @now, created_at = @now, held_for = NULL
      WHERE topic <> 'reply' AND (member IS NULL OR member IN (SELECT member FROM chat))
        AND ((@id IS NULL AND state = 'dead') OR (id = @id AND state IN ('dead', 'refused', 'expired')))`,
  )
  const giveUp = $client.prepare<[number]>(
    `UPDATE outbox SET state = 'dead', held_for = NULL WHERE id = ? AND ${WAITING}`,
  )

  return {
    async countByState() {
      const rows = db
        .select({ state: outbox.state, count: sql<number>`count(*)` })
        .from(outbox)
        .groupBy(outbox.state)
        .all()
      return Object.fromEntries(rows.map(row => [row.state, row.count]))
    },
    async oldestDue(now) {
      const since = (notices: 0 | 1) => oldest.get({ notices, now }) ?? null
      return { replies: since(0), notices: since(1) }
    },
    async audit({ from, to }, now) {
      const missing = late.all({ from, to, now })
      const counts = new Map(ofDays.all({ from, to }).map(({ state, count }) => [state, count]))
      const sum = (...states: string[]) =>
        states.reduce((total, state) => total + (counts.get(state) ?? 0), 0)
      return {
        due: sum(...counts.keys()),
        sent: sum('sent'),
        held: sum('held', 'queued', 'claimed') - missing.length,
        failed: sum('dead', 'refused', 'expired'),
        withdrawn: sum('withdrawn'),
        missing,
      }
    },
    async redrive(id, now) {
      return redrive.run({ id: id === 'all_dead' ? null : id, now }).changes
    },
    async giveUp(id) {
      giveUp.run(id)
    },
  }
}
