/** Far below the number of parameters that one statement can take. */
const CHUNK = 1000

/** Asks for a long list in pieces, and gives all that was found. */
export function inChunks<K, R>(keys: readonly K[], find: (some: K[]) => R[]): R[] {
  const found: R[] = []
  for (let start = 0; start < keys.length; start += CHUNK) {
    for (const row of find(keys.slice(start, start + CHUNK))) found.push(row)
  }
  return found
}
