import { asc, eq, sql } from './drizzle.ts'
import { alerts, evaluations } from './schema.ts'
import type { AlertStore } from '../stores/alerts.ts'
import type { Connection } from './connection.ts'

export function alertStore(db: Connection): AlertStore {
  // Asked for every notice that is sent: prepared once.
  const ofUnits = db
    .select()
    .from(alerts)
    .where(sql`${alerts.unit} IN (SELECT value FROM json_each(${sql.placeholder('units')}))`)
    .orderBy(asc(alerts.id))
    .prepare()
  return {
    async ofTerm(term) {
      return db.select().from(alerts).where(eq(alerts.term, term)).orderBy(asc(alerts.id)).all()
    },
    async ofUnits(units) {
      return ofUnits.all({ units: JSON.stringify(units) })
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
