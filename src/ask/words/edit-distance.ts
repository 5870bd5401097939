/**
 * Edits (insert, delete, replace, swap of two neighbours) that turn `a` into `b`, or `limit + 1` when there are more
 * than `limit`. Damerau's distance in its optimal-string-alignment form, of which only the band of `limit` cells on
 * both sides of the diagonal is computed.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  const { first, lastA, lastB } = unlike(a, b)
  return banded(a.slice(first, lastA), b.slice(first, lastB), limit)
}

/** Where two texts begin to be unlike, and where each of them ends to be. */
function unlike(a: string, b: string): { first: number; lastA: number; lastB: number } {
  let first = 0
  while (first < a.length && a.charCodeAt(first) === b.charCodeAt(first)) first++
  let [lastA, lastB] = [a.length, b.length]
  while (lastA > first && lastB > first && a.charCodeAt(lastA - 1) === b.charCodeAt(lastB - 1)) {
    lastA--
    lastB--
  }
  return { first, lastA, lastB }
}

/** Rows for names of usual length: they are looked at too often to be made anew. */
const LONGEST_USUAL = 64
const ROWS = [0, 1, 2].map(() => new Uint16Array(LONGEST_USUAL + 1))

function banded(a: string, b: string, limit: number): number {
  const [rows, columns] = [a.length, b.length]
  const far = limit + 1
  const [one, two, three] = ROWS.map(row =>
    columns <= LONGEST_USUAL ? row.fill(far, 0, columns + 1) : new Uint16Array(columns + 1).fill(far),
  )
  let [before, above, current] = [one!, two!, three!]
  for (let column = 0; column <= Math.min(columns, limit); column++) above[column] = column
  for (let row = 1; row <= rows; row++) {
    const [first, last] = [Math.max(1, row - limit), Math.min(columns, row + limit)]
    current[first - 1] = first === 1 && row <= limit ? row : far
    let best: number = current[first - 1]!
    for (let column = first; column <= last; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1))
      if (!same && isSwap(a, b, row, column)) cost = Math.min(cost, before[column - 2]! + 1)
      current[column] = Math.min(cost, far)
      if (cost < best) best = cost
    }
    if (last < columns) current[last + 1] = far
    if (best > limit) return far
    ;[before, above, current] = [above, current, before]
  }
  return Math.min(above[columns]!, far)
}

function isSwap(a: string, b: string, row: number, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
    a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
  )
}

/** The same for a limit of 1: what is alike at both ends is left out, and at most a letter or a swap may be left. */
export function oneEdit(a: string, b: string): 0 | 1 | 2 {
  if (a === b) return 0
  const { first, lastA, lastB } = unlike(a, b)
  const [left, right] = [lastA - first, lastB - first]
  if (left <= 1 && right <= 1) return 1
  return left === 2 && right === 2 && isSwap(a, b, first + 2, first + 2) ? 1 : 2
}
