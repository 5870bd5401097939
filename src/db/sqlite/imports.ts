import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, or } from './drizzle.ts'
import { importChanges, imports } from './schema.ts'
import type { AuditStore } from '../stores/audit.ts'
import type { ImportStore, NewImport } from '../stores/imports.ts'
import type { Connection } from './connection.ts'
import { inChunks } from './in-chunks.ts'
import type { Revisions } from './revisions.ts'

export function importStore(db: Connection, audit: AuditStore, revisions: Revisions): ImportStore {
  const { key, before, after } = importChanges
  const { storingUntil, ...columns } = getTableColumns(imports)
  // Of one that was undone rows may still be left.
  const isKnown = or(isNull(storingUntil), isNotNull(imports.undoneAt))
  return {
    async list() {
      return db.select(columns).from(imports).where(isKnown).orderBy(desc(imports.id)).all()
    },
    async get(id) {
      return (
        db
          .select(columns)
          .from(imports)
          .where(and(eq(imports.id, id), isKnown))
          .get() ?? null
      )
    },
    async add(record) {
      const { id } = db.insert(imports).values(record).returning({ id: imports.id }).get()
      await audit.add(done(id, record))
      return id
    },
    ...beginning(db, audit, revisions),
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

/** Imports whose rows are stored in parts. */
function beginning(
  db: Connection,
  audit: AuditStore,
  revisions: Revisions,
): Pick<ImportStore, 'begin' | 'complete' | 'brokenOff' | 'breakOff' | 'withdraw' | 'forget'> {
  const { storingUntil } = imports
  return {
    async begin(record, until) {
      const values = { ...record, storingUntil: until }
      return db.insert(imports).values(values).returning({ id: imports.id }).get().id
    },
    async complete(id, until) {
      const isOpen = and(eq(imports.id, id), eq(storingUntil, until))
      const record = db.update(imports).set({ storingUntil: null }).where(isOpen).returning().get()
      if (record === undefined) return false
      await audit.add(done(id, record))
      revisions.bump('observations')
      return true
    },
    async brokenOff(now) {
      const rows = db.select({ id: imports.id }).from(imports).where(lt(storingUntil, now)).all()
      return rows.map(row => row.id)
    },
    async breakOff(id) {
      const isOpen = and(eq(imports.id, id), isNotNull(storingUntil))
      db.update(imports).set({ storingUntil: 0 }).where(isOpen).run()
    },
    async withdraw(id) {
      db.update(imports).set({ storingUntil: 0 }).where(eq(imports.id, id)).run()
      revisions.bump('observations')
    },
    async forget(id) {
      const isLeft = and(eq(imports.id, id), isNotNull(storingUntil))
      const isUndone = isNotNull(imports.undoneAt)
      db.update(imports).set({ storingUntil: null }).where(and(isLeft, isUndone)).run()
      db.delete(imports).where(isLeft).run()
    },
  }
}

/** What the audit keeps of an import that is stored. */
function done(id: number, { at, kind, file }: NewImport): Parameters<AuditStore['add']>[0] {
  return { at, action: 'import', object: `import:${id}`, after: `${kind} ${file}` }
}
