import type { CatalogKind, CatalogRecords } from '../../db/stores/catalog.ts'
import type { Checks } from '../checks.ts'
import type { Known } from '../known.ts'
import type { RowReader } from '../tables/row-reader.ts'

/** A record and the row that says it. */
export interface ReadRecord<R> {
  record: R
  row: RowReader
}

/** How one kind of catalog file becomes records. */
export interface CatalogReader<K extends CatalogKind> {
  required: readonly string[]
  optional: readonly string[]
  /** Groups of columns of which the file must have at least one. */
  either: readonly (readonly string[])[]
  /** Columns that a table with Vietnamese headers must have; the others are made up for. */
  needed: readonly string[]
  /** Kinds that must be stored before such a file means anything. */
  needs(known: Known): CatalogKind[]
  /** Reads one row; what is wrong is reported on it, and then what is returned does not count. */
  read(row: RowReader, checks: Checks): CatalogRecords[K]
  /** Checks the records of the file with each other and with what is stored, once all rows are good. */
  check(records: ReadonlyMap<string, ReadRecord<CatalogRecords[K]>>, checks: Checks): void
}
