import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { bestSpans, isGroupUse } from '../phrases/entities.ts'
import type { EntityMeaning, EntitySpan } from '../phrases/entities.ts'
import { joiningWords, openingWords, wholeWords } from '../../../locales/vi/ask/units.ts'
import { isBare, spellingKey, foldSet } from '../words/fold.ts'
import type { Lexicon } from '../lexicon.ts'
import { isMisread, withoutAssistant, withoutMisread } from './misread-phrases.ts'
import type { TypedMessage } from './misread-phrases.ts'
import { DOUBTFUL, matchPhrases } from '../phrases/phrase-match.ts'
import type { Item } from '../phrases/phrase-match.ts'
import { keyOf } from '../names/name-words.ts'
import { isBeforeName } from '../names/before-name.ts'
import { hasDiacritics, readItems } from '../words/read-words.ts'
import type { Token } from '../words/tokens.ts'
import { exactNames, isCommonWord } from '../names/unit-match.ts'
import type { NameMatch, TypedKind, UnitSpan } from '../names/unit-match.ts'

/** A message as tokens with all that was recognised in them. */
export interface ReadTokens {
  tokens: Token[]
  items: Item[]
  /** Every stretch that was recognised. */
  spans: EntitySpan[]
  /** Those that together explain the message best. */
  chosen: EntitySpan[]
  kinds: TypedKind[]
  /** The message was typed with diacritics, so that a word without them has none. */
  marked: boolean
  /** Where units end whose names are also the beginnings of longer ones. */
  mayGoOn: ReadonlySet<number>
}

/** Recognises indicators, periods, units and groups in the tokens of a message. */
export function readEntities(lexicon: Lexicon, raw: readonly Token[]): ReadTokens {
  const { reader } = lexicon.vocabulary
  const { tokens, items } = readItems(reader, raw)
  const kinds = typedKinds(lexicon, items)
  const context = { lexicon, tokens, items, kinds, marked: hasDiacritics(tokens) }
  const all = tokens.flatMap((_, at) => [...phraseSpans(context, at), ...unitSpans(context, at)])
  const spans = withoutMisread(all, context)
  const chosen = withoutAssistant(bestSpans(spans, tokens.length), tokens)
  const mayGoOn = openEnds(chosen, lexicon)
  return { tokens, items, spans, chosen, kinds, marked: context.marked, mayGoOn }
}

function openEnds(chosen: readonly EntitySpan[], { unitIndex }: Lexicon): Set<number> {
  return new Set(
    chosen.flatMap(({ meaning, to }) =>
      meaning.is === 'unit' && meaning.span.matches.some(({ form }) => unitIndex.parts.has(form.key))
        ? [to]
        : [],
    ),
  )
}

interface Context extends TypedMessage {
  lexicon: Lexicon
}

function typedKinds(lexicon: Lexicon, items: readonly Item[]): TypedKind[] {
  return items.flatMap((_, at) => {
    const found = matchPhrases(lexicon.vocabulary.kindWords, items, at)
    return found.map(({ from, to, cost, meaning }) => ({
      from,
      to,
      cost: cost <= BARE ? 0 : cost,
      ...meaning,
    }))
  })
}

/** A kind typed without diacritics is as good as one with them. */
const BARE = 0.5

function phraseSpans(context: Context, at: number): EntitySpan[] {
  const { lexicon, tokens, items } = context
  return matchPhrases(lexicon.vocabulary.entities, items, at)
    .filter(phrase => !isMisread(phrase, context))
    .map(({ from, to, cost, meaning, values }) => {
      const score =
        phraseScore(meaning, to - from) +
        (meaning.is === 'claim' && meaning.how !== 'plain' && cost <= AS_TYPED ? COURTESY : 0) -
        (isLongGroup(meaning, to - from) ? SLIP_OF_GROUP : SLIP_WEIGHT) * cost -
        (isNameOfOwn(meaning, to, tokens) ? 1.5 : 0)
      return { from, to, meaning, values, cost, score }
    })
}

/** "Cho em hỏi" is said more often than "chỗ em". */
const COURTESY = 0.6
/** At most the diacritics are missing, in a message without any. */
const AS_TYPED = 0.1

