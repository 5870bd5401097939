import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { DOUBTFUL, matchPhrases } from '../phrases/phrase-match.ts'
import type { PhraseMatch } from '../phrases/phrase-match.ts'
import type { PhraseBook } from '../phrases/phrase-graph.ts'
import type { Guard, Operator } from '../intents/operator-words.ts'
import type { Lexicon } from '../lexicon.ts'
import { isWider } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { onceForReading } from './once-for-reading.ts'
import { joinEntities } from './read-cues.ts'
import { foldSet, foldWord, isBare } from '../words/fold.ts'
import { endsSentence } from '../words/tokens.ts'
import type { Token } from '../words/tokens.ts'
import type { ReadTokens } from './read-entities.ts'

/** A word that changes what is asked, at tokens `from` to `to` (not included). */
export interface FoundOperator extends Run {
  operator: Operator
  /** Words between its own that it leaves out. */
  skipped: number
  values: readonly unknown[]
}

export interface FoundGuard extends Run {
  guard: Guard
}

/** At most the diacritics are missing: what changes a question is not read into slips. */
const AS_WRITTEN = 0.35

/** The operators of a message, each once where it stands. */
export function readOperators(lexicon: Lexicon, read: ReadTokens): readonly FoundOperator[] {
  return operatorsIn(read, lexicon)
}

const operatorsIn = onceForReading((read, lexicon: Lexicon): FoundOperator[] => {
  const found = matchAll(lexicon.vocabulary.operators, read).map(
    ({ from, to, meaning, values, skipped }) => ({
      from,
      to,
      operator: meaning,
      skipped,
      values,
    }),
  )
  return found.filter(
    one =>
      !(
        one.operator === 'except' &&
        (isOtherWord(one, read) || found.some(other => holdsFirst(other, one)))
      ) &&
      !found.some(
        other =>
          other.operator === one.operator &&
          (isNearer(other, one) || (!isNearer(one, other) && isWider(other, one))),
      ),
  )
})

/** "Can bo xa nao": without diacritics "bo" leaves something out where a clause begins, or before "… ra". */
function isOtherWord({ from, to }: Run, { tokens }: ReadTokens): boolean {
  const { fold, gap } = tokens[from]!
  if (!OTHER_WORDS.has(fold) || !isBare(tokens[from]!) || from === 0) return false
  return !/[^\s]/.test(gap) && tokens[to]?.fold !== OUT
}

const OTHER_WORDS = foldSet(ruleWords.otherBare)
const OUT = 'ra'

/** "Tien bo nhat huyen" leaves out no district: the first word is the end of another's. */
function holdsFirst(other: FoundOperator, { from }: FoundOperator): boolean {
  return other.operator !== 'except' && other.skipped === 0 && other.from < from && from < other.to
}

/** "Không kể Công an tỉnh, ba sở nào …": what is left out stands next to the word for it. */
function isNearer(a: FoundOperator, b: FoundOperator): boolean {
  return a.operator === 'except' && a.from === b.from && a.skipped < b.skipped
}

/** Those of several words without others between: none of their words is a name. */
export function wholeOperators(found: readonly FoundOperator[]): FoundOperator[] {
  return found.filter(
    ({ from, to, skipped, values }) => to - from > 1 && skipped === 0 && values.length === 0,
  )
}

export function readGuards(lexicon: Lexicon, read: ReadTokens): FoundGuard[] {
  const parted = ({ from, to }: Run): boolean =>
    read.tokens.slice(from + 1, to).some(({ gap, number }) => number === null && /[,.;?!]/.test(gap))
  return matchAll(lexicon.vocabulary.guards, read)
    .filter(found => !parted(found))
    .map(({ from, to, meaning }) => ({ from, to, guard: meaning }))
}

function matchAll<M>(book: PhraseBook<M>, read: ReadTokens): PhraseMatch<M>[] {
  const { items, positions } = joinEntities(read)
  return items
    .flatMap((_, at) => matchPhrases(book, items, at))
    .filter(({ cost, skipped }) => cost - skipped * GAP <= AS_WRITTEN && cost < DOUBTFUL)
    .map(found => ({ ...found, from: positions[found.from]!, to: positions[found.to]! }))
    .filter(found => !endsSentence(found, read.tokens) && !endsInHow(found, read.tokens))
}

/** "Thanh toán (ra) sao, so tuần trước tăng hay giảm": how it is, and not why it rose. */
function endsInHow({ from, to }: Run, tokens: readonly Token[]): boolean {
  if (tokens[from]!.fold !== HOW) return false
  return (
    (tokens[from + 1]?.gap.startsWith(',') === true && to > from + 1) ||
    BEFORE_HOW.has(tokens[from - 1]?.fold ?? '')
  )
}

const HOW = foldWord(ruleWords.how)
const BEFORE_HOW = foldSet(ruleWords.beforeHow)

/** What a word between costs; it is no slip. */
const GAP = 0.03
