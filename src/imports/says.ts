import { foldName } from './names/fold-name.ts'

/** Whether one of the words stands in the titles of a column. */
export function says(path: readonly string[], words: readonly string[]): boolean {
  const there = ` ${foldName(path.join(' '))} `
  return words.some(word => there.includes(` ${foldName(word)} `))
}
