import { foldWord } from '../ask/words/fold.ts'

/** Whether the text is one of the words, which are separated by `|`, whatever marks and dots were typed. */
export function among(words: string, text: string): boolean {
  const typed = folded(text)
  return words.split('|').some(word => folded(word) === typed)
}

function folded(text: string): string {
  return text
    .replace(/[.,!?…/]+/g, ' ')
    .trim()
    .split(/\s+/)
    .map(foldWord)
    .join(' ')
}
