/** JSON with its keys in order: two records that say the same give the same text. */
export function canonical(record: object): string {
  return JSON.stringify(record, Object.keys(record).toSorted())
}