/** "Xã Ta": with a capital, "ta" is part of a name. */
function isNameOfOwn(meaning: EntityMeaning, to: number, tokens: readonly Token[]): boolean {
  if (meaning.is !== 'kind' || meaning.use !== 'own') return false
  return tokens[to - 1]!.capital && tokens.some(token => !token.capital)
}

/** A slip weighs more than a word explained. */
const SLIP_WEIGHT = 1.6

/** "Các sở ngàh": a group is a group, with a slip in it too. */
const SLIP_OF_GROUP = 1.2

function isLongGroup(meaning: EntityMeaning, length: number): boolean {
  return length > 2 && meaning.is === 'kind' && isGroupUse(meaning.use)
}

/** One stretch scores more than two that make it up. */
function lengthScore(length: number): number {
  return 1.5 * length - 0.5
}

/** Longer stretches explain more than their parts; a noun for a kind must not take it from the name behind it. */
function phraseScore(meaning: EntityMeaning, length: number): number {
  const base = lengthScore(length)
  if (meaning.is === 'indicator') return base + (meaning.named ? 0.4 : 0.3)
  if (meaning.is === 'period') return base + 0.3
  if (meaning.is === 'claim') return base
  if (meaning.is === 'own') return 0.5 * length
  if (meaning.is === 'country') return base
  if (meaning.use === 'bare') return 0.35 * length - 0.05
  if (meaning.use === 'inside' || meaning.use === 'whole') return 0.9 * length
  return base + (meaning.use === 'own' ? 0.5 : 0.1)
}

