import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, inArray, ne, sql } from './drizzle.ts'
import { outbox } from './schema.ts'
import type { OutboxRow, OutboxStore } from '../stores/outbox.ts'
import { columnsOf } from './columns-of.ts'
import type { Connection } from './connection.ts'
import { ENDED, FORGOTTEN, NOT_AGAIN, WAITING } from './outbox-states.ts'
import { outboxAccounts } from './outbox-accounts.ts'
import { outboxTurns } from './outbox-turns.ts'

type NewRow = Parameters<OutboxStore['add']>[0]

/** What is to be sent, and what became of it. */
export function outboxStore(db: Connection): OutboxStore {
  const byId = db.$client.prepare<[number], OutboxRow>(`SELECT ${columnsOf(outbox)} FROM outbox WHERE id = ?`)
  const add = db.$client.prepare<NewRow>(
    `INSERT INTO outbox (key, topic, facts, member, chat, state, not_before, attempts, created_at)
     VALUES (@key, @topic, @facts, @member, @chat, 'queued', @notBefore, 0, @createdAt)
     ON CONFLICT (key) DO NOTHING`,
  )

  return {
    ...outboxTurns(db),
    ...outboxAccounts(db),
    ...sentRows(db),
    ...withdrawals(db),
    async add(row) {
      return add.run(row).changes === 1
    },
    async list(...states) {
      const rows = db.select().from(outbox).orderBy(asc(outbox.id))
      return states.length === 0 ? rows.all() : rows.where(inArray(outbox.state, states)).all()
    },
    async get(id) {
      return byId.get(id) ?? null
    },
    async amend(id, facts) {
      const waits = and(eq(outbox.id, id), sql.raw(WAITING))
      return db.update(outbox).set({ facts }).where(waits).run().changes === 1
    },
    async finish(id, change) {
      const ended = change.state !== undefined && ENDED.includes(change.state)
      const released = change.state !== undefined && change.state !== 'claimed'
      db.update(outbox)
        .set({
          ...(released && { leaseUntil: null, owner: null, heldFor: null }),
          ...change,
          ...(ended && { facts: sql.raw(FORGOTTEN) }),
        })
        // What was sent stays sent, whatever a process that had lost its lease believes.
        .where(and(eq(outbox.id, id), ne(outbox.state, 'sent')))
        .run()
    },
    async withPrefix(keyPrefix) {
      return db.select().from(outbox).where(isUnder(keyPrefix)).orderBy(asc(outbox.id)).all()
    },
  }
}

function isUnder(keyPrefix: string): SQL {
  return sql`key >= ${keyPrefix} AND key < ${`${keyPrefix}\u{10FFFF}`}`
}

/** What waits and is not to be sent any more. What is on its way at that moment is not put back, should it fail. */
function withdrawals(db: Connection): Pick<OutboxStore, 'withdrawOf' | 'withdrawUnder' | 'withdrawIn'> {
  const withdraw = (which: SQL, state: string = WAITING): number => {
    const underway = and(eq(outbox.state, 'claimed'), which)
    db.update(outbox).set({ heldFor: NOT_AGAIN }).where(underway).run()
    return db
      .update(outbox)
      .set({ state: 'withdrawn', heldFor: null, facts: sql.raw(FORGOTTEN) })
      .where(and(sql.raw(state), which))
      .run().changes
  }
  return {
    withdrawOf: async member => withdraw(eq(outbox.member, member), `(${WAITING} OR state = 'dead')`),
    withdrawUnder: async keyPrefix => withdraw(isUnder(keyPrefix)),
    withdrawIn: async chat => withdraw(sql`chat = ${chat} AND topic <> 'reply'`),
  }
}

/** What arrived in a chat. */
function sentRows(db: Connection): Pick<OutboxStore, 'sentAs' | 'lastSent'> {
  return {
    async sentAs(chat, messageId) {
      const sent = and(eq(outbox.chat, chat), eq(outbox.messageId, messageId), eq(outbox.state, 'sent'))
      return db.select().from(outbox).where(sent).orderBy(desc(outbox.id)).limit(1).get() ?? null
    },
    async lastSent(chat) {
      const sent = and(eq(outbox.chat, chat), eq(outbox.state, 'sent'))
      return (
        db.select().from(outbox).where(sent).orderBy(desc(outbox.sentAt), desc(outbox.id)).limit(1).get() ??
        null
      )
    },
  }
}
