import { placeWords } from '../../../locales/vi/ask/units.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import { isBare, foldSet } from '../words/fold.ts'
import { isPlainSlip, isSure } from './plain-slips.ts'
import { DOUBTFUL } from '../phrases/phrase-match.ts'
import { holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { FoundCue } from './read-cues.ts'
import type { ReadTokens } from './read-entities.ts'
import type { Token } from '../words/tokens.ts'

/** Which words of a message a name may have: those that mean nothing else there. */

/** What was recognised in a message besides the units that it names. */
export interface Seen {
  read: ReadTokens
  cues: readonly FoundCue[]
  /** Phrases of other subjects. */
  outside: readonly Run[]
  /** Numbers of the words that end sentences and say nothing. */
  particles: ReadonlySet<number>
}

/** Words of the longest name. */
export const LONGEST_NAME = 7

/** Where the free words that begin at `from` end: at the next thing recognised, or a comma. */
export function slotEnd(from: number, seen: Seen): number {
  const { tokens } = seen.read
  let to = from
  while (to < tokens.length && to - from < LONGEST_NAME - 1) {
    if (to > from && /[,;.?!()-]/.test(tokens[to]!.gap)) break
    if (!isFree(to, seen) || beginsPlace(to, from, seen)) break
    to++
  }
  return to
}

/** A unit with its own kind begins here: it is the place of the name before. */
function beginsPlace(at: number, from: number, { read }: Seen): boolean {
  return (
    at > from &&
    read.chosen.some(
      span => span.from === at && span.meaning.is === 'unit' && span.meaning.span.kind !== null,
    )
  )
}

/** Tokens that may be part of a name: not of an indicator, a period or a phrase with a meaning. */
export function isFree(at: number, { read, cues, outside }: Seen): boolean {
  if (!/[\p{L}\p{N}]/u.test(read.tokens[at]!.typed)) return false
  for (const span of read.chosen)
    if (
      holds(span, at) &&
      span.meaning.is !== 'unit' &&
      !isLoose(span, read) &&
      !goesOn(span, read) &&
      !isSlipBehindKind(span, read) &&
      !isClaimedName(span, read)
    )
      return false
  if (outside.some(run => holds(run, at))) return false
  return !cues.some(cue => holds(cue, at) && isFirm(cue, read) && !isCapitalBehindKind(cue, read))
}

/** "Xã Cao hong": with a capital behind a kind begins a name. */
function isCapitalBehindKind({ from }: Run, { tokens, kinds }: ReadTokens): boolean {
  return hasNameCapital({ from, to: from + 1 }, tokens) && kinds.some(kind => kind.to === from)
}

/** A phrase of several words, as it stands. */
function isFirm(found: FoundCue, read: ReadTokens): boolean {
  const { cue, from, to, skipped } = found
  if (to - from < 2 || cue === 'send' || cue === 'follow_up' || skipped > 0) return false
  return isSure(found, read)
}

/** Stretches that a name may take the words of: "xa ta" without diacritics may begin one, and so may short slips. */
function isLoose({ meaning, cost, from, to, values }: EntitySpan, read: ReadTokens): boolean {
  if (isPlainSlip({ from, to, cost }, read)) return false
  if (meaning.is === 'kind' && (meaning.use === 'bare' || to - from === 1)) return true
  if (meaning.is === 'own' && to - from === 1) return true
  if (meaning.is === 'country' && cost > 0) return true
  return (
    isDoubtful({ meaning, cost, from, to, values }) ||
    (cost > 0 && (meaning.is === 'own' || meaning.is === 'kind'))
  )
}

/** "Phường Ta Kỳ" is no "phường ta": the name goes on with capitals. */
function goesOn({ meaning, from, to }: EntitySpan, { tokens }: ReadTokens): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]]
  return (
    meaning.is === 'kind' &&
    meaning.use === 'own' &&
    to - from === 2 &&
    last?.capital === true &&
    next?.capital === true &&
    next.gap === ' '
  )
}

/** "Xã Tuanh Ba" is no "tuần ba": behind a kind a name is likelier than a slip. */
function isSlipBehindKind({ cost, from }: EntitySpan, { kinds }: ReadTokens): boolean {
  return cost >= DOUBTFUL && kinds.some(kind => kind.to === from)
}

/** "Xa a oi" may be a name with a slip: a courtesy without diacritics behind a kind. */
function isClaimedName({ meaning, cost, from }: EntitySpan, { kinds }: ReadTokens): boolean {
  return meaning.is === 'claim' && cost > 0 && kinds.some(kind => kind.to === from)
}

/** A short phrase that fits only with a slip. */
export function isDoubtful({ meaning, cost, from, to, values }: Omit<EntitySpan, 'score'>): boolean {
  if (meaning.is === 'unit' || cost < DOUBTFUL || to - from > 2) return false
  return !(meaning.is === 'period' && meaning.sense.is === 'numbered' && values.length > 0)
}

/** A capital that neither begins the sentence nor is one of many, or several words that all begin with one. */
export function hasNameCapital({ from, to }: Run, tokens: readonly Token[]): boolean {
  if (tokens.every(token => token.capital || !/\p{Ll}/u.test(token.typed))) return false
  const words = tokens.slice(from, to)
  return words.some(
    (token, index) =>
      token.capital &&
      (!beginsSentence(from + index, tokens) || (words.length > 1 && words.every(isCapital))),
  )
}

function isCapital(token: Token): boolean {
  return token.capital
}

function beginsSentence(at: number, tokens: readonly Token[]): boolean {
  return at === 0 || /[.?!:\n]/.test(tokens[at]!.gap)
}

/** A word with its diacritics, in small letters ("xã đang …"), is no name with a slip. */
export function isWordAsTyped(at: number, { tokens, items }: ReadTokens): boolean {
  const token = tokens[at]
  if (!token || token.capital || token.repaired || isBare(token)) return false
  return items[at]!.words.some(({ cost }) => cost === 0)
}

/** "Mấy xã đạt rồi": behind all of a kind, in small letters, are words rather than a name. */
export function isBehindGroup({ from, to }: Run, { chosen, tokens }: ReadTokens): boolean {
  return (
    chosen.some(span => span.to === from && span.meaning.is === 'kind' && isGroupUse(span.meaning.use)) &&
    tokens.slice(from, to).every(({ capital }) => !capital)
  )
}

/** A word as it is written, in small letters, in a message with diacritics; it need have none itself. */
export function isWordAmongMarked(at: number, { tokens, items, marked }: ReadTokens): boolean {
  const { capital, repaired } = tokens[at]!
  return marked && !capital && !repaired && items[at]!.words.some(({ cost }) => cost === 0)
}

/** A word that ends sentences, typed as it is. */
export function isParticle(at: number, { read, particles }: Seen): boolean {
  return read.items[at]!.words.some(({ word, cost }) => cost === 0 && particles.has(word))
}

/** "Ở", "thuộc": the place of the unit follows. */
export function isPlaceWord(token: Token | undefined): boolean {
  return token !== undefined && PLACE_WORDS.has(token.fold)
}

const PLACE_WORDS = foldSet(placeWords)

/** "So" typed so is "sở" only to who has one; to others it is "số", "so" or "sơ". */
export function isSo({ from, to }: Run, { tokens }: ReadTokens): boolean {
  return to - from === 1 && tokens[from]!.typed.toLowerCase() === 'so'
}
