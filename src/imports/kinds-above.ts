import type { UnitKind } from '../core/unit-tree.ts'
import type { Checks } from './checks.ts'
import { cellText, keyOf, type Line } from './files/cell.ts'
import { targetGroup } from './kinds/target-group.ts'
import type { Known } from './known.ts'
import type { Sheet } from './tables/sheet.ts'
import { NUMBERING, unitsAbove } from './units-above.ts'

/** Under which unit, and as a unit of which kind, each row stands in the table. */
export function headingsOf(sheet: Sheet, known: Known): Pick<Checks, 'above' | 'kinds'> {
  return { above: unitsAbove(sheet, known), kinds: kindsAbove(sheet, known) }
}

/**
 * By row the kind of units as which it stands in the table: that of the heading above it, "B. UBND cấp huyện", else that of
 * the title of its column, "Xã, phường". It tells which of several units of one name is meant, and nothing else.
 */
function kindsAbove({ lines, columns }: Sheet, { findUnit }: Known): Map<number, UnitKind> {
  const found = new Map<number, UnitKind>()
  const unit = columns.get('unit')
  if (unit === undefined) return found
  let current = targetGroup(unit.header)?.kind ?? null
  for (const line of lines) {
    const heading = headingIn(line)
    if (heading === null) {
      if (current !== null) found.set(keyOf(line), current)
    } else if (findUnit.find(heading).codes.length === 0) {
      current = targetGroup(heading.replace(NUMBERING, ''))?.kind ?? null
    }
  }
  return found
}

/** The text of a row that holds nothing else but what numbers it. */
function headingIn({ cells }: Line): string | null {
  const texts = [...new Set(cells.map(cellText).filter(text => text !== ''))]
  const [text = '', ...others] = texts.filter(each => /\p{L}{2}/u.test(each) && !/^[IVX]{1,5}$/.test(each))
  const isAlone = texts.length === 1 || (texts.length === 2 && texts[0]!.length <= 5)
  return text !== '' && others.length === 0 && isAlone && !/\d{2}/.test(text) ? text : null
}
