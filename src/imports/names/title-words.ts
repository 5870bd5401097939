import { titleFillers, titleShorthands } from '../../../locales/vi/files.ts'
import { foldName } from './fold-name.ts'

/** The words of a title that say what it counts, short forms in full. */
export function wordsOf(title: string): string[] {
  const words = foldName(title).split(' ')
  return words
    .flatMap(word => (titleShorthands[word] ?? word).split(' '))
    .filter(word => word !== '' && !titleFillers.includes(word))
}
