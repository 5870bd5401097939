import { and, asc, eq, gte, isNull, ne, sql } from './drizzle.ts'
import { outbox } from './schema.ts'
import type { OutboxRow, OutboxState, OutboxStore } from '../stores/outbox.ts'
import type { Connection } from './connection.ts'

/** States in which a row will never be sent (again). */
const ENDED: readonly OutboxState[] = ['sent', 'refused', 'dead', 'withdrawn', 'expired']

/** A chat that exists, is not gone, and to which nothing is being sent at this moment. */
const FREE_CHAT = `EXISTS (SELECT 1 FROM chat WHERE chat.id = outbox.chat AND chat.gone_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.chat = outbox.chat AND other.id <> outbox.id
                   AND other.state = 'claimed' AND other.lease_until > @now)`
const CLAIMABLE = `((state = 'queued' AND not_before <= @now) OR (state = 'claimed' AND lease_until <= @now))
  AND ${FREE_CHAT}`

/** Notices to be sent. One at a time for each chat, in the order in which they were made. */
export function outboxStore(db: Connection): OutboxStore {
  const { $client } = db
  const due = $client
    .prepare<{ now: number; limit: number }, number>(
      `SELECT min(id) FROM outbox WHERE ${CLAIMABLE} GROUP BY chat ORDER BY min(id) LIMIT @limit`,
    )
    .pluck()
  const nextDue = $client
    .prepare<{ now: number }, number | null>(
      `SELECT min(CASE state WHEN 'queued' THEN not_before ELSE lease_until END) FROM outbox
        WHERE state IN ('queued', 'claimed') AND ${FREE_CHAT}`,
    )
    .pluck()
  const claim = $client.prepare<{ id: number; now: number; leaseUntil: number }>(
    `UPDATE outbox SET state = 'claimed', lease_until = @leaseUntil, attempts = attempts + 1
      WHERE id = @id AND ${CLAIMABLE}`,
  )
  const byId = db
    .select()
    .from(outbox)
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare()
  const get = (id: number): OutboxRow | null => byId.get({ id }) ?? null

  return {
    async add(row) {
      const values = { ...row, state: 'queued', attempts: 0 } as const
      return db.insert(outbox).values(values).onConflictDoNothing({ target: outbox.key }).run().changes === 1
    },
    async list(state) {
      const rows = db.select().from(outbox).orderBy(asc(outbox.id))
      return state === undefined ? rows.all() : rows.where(eq(outbox.state, state)).all()
    },
    async get(id) {
      return get(id)
    },
    async due(now, limit) {
      return due.all({ now, limit })
    },
    async nextDue(now) {
      return nextDue.get({ now }) ?? null
    },
    async claim(id, now, leaseUntil) {
      return claim.run({ id, now, leaseUntil }).changes === 1 ? get(id) : null
    },
    async finish(id, change) {
      const ended = change.state !== undefined && ENDED.includes(change.state)
      const released = change.state !== undefined && change.state !== 'claimed'
      db.update(outbox)
        .set({
          ...(released && { leaseUntil: null }),
          ...change,
          // The text of a reply is nobody's business once it needs not be sent any more.
          ...(ended && { facts: sql`CASE topic WHEN 'reply' THEN '{}' ELSE facts END` }),
        })
        // What was sent stays sent, whatever a process that had lost its lease believes.
        .where(and(eq(outbox.id, id), ne(outbox.state, 'sent')))
        .run()
    },
    async releaseClaims() {
      const released = { state: 'queued', leaseUntil: null } as const
      return db.update(outbox).set(released).where(eq(outbox.state, 'claimed')).run().changes
    },
    async withdraw(keyPrefix) {
      return db
        .update(outbox)
        .set({ state: 'withdrawn', facts: sql`CASE topic WHEN 'reply' THEN '{}' ELSE facts END` })
        .where(and(eq(outbox.state, 'queued'), sql`substr(key, 1, length(${keyPrefix})) = ${keyPrefix}`))
        .run().changes
    },
    async withPrefix(keyPrefix) {
      const matching = sql`key >= ${keyPrefix} AND key < ${`${keyPrefix}\u{10FFFF}`}`
      return db.select().from(outbox).where(matching).orderBy(asc(outbox.id)).all()
    },
    async address(member, chat, since) {
      const waiting = and(
        eq(outbox.member, member),
        isNull(outbox.chat),
        eq(outbox.state, 'queued'),
        gte(outbox.createdAt, since),
      )
      return db.update(outbox).set({ chat }).where(waiting).run().changes
    },
    async countByState() {
      const rows = db
        .select({ state: outbox.state, count: sql<number>`count(*)` })
        .from(outbox)
        .groupBy(outbox.state)
        .all()
      return Object.fromEntries(rows.map(row => [row.state, row.count]))
    },
  }
}
