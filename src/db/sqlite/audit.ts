import { asc, gte, inArray } from './drizzle.ts'
import { audit } from './schema.ts'
import type { Actor, AuditStore } from '../stores/audit.ts'
import type { Connection } from './connection.ts'
import { inChunks } from './in-chunks.ts'

/** Who did what. `actor` says who writes at the moment. */
export function auditStore(db: Connection, actor: () => Actor): AuditStore {
  return {
    async add({ by, before = null, after = null, ...entry }) {
      const { name, chat } = by ?? actor()
      db.insert(audit)
        .values({ ...entry, actor: name, chat, before, after })
        .run()
    },
    async since(at) {
      return db.select().from(audit).where(gte(audit.at, at)).orderBy(asc(audit.id)).all()
    },
    async about(objects) {
      const found = inChunks(objects, some =>
        db.select().from(audit).where(inArray(audit.object, some)).all(),
      )
      return found.toSorted((a, b) => a.id - b.id)
    },
  }
}
