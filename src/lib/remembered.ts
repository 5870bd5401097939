/**
 * `make` with its last results kept, at most `most` of them: the words of messages and the titles and formats of tables
 * are nearly always the same ones. Only for what depends on the key alone, and is not changed by who gets it.
 */
export function remembered<V>(most: number, make: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const made = make(key)
    known.set(key, made)
    return made
  }
}
