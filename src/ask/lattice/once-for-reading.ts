import type { ReadTokens } from './read-entities.ts'

/**
 * `find`, which looks at one reading only once: the clauses, the evidence and what is left over all ask for the same.
 * What else it is given belongs to the reading, as the lexicon does in which it was read.
 */
export function onceForReading<V extends object, A extends unknown[]>(
  find: (read: ReadTokens, ...beside: A) => V,
): (read: ReadTokens, ...beside: A) => V {
  const found = new WeakMap<ReadTokens, V>()
  return (read, ...beside) => {
    const known = found.get(read) ?? find(read, ...beside)
    found.set(read, known)
    return known
  }
}
