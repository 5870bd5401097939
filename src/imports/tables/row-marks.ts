import { cellText, type Line } from '../files/cell.ts'
import type { Sheet } from './sheet.ts'

/** What stands before a name, or in the column of numbers, from the upper to the lower. */
const ROMAN = /^(?:[IVX]{1,5}|[A-ZĐ])[.)]?$/u
const NUMBER = /^\(?\d{1,3}[.)]?$/u
const DOTTED = /^\d{1,3}((?:[.,]\d{1,2})+)[.)]?$/u
const LETTER = /^\(?[a-zđ][.)]?$/u
const BULLET = /^[-–—+•*▪◦]+$/u
/** The same directly before a name. A letter with a point may shorten the kind of a unit: "X. Gào". */
const BEFORE_NAME = /^(\d{1,3}(?:\.\d{1,2})*[.)]?|\(?[a-zđ]\)|[-–—+•*▪◦]+)\s*(?=\p{L})/u

const DEPTHS = { roman: 0, plain: 1, number: 2, letter: 6, unnumbered: 7, bullet: 8 } as const
/** "1.1.1.1" is as deep as any. */
const DEEPEST = 3
/** So many rows at least have their numbers where rows without one stand below them. */
const LEAST = 2

/** How a row stands among the others by what is before its name. */
export interface RowMark {
  /** Less is higher. */
  depth: number
  isBullet: boolean
  /** Whether anything is before its name. */
  hasMark: boolean
}

/**
 * How deep each row stands by what is before its name, `I`, `1`, `1.1`, `a)`, `-` or nothing; of rows with equal marks the
 * indented ones deeper. `units` are the rows of units, by which it is seen what a row without a mark is.
 */
export function rowMarks(
  { columns }: Pick<Sheet, 'columns'>,
  units: readonly Line[],
): (line: Line) => RowMark {
  const at = columns.get('unit')?.index ?? 0
  const bullets: string[] = []
  const bulletDepth = (text: string) => {
    const kind = text.slice(0, 1).replace(/[–—]/u, '-')
    if (!bullets.includes(kind)) bullets.push(kind)
    return DEPTHS.bullet + bullets.indexOf(kind)
  }
  const depthOf = (text: string): number | null => {
    const dotted = DOTTED.exec(text)?.[1]
    if (dotted !== undefined) return DEPTHS.number + Math.min(DEEPEST, dotted.split(/[.,]/).length - 1)
    if (NUMBER.test(text)) return DEPTHS.number
    if (LETTER.test(text)) return DEPTHS.letter
    if (BULLET.test(text)) return bulletDepth(text)
    return ROMAN.test(text) ? DEPTHS.roman : null
  }
  const markedDepth = ({ cells }: Line): number | null => {
    const beside = cells.slice(0, at).flatMap(cell => depthOf(cellText(cell)) ?? [])
    const before = depthOf(BEFORE_NAME.exec(cellText(cells[at]))?.[1] ?? '')
    const depths = [...beside.slice(0, 1), ...(before === null ? [] : [before])]
    return depths.length === 0 ? null : Math.max(...depths)
  }
  const unmarked = areBelowNumbers(units.map(markedDepth)) ? DEPTHS.unnumbered : DEPTHS.plain
  return line => {
    const marked = markedDepth(line)
    const depth = marked ?? unmarked
    return {
      depth: depth + Math.min(line.indent ?? 0, 9) / 10,
      isBullet: depth >= DEPTHS.bullet,
      hasMark: marked !== null,
    }
  }
}

/** Whether rows without a mark stand below those with numbers: not where the numbers begin behind one of them. */
function areBelowNumbers(depths: readonly (number | null)[]): boolean {
  const first = depths.indexOf(DEPTHS.number)
  return depths[first - 1] !== null && depths.filter(depth => depth === DEPTHS.number).length >= LEAST
}
