import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { foldSet, isBare } from '../words/fold.ts'
import { KNOWN } from '../phrases/phrase-match.ts'
import { isSyllable } from '../words/spelling.ts'
import { keyOf } from './name-words.ts'
import { hasNameCapital, isWordAmongMarked, isWordAsTyped } from '../lattice/free-words.ts'
import { isBeforeName } from './before-name.ts'
import { covers, holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { Probe } from './name-probes.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { ask, isBelow, isPlace, similarTo } from './unit-choice.ts'
import type { ChoiceWorld, ChosenUnits } from './unit-choice.ts'
import type { Token } from '../words/tokens.ts'
import { namesBeginningWith } from './unit-index.ts'
import { hasTones, matchOf } from './unit-match.ts'
import type { NameMatch, TypedKind } from './unit-match.ts'

/** A stretch that may be a unit's name with slips in it. */
export interface GuessedUnit extends Run {
  choice: ChosenUnits
}

/** A stretch read as a name, kind apart. */
interface NameReading extends Run {
  kind: TypedKind | null
  matches: NameMatch[]
  distance: number
  /** Lower is better: edits, and words of the message that stay unexplained. */
  cost: number
}

/** A name with one slip is taken without asking when no other name can have been meant with two. */
const SLIPS_OF_ANOTHER = 2
const SHORTEST_CERTAIN = 6
/** Names whose reading costs so little more are offered too. */
const ALSO_GOOD = 0.5
const KIND_TYPED = 0.6
const WORD_MISSED = 0.6
const WORD_TAKEN = 0.25
const BEGINNING = 1.5

/** The unit that a probe may name, below one of `parents` when these are given; null when no name is near. */
export function guessUnit(
  probe: Probe,
  read: ReadTokens,
  world: ChoiceWorld,
  parents: readonly string[] = [],
): GuessedUnit | null {
  const inPlace = (match: NameMatch): boolean =>
    parents.length === 0 || parents.some(parent => isBelow(world, match.form.unit, parent))
  const all = probe.stretches.flatMap(stretch => readingsOf(stretch, probe, read, { world, inPlace }))
  const goesOn = isSentence(probe, read, world)
  const readings = all.filter(
    reading => isPlausible(reading, probe, read) && !(goesOn && reading.distance > 0),
  )
  const best = Math.min(...readings.map(reading => reading.cost))
  const good = readings.filter(reading => reading.cost <= best + ALSO_GOOD)
  const top = good.find(reading => reading.cost === best)
  if (!top) return null
  const choice = settle(top, good, probe, { world, inPlace })
  return { from: Math.min(top.from, top.kind?.from ?? top.from), to: top.to, choice }
}

/** "Xã không tăng", "sở nhận": the sentence goes on behind the kind. */
function isSentence({ why, from }: Probe, { items }: ReadTokens, { lexicon }: ChoiceWorld): boolean {
  return (
    why === 'after_kind' &&
    items[from]!.words.some(({ word, cost }) => cost < KNOWN && lexicon.vocabulary.joining.has(word))
  )
}

interface Places {
  world: ChoiceWorld
  inPlace: (match: NameMatch) => boolean
}

function readingsOf(
  { from, to }: Run,
  probe: Probe,
  read: ReadTokens,
  { world, inPlace }: Places,
): NameReading[] {
  const key = keyOf(read.tokens.slice(from, to))
  const near = [...nearOf(read.tokens.slice(from, to), probe, world), ...beginnings(key, world)].filter(
    inPlace,
  )
  if (near.length === 0) return []
  const kinds: (TypedKind | null)[] = [null, ...read.kinds.filter(kind => kind.to === from)]
  const words = WORD_MISSED * missed(probe, { from, to }) + WORD_TAKEN * taken(probe, { from, to }, read)
  return kinds.flatMap(kind => {
    const matches = kind === null ? near : near.filter(match => match.form.kindWord === kind.word)
    if (matches.length === 0) return []
    const distance = Math.min(...matches.map(match => match.distance))
    const cost = distance * shortness(key.length) + words - (kind === null ? 0 : KIND_TYPED)
    return [{ from, to, kind, matches, distance, cost }]
  })
}

/** Names near the words, or near the letters typed where a typing system's leftovers were undone. */
function nearOf(typed: readonly Token[], probe: Probe, world: ChoiceWorld): NameMatch[] {
  const key = keyOf(typed)
  const near = similarTo(key, world, editsAllowed(key.length, probe))
  if (!typed.some(token => token.repaired)) return near
  const raw = keyOf(typed.map(token => ({ fold: token.typed.toLowerCase() })))
  return [...near, ...similarTo(raw, world, editsAllowed(raw.length, probe))]
}

/** Words of the probe that the stretch leaves unexplained. */
function missed(probe: Run, { from, to }: Run): number {
  return Math.max(0, from - probe.from) + Math.max(0, probe.to - to)
}

/** Words that the stretch takes from elsewhere; numbers are nobody's. */
function taken(probe: Run, { from, to }: Run, { tokens }: ReadTokens): number {
  const others = [...tokens.slice(from, probe.from), ...tokens.slice(probe.to, to)]
  return others.filter(token => token.number === null).length
}

/** A slip in a short name leaves less of it. */
function shortness(length: number): number {
  return Math.min(2, Math.max(0.7, 8 / length))
}

function editsAllowed(length: number, { why }: Probe): number {
  if (length < 3) return length === 2 && why !== 'between' ? 1 : 0
  if (length < 7) return 1
  return length < 13 ? 2 : 3
}

/** Of fewer letters everyday words are too often near a name. */
const SHORTEST_SLIP = { unexplained: 4, after_of: 6, capitals: 3, between: 6, whole: 5 }
const SHORTEST_BEGINNING = 4

/** Two single letters with a capital ("I O") are no words. */
function shortestSlip(why: keyof typeof SHORTEST_SLIP, { from, to }: Run, read: ReadTokens): number {
  const letters = read.tokens.slice(from, to)
  if (why === 'capitals' && letters.length > 1 && letters.every(token => token.fold.length === 1)) return 2
  const before = read.tokens[from - 1]
  if (why === 'capitals' && before && isBeforeName(before)) return 2
  return from === 0 && read.tokens[0]!.capital ? SHORTEST_BEGINNING : SHORTEST_SLIP[why]
}

/** Words that mean something as they stand give way to a very near name only. */
function isPlausible(reading: NameReading, probe: Probe, read: ReadTokens): boolean {
  const { from, to, kind, distance } = reading
  const length = keyOf(read.tokens.slice(from, to)).length
  if (isOtherWord(reading, read) || isPartOfName(reading, read)) return false
  if (kind === null && isBehindOtherKind(reading, read)) return false
  if (
    kind === null &&
    distance > 0 &&
    (allWordsOfOthers(reading, read) || isShortClash(reading, read) || isWritten(reading, read))
  )
    return false
  if (probe.why === 'unexplained')
    return (
      kind !== null ||
      length >= SHORTEST_SLIP.unexplained ||
      from === 0 ||
      to === read.tokens.length ||
      hasNameCapital(reading, read.tokens)
    )
  if (probe.why === 'after_kind')
    return (
      kind !== null &&
      distance <= (length < 12 ? 1 : 2) &&
      (length > 4 || to === probe.to) &&
      !(distance > 0 && isOwnInPlainWords(reading, read))
    )
  return distance <= 1 && length >= shortestSlip(probe.why, reading, read)
}

/** "Đôn" of "Buôn Đôn": between capitals that belong to nothing else, a part of a name is not one. */
function isPartOfName({ from, to }: Run, { tokens, chosen }: ReadTokens): boolean {
  if (!tokens[from]!.capital || tokens.every(token => token.capital || token.number !== null)) return false
  const goesOn = (at: number, gapAt: number): boolean =>
    tokens[at]?.capital === true &&
    tokens[gapAt]?.gap === ' ' &&
    at > 0 &&
    !chosen.some(span => holds(span, at))
  return goesOn(from - 1, from) || (tokens[to - 1]!.capital && goesOn(to, to))
}

/** "Biểu dương" is no slip: syllables of the language in small letters, each with its diacritics. */
function isWritten({ from, to }: Run, { tokens }: ReadTokens): boolean {
  return tokens
    .slice(from, to)
    .every(token => !token.capital && !token.repaired && !isBare(token) && isSyllable(token.fold))
}

/** "Đạt rồi" is no "Đăk Roi": words of the language, each with its diacritics, in small letters; nor is "mình được". */
function allWordsOfOthers(run: Run, read: ReadTokens): boolean {
  for (let at = run.from; at < run.to; at++) if (!isPlainWord(at, read)) return isOwnAndMore(run, read)
  return read.tokens.slice(run.from, run.to).some(token => !isBare(token))
}

/** "Xa minh" typed without diacritics is "xã mình", not U Minh. */
function isOwnInPlainWords({ from, to, kind }: NameReading, { chosen }: ReadTokens): boolean {
  return (
    to - from === 1 &&
    chosen.some(
      span =>
        span.meaning.is === 'kind' &&
        span.meaning.use === 'own' &&
        span.cost < KNOWN &&
        span.from === kind?.from &&
        span.to === to,
    )
  )
}

/** A word as it is written: with its diacritics, or one that has none among others that have. */
function isPlainWord(at: number, read: ReadTokens): boolean {
  return isWordAsTyped(at, read) || isWordAmongMarked(at, read)
}

/** "Của minh duoc" typed without diacritics: the asker, and what is said of them. */
function isOwnAndMore({ from, to }: Run, { tokens, chosen, items }: ReadTokens): boolean {
  if (tokens.slice(from, to).some(token => token.capital)) return false
  const own = chosen.some(
    span => span.meaning.is === 'own' && span.to === from + 1 && span.to - span.from > 1,
  )
  return own && items.slice(from, to).every(({ words }) => words.some(({ cost }) => cost < KNOWN))
}

/** "Đùa" is no Dun. */
function isShortClash(reading: NameReading, { tokens }: ReadTokens): boolean {
  const { from, to } = reading
  return to - from === 1 && tokens[from]!.fold.length <= SHORTEST_BEGINNING && clashes(reading, tokens)
}

/** "Huyện Đắk Hà" is no commune: the kind typed before decides of what kind the name is. */
function isBehindOtherKind({ from, matches }: NameReading, { kinds }: ReadTokens): boolean {
  const typed = kinds.filter(kind => kind.to === from)
  return typed.length > 0 && matches.every(({ form }) => typed.every(({ kind }) => kind !== form.kind))
}

/** "Bảng" is no "Bà Nà": one known word, as it is written, against names of several. */
function isOtherWord({ from, to, matches }: NameReading, read: ReadTokens): boolean {
  return to - from === 1 && isWordAsTyped(from, read) && matches.every(({ form }) => form.words.length > 1)
}

/** "A Lưới" is the beginning of five names. */
function beginnings(key: string, world: ChoiceWorld): NameMatch[] {
  if (key.length < 4) return []
  return namesBeginningWith(world.lexicon.unitIndex, key)
    .filter(form => form.source !== 'weak')
    .map(form => ({ ...matchOf(form, [], 1), distance: BEGINNING }))
}

/** One unit, when it is near, marked as a unit or long, and nothing else comes close; otherwise a choice. */
function settle(top: NameReading, good: readonly NameReading[], probe: Probe, places: Places): ChosenUnits {
  const choice = ask(
    good.flatMap(reading => reading.matches),
    places.world,
    'near names',
  )
  const whole = covers(top, probe)
  if (isJoinedName(top, places.world.tokens) && choice.units.length === 1)
    return { ...choice, certain: true, why: 'name in one word' }
  const marked = top.kind !== null || (top.to - top.from > 1 && !clashes(top, places.world.tokens))
  if (!whole || !marked || choice.units.length !== 1 || !standsAlone(top, places)) return choice
  if (isAnotherName(top, places.world.tokens)) return choice
  return { ...choice, certain: true, why: 'one near name' }
}

/** "Đồ ngốc" is hardly Đông Lộc: tones that were typed and that the name does not have in this order. */
function clashes({ from, to, matches }: NameReading, tokens: readonly Token[]): boolean {
  const tones = tokens.slice(from, to).flatMap(({ tone, repaired }) => (tone === 0 || repaired ? [] : [tone]))
  return !matches.some(({ form }) => hasTones(form.words, tones))
}

/** "Tân Phú" is a name of its own and no slip in An Phú: of syllables that exist each may have been meant as it stands. */
function isAnotherName(name: NameReading, tokens: readonly Token[]): boolean {
  const { from, to, kind, distance, matches } = name
  // "Chua thay so" without a kind is hardly Chư A Thai.
  const apart = kind === null && matches.every(({ form }) => form.words.length !== to - from)
  if ((distance === 0 && !apart) || !matches.some(({ form }) => isPlace(form.kind))) return false
  return tokens.slice(from, to).every(token => !token.repaired && isSyllable(token.fold))
}

/** "Dran" for D'Ran: the letters of a name of several words, in one. */
function isJoinedName({ from, to, distance, matches }: NameReading, tokens: readonly Token[]): boolean {
  if (distance > 0 || to - from > 1 || !isBare(tokens[from]!)) return false
  return matches.every(({ form }) => form.words.length > 1)
}

/** Whether no other name (of the kind typed) is nearly as near. */
function standsAlone({ from, to, kind }: NameReading, { world, inPlace }: Places): boolean {
  const key = keyOf(world.tokens.slice(from, to))
  if (key.length < SHORTEST_CERTAIN) return false
  const near = similarTo(key, world, SLIPS_OF_ANOTHER).filter(inPlace)
  const rivals = kind === null ? near : near.filter(match => match.form.kindWord === kind.word)
  return (
    rivals.every(match => match.distance <= 1) && new Set(rivals.map(match => match.form.unit)).size === 1
  )
}

/** "Pcu trực tuyến": no word of the language, where the unit stands. */
function standsForUnit({ from, to }: Run, { tokens, chosen }: ReadTokens): boolean {
  const { fold, repaired } = tokens[from]!
  if (from > 0 || to > 1 || fold.length < 3 || repaired || isSyllable(fold)) return false
  return chosen.some(({ meaning, from: next }) => meaning.is === 'indicator' && next === to)
}

/** "VPUB", "SNgV": in a message that is not all in capitals. */
function isAbbreviation({ from, to }: Run, tokens: readonly Token[]): boolean {
  if (tokens.every(token => !/\p{Ll}/u.test(token.typed))) return false
  return tokens
    .slice(from, to)
    .some(token => /^\p{Lu}\p{L}*\p{Lu}\p{L}*$/u.test(token.typed) && token.typed.length > 2)
}

/** "Dưới dạng": words of the language as they are written. */
function allAsTyped({ from, to }: Run, read: ReadTokens): boolean {
  return read.tokens.slice(from, to).every((_, at) => isWordAsTyped(from + at, read))
}

const BEFORE_VERB = foldSet(ruleWords.beforeVerb)

/** Whether words that fit no name were meant as one: behind a kind, behind "của", several in a row, or with capitals. */
export function looksLikeName(run: Run, read: ReadTokens): boolean {
  if (read.kinds.some(kind => kind.to === run.from)) return true
  const anyUnit = read.chosen.some(
    ({ meaning, from, to, cost }) =>
      // "Cho mau": one word without its diacritics is hardly "chỗ".
      meaning.is === 'kind' && meaning.use === 'bare' && to === run.from && (to - from > 1 || cost === 0),
  )
  if (anyUnit) return true
  const before = read.tokens[run.from - 1]
  if (before && isBeforeName(before)) return true
  if (hasNameCapital(run, read.tokens)) return true
  // "Hay lại vỡ trận": what is done, or happens.
  if (before && BEFORE_VERB.has(before.fold)) return false
  if (run.to - run.from > 1 && !allAsTyped(run, read)) return true
  return isAbbreviation(run, read.tokens) || standsForUnit(run, read)
}
