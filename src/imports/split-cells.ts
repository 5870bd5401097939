import type { Checks } from './checks.ts'
import { cellText, type Line } from './files/cell.ts'
import { cellOf, type Sheet } from './tables/sheet.ts'

/**
 * Reports rows of units in a file of text that have more cells than its header: a decimal comma in a file that separates
 * by commas makes two cells of one number, and shifts all behind it.
 */
export function reportSplitCells(
  { sheet, header }: { sheet: Sheet; header: readonly Line[] },
  { known, problems }: Checks,
): void {
  const width = Math.max(0, ...header.map(({ cells }) => cells.length))
  if (width === 0 || !sheet.columns.has('unit')) return
  const fixed = new Set([...sheet.columns.values()].map(({ index }) => index))
  for (const line of sheet.lines) {
    const extra = line.cells.findLast((cell, at) => at >= width && !fixed.has(at) && cellText(cell) !== '')
    if (extra === undefined || known.findUnit.find(cellOf(sheet, line, 'unit')).codes.length === 0) continue
    problems.add('too_many_cells', { columns: width }, { line: line.line, value: cellText(extra) })
  }
}
