import type { Checks } from './checks.ts'
import { cellText } from './files/cell.ts'
import type { Located } from './tables/profile-sheet.ts'
import { below } from './units-above.ts'

/** One such row may be a slip. */
const LEAST_ROWS = 2

/**
 * Warns of a column that is not read and names other units than the one that is, none above them: of which of both the figures
 * are is not said.
 */
export function doubtOtherUnits({ sheet, unread }: Located, { known, warnings }: Checks): void {
  const unit = sheet.columns.get('unit')
  if (unit === undefined) return
  const { findUnit, units } = known
  for (const { index, name, hasNumbers } of unread) {
    if (hasNumbers) continue
    const others = sheet.lines.filter(({ cells }) => {
      const [own, beside] = [unit.index, index].map(at => findUnit.find(cellText(cells[at])).codes)
      if (own === undefined || beside === undefined || own.length === 0 || beside.length === 0) return false
      const isAbove = beside.some(code => own.includes(code) || below(own, code, units).length > 0)
      return !isAbove
    })
    const [first] = others
    if (first === undefined || others.length < LEAST_ROWS) continue
    const value = cellText(first.cells[index])
    warnings.add('other_units', { units: unit.name }, { line: first.line, column: name, value })
  }
}
