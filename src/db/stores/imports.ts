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

/** What is known of an import before it is stored. */
export type NewImport = Omit<ImportRecord, 'id' | 'undoneAt'>

/** Adding, completing and undoing leave a row in the audit. */
export interface ImportStore {
  list(): Promise<ImportRecord[]>
  get(id: number): Promise<ImportRecord | null>
  add(record: NewImport): Promise<number>
  /**
   * Begins an import whose rows are stored in parts: nobody sees it, or them, until it is completed. By `until`,
   * milliseconds, it must be complete; otherwise it was broken off.
   */
  begin(record: NewImport, until: number): Promise<number>
  /** The import is whole: from here on everybody sees its rows. False where it was broken off meanwhile. */
  complete(id: number, until: number): Promise<boolean>
  /** Imports that were begun and not completed in time, and all of which rows are left to be removed. */
  brokenOff(now: number): Promise<number[]>
  /** It will not be completed any more. */
  breakOff(id: number): Promise<void>
  /** Nobody sees the rows of an import any more that is being undone; they may be removed in parts. */
  withdraw(id: number): Promise<void>
  /** Once the rows are removed: an import that was broken off is gone, one that was undone is only that. */
  forget(id: number): Promise<void>
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
