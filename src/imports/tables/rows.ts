import {
  allOfWords,
  carriedWords,
  groupWords,
  kindBeginnings,
  officeWords,
  partTotalWords,
  partWords,
  totalWords,
} from '../../../locales/vi/files.ts'
import { cellText, type Line } from '../files/cell.ts'
import { foldName, foldText } from '../names/fold-name.ts'
import type { Nearest } from '../names/nearest.ts'
import { cleanName, isBare } from '../names/spelling.ts'
import type { UnitFinder } from '../names/unit-finder.ts'
import { compilePattern } from '../pattern.ts'
import type { Profile } from '../profile.ts'
import { saysNothing } from '../values/numbers.ts'
import { cellOf, type Sheet } from './sheet.ts'

/** A row that is not read as one of a unit, and why. */
export interface LeftOut {
  line: number
  /** The row itself, where it is one of the table's own. */
  row?: Line
  text: string
  why:
    | 'total'
    | 'group'
    | 'note'
    | 'no_figures'
    | 'without'
    | 'divided'
    | 'blank'
    | 'blank_zero'
    | 'part'
    | 'struck'
}

export interface SortedRows {
  units: Line[]
  /** Rows that sum up all others: to be compared. */
  totals: Line[]
  leftOut: LeftOut[]
}

/** Takes rows of units that are parts of the row above them out, and keeps them among what is left out. */
export function withoutParts(sorted: SortedRows, parts: ReadonlySet<Line>, sheet: Sheet): SortedRows {
  const left = Array.from(parts, (line): LeftOut => ({
    line: line.line,
    row: line,
    text: cellOf(sheet, line, 'unit'),
    why: 'part',
  }))
  const units = sorted.units.filter(line => !parts.has(line))
  return { ...sorted, units, leftOut: [...sorted.leftOut, ...left] }
}

/** The lines between the rows of units that are none: headings and notes, each with its texts. */
export function headingsWithin(
  sheet: Sheet,
  { units, leftOut }: SortedRows,
): { line: number; text: string }[] {
  const last = units.at(-1)?.line ?? 0
  const headings = new Set(
    leftOut
      .filter(({ line, why }) => line < last && (why === 'note' || why === 'group'))
      .map(({ line }) => line),
  )
  return sheet.lines
    .filter(({ line }) => headings.has(line))
    .map(line => ({ line: line.line, text: textsOf(line) }))
}

/** What stands in a line, each text once. */
export function textsOf({ cells }: Line): string {
  return [...new Set(cells.map(cellText).filter(text => text !== ''))].join(' ; ')
}

export interface RowSense {
  profile: Profile
  find: UnitFinder
  near: Nearest
  /** Fields of which a row of a unit fills one at least. */
  figures: readonly string[]
}

const TOTALS = new Set(totalWords.map(foldName))
const CARRIED = carriedWords.map(foldName)
const GROUPS = new Set(groupWords.map(foldName))
/** A digit before any letter, or a formula: "ngày 02 tháng 10" in a column of figures is none. */
const FIGURE = /^(?:=|[^\p{L}]*\d)/u
/** A number somewhere in words, "tối thiểu 65%", that is not the day of a signature. */
const WORDED = /^(?!.*\bng[aà]y\b.*\bth[aá]ng\b).*\d/isu
/** How names of units, and of all units of a kind, begin. */
const UNIT_BEGINNINGS = [
  ...Object.keys(kindBeginnings),
  ...officeWords,
  ...allOfWords,
  'ban',
  'thanh tra',
].map(word => `${foldName(word)} `)
/** What stands before a row that is a part of the one above it. */
const PART_MARK = /^\s*[-–—+•*▪◦]+\s*(?=\p{L})/u
const PARTS = partWords.map(foldName)
/** With so few edits, relative to the longer text, a unit is almost named. */
const ALMOST = 0.25
/** What stands in the column of numbers before the heading of a group. */
const GROUP_MARK = /^(?:[IVX]{1,5}|[A-ZĐ])[.)]?$/u

/** Tells rows of units from sums, headings, notes and signatures. A row with figures and an unknown name is a unit's. */
export function sortRows(sheet: Sheet, sense: RowSense): SortedRows {
  const sorted: SortedRows = { units: [], totals: [], leftOut: [] }
  const patterns = sense.profile.totalRows.map(({ column, pattern }) => ({
    column,
    pattern: compilePattern(pattern),
  }))
  const isSaidTotal = (line: Line) =>
    patterns.some(({ column, pattern }) => pattern?.test(foldText(cellOf(sheet, line, column)).slice(0, 500)))
  const areNumbered = numbersUnits(sheet, sense.find)
  for (const line of sheet.lines) sortRow(line, { sheet, sense, isSaidTotal, areNumbered, sorted })
  return sorted
}

/** The rows of units, by number, that stand behind blank lines and go on with the table above them. */
export function linesBehindBlank({ lines }: Pick<Sheet, 'lines'>, units: readonly Line[]): number[] {
  const isUnit = new Set(units)
  let above = 0
  return lines.flatMap((line, at) => {
    const before = lines[at - 1]
    if (!isUnit.has(line)) return []
    return ++above > 1 && before !== undefined && line.line > before.line + heightOf(before)
      ? [line.line]
      : []
  })
}

/** A cell of a text file may take several lines. */
function heightOf({ cells }: Line): number {
  return 1 + cells.reduce((breaks: number, cell) => breaks + cellText(cell).split('\n').length - 1, 0)
}

