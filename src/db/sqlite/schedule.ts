import { eq, sql } from './drizzle.ts'
import { schedule } from './schema.ts'
import type { ScheduleStore } from '../stores/schedule.ts'
import type { Connection } from './connection.ts'

export function scheduleStore(db: Connection): ScheduleStore {
  return {
    async last(job) {
      const { slot, at } = schedule
      return db.select({ slot, at }).from(schedule).where(eq(schedule.job, job)).get() ?? null
    },
    async complete(job, slot, at) {
      db.insert(schedule)
        .values({ job, slot, at })
        // A slot made up for late never takes back a later one.
        .onConflictDoUpdate({ target: schedule.job, set: { slot: sql`max(slot, excluded.slot)`, at } })
        .run()
    },
    async adopt(job, slot, at) {
      db.insert(schedule)
        .values({ job, slot, at })
        .onConflictDoUpdate({ target: schedule.job, set: { slot, at } })
        .run()
    },
  }
}