/** Names that begin at token `at`, or behind a kind that begins there. */
function unitSpans(context: Context, at: number): EntitySpan[] {
  const { lexicon, tokens, items, kinds } = context
  const begins: Bounds[] = [{ from: at, kind: null }]
  for (const kind of kinds)
    if (kind.to === at && !/[,;?!(]/.test(tokens[at]!.gap) && !isRepeated(kind, context))
      begins.push({ from: kind.from, kind })
  return exactNames(lexicon.unitIndex, tokens, at).flatMap(({ to, matches }) => {
    const bounds = [...begins.map(one => ({ ...one, to })), ...kindsBehind(context, at, { to, matches })]
    return bounds
      .filter(({ kind }) => kind === null || isKindOf(kind, matches))
      .filter(() => !isWholeOf(at, matches, context))
      .filter(({ kind }) =>
        kind === null ? !isOtherWord(at, to, matches, context) : !isWordItself(at, to, matches, items),
      )
      .map(bound => unitSpan({ ...bound, nameFrom: at, nameTo: to, matches }, context))
  })
}

/** The same kind stands right before, as in "huyện H. Chư Sê". */
function isRepeated(kind: TypedKind, { kinds, tokens }: Context): boolean {
  if (/[,;]/.test(tokens[kind.from]!.gap)) return false
  return kinds.some(other => other.to === kind.from && other.kind === kind.kind && other.cost <= kind.cost)
}

/** "Ca tinh" in small letters, in a message without diacritics, is the whole province, and no police of it. */
function isWholeOf(at: number, matches: readonly NameMatch[], { tokens, marked }: Context): boolean {
  const { fold, typed } = tokens[at]!
  if (marked || !WHOLE.has(fold) || typed !== typed.toLowerCase()) return false
  return matches.every(({ form }) => form.words.length === 2 && form.words[0]?.fold === fold)
}

const WHOLE = foldSet(wholeWords)

/** "So Yên Thế với …" is no "sở Yên Thế", "bộ y tế" no "Sở Y tế". */
function isKindOf({ kind }: TypedKind, matches: readonly NameMatch[]): boolean {
  if (kind === 'ministry') return matches.some(({ form }) => form.kind === 'ministry')
  if (kind !== 'department') return true
  return matches.some(({ form }) => form.kind === 'department' || form.kind === 'other')
}

/** Where a name begins with its kind. */
interface Bounds {
  from: number
  kind: TypedKind | null
}

/** Behind a name of another kind so few letters are the rest of a longer one: "phuong binh ph". */
const ABBREVIATED = 3

/** English kinds stand behind the name: "Ia Grai district"; others only at the end: "dak po thi tran". */
function kindsBehind(
  context: Context,
  from: number,
  { to, matches }: { to: number; matches: readonly NameMatch[] },
): (Bounds & { to: number })[] {
  const { lexicon, items, tokens, kinds } = context
  const last = kinds.filter(
    kind =>
      kind.from === to &&
      kind.to === items.length &&
      kind.cost === 0 &&
      (tokens[to]!.fold.length > ABBREVIATED || matches.some(({ form }) => form.kindWord === kind.word)),
  )
  if (last.length > 0) return last.map(kind => ({ from, to: kind.to, kind }))
  return matchPhrases(lexicon.vocabulary.kindsBehind, items, to).flatMap(found =>
    found.meaning.map(kind => ({
      from,
      to: found.to,
      kind: { from: to, to: found.to, cost: 0, ...kind },
    })),
  )
}

function unitSpan(bounds: UnitSpan, context: Context): EntitySpan {
  const from = officeStart(context.lexicon, context.items, bounds.from)
  const span = { ...bounds, from }
  const score = unitScore(span, context)
  return { from, to: span.to, values: [], cost: 0, score, meaning: { is: 'unit', span } }
}

/** "Phường Tiền …" is no "Phượng Tiến", "của Việt …" no "Cửa Việt": a word typed as itself is not part of a name. */
function isOtherWord(at: number, to: number, matches: readonly NameMatch[], context: Context): boolean {
  if (matches.some(match => match.marks === 'same')) return false
  const { kinds, items, tokens, lexicon } = context
  if (tokens.length > to - at && matches.every(match => match.form.words.length !== to - at))
    if (isAllWords(items.slice(at, to), tokens.slice(at, to), UNMARKED)) return true
  const other = matches.every(match => match.marks === 'other')
  if (other && to === at + 1) return true
  if (other && kinds.some(one => one.from === at && one.to < to && one.cost === 0)) return true
  if (other && isAllWords(items.slice(at, to), tokens.slice(at, to))) return true
  return items.slice(at, to).some((item, index) => {
    const typed = tokens[at + index]!
    if (isBare(typed) || isWordOf(typed, index, matches)) return false
    if (index === 0 && isOffice(at, to, matches, tokens)) return false
    return item.words.some(({ word, cost }) => cost === 0 && lexicon.vocabulary.fillers.has(word))
  })
}

/** "Sơ Y tế": the kind without its hook, and the whole name of an office behind it; no "hồ sơ y tế". */
function isOffice(at: number, to: number, matches: readonly NameMatch[], tokens: readonly Token[]): boolean {
  if (to - at < 3 || DOSSIERS.has(tokens[at - 1]?.fold ?? '')) return false
  return matches.some(({ form, marks }) => form.kind === 'department' && marks === 'missing')
}

const DOSSIERS = foldSet(ruleWords.dossier)

/** "Biến động" is no Biển Động, "so tuan nay chua thay" no Chư A Thai: each is a word that is known, as it is written. */
function isAllWords(items: readonly Item[], tokens: readonly Token[], most = 0): boolean {
  return items.every(({ words }, at) => !tokens[at]!.capital && words.some(({ cost }) => cost <= most))
}

/** Words that lack no more than their diacritics. */
const UNMARKED = 0.3

/** "Xã trắng hồ sơ" is not about Xã Trang: one word, typed as another that is known. */
function isWordItself(
  at: number,
  to: number,
  matches: readonly NameMatch[],
  items: readonly Item[],
): boolean {
  return (
    to === at + 1 &&
    matches.every(match => match.marks === 'other') &&
    items[at]!.words.some(({ cost }) => cost === 0)
  )
}

/** Whether the token is written as a word of one of the names. */
function isWordOf(typed: Token, index: number, matches: readonly NameMatch[]): boolean {
  return matches.some(({ form }) => {
    const word = form.words[index]
    return word !== undefined && spellingKey(word) === spellingKey(typed)
  })
}

/** "UBND huyện Chư Sê" is the district. */
function officeStart(lexicon: Lexicon, items: readonly Item[], from: number): number {
  for (let start = Math.max(0, from - 4); start < from; start++)
    if (
      matchPhrases(lexicon.vocabulary.officeWords, items, start).some(
        ({ to, cost }) => to === from && cost < DOUBTFUL,
      )
    )
      return start
  return from
}

function unitScore(span: UnitSpan, context: Context): number {
  const length = span.to - span.from
  const base = lengthScore(length)
  const best = Math.max(...span.matches.map(match => matchScore(match, span, context)))
  return base + best + 0.05 * length + commonness(span, context) - (span.kind?.cost ?? 0)
}

function matchScore({ form, marks }: NameMatch, span: UnitSpan, context: Context): number {
  const { kind } = span
  if (form.source === 'code') return 1
  const diacritics = marks === 'other' ? -0.7 : marks === 'same' ? 0.1 : 0
  const long = form.words.length > 1 ? 0.6 : 0
  if (kind !== null)
    return diacritics + (form.kindWord === kind.word ? 0.7 + long : form.kindWord === null ? -1.5 : -0.9)
  return diacritics - (form.source === 'weak' ? weakness(span, context) : 0)
}

/**
 * "Y tế" is the office only at the beginning, behind "của", behind "ngành", "bên", or listed behind an office; in a short
 * message also behind what a message begins with that goes on: "còn Y tế", "bỏ Thanh tra với Y tế ra".
 */
function weakness({ from, nameFrom }: UnitSpan, { tokens, kinds, lexicon }: Context): number {
  const before = tokens[from - 1]
  const joins = JOINS.has(before?.fold ?? '')
  if (tokens.length <= SHORT && OPENING.has(tokens[0]!.fold)) {
    const opens = tokens.slice(0, from).every(({ fold }) => OPENING.has(fold))
    if (opens || joins) return 0.8
  }
  const listed =
    (joins || /^,\s*$/.test(tokens[from]!.gap)) &&
    (kinds.some(({ kind, to }) => kind === 'department' && to < from && from - to <= LONGEST_LIST) ||
      endsInOffice(joins ? from - 1 : from, tokens, lexicon))
  return listed || from < nameFrom || before === undefined || isBeforeName(before) ? 0.8 : 2.8
}

/** "Thanh tra với Ngoại vụ": a name of an office stands right before that place. */
function endsInOffice(at: number, tokens: readonly Token[], { unitIndex }: Lexicon): boolean {
  return [2, 3, 4].some(count =>
    unitIndex.byKey
      .get(keyOf(tokens.slice(Math.max(0, at - count), at)))
      ?.some(({ kind, source }) => kind === 'department' && source !== 'weak'),
  )
}

const JOINS = foldSet(joiningWords)
const OPENING = foldSet(openingWords)
const SHORT = 8
/** Words between the office that has its kind and the last that is listed without one. */
const LONGEST_LIST = 12

/** A name that is also an everyday word is one only where it is meant: alone, behind "của", or with a capital. */
function commonness(span: UnitSpan, { tokens, items, lexicon, marked }: Context): number {
  if (span.kind !== null || span.matches.every(match => match.form.source === 'code')) return 0
  if (span.from > 0 && isBeforeName(tokens[span.from]!)) return -1.5
  if (!isCommonWord(span, tokens)) return 0
  const token = tokens[span.from]!
  if (tokens.length === 1) return 0
  const before = tokens[span.from - 1]
  if (before && isBeforeName(before) && !isKnownWord(lexicon, items[span.from]!)) return -0.2
  if (marked && span.from > 0 && !token.capital) return -1.5
  if (token.capital && span.from > 0 && tokens.some(other => !other.capital) && !isBare(token)) return -0.3
  return isKnownWord(lexicon, items[span.from]!) ? -2 : -0.9
}

function isKnownWord(lexicon: Lexicon, item: Item): boolean {
  return item.words.some(({ word, cost }) => cost < 0.5 && lexicon.vocabulary.fillers.has(word))
}
