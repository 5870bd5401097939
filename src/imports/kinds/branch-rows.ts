import { partWords } from '../../../locales/vi/files.ts'
import { ancestorsOf } from '../../core/unit-tree.ts'
import type { Checks } from '../checks.ts'
import { cellText, type Line } from '../files/cell.ts'
import { foldName } from '../names/fold-name.ts'
import type { UnitFinder } from '../names/unit-finder.ts'
import { type RowMark, rowMarks } from '../tables/row-marks.ts'
import { type LeftOut, type SortedRows, withoutParts } from '../tables/rows.ts'
import { cellOf, countIn, headerOf, type Sheet } from '../tables/sheet.ts'

interface Table {
  sheet: Sheet
  /** Columns of counts that are read; none of a table of values. */
  fields: readonly string[]
  /** What else a row is of, of which only the same is summed up: an indicator, a period. */
  keys: readonly string[]
  find: UnitFinder
}

interface Row {
  line: Line
  mark: RowMark
  /** The units that it names; none of a part that names no unit. */
  codes: readonly string[]
  /** Whether it is read as a row of a unit. */
  isUnit: boolean
  key: string
  counts: readonly (number | null)[]
}

/** A line of a table: a row, a heading below which nothing belongs to what is above it, or "Trong đó:". */
type Step = Row | 'heading' | 'parts' | null

/** A row and those that stand below it by their marks. */
interface Branches {
  upper: Row
  /** The rows below which it stands itself, and it. */
  line: readonly Row[]
  rows: Row[]
  /** Whether a line between them says that they are parts. */
  areSaid: boolean
  /** Whether the table goes on behind them with a row as high as the upper one. */
  isClosed: boolean
}

const PARTS = partWords.map(foldName)
/** A heading fills so many cells at most, with its number. */
const HEADING = 2
/** Fewer dossiers may be equal by chance; so many rows at most are added up. */
const LEAST = 10
const MOST_ROWS = 60
const SHOWN = 8

/**
 * Takes out the rows that stand below another by what is before their names, "- Huyện …" below a department, and name units
 * that are not below its unit: they are parts of it. Their sum proves it, or a line that says so; where nothing does, the file
 * is refused.
 */
export function withoutBranches(sorted: SortedRows, table: Table, checks: Checks): SortedRows {
  const steps = stepsOf(sorted, table, checks)
  const parts = new Set<Line>()
  for (const branches of branchesIn(steps)) {
    const { upper, line: above, rows, areSaid } = branches
    const named = rows.filter(
      row =>
        isOfUnit(row) &&
        !parts.has(row.line) &&
        !isBelow(row, above, checks) &&
        !isBelow(upper, [row], checks),
    )
    const isProven = areSaid || addUp(branches)
    const doubtful = isProven ? [] : named.filter(row => isDoubtful(row, branches, checks))
    report('branch_rows', doubtful, { upper, table, checks })
    if (isProven) for (const { line } of named) parts.add(line)
  }
  const units = steps.filter(step => isRow(step)).filter(({ isUnit, line }) => isUnit && !parts.has(line))
  for (const [at, upper] of units.entries()) {
    const summed = summedBelow(upper, units.slice(at + 1, at + 1 + MOST_ROWS), checks)
    report('branch_sums', summed, { upper, table, checks })
  }
  return withoutParts(sorted, parts, table.sheet)
}

function stepsOf(
  { units, leftOut }: SortedRows,
  { sheet, fields, keys, find }: Table,
  { known }: Checks,
): Step[] {
  const isProvince = (code: string) => known.units.get(code)?.kind === 'province'
  const isWhole = (line: Line) => find.find(cellOf(sheet, line, 'unit')).codes.some(isProvince)
  const markOf = rowMarks(
    sheet,
    units.filter(line => !isWhole(line)),
  )
  const isUnit = new Set(units)
  const why = new Map(leftOut.flatMap(({ row, why: each }) => (row === undefined ? [] : [[row, each]])))
  return sheet.lines.map((line): Step => {
    const left = why.get(line)
    const isOne = isUnit.has(line)
    if (!isOne && left !== 'part' && left !== 'no_figures') return headingIn(line, left)
    const found = find.find(cellOf(sheet, line, 'unit'))
    return {
      line,
      mark: markOf(line),
      codes: left === 'part' || found.otherMarks ? [] : found.codes,
      isUnit: isOne,
      key: keys.map(field => cellOf(sheet, line, field)).join('|'),
      counts: fields.map(field => countIn(sheet, line, field)),
    }
  })
}

