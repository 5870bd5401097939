import type { Checks } from '../checks.ts'
import type { FoundNames } from '../names/name-index.ts'
import type { FoundUnits, UnitFinder } from '../names/unit-finder.ts'
import { cleanName } from '../names/spelling.ts'
import { hasNote } from '../names/unit-dress.ts'
import type { RowReader } from '../tables/row-reader.ts'
import { below } from '../units-above.ts'

/** In which cell a unit is named, by whom it is found, and for which day. */
export interface UnitCell {
  find?: UnitFinder
  field?: string
  /** The name, where it is a part of the cell only. */
  text?: string
  day?: string | undefined
  /** What is said of a cell that names several units. */
  several?: 'several_units' | 'member_units'
}

/** Code of the unit that the row's cell names; empty when it names none or several, which is reported. */
export function foundUnit(row: RowReader, checks: Checks, cell: UnitCell = {}): string {
  const { find = checks.known.findUnit, field = 'unit', day, several = 'several_units' } = cell
  const text = cell.text ?? row.required(field)
  if (text === '') return ''
  const found = underHeading(row, checks, field, find.find(text, day))
  const [code, ...others] = found.codes
  if (code === undefined) {
    const byCode = foundByCode(row, checks, field)
    if (byCode !== null) return byCode
    if (!namesSeveral(text, find)) return reportUnknown(row, checks, field, text)
    row.report(several, {}, field)
    return ''
  }
  if (others.length > 0) {
    row.report(
      'ambiguous_unit',
      { near: found.codes.map(each => shownWithParent(each, checks)).join('; ') },
      field,
    )
  } else if (found.otherMarks && !checks.acceptSpelling) {
    row.report('other_marks', { near: shown(code, checks) }, field)
  } else if (found.otherMarks) {
    row.doubts(checks.warnings).report('spelling_accepted', { unit: shown(code, checks) }, field)
  }
  if (others.length === 0 && hasNote(cleanName(text)))
    row.doubts(checks.notes).report('footnote_mark', { unit: shown(code, checks) }, field)
  const beside = foundByCode(row, checks, field)
  if (beside !== null && others.length === 0 && beside !== code) {
    row.report('unit_code_differs', { unit: shown(beside, checks) }, field)
  }
  return code
}

/**
 * Of several units of one name the one below the unit under which the row stands, or to which the whole table belongs, or of the
 * kind, if that is one. Where the row and the table say different units nothing is chosen.
 */
function underHeading(
  row: RowReader,
  { above, kinds, within, known, notes }: Checks,
  field: string,
  found: FoundUnits,
): FoundUnits {
  if (field !== 'unit' || found.codes.length < 2) return found
  const kind = kinds.get(row.key)
  const only = (upper: string | null | undefined) => {
    const codes = upper === null || upper === undefined ? [] : below(found.codes, upper, known.units)
    return codes.length === 1 ? codes : []
  }
  const [byRow, byTable] = [only(above.get(row.key)), only(within)]
  const byKind = found.codes.filter(code => kind !== undefined && known.units.get(code)?.kind === kind)
  const [codes = []] = [byRow, byTable, byKind].filter(each => each.length === 1)
  const isElsewhere = within !== null && below(codes, within, known.units).length < codes.length
  if (codes.length === 0 || isElsewhere) return found
  const doubts = row.doubts(notes)
  if (byRow.length === 1) doubts.report('under_heading', {}, field)
  else if (byTable.length === 1)
    doubts.report('under_title', { unit: known.units.get(within ?? '')?.name ?? '' }, field)
  else if (kind !== undefined) doubts.report('under_kind', { tier: kind }, field)
  return { ...found, codes }
}

/** A list of which every part names units. */
function namesSeveral(text: string, find: UnitFinder): boolean {
  return [/[|;\n]/, /[|;\n,/]/, /[|;\n,/]|\s(?:và|&|-|–)\s/u].some(between => {
    const parts = text
      .normalize('NFC')
      .split(between)
      .filter(part => part.trim() !== '')
    return parts.length > 1 && parts.every(part => find.find(part.trim()).codes.length > 0)
  })
}

/** The unit that the table's own column of codes names, beside the name. */
function foundByCode(row: RowReader, { known }: Checks, field: string): string | null {
  if (field !== 'unit' || !row.has('unit_code')) return null
  const code = row.text('unit_code')
  return known.units.has(code) ? code : null
}

function reportUnknown(row: RowReader, { known }: Checks, field: string, text: string): '' {
  const near = row.near(known.nearUnits, text)
  if (near === '') row.report('no_unit', {}, field)
  else row.report('unknown_unit', { near }, field)
  return ''
}

function shown(code: string, { known }: Checks): string {
  const name = known.units.get(code)?.name
  return name === undefined ? code : `${code} (${name})`
}

/** Of several with one name the unit above tells them apart. */
function shownWithParent(code: string, { known }: Checks): string {
  const { name = '', parent = null } = known.units.get(code) ?? {}
  const above = parent === null ? undefined : known.units.get(parent)?.name
  return `${code} (${[name, above].filter(each => each !== undefined).join(', ')})`
}

/** Code of the indicator that the row's cell names; empty when it names none or several, which is reported. */
export function foundIndicator(row: RowReader, checks: Checks): string {
  const text = row.required('indicator')
  if (text === '') return ''
  const { codes, otherMarks }: FoundNames = checks.known.findIndicator(text)
  const [code, ...others] = otherMarks ? [] : codes
  if (code === undefined) {
    const near = row.near(checks.known.nearIndicators, text)
    if (near === '') row.report('no_indicator', {}, 'indicator')
    else row.report('unknown_indicator', { near }, 'indicator')
  } else if (others.length > 0) {
    const names = codes.map(each => `${each} (${checks.known.indicators.get(each)?.name ?? each})`)
    row.report('ambiguous_indicator', { near: names.join('; ') }, 'indicator')
  }
  return code ?? ''
}
