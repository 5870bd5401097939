import { asc, desc, inArray, sql } from './drizzle.ts'
import { unanswered } from './schema.ts'
import type { UnansweredStore } from '../stores/unanswered.ts'
import type { Connection } from './connection.ts'

/** Longest text kept, and how many: what strangers type must not fill the disk. */
const MAX_LENGTH = 500
const MAX_TEXTS = 5000
/** So many are forgotten at a time, those that were asked longest ago. */
const FORGOTTEN = 500

export function unansweredStore(db: Connection): UnansweredStore {
  const count = db.$client.prepare<[], number>('SELECT count(*) FROM unanswered').pluck()
  return {
    async add(text, at) {
      db.insert(unanswered)
        .values({ text: text.slice(0, MAX_LENGTH).toWellFormed(), times: 1, lastAt: at })
        .onConflictDoUpdate({
          target: unanswered.text,
          set: { times: sql`times + 1`, lastAt: sql`max(last_at, excluded.last_at)` },
        })
        .run()
      if ((count.get() ?? 0) <= MAX_TEXTS) return
      const oldest = db
        .select({ text: unanswered.text })
        .from(unanswered)
        .orderBy(asc(unanswered.lastAt), sql`rowid`)
        .limit(FORGOTTEN)
      db.delete(unanswered).where(inArray(unanswered.text, oldest)).run()
    },
    async list(limit) {
      return db
        .select()
        .from(unanswered)
        .orderBy(desc(unanswered.times), desc(unanswered.lastAt))
        .limit(limit)
        .all()
    },
  }
}
