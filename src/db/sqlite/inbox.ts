import { asc, eq, isNull } from './drizzle.ts'
import { inbox } from './schema.ts'
import type { InboxStore } from '../stores/inbox.ts'
import type { Connection } from './connection.ts'

export function inboxStore(db: Connection): InboxStore {
  return {
    async add(row) {
      const kept = db.insert(inbox).values(row).onConflictDoNothing().returning({ id: inbox.id }).get()
      // The driver gives nothing where the update was known, whatever its types say.
      return (kept as { id: number } | undefined)?.id ?? null
    },
    async pending(limit) {
      return db.select().from(inbox).where(isNull(inbox.doneAt)).orderBy(asc(inbox.id)).limit(limit).all()
    },
    async done(id, at) {
      db.update(inbox).set({ doneAt: at, text: '' }).where(eq(inbox.id, id)).run()
    },
  }
}
