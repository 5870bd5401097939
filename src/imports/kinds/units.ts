import { unitKindWords } from '../../../locales/vi/files.ts'
import { isCalledBy, successorsOf, UNIT_KINDS, type Unit, type UnitKind } from '../../core/unit-tree.ts'
import type { Checks } from '../checks.ts'
import { nearestUnit } from '../known.ts'
import type { Nearest } from '../names/nearest.ts'
import { strictKey } from '../names/spelling.ts'
import { placeOf } from '../names/unit-dress.ts'
import { type UnitFinder, unitFinder } from '../names/unit-finder.ts'
import type { RowReader } from '../tables/row-reader.ts'
import type { CatalogReader, ReadRecord } from './catalog-reader.ts'
import { doubtUnits } from './unit-doubts.ts'

/** "3", "Cấp 2": a level of codes, by which no kind is known. */
const LEVEL = /^(?:c[aấ]p\s+)?(?:[1-4]|I{1,3}|IV)$/iu

export const unitReader: CatalogReader<'units'> = {
  required: ['code', 'name', 'short_name', 'kind', 'parent', 'aliases'],
  optional: ['active_from', 'active_to', 'merged_into'],
  either: [],
  needed: ['code', 'name'],
  needs: () => [],
  read(row, checks) {
    const code = row.code('code')
    const name = withoutOffice(row, checks)
    // A column that the file does not have leaves as it is what an earlier file said.
    const stored = checks.known.units.get(code)
    const kind = kindOf(row, name, stored)
    const unit: Unit = {
      code,
      name,
      shortName: row.text('short_name') || shortNameOf(name, kind, row),
      kind,
      parent: row.has('parent') ? row.textOrNull('parent') : (stored?.parent ?? null),
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
  check(records, checks) {
    const all = new Map(checks.known.units)
    for (const [code, { record }] of records) all.set(code, record)
    const scene = { find: unitFinder(all.values()), near: nearestUnit(all.values(), true), all, checks }
    for (const read of records.values()) settleReferences(read, scene)
    checkCycles(records, all)
    doubtUnits(records, all, checks)
  },
}

/**
 * "UBND phường Tân Phong" is the ward "Phường Tân Phong", which a table of figures calls either way: the office before the name
 * of a place is left out, and that is said.
 */
function withoutOffice(row: RowReader, { notes }: Checks): string {
  const name = row.name('name')
  const place = placeOf(name)
  if (place === null) return name
  row.doubts(notes).report('note_office_left_out', {}, 'name')
  return `${place[0]?.toUpperCase()}${place.slice(1)}`
}

/** As the cell says, or, where the table has no such column, as the name begins. */
function kindOf(row: RowReader, name: string, stored: Unit | undefined): UnitKind {
  if (row.has('kind') && !LEVEL.test(row.text('kind'))) {
    const kind = row.oneOf('kind', UNIT_KINDS, unitKindWords)
    // A city without a unit above it is one of those that are provinces.
    const isCity =
      kind === 'district' &&
      row.has('parent') &&
      row.text('parent') === '' &&
      /^\p{L}+ ph/iu.test(row.text('kind'))
    return isCity ? 'province' : kind
  }
  const words = name.split(' ')
  const begins = (word: string) =>
    strictKey(words.slice(0, word.split(' ').length).join(' ')) === strictKey(word)
  const found = UNIT_KINDS.find(kind => unitKindWords[kind]?.some(begins))
  if (found === undefined && stored === undefined)
    row.report(
      'not_one_of',
      { known: UNIT_KINDS.map(each => unitKindWords[each]?.[0] ?? each).join(', ') },
      'kind',
    )
  return stored?.kind ?? found ?? 'other'
}

/** "Xã Hy Cương" is called "Hy Cương" in lists where the table has no column of short names. */
function shortNameOf(name: string, kind: UnitKind, row: RowReader): string {
  if (row.has('short_name') || (kind !== 'commune' && kind !== 'district' && kind !== 'province')) return name
  const word = unitKindWords[kind]
    ?.toSorted((a, b) => b.length - a.length)
    .find(each => isCalledBy({ name }, each))
  return word === undefined ? name : name.slice(word.length + 1)
}

interface UnitScene {
  find: UnitFinder
  near: Nearest
  all: ReadonlyMap<string, Unit>
  checks: Checks
}

/** Units above and successors by their codes: the file may name them. */
function settleReferences({ record, row }: ReadRecord<Unit>, scene: UnitScene): void {
  if (record.parent !== null) record.parent = codeOf(record.parent, row, 'parent', scene)
  else if (!row.has('parent')) record.parent = onlyProvince(record, row, scene)
  if (record.mergedInto === null) return
  const successors = successorsOf(record).map(code => codeOf(code, row, 'merged_into', scene))
  record.mergedInto = successors.join('|')
}

function codeOf(text: string, row: RowReader, field: string, { find, near, all }: UnitScene): string {
  if (all.has(text)) return text
  const { codes, otherMarks } = find.find(text)
  const [code] = codes
  if (code !== undefined && codes.length === 1 && !otherMarks) return code
  if (codes.length > 1) row.report('ambiguous_unit', { near: codes.join(', ') }, field)
  else {
    const nearest = row.near(near, text)
    if (nearest === '') row.report('no_unit', {}, field)
    else row.report('unknown_unit', { near: nearest }, field)
  }
  return text
}

/** A table without a column of units above is one of the only province that there is. */
function onlyProvince(record: Unit, row: RowReader, { all }: UnitScene): string | null {
  if (!['department', 'district', 'commune'].includes(record.kind)) return record.parent
  const provinces = [...all.values()].filter(unit => unit.kind === 'province')
  if (provinces.length === 1) return provinces[0]?.code ?? null
  row.report('parent_needed', {}, 'parent')
  return null
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
