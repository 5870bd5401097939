import type { Checks } from './checks.ts'
import { cellText } from './files/cell.ts'
import type { Located } from './tables/profile-sheet.ts'

/** A key of another system: no blank, a digit at least. */
const KEY = /^(?=.*\d)[\p{L}\d._/-]+$/u

/** One key may be a slip. */
const LEAST_ROWS = 2

/**
 * A table whose column of units holds keys of another system alone, beside the only column that names a unit in each of these
 * rows, none twice, is read by the names, and that is said.
 */
export function withNamedUnits(located: Located, { known, notes }: Checks): Located {
  const { sheet, unread } = located
  const unit = sheet.columns.get('unit')
  if (unit === undefined || sheet.columns.has('unit_code')) return located
  const isKnown = sheet.lines.some(
    ({ cells }) => known.findUnit.find(cellText(cells[unit.index])).codes.length > 0,
  )
  if (isKnown) return located
  const rows = sheet.lines.filter(({ cells }) => KEY.test(cellText(cells[unit.index])))
  const naming = (rows.length < LEAST_ROWS ? [] : unread).filter(({ index }) => {
    const found = rows.map(({ cells }) => known.findUnit.find(cellText(cells[index])))
    const codes = new Set(found.flatMap(each => (each.codes.length === 1 ? each.codes : [])))
    return codes.size === rows.length
  })
  const [column, ...others] = naming
  if (column === undefined || others.length > 0) return located
  notes.add('note_units_by_name', { column: column.name, keys: unit.name })
  const { hasNumbers: _, ...named } = column
  const columns = new Map(sheet.columns).set('unit', named)
  return {
    ...located,
    sheet: { ...sheet, columns },
    unread: unread.filter(each => each !== column),
    read: located.read.map(name => (name === unit.name ? column.name : name)),
  }
}
