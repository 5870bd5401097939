import { kindBeginnings, officeWords } from '../../../locales/vi/files.ts'
import type { Line } from '../files/cell.ts'
import { foldName } from '../names/fold-name.ts'
import type { Nearest } from '../names/nearest.ts'
import type { UnitFinder } from '../names/unit-finder.ts'
import { type SortedRows, withoutParts } from '../tables/rows.ts'
import { cellOf, countIn, type Sheet } from '../tables/sheet.ts'

interface Table {
  sheet: Sheet
  /** Columns of counts that are read; none of a table of values. */
  fields: readonly string[]
  find: UnitFinder
  near: Nearest
}

const BEGINNINGS = [...Object.keys(kindBeginnings), ...officeWords].map(foldName)

/** A row of a unit and the rows below it that name none. */
interface Group {
  upper: Line
  parts: Line[]
}

/**
 * Takes out the rows that break down the unit above them by what names no unit: procedures, fields. Their sums prove it, of
 * every unit that has such rows and in every column that is read; where one is not its sum all rows stay, and are asked for.
 */
export function withoutBrokenDown(sorted: SortedRows, table: Table): SortedRows {
  const { sheet, fields } = table
  const groups = groupsOf(sorted.units, table)
  const isProven =
    fields.length > 0 &&
    groups !== null &&
    groups.some(({ parts }) => parts.length > 1) &&
    groups.every(group => isSum(group, table))
  if (!isProven) return sorted
  const parts = new Set(groups.flatMap(group => group.parts))
  return withoutParts(sorted, parts, sheet)
}

/** The units with such rows; null where one stands above the first unit, or may be a unit that is misspelt or not known. */
function groupsOf(lines: readonly Line[], { sheet, find, near }: Table): Group[] | null {
  const groups: Group[] = []
  let upper: Line | null = null
  for (const line of lines) {
    const name = cellOf(sheet, line, 'unit')
    if (find.find(name).codes.length > 0) {
      upper = line
      continue
    }
    if (upper === null || name === '' || isCalledUnit(name) || near(name, ALMOST) !== '') return null
    const last = groups.at(-1)
    if (last?.upper === upper) last.parts.push(line)
    else groups.push({ upper, parts: [line] })
  }
  return groups
}

/** "Xã …", "UBND …": a unit, though nobody knows it. */
function isCalledUnit(name: string): boolean {
  const folded = foldName(name)
  return BEGINNINGS.some(word => folded.startsWith(`${word} `))
}

/** With so few edits, relative to the longer text, a unit is almost named. */
const ALMOST = 0.25

function isSum({ upper, parts }: Group, { sheet, fields }: Table): boolean {
  const counts = (line: Line) => fields.map(field => countIn(sheet, line, field))
  const [own, others] = [counts(upper), parts.map(counts)]
  return own.every((count, at) => {
    const all = others.map(each => each[at] ?? null)
    return (
      count !== null && all.every(each => each !== null) && all.reduce((so, each) => so + each, 0) === count
    )
  })
}
