import { recordKey } from '../../db/stores/record-key.ts'
import type { CatalogKind, CatalogRecords } from '../../db/stores/catalog.ts'
import { canonical } from '../canonical.ts'
import type { Checks } from '../checks.ts'
import type { Profile } from '../profile.ts'
import { RowReader } from '../tables/row-reader.ts'
import { type SortedRows, sortRows } from '../tables/rows.ts'
import { cellText, type Line } from '../files/cell.ts'
import { cellOf, type Sheet } from '../tables/sheet.ts'
import { withoutBranches } from './branch-rows.ts'
import { campaignReader } from './campaigns.ts'
import type { CatalogReader, ReadRecord } from './catalog-reader.ts'
import { holidayReader } from './holidays.ts'
import { indicatorReader } from './indicators.ts'
import { memberReader } from './members.ts'
import { sayBlank, sayLeftOut } from './say-left-out.ts'
import { targetReader } from './targets.ts'
import { unitReader } from './units.ts'

export const CATALOG_READERS: { [K in CatalogKind]: CatalogReader<K> } = {
  units: unitReader,
  indicators: indicatorReader,
  campaigns: campaignReader,
  targets: targetReader,
  members: memberReader,
  holidays: holidayReader,
}

/** For when a target holds. */
const TERMS = ['campaign', 'phase', 'year']

/** Reads a catalog file: its records by key. A row that is there twice counts once, if it says the same. */
export function readCatalog<K extends CatalogKind>(
  kind: K,
  sheet: Sheet,
  profile: Profile | null,
  checks: Checks,
): Map<string, CatalogRecords[K]> {
  const reader: CatalogReader<K> = CATALOG_READERS[kind]
  const records = new Map<string, ReadRecord<CatalogRecords[K]>>()
  for (const part of partsOf(kind, sheet, profile, checks)) {
    for (const line of part.lines) {
      const row = new RowReader(part, line, checks.problems)
      const record = reader.read(row, checks)
      if (row.isGood) keep({ record, row }, recordKey[kind](record), records, checks)
    }
  }
  checks.shares.report(checks.problems, null)
  if (checks.problems.count === 0) reader.check(records, checks)
  return new Map(Array.from(records, ([key, { record }]) => [key, record]))
}

function keep<R extends object>(
  { record, row }: ReadRecord<R>,
  key: string,
  records: Map<string, ReadRecord<R>>,
  { warnings }: Checks,
): void {
  const first = records.get(key)
  if (first === undefined) records.set(key, { record, row })
  else if (canonical(first.record) === canonical(record)) {
    warnings.add('duplicate_row', { line: first.row.line }, row.place(row.keyField))
  } else row.report('conflicting_row', { line: first.row.line, own: row.line }, row.keyField)
}

/** The rows to be read. Of an office's table headings, sums and notes are left out, and that is said. */
function partsOf(kind: CatalogKind, sheet: Sheet, profile: Profile | null, checks: Checks): Sheet[] {
  if (profile === null) return [sheet]
  if (kind === 'targets' && sheet.columns.has('unit')) return targetParts(sheet, profile, checks)
  const { needed } = CATALOG_READERS[kind]
  const fields = [...sheet.columns.keys()].filter(field => !(field in profile.fixed))
  const isRow = (filled: readonly string[]) =>
    filled.some(field => needed.includes(field)) && filled.length >= 2
  const [kept, left] = [[...sheet.lines], new Array<{ line: number; text: string; why: 'note' }>()]
  const lines = kept.filter(line => {
    const filled = fields.filter(field => cellOf(sheet, line, field) !== '')
    const texts = new Set(filled.map(field => cellOf(sheet, line, field)))
    if (isRow(filled) && texts.size >= 2) return true
    const text = [...texts][0] ?? cellOf(sheet, line, fields[0] ?? '')
    left.push({ line: line.line, text, why: 'note' })
    return false
  })
  sayLeftOut(left, checks)
  return [{ ...sheet, lines }]
}

/** A table of targets by unit; one column for each indicator where the profile says so. */
function targetParts(sheet: Sheet, profile: Profile, checks: Checks): Sheet[] {
  const wide = profile.figures.flatMap(({ indicator, value }) =>
    value === undefined ? [] : [{ indicator, value }],
  )
  const figures = wide.length > 0 ? wide.map(each => each.value) : ['target']
  const find = checks.known.findUnit
  const all = sortRows(sheet, { profile, find, near: checks.known.nearUnits, figures })
  const sorted = withoutBranches(all, { sheet, fields: [], keys: ['indicator', ...TERMS], find }, checks)
  const groups = groupsWithTargets(sheet, figures, sorted)
  sayLeftOut(
    sorted.leftOut.filter(({ row }) => row === undefined || !groups.has(row)),
    checks,
  )
  const units = new Set(sorted.units)
  const lines = sheet.lines.filter(line => units.has(line) || groups.has(line))
  if (wide.length === 0) return [{ ...sheet, lines }]
  const width = Math.max(0, ...new Set(lines.map(line => line.cells.length)))
  const blank: Line[] = []
  const parts = wide.flatMap(({ indicator, value }) => {
    const target = sheet.columns.get(value)
    if (target === undefined) return []
    const filled = lines.filter(line => cellOf(sheet, line, value) !== '')
    blank.push(...lines.filter(line => cellText(line.cells[target.index]) === ''))
    const columns = new Map([
      ...sheet.columns,
      ['target', target],
      ['indicator', { index: width, header: target.header, name: target.name, path: [] }],
    ])
    const named = filled.map(line => ({
      ...line,
      cells: [...line.cells, ...Array.from({ length: width - line.cells.length }, () => ''), indicator],
    }))
    const custom = (field: string) => sheet.custom(field === 'target' ? value : field)
    return [{ ...sheet, lines: named, columns, custom }]
  })
  sayBlank(blank, sheet, checks)
  return parts
}

/**
 * The rows that assign though they name no unit: to all units of a kind, which another table would have as
 * headings, and those of a long table that say for whom, of what and how much, in whatever words.
 */
function groupsWithTargets(
  sheet: Sheet,
  figures: readonly string[],
  { leftOut }: Pick<SortedRows, 'leftOut'>,
): Set<Line> {
  const why = new Map(leftOut.map(each => [each.row, each.why]))
  const fills = (line: Line, ...fields: readonly string[]) =>
    fields.some(field => cellOf(sheet, line, field) !== '')
  const assigning = sheet.lines.filter(line => {
    if (why.get(line) === 'group') return fills(line, ...figures)
    const isLong = sheet.columns.has('indicator') && fills(line, 'indicator') && fills(line, 'unit', 'kind')
    return why.get(line) === 'note' && isLong && fills(line, 'target')
  })
  return new Set(assigning)
}
