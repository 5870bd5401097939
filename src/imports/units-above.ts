import { ancestorsOf, type Unit } from '../core/unit-tree.ts'
import { type Cell, cellText, keyOf } from './files/cell.ts'
import type { Known } from './known.ts'
import type { Sheet } from './tables/sheet.ts'

/** `I. Huyện …`, `2) Huyện …`: what numbers a heading. */
export const NUMBERING = /^\(?(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})[.)]\s*/u

/** No name of a unit has more letters; a note has. */
const LONGEST = 100

/**
 * By row (`keyOf`) the unit under which it stands in the table: the last above it, or beside it in another column, that
 * has units below itself. It tells which of several units of one name is meant, and nothing else.
 */
export function unitsAbove({ lines, columns }: Sheet, { units, findUnit }: Known): Map<number, string> {
  const above = new Map<number, string>()
  const last = columns.get('unit')?.index
  if (last === undefined) return above
  const parents = new Set([...units.values()].flatMap(({ parent }) => parent ?? []))
  const isUpper = (code: string) => parents.has(code) && units.get(code)?.kind !== 'province'
  let current: string | null = null
  const upperIn = (cell: Cell) => {
    const text = cellText(cell).replace(NUMBERING, '')
    if (text.length > LONGEST || !/\p{L}{2}/u.test(text)) return null
    const { codes, otherMarks } = findUnit.find(text)
    const [code = ''] = codes
    return codes.length === 1 && !otherMarks && isUpper(code) ? code : null
  }
  for (const line of lines) {
    const { cells } = line
    current =
      cells
        .slice(0, last + 1)
        .map(upperIn)
        .findLast(code => code !== null) ?? current
    // What stands behind it is of its row alone.
    const heading =
      cells
        .slice(last + 1)
        .map(upperIn)
        .find(code => code !== null) ?? current
    if (heading !== null) above.set(keyOf(line), heading)
  }
  return above
}

/** Of several units the one that lies below all others; null where there is none such. */
export function lowestOf(named: readonly Unit[], units: ReadonlyMap<string, Unit>): Unit | null {
  const lowest = named.find(unit => {
    const above = new Set(ancestorsOf(unit, units).map(each => each.code))
    return named.every(other => other.code === unit.code || above.has(other.code))
  })
  return lowest ?? null
}

/** Of several units those below the one under which the row stands. */
export function below(codes: readonly string[], above: string, units: ReadonlyMap<string, Unit>): string[] {
  return codes.filter(code => {
    const unit = units.get(code)
    return unit !== undefined && ancestorsOf(unit, units).some(each => each.code === above)
  })
}
