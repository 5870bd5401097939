import { successorsOf, UNIT_KINDS, type Unit } from '../../core/unit-tree.ts'
import { nearestUnit } from '../known.ts'
import type { Nearest } from '../nearest.ts'
import type { RowReader } from '../row-reader.ts'
import type { CatalogReader, ReadRecord } from './catalog-reader.ts'

export const unitReader: CatalogReader<'units'> = {
  required: ['code', 'name', 'short_name', 'kind', 'parent', 'aliases'],
  optional: ['active_from', 'active_to', 'merged_into'],
  either: [],
  needs: () => [],
  read(row, known) {
    const code = row.code('code')
    const name = row.required('name')
    // A column that the file does not have leaves as it is what an earlier file said.
    const stored = known.units.get(code)
    const unit: Unit = {
      code,
      name,
      shortName: row.text('short_name') || name,
      kind: row.oneOf('kind', UNIT_KINDS),
      parent: row.textOrNull('parent'),
      aliases: row.list('aliases'),
      activeFrom: row.has('active_from') ? row.day('active_from') : (stored?.activeFrom ?? null),
      activeTo: row.has('active_to') ? row.day('active_to') : (stored?.activeTo ?? null),
      mergedInto: row.has('merged_into')
        ? row.list('merged_into').join('|') || null
        : (stored?.mergedInto ?? null),
    }
    if (unit.activeFrom !== null && unit.activeTo !== null && unit.activeTo < unit.activeFrom) {
      row.report('dates_reversed', { from: unit.activeFrom }, 'active_to')
    }
    return unit
  },
  check(records, known) {
    const all = new Map(known.units)
    for (const [code, { record }] of records) all.set(code, record)
    const near = nearestUnit(all.values())
    for (const { record, row } of records.values()) {
      if (record.parent !== null && !all.has(record.parent)) reportUnknown(row, 'parent', near)
      if (successorsOf(record).some(code => !all.has(code))) reportUnknown(row, 'merged_into', near)
    }
    checkCycles(records, all)
  },
}

function reportUnknown(row: RowReader, field: string, near: Nearest): void {
  row.report('unknown_unit', { near: row.near(near, row.text(field)) }, field)
}

function checkCycles(records: ReadonlyMap<string, ReadRecord<Unit>>, all: ReadonlyMap<string, Unit>): void {
  const parents = cyclesIn(all, unit => (unit.parent === null ? [] : [unit.parent]))
  const mergers = cyclesIn(all, successorsOf)
  for (const [code, { row }] of records) {
    const parent = parents.get(code)
    const merger = mergers.get(code)
    if (parent !== undefined) row.report('parent_cycle', { path: parent.join(' → ') }, 'parent')
    if (merger !== undefined) row.report('merge_cycle', { path: merger.join(' → ') }, 'merged_into')
  }
}

/** For each unit that lies on a circle of references, a way around it, from the unit back to itself. */
export function cyclesIn(
  units: ReadonlyMap<string, Unit>,
  next: (unit: Unit) => readonly string[],
): Map<string, string[]> {
  const cycles = new Map<string, string[]>()
  const settled = new Set<string>()
  const path: string[] = []
  const visit = (code: string): void => {
    const entry = path.indexOf(code)
    const circle = entry === -1 ? [] : path.slice(entry)
    for (const [index, member] of circle.entries()) {
      cycles.set(member, [...circle.slice(index), ...circle.slice(0, index), member])
    }
    const unit = units.get(code)
    if (entry !== -1 || unit === undefined || settled.has(code)) return
    path.push(code)
    for (const one of next(unit)) visit(one)
    path.pop()
    settled.add(code)
  }
  for (const code of units.keys()) visit(code)
  return cycles
}
