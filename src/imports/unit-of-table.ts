import { kindBeginnings } from '../../locales/vi/files.ts'
import { cellText, type Line } from './files/cell.ts'
import type { Known } from './known.ts'
import { strictKey } from './names/spelling.ts'
import { lowestOf } from './units-above.ts'

/** A name in a title has so many words at most, with its kind. */
const LONGEST = 6

const BEGINNINGS = new Set(
  Object.entries(kindBeginnings)
    .flatMap(([kind, shorts]) => [kind, ...shorts])
    .map(words => strictKey(words.split(' ')[0] ?? '')),
)

/**
 * Code of the unit to which the whole table belongs, which has units below itself: by its title, the letterhead above it or the
 * name of its sheet; the lowest where they lie one in the other. Null where none is named, or several that do not.
 */
export function unitOfTable(titles: readonly Line[], sheetName: string | null, known: Known): string | null {
  const parents = new Set([...known.units.values()].flatMap(({ parent }) => parent ?? []))
  const upper = (text: string): string[] => {
    const { codes, otherMarks } = known.findUnit.find(text)
    const above = otherMarks ? [] : codes.filter(code => parents.has(code))
    return above.length === 1 ? above : []
  }
  const texts = titles.flatMap(({ cells }) => cells.map(cellText)).filter(text => text !== '')
  const named = new Set([...upper(sheetName ?? ''), ...texts.flatMap(text => namedIn(text, upper))])
  const units = [...named].flatMap(code => known.units.get(code) ?? [])
  return lowestOf(units, known.units)?.code ?? null
}

/** The units that a text names with their kinds, wherever in it: of each the longest name. */
function namedIn(text: string, upper: (text: string) => string[]): string[] {
  return namesIn(text, upper).flat()
}

/** Codes of what a text names with its kind, wherever in it: for each name, the longest that fits, all that are called so. */
export function namedUnits(text: string, { findUnit }: Known): string[][] {
  return namesIn(text, name => {
    const { codes, otherMarks } = findUnit.find(name)
    return otherMarks ? [] : [...codes]
  })
}

function namesIn(text: string, find: (name: string) => string[]): string[][] {
  const words = text.split(/[\s,;:()–—]+/u).filter(word => word !== '')
  const found: string[][] = []
  for (let at = 0; at < words.length; at++) {
    if (!BEGINNINGS.has(strictKey(words[at]?.split('.')[0] ?? ''))) continue
    for (let length = LONGEST; length >= 1; length--) {
      const codes = find(words.slice(at, at + length).join(' '))
      if (codes.length === 0) continue
      found.push(codes)
      // "xã An Khê" within "thị xã An Khê" is no other place.
      at += length - 1
      break
    }
  }
  return found
}
