/** The entries of a record with the names of its keys kept, which `Object.entries` forgets. */
export function typedEntries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  const found: [K, V][] = []
  for (const key in record) found.push([key, record[key]])
  return found
}
