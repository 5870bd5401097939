import type { CatalogKind, CatalogRecords } from '../db/stores/catalog.ts'
import type { ImportRecord, RecordChange } from '../db/stores/imports.ts'
import type { Stores } from '../db/stores/database.ts'
import { canonical } from './canonical.ts'

/** What an import does to the stored records of one kind. */
export interface RecordPlan<K extends CatalogKind> {
  kind: K
  /** Only what is new or different. */
  records: Map<string, CatalogRecords[K]>
  changes: RecordChange[]
  added: number
  changed: number
  unchanged: number
}

/** Compares records with what is stored under their keys. */
export async function planRecords<K extends CatalogKind>(
  stores: Pick<Stores, 'catalog' | 'imports'>,
  kind: K,
  records: ReadonlyMap<string, CatalogRecords[K]>,
): Promise<RecordPlan<K>> {
  const stored = await stores.catalog.records(kind)
  const plan: RecordPlan<K> = { kind, records: new Map(), changes: [], added: 0, changed: 0, unchanged: 0 }
  for (const [key, record] of records) {
    const current = stored.get(key)
    const before = current === undefined ? null : canonical(current)
    const after = canonical(record)
    if (before === after) {
      plan.unchanged++
      continue
    }
    if (before === null) plan.added++
    else plan.changed++
    plan.records.set(key, record)
    plan.changes.push({ key, before, after })
  }
  return plan
}

/** Stores what the plan changes, with a journal by which it can be undone. Returns the import's id. */
export async function storeRecords<K extends CatalogKind>(
  stores: Pick<Stores, 'catalog' | 'imports'>,
  plan: RecordPlan<K>,
  { file, hash, at, rows }: Pick<ImportRecord, 'file' | 'hash' | 'at' | 'rows'>,
): Promise<number> {
  const { kind, added, changed, unchanged } = plan
  const id = await stores.imports.add({ kind, file, hash, at, rows, added, changed, unchanged })
  await stores.catalog.put(kind, plan.records)
  await stores.imports.addChanges(id, plan.changes)
  return id
}
