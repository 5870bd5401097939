import type { Checks } from '../checks.ts'
import type { Line } from '../files/cell.ts'
import { firstFew, shortened } from '../shortened.ts'
import { type LeftOut, linesBehindBlank } from '../tables/rows.ts'
import { cellOf, type Sheet } from '../tables/sheet.ts'

const SHOWN = 12
const QUOTED = 50
const CODES = {
  total: 'note_totals',
  group: 'note_groups',
  note: 'note_left_out',
  no_figures: 'note_no_figures',
  without: 'note_without',
  divided: 'note_divided',
  blank: 'note_blank_counts',
  blank_zero: 'note_blank_zero',
  part: 'note_parts',
  struck: 'struck_rows',
} as const

/** Says which rows were not read as rows of units, by number and name. */
export function sayLeftOut(leftOut: readonly LeftOut[], checks: Checks): void {
  checks.leftOut.rows += leftOut.length
  checks.leftOut.notes.push(...leftOut.filter(({ why }) => why === 'note').map(({ text }) => text))
  sayRows(leftOut, checks)
}

/** Says in which rows of units some cells say in words that there is no figure. */
export function sayWithout(without: readonly LeftOut[], checks: Checks): void {
  sayRows([...new Map(without.map(each => [`${each.line}${each.why}`, each])).values()], checks)
}

function sayRows(leftOut: readonly LeftOut[], { notes }: Checks): void {
  for (const [why, rows] of Map.groupBy(leftOut, each => each.why)) {
    notes.add(CODES[why], { count: rows.length, lines: shownRows(rows) })
  }
}

/** The first rows by number and name. */
function shownRows(rows: readonly Pick<LeftOut, 'line' | 'text'>[]): string {
  const shown = rows
    .slice(0, SHOWN)
    .map(({ line, text }) => (text === '' ? `${line}` : `${line} “${shortened(text, QUOTED)}”`))
  return rows.length > SHOWN ? `${shown.join('; ')}; …` : shown.join('; ')
}

/** Says where an indicator that others are assigned is left empty. */
export function sayBlank(lines: readonly Line[], sheet: Sheet, { notes }: Checks): void {
  if (lines.length === 0) return
  const rows = lines.map(line => ({ line: line.line, text: cellOf(sheet, line, 'unit') }))
  notes.add('note_blank_targets', { count: rows.length, lines: shownRows(rows) })
}

/** Says where a table went on behind blank lines: another table may begin there. */
export function sayGoesOn(sheet: Sheet, units: readonly Line[], { notes }: Checks): void {
  const lines = linesBehindBlank(sheet, units)
  if (lines.length === 0) return
  notes.add('goes_on', { lines: firstFew(lines, SHOWN) })
}
