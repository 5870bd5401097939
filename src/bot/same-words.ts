import { foldWord } from '../ask/words/fold.ts'

/** Lists that were asked about: there are few, and every message is held against them. */
const lists = new Map<string, ReadonlySet<string>>()

/** Whether the text is one of the words of the product, which are separated by `|`, whatever marks and dots were typed. */
export function among(words: string, text: string): boolean {
  const known = lists.get(words) ?? new Set(words.split('|').map(folded))
  lists.set(words, known)
  return known.has(folded(text))
}

function folded(text: string): string {
  return text
    .replace(/[.,!?…/]+/g, ' ')
    .trim()
    .split(/\s+/)
    .map(foldWord)
    .join(' ')
}
