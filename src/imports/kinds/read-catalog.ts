import { recordKey } from '../../db/stores/record-key.ts'
import type { CatalogKind, CatalogRecords } from '../../db/stores/catalog.ts'
import { canonical } from '../canonical.ts'
import type { Known } from '../known.ts'
import type { Problems } from '../problem.ts'
import { RowReader } from '../row-reader.ts'
import type { Sheet } from '../sheet.ts'
import { campaignReader } from './campaigns.ts'
import type { CatalogReader, ReadRecord } from './catalog-reader.ts'
import { indicatorReader } from './indicators.ts'
import { memberReader } from './members.ts'
import { targetReader } from './targets.ts'
import { unitReader } from './units.ts'

export const CATALOG_READERS: { [K in CatalogKind]: CatalogReader<K> } = {
  units: unitReader,
  indicators: indicatorReader,
  campaigns: campaignReader,
  targets: targetReader,
  members: memberReader,
}

/** Reads a catalog file: its records by key. A row that is there twice counts once, if it says the same. */
export function readCatalog<K extends CatalogKind>(
  kind: K,
  sheet: Sheet,
  known: Known,
  problems: Problems,
  warnings: Problems,
): Map<string, CatalogRecords[K]> {
  const reader: CatalogReader<K> = CATALOG_READERS[kind]
  const records = new Map<string, ReadRecord<CatalogRecords[K]>>()
  for (const cells of sheet.rows) {
    const row = new RowReader(sheet, cells, problems)
    const record = reader.read(row, known)
    if (!row.isGood) continue
    const key = recordKey[kind](record)
    const first = records.get(key)
    const field = sheet.columns.keys().next().value
    if (first === undefined) records.set(key, { record, row })
    else if (canonical(first.record) === canonical(record)) {
      warnings.add('duplicate_row', { line: first.row.line }, row.place(field))
    } else row.report('conflicting_row', { line: first.row.line }, field)
  }
  if (problems.count === 0) reader.check(records, known)
  return new Map(Array.from(records, ([key, { record }]) => [key, record]))
}
