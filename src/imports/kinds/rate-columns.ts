import { otherColumnWords } from '../../../locales/vi/files.ts'
import { percentOf } from '../../core/rounding.ts'
import { agree, decimalsOf } from '../figures.ts'
import { cellText, type Line } from '../files/cell.ts'
import type { Problems } from '../problem.ts'
import type { Profile } from '../profile.ts'
import { says } from '../says.ts'
import { type Column, countIn, type Sheet } from '../tables/sheet.ts'
import { readNumber } from '../values/numbers.ts'

/** So many rows at least show that a column holds the rate of two counts, and more than those that differ. */
const LEAST = 2
const CUSTOM = { decimal: ',', grouped: true } as const

type Figure = Profile['figures'][number]

/**
 * Reports rows whose counts do not give the rate that stands beside them, in a column that nobody reads and that is their rate
 * in the other rows: one of the three is mistyped.
 */
export function reportRates(
  figures: readonly Figure[],
  { sheet, units }: { sheet: Sheet; units: readonly Line[] },
  problems: Problems,
): void {
  for (const figure of figures) {
    if (figure.numerator === undefined || figure.denominator === undefined) continue
    const counted = units.flatMap(line => countsOf(line, figure, sheet))
    for (const column of sheet.others.filter(({ name }) => !says([name], otherColumnWords))) {
      const rows = counted.flatMap(each => compared(each, column))
      const differing = rows.filter(({ isEqual }) => !isEqual)
      const equal = rows.length - differing.length
      if (equal < LEAST || equal <= differing.length) continue
      for (const { line, computed, value } of differing)
        problems.add('rate_differs', { computed }, { line, column: column.name, value })
    }
  }
}

interface Counted {
  line: Line
  part: number
  whole: number
}

/** The counts of a row of which a rate can be told. */
function countsOf(line: Line, { numerator, denominator }: Figure, sheet: Sheet): Counted[] {
  const [part, whole] = [sumOf(numerator, line, sheet), sumOf(denominator, line, sheet)]
  return part === null || whole === null || whole === 0 ? [] : [{ line, part, whole }]
}

interface Compared {
  line: number
  computed: number
  value: string
  isEqual: boolean
}

function compared({ line, part, whole }: Counted, { index }: Column): Compared[] {
  const cell = line.cells[index] ?? ''
  const published = readNumber(cell, CUSTOM)
  if (typeof published === 'string') return []
  const exact = (100 * part) / whole
  const { number } = published
  const decimals = decimalsOf(number)
  // A rate may be cut off instead of rounded, or be a part of one; without decimals that is all, or 0, as a count may be.
  const said = decimals > 0 ? [exact, exact / 100] : [exact]
  const isEqual =
    (number === 1 && part === whole) ||
    said.some(each => agree(number, each) || (number <= each && each - number < 10 ** -decimals))
  return [{ line: line.line, computed: percentOf(part, whole), value: cellText(cell), isEqual }]
}

/** Null where one of the cells holds no count. */
function sumOf(fields: readonly string[] = [], line: Line, sheet: Sheet): number | null {
  const counts = fields.map(field => countIn(sheet, line, field))
  const known = counts.filter(count => count !== null)
  return known.length < counts.length || counts.length === 0 ? null : known.reduce((so, each) => so + each, 0)
}
