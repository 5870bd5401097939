import { unitSpans } from '../phrases/entities.ts'
import { isSaidOtherwise } from '../lattice/firm-phrases.ts'
import type { Lexicon } from '../lexicon.ts'
import { isBeforeName } from './before-name.ts'
import { DOUBTFUL } from '../phrases/phrase-match.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { UnitMention } from './read-units.ts'
import { covers, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { isSyllable } from '../words/spelling.ts'
import type { Token } from '../words/tokens.ts'
import type { TypedKind, UnitSpan } from './unit-match.ts'

/** Stretches of a message in which a name may be hidden, and how they lie to the names that were recognised. */

/** Units named so far, and the stretches that they take. */
export interface Known {
  mentions: readonly UnitMention[]
  taken: readonly Run[]
}

/** What marks a name in a message, by the positions of its words. */
export interface NameMarks {
  /** Behind a kind. */
  kind: ReadonlySet<number>
  /** Behind "của". */
  of: ReadonlySet<number>
  /** With a capital, where not all words have one. */
  capital: ReadonlySet<number>
  /** Without a meaning, or with one only by a slip. */
  unexplained: ReadonlySet<number>
}

/** The marks of a message of which the words at `unexplained` have no meaning. */
export function nameMarks(unexplained: readonly number[], read: ReadTokens): NameMarks {
  const { tokens, kinds } = read
  const positions = Array.from(tokens.keys())
  const names = unitSpans(read.chosen)
  const kindEnds = kinds.filter(kind => kind.cost < DOUBTFUL && !endsName(kind, names)).map(({ to }) => to)
  return {
    kind: new Set(kindEnds),
    of: new Set(positions.filter(at => at > 0 && isBeforeName(tokens[at - 1]!))),
    capital: new Set(hasSmallWords(tokens) ? positions.filter(at => isUpper(tokens[at]!)) : []),
    unexplained: new Set([...unexplained, ...positions.filter(at => isSlip(at, read))]),
  }
}

/** A stretch with what speaks for a name there. */
export interface Look extends Run {
  letters: number
  /** The units named within it or around it. */
  mentions: readonly UnitMention[]
  /** What marks a name: the kind before it, "của" before it, a capital in it, a word in it without a meaning. */
  mark: 'kind' | 'of' | 'capital' | 'unexplained' | null
}

/** `key` has the letters of the words. */
export function lookAt(run: Run & { key: string }, { mentions }: Known, marks: NameMarks): Look {
  const { from, to, key } = run
  return {
    from,
    to,
    letters: key.length,
    mentions: mentions.filter(one => overlapOf(one, run) > 0),
    mark: markOf(run, marks),
  }
}

function markOf(run: Run, marks: NameMarks): Look['mark'] {
  if (marks.kind.has(run.from)) return 'kind'
  if (marks.of.has(run.from)) return 'of'
  if (hasCapital(run, marks)) return 'capital'
  return holdsOne(run, marks.unexplained) ? 'unexplained' : null
}

function holdsOne({ from, to }: Run, positions: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (positions.has(at)) return true
  return false
}

/** "Xuân Phương tuần 18": no kind, but the end of a name. */
function endsName(kind: TypedKind, names: readonly UnitSpan[]): boolean {
  return names.some(({ to, nameFrom }) => to === kind.to && nameFrom <= kind.from)
}

/** The word is one of the vocabulary only with a slip, or none of the language. */
function isSlip(at: number, { tokens, items }: ReadTokens): boolean {
  const { number, fold } = tokens[at]!
  if (number !== null) return false
  return (
    !items[at]!.words.some(({ cost }) => cost < DOUBTFUL) ||
    (fold.length > SHORTEST_NONE && !isSyllable(fold))
  )
}

/** Shorter ones are abbreviations ("hs", "đvc"). */
const SHORTEST_NONE = 3

/** In a message of so few words capitals mark a name even where all have them. */
const SHORT_MESSAGE = 3

/** A capital within a message, or at its beginning when more of the name follows. */
export function hasCapital(run: Run, { capital }: NameMarks): boolean {
  return !(run.from === 0 && run.to === 1) && holdsOne(run, capital)
}

function isUpper({ typed }: Token): boolean {
  return /\p{Lu}/u.test(typed)
}

/** The message is not all in capitals, or so short that capitals mark a name all the same. */
function hasSmallWords(tokens: readonly Token[]): boolean {
  if (tokens.some(token => token.number === null && !isUpper(token))) return true
  return tokens.length <= SHORT_MESSAGE && tokens.some(({ typed }) => /\p{Ll}/u.test(typed))
}

/** Whether words that were taken for a name leave room for another: none overlaps, or the other holds more, or fits better. */
export function isOpen(
  look: Look,
  { taken, names }: { taken: readonly Run[]; names: readonly UnitSpan[] },
  read: ReadTokens,
  lexicon: Lexicon,
): boolean {
  const leavesRoom = (name: Run): boolean =>
    isLonger(look, name, read) || isCut(look, withoutKind(name, read), read, lexicon)
  return (
    names.every(span => overlapOf(look, span) === 0 || isApart(look, span, read, lexicon)) &&
    taken.every(
      one => overlapOf(one, look) === 0 || look.mentions.some(name => covers(name, one) && leavesRoom(name)),
    )
  )
}

/** The stretch holds the name, kind apart, and goes on. */
function isLonger(look: Run, name: Run, read: ReadTokens): boolean {
  return covers(look, withoutKind(name, read)) && (look.to > name.to || look.from < name.from)
}

function withoutKind(name: Run, { kinds }: ReadTokens): Run {
  const kind = kinds.find(one => one.from === name.from && one.to < name.to)
  return { from: kind?.to ?? name.from, to: name.to }
}

/**
 * The stretch holds the whole name that was recognised and more. Or a word for a kind was taken for a part of the name
 * ("xa ph yen", Xà Phiên), a part of the name for a kind ("Thượng Nenh", phường Nếnh), a word of a phrase for the end of
 * a name ("Quy Nhơn Nam co kip khong", Nậm Có), or other letters for what a typing system leaves behind ("bacs ha").
 */
function isApart(
  look: Run,
  { from, to, nameFrom, kind }: UnitSpan,
  read: ReadTokens,
  lexicon: Lexicon,
): boolean {
  const { kinds, tokens } = read
  if (look.from === nameFrom && look.to === to && tokens.slice(from, to).some(token => token.repaired))
    return true
  if (look.from === from && look.to === to && kind !== null && kind.cost > 0) return true
  const name = { from: nameFrom, to }
  if (covers(look, name)) return look.to > to || look.from < from
  if (look.to > to && look.from > nameFrom && isEndOfPhrase({ from, to: look.from }, read)) return true
  const isKindOfName = look.from === from && kind !== null && kind.kind !== 'commune'
  if (!isKindOfName && isCut(look, name, read, lexicon)) return true
  return kind === null && look.to >= to && kinds.some(one => one.from === from && one.to === look.from)
}

/** "Hoa" of "số hóa" was taken for the first word of a name ("số hóa Lộc Tấn", Hoa Lộc). */
function isEndOfPhrase({ from, to }: Run, { spans }: ReadTokens): boolean {
  return spans.some(
    span => span.meaning.is !== 'unit' && span.to === to && span.from < from && span.cost < DOUBTFUL,
  )
}

/** The stretch ends within the name, of which the rest says something else. */
function isCut(look: Run, name: Run, read: ReadTokens, lexicon: Lexicon): boolean {
  if (look.to - look.from === 1 || look.from > name.from || look.to <= name.from || look.to >= name.to)
    return false
  return isSaidOtherwise({ from: look.to, to: name.to }, read, lexicon)
}
