import { readNumber } from '../values/numbers.ts'
import type { Cell, Span } from './cell.ts'

/** Rows and columns from 0, the last ones included. */
export interface Merge {
  startRow: number
  startCol: number
  endRow: number
  endCol: number
}

/**
 * Writes the text of each merged cell into all cells that it covers, as it is seen, except in a row where nothing else
 * stands: a title, a heading, a note. Numbers are left alone, and those that span rows are given back: whether one is the
 * figure of each row depends on what it is. Null when the merges overlap, as in no sound file.
 */
export function fillMerged(grid: Cell[][], merges: readonly Merge[]): Span[] | null {
  const width = Math.max(0, ...new Set(grid.map(cells => cells.length)))
  let left = grid.length * width
  const before = new Map<number, readonly Cell[]>()
  const spans: Span[] = []
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const cell = grid[startRow]?.[startCol] ?? ''
    if (cell === '') continue
    const isSpan = endRow > startRow && isNumber(cell)
    if (isSpan)
      spans.push({ from: startRow + 1, to: Math.min(endRow + 1, grid.length), column: startCol, cell })
    if (isSpan || typeof cell !== 'string') continue
    for (let row = startRow; row <= Math.min(endRow, grid.length - 1); row++) {
      const cells = grid[row] ?? []
      const last = Math.min(endCol, cells.length - 1)
      left -= last - startCol + 1
      if (left < 0) return null
      const original = before.get(row) ?? [...cells]
      before.set(row, original)
      const isAlone = original.every((each, at) => each === '' || (at >= startCol && at <= endCol))
      if (!isAlone) cells.fill(cell, startCol, last + 1)
    }
  }
  return spans
}

/** Also one that is kept as a text, "≥ 80 %". */
function isNumber(cell: Cell): boolean {
  return typeof readNumber(cell, { decimal: ',', grouped: true }) !== 'string'
}
