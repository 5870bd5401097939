import { tokenise } from '../words/tokens.ts'

/** A name as a phrase: its words alone, so that no sign in it means anything. */
export function plainWords(text: string): string {
  return tokenise(text.normalize('NFKC').toLowerCase())
    .filter(token => /[\p{L}\p{N}]/u.test(token.typed))
    .map(token => token.typed)
    .join(' ')
}
