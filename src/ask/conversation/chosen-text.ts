import { restrictingWords } from '../../../locales/vi/ask/fillers.ts'
import { foldWord, foldSet } from '../words/fold.ts'
import type { Lexicon } from '../lexicon.ts'
import type { PhraseBook } from '../phrases/phrase-graph.ts'
import { matchPhrases } from '../phrases/phrase-match.ts'
import type { AskContext } from '../reading.ts'
import { readItems } from '../words/read-words.ts'
import { undoVni } from '../words/spelling.ts'
import { normaliseText, tokenise } from '../words/tokens.ts'

/** "3 thôi" wants only so many. */
const RESTRICTING = foldSet(restrictingWords)
/** One word of courtesy may follow: "2 nhé". */
const WORDS_AFTER = 1

/**
 * What the chat sends for the offered choice that the message takes: by its number, its label or its text.
 * Null when the message takes none, as "cái thứ 2" does below a list that was shown.
 */
export function chosenText(text: string, lexicon: Lexicon, context: AskContext): string | null {
  const { pendingChoices: choices, previous, shown = [] } = context
  if (choices.length === 0) return null
  const typed = folded(text)
  const named = choices.find(
    ({ label, send }) => typed !== '' && (folded(label) === typed || folded(send) === typed),
  )
  if (named) return named.send
  const { choice, listedChoice } = lexicon.vocabulary
  const isListed = previous?.intent === 'alerts' || (shown.length > 0 && previous?.intent !== 'clarify')
  const number =
    wholeMessage(choice, text, lexicon) ?? (isListed ? null : wholeMessage(listedChoice, text, lexicon))
  return number === null ? null : (choices[Number(number[0] ?? 1) - 1]?.send ?? null)
}

/** Whether the message only asks to take the last question back. */
export function isGoBack(text: string, lexicon: Lexicon): boolean {
  return wholeMessage(lexicon.vocabulary.goBack, text, lexicon) !== null
}

function folded(text: string): string {
  return tokenise(normaliseText(text))
    .map(token => foldWord(token.typed))
    .join(' ')
}

/** The values of a phrase of the book that is the whole message, or null. */
function wholeMessage(book: PhraseBook<null>, text: string, lexicon: Lexicon): readonly unknown[] | null {
  const { reader, particles } = lexicon.vocabulary
  const { tokens, items } = readItems(reader, tokenise(undoVni(normaliseText(text))))
  const isParticle = (at: number): boolean =>
    !RESTRICTING.has(tokens[at]!.fold) &&
    items[at]!.words.some(({ word, cost }) => cost < 0.7 && particles.has(word))
  const found = matchPhrases(book, items, 0).filter(
    ({ to }) => to === items.length || (to + WORDS_AFTER === items.length && isParticle(to)),
  )
  return found[0]?.values ?? null
}
