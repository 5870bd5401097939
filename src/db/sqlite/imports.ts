import { and, asc, desc, eq, getTableColumns, inArray, isNull } from './drizzle.ts'
import { importChanges, imports } from './schema.ts'
import type { AuditStore } from '../stores/audit.ts'
import type { ImportStore } from '../stores/imports.ts'
import type { Connection } from './connection.ts'
import { inChunks } from './in-chunks.ts'

export function importStore(db: Connection, audit: AuditStore): ImportStore {
  const { key, before, after } = importChanges
  const { storingUntil, ...columns } = getTableColumns(imports)
  return {
    async list() {
      return db.select(columns).from(imports).where(isNull(storingUntil)).orderBy(desc(imports.id)).all()
    },
    async get(id) {
      return (
        db
          .select(columns)
          .from(imports)
          .where(and(eq(imports.id, id), isNull(storingUntil)))
          .get() ?? null
      )
    },
    async add(record) {
      const { id } = db.insert(imports).values(record).returning({ id: imports.id }).get()
      const { at, kind, file } = record
      await audit.add({ at, action: 'import', object: `import:${id}`, after: `${kind} ${file}` })
      return id
    },
    async markUndone(id, at) {
      db.update(imports).set({ undoneAt: at }).where(eq(imports.id, id)).run()
      await audit.add({ at, action: 'undo', object: `import:${id}` })
    },
    async addChanges(importId, changes) {
      inChunks(changes, some => {
        db.insert(importChanges)
          .values(some.map(change => ({ importId, ...change })))
          .run()
        return []
      })
    },
    async changes(id) {
      return db
        .select({ key, before, after })
        .from(importChanges)
        .where(eq(importChanges.importId, id))
        .orderBy(asc(importChanges.id))
        .all()
    },
    async thatChanged(kind, keys) {
      const found = inChunks(keys, some =>
        db
          .selectDistinct({ id: imports.id })
          .from(importChanges)
          .innerJoin(imports, eq(imports.id, importChanges.importId))
          .where(and(inArray(key, some), eq(imports.kind, kind), isNull(imports.undoneAt)))
          .all(),
      )
      return [...new Set(found.map(row => row.id))].toSorted((a, b) => a - b)
    },
  }
}
