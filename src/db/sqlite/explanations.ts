import { and, asc, eq, inArray, isNull } from './drizzle.ts'
import { explanationRequests, explanations } from './schema.ts'
import type { ExplanationStore } from '../stores/explanations.ts'
import type { Connection } from './connection.ts'
import { inChunks } from './in-chunks.ts'

export function explanationStore(db: Connection): ExplanationStore {
  return {
    async add(row) {
      return db.insert(explanations).values(row).returning({ id: explanations.id }).get().id
    },
    async withdraw(id, at) {
      db.update(explanations).set({ withdrawnAt: at }).where(eq(explanations.id, id)).run()
    },
    async ofUnits(units) {
      const found = inChunks(units, some => {
        const standing = and(inArray(explanations.unit, some), isNull(explanations.withdrawnAt))
        return db.select().from(explanations).where(standing).all()
      })
      return found.toSorted((a, b) => a.id - b.id)
    },
    async ask(row) {
      return db.insert(explanationRequests).values(row).returning({ id: explanationRequests.id }).get().id
    },
    async requests() {
      const standing = isNull(explanationRequests.withdrawnAt)
      return db.select().from(explanationRequests).where(standing).orderBy(asc(explanationRequests.id)).all()
    },
    async updateRequest(id, change) {
      db.update(explanationRequests).set(change).where(eq(explanationRequests.id, id)).run()
    },
  }
}
