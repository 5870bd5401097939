/** What a cell holds: text as it stands, or a number that the file itself keeps as one. */
export type Cell = string | number | Percent | Formula

/** A number that the spreadsheet shows in percent: 40.3 where it keeps 0.403. */
export interface Percent {
  percent: number
}

/** A formula of which the file holds no result. */
export interface Formula {
  formula: string
}

/** Whether a cell holds a formula without its result. */
export function isUncomputed(cell: Cell): cell is Formula {
  return typeof cell === 'object' && 'formula' in cell
}

/** One row as it stands in the file. */
export interface Line {
  /** Number of its first line, or of the spreadsheet's row, from 1. */
  line: number
  cells: readonly Cell[]
  /** How many columns of the file stand before its first cell; absent where none do. */
  offset?: number
  /** How deep its name is indented, in steps of two blanks; absent where it is not. */
  indent?: number
  /** Whether something that is read of it is struck through. */
  isStruck?: boolean
}

/** What tells a row from all others of its sheet, of which tables may stand side by side. */
export function keyOf({ line, offset = 0 }: Line): number {
  return line + offset * 1_000_000
}

/** A number in a cell that is merged over rows: the first and the last by their numbers, and the column from 0. */
export interface Span {
  from: number
  to: number
  column: number
  cell: Cell
}

/** Where a cell stands: number of its row, and its column from 0. */
export interface Spot {
  line: number
  column: number
}

/** One sheet of a file; blank lines are left out. */
export interface Grid {
  /** Null where the format has no sheets. */
  name: string | null
  isHidden: boolean
  lines: readonly Line[]
  hiddenLines: readonly number[]
  /** Letters of the hidden columns. */
  hiddenColumns: readonly string[]
  /** Cells that are struck through, as what does not hold any more. */
  struck: readonly Spot[]
  /** Numbers in cells that are merged over rows. */
  spans: readonly Span[]
  /** Cells that carry a comment, by their names: `D2`. */
  comments: readonly string[]
  /** Cells with a whole number that is shown with three decimals. */
  decimals: readonly string[]
  /** Of a sheet whose tables stood side by side the columns of each, `A–E`; absent where it is as it stands. */
  beside?: readonly string[]
  /** Whether its units stood across, and were put into rows. */
  isTurned?: boolean
  /** Of the report of one unit of itself its name, and the rows that name no indicator; absent of other sheets. */
  own?: { unit: string; others: readonly Line[] }
  /** What the columns are called that held two counts in each cell and were taken apart. */
  pairs?: readonly string[]
}

/** Of a format in which nothing can be hidden, struck through or commented. */
export const UNMARKED = {
  hiddenLines: [],
  hiddenColumns: [],
  struck: [],
  spans: [],
  comments: [],
  decimals: [],
}

/** By how many steps a text is indented with blanks; 0 where it is none, or no name. */
export function indentOf(text: string): number {
  const blanks = /^[ \u00A0]{2,}(?=\S*\p{L})/u.exec(text)?.[0].length ?? 0
  return Math.floor(blanks / 2)
}

/** The cell as a person sees it, trimmed. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  return 'percent' in cell ? `${cell.percent}%` : `=${cell.formula}`
}

/** `A` … `Z`, `AA` …, as the spreadsheet calls its columns. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
