/**
 * Edits (insert, delete, replace, swap of two neighbours) that turn `a` into `b`, or `limit + 1` when there are more
 * than `limit`. Damerau's distance in its optimal-string-alignment form.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  const rows = a.length
  const columns = b.length
  if (Math.abs(rows - columns) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: columns + 1 }, (_, column) => column)
  for (let row = 1; row <= rows; row++) {
    const current = [row]
    let best = row
    for (let column = 1; column <= columns; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1))
      if (isSwap(a, b, row, column)) cost = Math.min(cost, before[column - 2]! + 1)
      current.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(above[columns]!, limit + 1)
}

function isSwap(a: string, b: string, row: number, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
    a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
  )
}