interface Sorting {
  sheet: Sheet
  sense: RowSense
  isSaidTotal: (line: Line) => boolean
  /** Whether the rows of units have their numbers in the table. */
  areNumbered: boolean
  sorted: SortedRows
}

function sortRow(line: Line, { sheet, sense, isSaidTotal, areNumbered, sorted }: Sorting): void {
  const key = cellOf(sheet, line, 'unit')
  const lead = leadOf(line, sheet, sense) || key
  const isUnit = key !== '' && sense.find.find(key).codes.length > 0
  const filled = sense.figures.map(field => cellOf(sheet, line, field)).filter(text => text !== '')
  // Signatures stand in the columns of figures, too.
  const isNamed = key !== '' && (beginsLikeUnit(key) || isNumbered(line, sheet))
  const hasFigures = isUnit
    ? filled.length > 0
    : filled.some(text => FIGURE.test(text) || (isNamed && saysFigure(text)))
  const leaveOut = (why: LeftOut['why']) =>
    sorted.leftOut.push({ line: line.line, row: line, text: key || lead || textOf(line), why })
  const total = isSaidTotal(line) ? 'all' : isUnit ? null : totalOf(key || lead)
  if (total !== null) {
    if (total === 'all' && hasFigures) sorted.totals.push(line)
    leaveOut('total')
  } else if (line.isStruck === true) leaveOut('struck')
  else if (!hasFigures) leaveOut(isUnit ? 'no_figures' : isGroup(line, key, sheet) ? 'group' : 'note')
  else if (!isUnit && isGroup(line, key, sheet)) leaveOut('group')
  else if (!isUnit && isPart(key, areNumbered && !isNumbered(line, sheet), sense)) leaveOut('part')
  else sorted.units.push(line)
}

/**
 * Whether a row that names no unit breaks down the one above it, by field or by branch: "- Lĩnh vực Đất đai", "Trong đó: nộp
 * phí", or a row without a number among numbered ones. What begins like a unit or almost names one is asked for.
 */
function isPart(key: string, isUnnumbered: boolean, { near, find }: RowSense): boolean {
  const bare = key.replace(PART_MARK, '')
  if (bare === '' || beginsLikeUnit(bare)) return false
  const folded = `${foldName(bare)} `
  const isSaidPart = PARTS.some(word => folded.startsWith(`${word} `))
  // "Đính chính: Sở Y tế" says something of that unit.
  const named = /^[^:]*:\s*(.+)$/su.exec(bare)?.[1] ?? ''
  if (!isSaidPart && named !== '' && find.find(named).codes.length > 0) return false
  const isSaid = bare !== key || isSaidPart
  return (isSaid || isUnnumbered) && near(bare, ALMOST) === ''
}

/** Whether most rows of units have their numbers in the table. */
function numbersUnits(sheet: Sheet, find: UnitFinder): boolean {
  const units = sheet.lines.filter(line => {
    const key = cellOf(sheet, line, 'unit')
    return key !== '' && find.find(key).codes.length > 0
  })
  const numbered = units.filter(line => isNumbered(line, sheet))
  return units.length > 0 && numbered.length * 2 > units.length
}

/** "Xã …", "UBND các …": whoever writes so means units, known or not. */
function beginsLikeUnit(key: string): boolean {
  const folded = foldName(key)
  return UNIT_BEGINNINGS.some(word => folded.startsWith(word))
}

/** The row has its number in the table. */
function isNumbered({ cells }: Line, { columns }: Sheet): boolean {
  return cells.slice(0, columns.get('unit')?.index ?? 0).some(cell => /^\d{1,4}\.?$/.test(cellText(cell)))
}

/** A number in words, or a word for nothing. */
function saysFigure(text: string): boolean {
  return WORDED.test(text.normalize('NFC')) || saysNothing(text)
}

/** The first text of a row that stands before its figures. */
function leadOf(line: Line, sheet: Sheet, { figures }: RowSense): string {
  const first = Math.min(...figures.map(field => sheet.columns.get(field)?.index ?? Infinity))
  const texts = line.cells.slice(0, Math.min(first, line.cells.length)).map(cellText)
  return texts.findLast(text => /\p{L}{2}/u.test(text)) ?? ''
}

function textOf(line: Line): string {
  return line.cells.map(cellText).find(text => text !== '') ?? ''
}

function totalOf(text: string): 'all' | 'part' | null {
  const folded = foldName(text.replaceAll(/\([^()]*\)/g, ' '))
  if (folded === '') return null
  if (TOTALS.has(folded)) return 'all'
  if (CARRIED.some(word => ` ${folded} `.includes(` ${word} `))) return 'part'
  // "Công bố …" is no "Cộng …".
  const written = cleanName(text)
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
  const isWritten = (word: string) => isBare(text) || written.startsWith(word)
  const isSum = partTotalWords.some(word => folded.startsWith(`${foldName(word)} `) && isWritten(word))
  return isSum ? 'part' : null
}

function isGroup(line: Line, key: string, sheet: Sheet): boolean {
  const plain = foldName(key.replace(/^\(?[IVX]{1,5}[.)]\s*|^[A-ZĐ][.)]\s*/u, ''))
  if (GROUPS.has(plain)) return true
  const index = sheet.columns.get('unit')?.index ?? 0
  return line.cells.slice(0, index).some(cell => GROUP_MARK.test(cellText(cell)))
}
