import { unitSpans } from '../phrases/entities.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import { isBare } from '../words/fold.ts'
import { isDoubtful, isWordAsTyped } from './free-words.ts'
import type { Seen } from './free-words.ts'
import type { Lexicon } from '../lexicon.ts'
import { DOUBTFUL, matchPhrases } from '../phrases/phrase-match.ts'
import { isSure } from './plain-slips.ts'
import type { ReadTokens } from './read-entities.ts'
import type { Run } from '../words/run.ts'

/** Phrases of several words that were recognised as they stand, and words that begin one. */

/** `meaning` is null for a cue and for words of another subject. */
export interface FirmPhrase extends Run {
  meaning: EntitySpan['meaning'] | null
}

/** The phrases of a message that are as they should be, but for one plain slip. */
export function firmPhrases({ read, cues, outside }: Seen): FirmPhrase[] {
  const isFirm = (one: Run & { cost: number }): boolean =>
    one.to - one.from > 1 && isSure(one, read) && !isBareOwn(one, read)
  return [
    ...read.chosen.filter(span => span.meaning.is !== 'unit' && !isDoubtful(span) && isFirm(span)),
    ...[...cues.filter(isFirm), ...outside].map(({ from, to }) => ({ from, to, meaning: null })),
  ]
}

/** "Chi minh" typed without diacritics may be "chị mình" or not. */
function isBareOwn({ from, to }: Run, { chosen, tokens }: ReadTokens): boolean {
  return (
    chosen.some(span => span.meaning.is === 'own' && span.from === from && span.to === to) &&
    tokens.slice(from, to).every(isBare)
  )
}

/** Whether the stretch is a phrase by itself: "số hóa" of "được số hóa". */
export function isPhrase({ from, to }: Run, { items, spans }: ReadTokens, { vocabulary }: Lexicon): boolean {
  const isThis = (one: Run): boolean => one.from === from && one.to === to
  return spans.some(isThis) || matchPhrases(vocabulary.cues, items, from).some(isThis)
}

/** Whether the last words of a name say something else: "co" of "co kip khong", "là" of "là bao nhiêu". */
export function isSaidOtherwise(rest: Run, read: ReadTokens, { vocabulary }: Lexicon): boolean {
  const { items, spans, tokens } = read
  if (rest.to - rest.from === 1 && isWordAsTyped(rest.from, read) && !endsNameAsTyped(rest, read)) return true
  if (tokens.slice(rest.from, rest.to).every(token => token.number !== null)) return false
  const goesOn = ({ from, to, cost }: Run & { cost: number }): boolean =>
    from === rest.from && to > rest.to && cost < DOUBTFUL
  return (
    spans.some(span => span.meaning.is !== 'unit' && goesOn(span)) ||
    matchPhrases(vocabulary.cues, items, rest.from).some(goesOn)
  )
}

/** The words end a name that was typed with all its diacritics. */
function endsNameAsTyped({ to }: Run, { chosen }: ReadTokens): boolean {
  return unitSpans(chosen).some(span => span.to === to && span.matches.some(({ marks }) => marks === 'same'))
}
