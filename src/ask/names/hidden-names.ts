import { unitSpans } from '../phrases/entities.ts'
import { firmPhrases, isPhrase } from '../lattice/firm-phrases.ts'
import type { FirmPhrase } from '../lattice/firm-phrases.ts'
import { compareMarks, foldWord, isBare } from '../words/fold.ts'
import type { Written } from '../words/fold.ts'
import { isBehindGroup, isPlaceWord, isWordAmongMarked, isWordAsTyped } from '../lattice/free-words.ts'
import type { Seen } from '../lattice/free-words.ts'
import type { Lexicon } from '../lexicon.ts'
import { hasCapital, isOpen, lookAt, nameMarks } from './name-looks.ts'
import type { Known, Look, NameMarks } from './name-looks.ts'
import { isNameOfPerson } from '../lattice/misread-phrases.ts'
import { keyOf, letterKey } from './name-words.ts'
import type { NameForm } from './name-words.ts'
import { isBeforeNameAsTyped } from './before-name.ts'
import { DOUBTFUL, KNOWN } from '../phrases/phrase-match.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { UnitMention } from './read-units.ts'
import { covers, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'
import { ask, isPlace, similarTo } from './unit-choice.ts'
import type { ChoiceWorld } from './unit-choice.ts'
import { hasTones } from './unit-match.ts'
import type { NameMatch, UnitSpan } from './unit-match.ts'

/**
 * Names that were read as other words: a slip makes everyday words of a name ("Thp Mười", "xa gi loc") or another name
 * ("Tuy Phước ông"), and without diacritics it may look like them ("chi minh"). Nothing is answered before it was asked
 * whether the name was meant.
 */

interface HiddenName extends Run {
  matches: NameMatch[]
}

/** What the words of the message say besides names. */
interface NameSearch {
  seen: Seen
  names: readonly UnitSpan[]
  marks: NameMarks
  phrases: readonly FirmPhrase[]
  lexicon: Lexicon
}

/** Stretches that may be names though they were read as something else, the longest first: each is to be asked for. */
export function hiddenNames(
  known: Known,
  unexplained: readonly number[],
  seen: Seen,
  world: ChoiceWorld,
): UnitMention[] {
  const words: NameSearch = {
    seen,
    names: unitSpans(seen.read.chosen),
    marks: nameMarks(unexplained, seen.read),
    phrases: firmPhrases(seen),
    lexicon: world.lexicon,
  }
  const found = stretches(seen.read.tokens).flatMap((run): HiddenName[] => {
    const look = lookAt(run, known, words.marks)
    if (!mayHide(look, known, words)) return []
    const near = namesNear(run, seen.read, world)
    if (near.length === 0) return []
    const matches = mustBeExact(look, words) ? near.filter(({ distance }) => distance === 0) : near
    const inner = look.mentions.flatMap(({ choice }) => choice.units)
    const others = matches.filter(({ form }) => !isReadThere(form, look, words))
    return others.every(({ form }) => inner.includes(form.unit))
      ? []
      : [{ from: run.from, to: run.to, matches: others }]
  })
  return apart(found).map(({ from, to, matches }) => {
    const choice = ask(matches, world, 'other words that may be a name')
    return { from, to, whole: false, choice }
  })
}

/** The name is one of those that were recognised there, whichever of its units was meant. */
function isReadThere({ key }: NameForm, look: Run, { names }: NameSearch): boolean {
  return names.some(span => overlapOf(look, span) > 0 && span.matches.some(({ form }) => form.key === key))
}

/** Names of more words do not fall apart into others. */
const MOST_WORDS = 5

/** All stretches of words that no comma parts, each with its letters. */
function stretches(tokens: readonly Token[]): (Run & { key: string })[] {
  const keys = tokens.map(({ fold }) => letterKey(fold))
  const runs: (Run & { key: string })[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (isBeforeNameAsTyped(tokens[from]!)) continue
    let key = ''
    for (let to = from + 1; to <= Math.min(tokens.length, from + MOST_WORDS); to++) {
      if (to > from + 1 && APART.test(tokens[to - 1]!.gap)) break
      key += keys[to - 1]!
      runs.push({ from, to, key })
    }
  }
  return runs
}

const APART = /[^ .'-]/

function apart(found: readonly HiddenName[]): HiddenName[] {
  const kept: HiddenName[] = []
  for (const one of found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from))
    if (kept.every(other => overlapOf(one, other) === 0)) kept.push(one)
  return kept
}

/** The names within one slip of the words, of the kind typed before them. */
function namesNear(run: Run & { key: string }, read: ReadTokens, world: ChoiceWorld): NameMatch[] {
  const typed = read.tokens.slice(run.from, run.to)
  const near = similarTo(run.key, world, 1)
  if (typed.some(token => token.repaired)) near.push(...similarTo(keyOf(typed.map(asTyped)), world, 1))
  if (near.length === 0) return near
  const kinds = read.kinds.filter(kind => kind.to === run.from)
  return near.filter(
    ({ form }) =>
      // Names of offices are made of words that say what they do.
      isPlace(form.kind) &&
      Math.abs(form.words.length - typed.length) <= 1 &&
      (kinds.length === 0 || kinds.some(kind => kind.word === form.kindWord)) &&
      hasMarks(form.words, typed),
  )
}

/** What was typed where a typing system's leftovers were undone. */
function asTyped(token: Token): Pick<Token, 'fold'> {
  return token.repaired ? { fold: foldWord(token.typed) } : token
}

/** Diacritics and numbers that were typed are those of the name, but for the word with the slip. */
function hasMarks(words: readonly Written[], typed: readonly Token[]): boolean {
  const isOther = ({ number, typed: digits }: Token): boolean =>
    number !== null && words.every(word => word.fold !== digits)
  if (typed.some(isOther) || !hasTones(words, tonesOf(typed))) return false
  if (words.length !== typed.length) return true
  return typed.every((token, at) => {
    const word = words[at]!
    return token.repaired || token.fold !== word.fold || compareMarks(token, word) !== 'other'
  })
}

/** The tones typed, of a word that was taken apart only once. */
function tonesOf(typed: readonly Token[]): number[] {
  return typed.flatMap(({ tone, repaired, gap }, at) =>
    tone === 0 || repaired || (at > 0 && gap === '' && tone === typed[at - 1]!.tone) ? [] : [tone],
  )
}

const SHORTEST_UNMARKED = 5
/** Shorter ones that nothing marks as a name must have its very letters. */
const SHORTEST_UNMARKED_SLIP = 6
const SHORTEST_MARKED = 3

/** Whether the words are neither a name that is known already nor a phrase that is as it should be. */
function mayHide(look: Look, { mentions, taken }: Known, words: NameSearch): boolean {
  const { from, to, mark, letters } = look
  const { seen, names, phrases, lexicon } = words
  const { tokens, kinds } = seen.read
  if (mark === null && mentions.length > 0 && look.mentions.length === 0) return false
  if (!look.mentions.every(({ choice }) => choice.certain && choice.units.length === 1)) return false
  if (to - from === 1 && !mayHideInOne(look, mentions.length === 0, seen)) return false
  const marked = mark !== null || look.mentions.length > 0
  if (to - from > 1 && letters < (marked ? SHORTEST_MARKED : SHORTEST_UNMARKED)) return false
  if (to - from > 1 && (mark === null || isBehindGroup(look, seen.read)) && isWrittenOut(look, seen.read))
    return false
  if (tokens.slice(from, to).every(token => token.number !== null)) return false
  if (isPlaceWord(tokens[to - 1]) && names.some(name => name.from === to)) return false
  const inName = names.some(name => overlapOf(name, look) > 0)
  const isKind = kinds.some(kind => kind.from === from && kind.cost < DOUBTFUL)
  if (!inName && isKind && !mayBeNoKind(look, seen.read)) return false
  if (phrases.some(one => overlapOf(look, one) > 0 && !isBreakable(one, look, words))) return false
  return isOpen(look, { taken, names }, seen.read, lexicon)
}

/** "Của Xa Dung": a word for a kind, typed without diacritics, where a name begins. */
function mayBeNoKind({ from, to, mark }: Look, { tokens }: ReadTokens): boolean {
  return to - from > 1 && (mark === 'of' || mark === 'capital') && isBare(tokens[from]!)
}

/** A phrase that so many letters of a name cut through says less than the name. */
const SHORTEST_CUT = 8
const SHORTEST_BEHIND_KIND = 7

/** Whether what the phrase says counts less than that a name stands there. */
function isBreakable(
  phrase: FirmPhrase,
  look: Look,
  { seen: { read }, marks, lexicon }: NameSearch,
): boolean {
  const { from, to, mark, letters, mentions } = look
  const { tokens } = read
  const is = phrase.meaning?.is
  const bare = tokens.slice(from, to).every(isBare)
  const within = covers(phrase, look)
  const several = to - from > 1
  if (tokens.slice(from, to).some(token => token.repaired) || (bare && is === 'claim')) return true
  const shared = { from: Math.max(from, phrase.from), to: Math.min(to, phrase.to) }
  if (several && (hasCapital(shared, marks) || (mark === 'capital' && !within))) return true
  if (mark === 'kind' && (is === 'kind' || is === undefined) && phrase.from < from && to > phrase.to)
    return true
  if (mark === 'kind' && bare && isLessThanName(phrase, look, read, lexicon)) return true
  if (within) return false
  if (covers(look, phrase) || (mentions.length > 0 && tokens[to - 1]!.number !== null)) return true
  return letters >= SHORTEST_CUT && to - from > 2
}

/** Behind a kind, without diacritics: days, cues that the name is long for, and the first word of a phrase that needs it not. */
function isLessThanName(
  phrase: FirmPhrase,
  { from, to, letters }: Look,
  read: ReadTokens,
  lexicon: Lexicon,
): boolean {
  const is = phrase.meaning?.is
  if (is === 'period' || (letters >= SHORTEST_BEHIND_KIND && is !== 'indicator')) return true
  if (is === undefined && phrase.from === from && phrase.to === to) return true
  return phrase.from === to - 1 && isPhrase({ from: to, to: phrase.to }, read, lexicon)
}

/** Words that nothing marks as a name and that are others, and one that is the kind of another name as it stands. */
function mustBeExact(look: Look, { seen, names, phrases }: NameSearch): boolean {
  if (look.mark === null && look.mentions.length === 0 && look.letters < SHORTEST_UNMARKED_SLIP) return true
  const isWord = look.to - look.from === 1 && !(look.from === 0 && seen.read.tokens[0]!.capital)
  if (look.mark === null && (isWord || phrases.some(phrase => covers(phrase, look)))) return true
  return names.some(({ from, to, kind }) => kind?.cost === 0 && look.from === from && look.to < to)
}

/** A single word hides a name where a name stands, unless it is a word of the language as it is written. */
function mayHideInOne(
  { from, mark, letters }: Look,
  alone: boolean,
  { read, cues, particles }: Seen,
): boolean {
  const { tokens, items } = read
  const token = tokens[from]!
  if (isWordAmongMarked(from, read)) return false
  if (!isBare(token) && items[from]!.words.some(({ cost }) => cost === 0)) return false
  if (mark === 'kind' && (isWritten(from, read) || items[from]!.words.some(({ cost }) => cost < KNOWN)))
    return false
  if (isNameOfPerson(from, tokens)) return false
  if (mark === 'capital')
    return letters > 1 && !(from > 1 && tokens[from - 1]!.capital) && !tokens[from + 1]?.capital
  if (mark !== null) return letters > 1
  if (items[from]!.words.some(({ word, cost }) => cost < KNOWN && particles.has(word))) return false
  return alone && isBare(token) && letters > 2 && isBetween(from, { read, cues })
}

/** Between phrases that were recognised, or at an end of the message. */
function isBetween(at: number, { read: { chosen, tokens }, cues }: Pick<Seen, 'read' | 'cues'>): boolean {
  const all = [...chosen, ...cues].filter(({ from, to }) => to - from > 1)
  const isBehind = at === 0 || all.some(({ to }) => to === at)
  return isBehind && (at === tokens.length - 1 || all.some(({ from }) => from === at + 1))
}

/** Words of the language, each as it is written; without any diacritics nobody can tell. */
function isWrittenOut({ from, to }: Look, read: ReadTokens): boolean {
  if (read.tokens.slice(from, to).every(isBare)) return false
  for (let at = from; at < to; at++) if (!isWritten(at, read)) return false
  return true
}

/** With its diacritics, or without any beside a word that has them. */
function isWritten(at: number, read: ReadTokens): boolean {
  const { tokens, items } = read
  if (isWordAsTyped(at, read)) return true
  const beside = [tokens[at - 1], tokens[at + 1]].some(token => token !== undefined && !isBare(token))
  return beside && !tokens[at]!.capital && items[at]!.words.some(({ cost }) => cost === 0)
}
