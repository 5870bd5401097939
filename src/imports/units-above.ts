import { ancestorsOf, type Unit } from '../core/unit-tree.ts'
import { cellText } from './files/cell.ts'
import type { Known } from './known.ts'
import type { Sheet } from './tables/sheet.ts'

/** `I. Huyện …`, `2) Huyện …`: what numbers a heading. */
const NUMBERING = /^\(?(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})[.)]\s*/u

/**
 * By the line of each row the unit under which it stands in the table: the last above it, or beside it in a column before, that
 * has units below itself. It tells which of several units of one name is meant, and nothing else.
 */
export function unitsAbove({ lines, columns }: Sheet, { units, findUnit }: Known): Map<number, string> {
  const above = new Map<number, string>()
  const last = columns.get('unit')?.index
  if (last === undefined) return above
  const parents = new Set([...units.values()].flatMap(({ parent }) => parent ?? []))
  const isUpper = (code: string) => parents.has(code) && units.get(code)?.kind !== 'province'
  let current: string | null = null
  for (const { line, cells } of lines) {
    for (const cell of cells.slice(0, last + 1)) {
      const text = cellText(cell).replace(NUMBERING, '')
      if (!/\p{L}{2}/u.test(text)) continue
      const { codes, otherMarks } = findUnit.find(text)
      const [code = ''] = codes
      if (codes.length === 1 && !otherMarks && isUpper(code)) current = code
    }
    if (current !== null) above.set(line, current)
  }
  return above
}

/** Of several units those below the one under which the row stands. */
export function below(codes: readonly string[], above: string, units: ReadonlyMap<string, Unit>): string[] {
  return codes.filter(code => {
    const unit = units.get(code)
    return unit !== undefined && ancestorsOf(unit, units).some(each => each.code === above)
  })
}
