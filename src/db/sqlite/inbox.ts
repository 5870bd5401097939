import { asc, eq, sql } from './drizzle.ts'
import { inbox } from './schema.ts'
import type { InboxStore } from '../stores/inbox.ts'
import type { Connection } from './connection.ts'

export function inboxStore(db: Connection): InboxStore {
  const { $client } = db
  const pending = db
    .select()
    .from(inbox)
    .where(sql`id IN (SELECT min(id) FROM inbox WHERE done_at IS NULL GROUP BY channel, address)`)
    .orderBy(asc(inbox.id))
    .limit(sql.placeholder('limit'))
    .prepare()
  const waiting = $client.prepare<[], { count: number; since: number | null }>(
    'SELECT count(*) AS count, min(received_at) AS since FROM inbox WHERE done_at IS NULL',
  )
  return {
    async add(row) {
      const kept = db.insert(inbox).values(row).onConflictDoNothing().returning({ id: inbox.id }).get()
      // The driver gives nothing where the update was known, whatever its types say.
      return (kept as { id: number } | undefined)?.id ?? null
    },
    async pending(limit) {
      return pending.all({ limit })
    },
    async done(id, at) {
      db.update(inbox).set({ doneAt: at, text: '' }).where(eq(inbox.id, id)).run()
    },
    async waiting() {
      return waiting.get() ?? { count: 0, since: null }
    },
  }
}
