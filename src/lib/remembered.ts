/**
 * `make` with its last results kept, at most `most` of them: the words of messages and the titles and formats of tables
 * are nearly always the same ones. Only for what depends on the key alone, and is not changed by who gets it; what is given
 * beside the key is what it was made of.
 */
export function remembered<V, A extends unknown[]>(
  most: number,
  make: (key: string, ...beside: A) => V,
): (key: string, ...beside: A) => V {
  const known = new Map<string, V>()
  return (key, ...beside) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const made = make(key, ...beside)
    known.set(key, made)
    return made
  }
}
