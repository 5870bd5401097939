import { asc, eq } from './drizzle.ts'
import { alerts, evaluations } from './schema.ts'
import type { AlertRow, AlertStore } from '../stores/alerts.ts'
import { columnsOf } from './columns-of.ts'
import type { Connection } from './connection.ts'

/** An alert as the driver gives it. */
type Kept = Omit<AlertRow, 'damped'> & { damped: 0 | 1 }

export function alertStore(db: Connection): AlertStore {
  // Asked for every notice that is sent: prepared once, and read as the driver gives it.
  const ofUnits = db.$client.prepare<[string], Kept>(
    `SELECT ${columnsOf(alerts)} FROM alert WHERE unit IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )
  return {
    async ofTerm(term) {
      return db.select().from(alerts).where(eq(alerts.term, term)).orderBy(asc(alerts.id)).all()
    },
    async ofUnits(units) {
      return ofUnits.all(JSON.stringify(units)).map(row => ({ ...row, damped: row.damped === 1 }))
    },
    async insert(row) {
      return db.insert(alerts).values(row).returning({ id: alerts.id }).get().id
    },
    async update(id, change) {
      if (Object.keys(change).length === 0) return
      db.update(alerts).set(change).where(eq(alerts.id, id)).run()
    },
    async clear() {
      db.delete(alerts).run()
      db.delete(evaluations).run()
    },
    async lastEvaluation(term) {
      return db.select().from(evaluations).where(eq(evaluations.term, term)).get()?.at ?? null
    },
    async recordEvaluation(term, at) {
      db.insert(evaluations)
        .values({ term, at })
        .onConflictDoUpdate({ target: evaluations.term, set: { at } })
        .run()
    },
  }
}