/** A printed page repeats a header of many cells, and carries sums: both stand between rows that belong together. */
function headingIn({ cells }: Line, why: LeftOut['why'] | undefined): 'heading' | 'parts' | null {
  if (why === 'struck' || why === undefined) return null
  const texts = [...new Set(cells.map(cellText).filter(text => text !== ''))]
  const folded = texts.map(text => `${foldName(text)} `)
  if (folded.some(text => PARTS.some(word => text.startsWith(`${word} `)))) return 'parts'
  return texts.length <= HEADING || why === 'total' || why === 'group' ? 'heading' : null
}

/** A name that no unit has is asked for elsewhere. */
function isOfUnit({ isUnit, codes }: Row): boolean {
  return isUnit && codes.length > 0
}

function isRow(step: Step): step is Row {
  return step !== null && typeof step !== 'string'
}

/** Each row below which others stand, with them. */
function branchesIn(steps: readonly Step[]): Branches[] {
  const all: Branches[] = []
  let open: Branches[] = []
  for (const step of steps) {
    if (step === null) continue
    if (step === 'heading') open = []
    else if (step === 'parts') for (const one of open.slice(-1)) one.areSaid = true
    else {
      const isAbove = ({ upper }: Branches) => upper.mark.depth < step.mark.depth
      for (const one of open) if (!isAbove(one)) one.isClosed = true
      open = open.filter(isAbove)
      for (const one of open) one.rows.push(step)
      const line = [...open.map(({ upper }) => upper), step]
      const own: Branches = { upper: step, line, rows: [], areSaid: false, isClosed: false }
      open.push(own)
      all.push(own)
    }
  }
  return all.filter(({ upper, rows }) => rows.length > 0 && upper.codes.length > 0)
}

/** Whether the unit of a row lies below that of one of the others; of several of one name any. */
function isBelow(row: Row, above: readonly Row[], { known: { units } }: Checks): boolean {
  const codes = new Set(above.flatMap(each => each.codes))
  return row.codes.some(code => {
    const unit = units.get(code)
    return unit !== undefined && ancestorsOf(unit, units).some(each => codes.has(each.code))
  })
}

/** Whether the rows directly below one give its counts, all of them. */
function addUp({ upper, rows }: Branches): boolean {
  const depth = Math.min(...rows.map(({ mark }) => mark.depth))
  const direct = rows.filter(({ mark, key }) => mark.depth === depth && key === upper.key)
  const sums = upper.counts.map((_, at) => direct.reduce((so, { counts }) => so + (counts[at] ?? 0), 0))
  // One row without any mark may have the same counts by chance.
  const areSeveral = direct.length > 1 || direct.some(({ mark }) => mark.hasMark)
  return areSeveral && sums.some(sum => sum > 0) && sums.every((sum, at) => sum === upper.counts[at])
}

/** A row that only lacks the number that others have may be one of a unit like those, or stand at the end for itself. */
function isDoubtful(row: Row, { upper, isClosed }: Branches, checks: Checks): boolean {
  if (row.key !== upper.key) return false
  if (row.mark.isBullet) return true
  return upper.isUnit && (row.mark.hasMark || (isClosed && !areAlike(row, upper, checks)))
}

function areAlike(row: Row, upper: Row, { known: { units } }: Checks): boolean {
  const kinds = new Set(upper.codes.map(code => units.get(code)?.kind))
  return row.codes.some(code => kinds.has(units.get(code)?.kind))
}

/** The rows directly behind one that give all its counts without any mark, of units of another kind that are not below it. */
function summedBelow(upper: Row, next: readonly Row[], checks: Checks): Row[] {
  const { counts } = upper
  if (new Set(counts).size < 2 || counts.some(count => count === null || count < LEAST)) return []
  const sums = counts.map(() => 0)
  for (const [at, row] of next.entries()) {
    const isOther = row.key === upper.key && !areAlike(row, upper, checks) && !isBelow(row, [upper], checks)
    if (!isOther || row.mark.depth !== upper.mark.depth) return []
    for (const [column, count] of row.counts.entries()) sums[column] = (sums[column] ?? 0) + (count ?? 0)
    if (at > 0 && sums.every((sum, column) => sum === counts[column])) return next.slice(0, at + 1)
    if (sums.some((sum, column) => sum > (counts[column] ?? 0))) return []
  }
  return []
}

/** Rows of one upper row have one cause. */
function report(
  code: 'branch_rows' | 'branch_sums',
  rows: readonly Row[],
  { upper, table: { sheet }, checks }: { upper: Row; table: Table; checks: Checks },
): void {
  const [first] = rows
  if (first === undefined) return
  const named = rows.slice(0, SHOWN).map(({ line }) => `${line.line} “${cellOf(sheet, line, 'unit')}”`)
  const lines = rows.length > SHOWN ? `${named.join('; ')}; …` : named.join('; ')
  const of = `${upper.line.line} “${cellOf(sheet, upper.line, 'unit')}”`
  checks.problems.add(code, { lines, of }, { line: first.line.line, column: headerOf(sheet, 'unit') })
}
