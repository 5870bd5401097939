import type { CatalogKind } from './catalog.ts'

export interface ImportRecord {
  id: number
  kind: string
  file: string
  /** SHA-256 of the file, hex. */
  hash: string
  at: number
  rows: number
  added: number
  changed: number
  unchanged: number
  undoneAt: number | null
}

/** Adding and undoing leave a row in the audit. */
export interface ImportStore {
  list(): Promise<ImportRecord[]>
  get(id: number): Promise<ImportRecord | null>
  add(record: Omit<ImportRecord, 'id' | 'undoneAt'>): Promise<number>
  markUndone(id: number, at: number): Promise<void>
  /** The journal of a catalog import: what each record was before and after. */
  addChanges(id: number, changes: readonly RecordChange[]): Promise<void>
  changes(id: number): Promise<RecordChange[]>
  /** Imports of the kind that changed any of these records and were not undone, ascending. */
  thatChanged(kind: CatalogKind, keys: readonly string[]): Promise<number[]>
}

/** One record of an import's journal; before and after are JSON, null where there was (is) none. */
export interface RecordChange {
  key: string
  before: string | null
  after: string | null
}
