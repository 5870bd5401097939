import type { Cell } from './cell.ts'

/** Rows and columns from 0, the last ones included. */
export interface Merge {
  startRow: number
  startCol: number
  endRow: number
  endCol: number
}

/**
 * Writes the text of each merged cell into all cells that it covers, as it is seen, except in a row where nothing else
 * stands: a title, a heading, a note. Numbers are left alone: one that spans rows is not the figure of each. False when
 * the merges overlap, as in no sound file.
 */
export function fillMerged(grid: Cell[][], merges: readonly Merge[]): boolean {
  const width = Math.max(0, ...new Set(grid.map(cells => cells.length)))
  let left = grid.length * width
  const before = new Map<number, readonly Cell[]>()
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const text = grid[startRow]?.[startCol] ?? ''
    if (text === '' || typeof text !== 'string') continue
    for (let row = startRow; row <= Math.min(endRow, grid.length - 1); row++) {
      const cells = grid[row] ?? []
      const last = Math.min(endCol, cells.length - 1)
      left -= last - startCol + 1
      if (left < 0) return false
      const original = before.get(row) ?? [...cells]
      before.set(row, original)
      const isAlone = original.every((cell, at) => cell === '' || (at >= startCol && at <= endCol))
      if (!isAlone) cells.fill(text, startCol, last + 1)
    }
  }
  return true
}
