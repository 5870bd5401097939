import { isBeforeName } from '../names/before-name.ts'
import { isGroupUse } from '../phrases/entities.ts'
import { DOUBTFUL } from '../phrases/phrase-match.ts'
import type { ReadTokens } from './read-entities.ts'
import { covers } from '../words/run.ts'
import type { Run } from '../words/run.ts'

/** Phrases of which one word has a slip, where nothing says that this word is a name. */

/** A slip and a little more. */
const ONE_SLIP = 1.15

/**
 * "Thanh táon", "năm ngoáái": a phrase of several words that are as they should be but for one slip, in a word that
 * nothing marks as a name.
 */
export function isPlainSlip({ from, to, cost }: Run & { cost: number }, read: ReadTokens): boolean {
  if (to - from < 2 || cost < DOUBTFUL || cost > ONE_SLIP) return false
  const { tokens, items } = read
  const odd: number[] = []
  for (let at = from; at < to; at++)
    if (tokens[at]!.number === null && !items[at]!.words.some(word => word.cost < DOUBTFUL)) odd.push(at)
  const [only] = odd
  if (only === undefined || odd.length > 1 || tokens[only]!.fold.length < SHORTEST_PLAIN) return false
  const beside = tokens.slice(Math.max(0, only - 1), only + 2)
  if (beside.some(token => /\p{Lu}/u.test(token.typed))) return false
  return !isBehindNameMark(only, read)
}

/** A phrase that is as it should be, but for one plain slip. */
export function isSure(phrase: Run & { cost: number }, read: ReadTokens): boolean {
  return phrase.cost < DOUBTFUL || isPlainSlip(phrase, read)
}

/** Whether a kind or "của" that may begin a name stands shortly before. */
function isBehindNameMark(at: number, { tokens, kinds, chosen, mayGoOn }: ReadTokens): boolean {
  const start = Math.max(0, at - LONGEST_MARKED)
  if (tokens.slice(start, at).some(isBeforeName)) return true
  return kinds.some(
    kind =>
      start <= kind.to &&
      kind.to <= at &&
      !chosen.some(
        span =>
          covers(span, kind) &&
          ((span.meaning.is === 'kind' &&
            isGroupUse(span.meaning.use) &&
            (span.from < kind.from || span.to <= at)) ||
            (span.meaning.is === 'kind' &&
              span.meaning.use === 'own' &&
              span.to <= at &&
              span.to > kind.to) ||
            (span.meaning.is === 'unit' && (span.to < at || (span.to === at && !mayGoOn.has(at))))),
      ),
  )
}

const LONGEST_MARKED = 3
const SHORTEST_PLAIN = 3
