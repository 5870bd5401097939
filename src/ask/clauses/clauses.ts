import {
  aboutWord,
  askedEndings,
  asideWord,
  besideDays,
  forwardMarks,
  restWords,
  vocativeWords,
} from '../../../locales/vi/ask/clauses.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import type { Operator } from '../intents/operator-words.ts'
import { readOperators } from '../lattice/operators.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { Lexicon } from '../lexicon.ts'
import { matchPhrases } from '../phrases/phrase-match.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import { foldSet, foldWord, foldWords } from '../words/fold.ts'
import { covers, holds, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { ABBREVIATION } from '../words/tokens.ts'
import type { Token } from '../words/tokens.ts'
import type { ClauseWord } from './clause-words.ts'
import { withoutCourtesy } from './courtesies.ts'
import { AS_TYPED, AS_WRITTEN, SENTENCE_END } from './heard.ts'
import type { Clause, Heard } from './heard.ts'
import { asTopic, claimed, isDoubt, withoutSpeaker } from './told-figures.ts'
import { withUnitsBeside } from './told-units.ts'

const NARROWING: ReadonlySet<Operator> = new Set([
  'except',
  'from_place',
  'upwards',
  'over_target',
  'under_target',
  'changed_by',
  'mean_bound',
  'hour',
  'pause',
  'snooze',
  'jointly',
  'sum',
])

/** Short words are others without their diacritics. */
const SHORT_WORDS: ReadonlySet<ClauseWord> = new Set(['vocative', 'closes'])
const COMMA = /,|:\s|\s[-–—]\s|[()"“”]/

/** The clauses of a message, each with what it does. */
export function readClauses(read: ReadTokens, cues: readonly FoundCue[], lexicon: Lexicon): Clause[] {
  const words = clauseWords(read, lexicon)
  const operators = readOperators(lexicon, read)
  const narrows = operators.filter(({ operator }) => NARROWING.has(operator))
  const heard = { read, cues, words, narrows, operators, unitIndex: lexicon.unitIndex }
  const parts = partsOf(heard)
  const quoted = quotedPart(read)
  const spoken = spokenPart(heard)
  const clauses = parts.map((part): Clause => ({
    ...part,
    does: quoted(part) ? 'quotes' : spoken(part) ? 'tells' : doingOf(part, heard),
  }))
  const done = settled(
    clauses.map(clause => (clause.does === 'polite' ? clause : withoutCourtesy(clause, heard))),
    heard,
  )
  return done.flatMap(clause => withoutSpeaker(clause, heard)).map(clause => withUnitsBeside(clause, heard))
}

function clauseWords(read: ReadTokens, { vocabulary }: Lexicon): Heard['words'] {
  const found = read.items.flatMap((_, at) =>
    matchPhrases(vocabulary.clauses, read.items, at)
      .filter(one => one.cost <= (SHORT_WORDS.has(one.meaning) ? AS_TYPED : AS_WRITTEN))
      .map(({ from, to, meaning }) => ({ from, to, word: meaning })),
  )
  const isVague = (asked: Run): boolean =>
    found.some(({ word, from, to }) => word === 'vague' && covers({ from, to }, asked)) ||
    read.chosen.some(({ meaning, from, to }) => meaning.is === 'period' && covers({ from, to }, asked))
  return found.filter(
    one =>
      !(one.word === 'tells' && read.chosen.some(span => isPartOfName(one, span, read))) &&
      !(one.word === 'asks' && isVague(one)),
  )
}

/** "Trực" of "trực tuyến", "trc" of "tháng trc", "mình về số hóa" tell nothing; "xã Ia Hrung nói" does. */
function isPartOfName(word: Run, span: EntitySpan, { tokens }: ReadTokens): boolean {
  if (span.meaning.is === 'period') return covers(span, word)
  if (span.meaning.is === 'indicator')
    return overlapOf(word, span) > 0 || (word.to === span.from && tokens[word.to - 1]!.fold === ABOUT)
  return span.meaning.is === 'unit' && covers(span, word)
}

/** Where sentences end, commas stand, and where what is told around a question begins. */
function partsOf({ read, words }: Heard): Run[] {
  const { tokens, chosen } = read
  const asides = words.filter(({ word, from }) => word === 'tells' && isAsideBefore(from, read))
  const starts = [0]
  for (let at = 1; at < tokens.length; at++) {
    const within = !beginsSentence(at, tokens) && chosen.some(span => span.from < at && at < span.to)
    if (
      !within &&
      (endsBefore(at, read) ||
        isToldBefore(at, read, words) ||
        goesOnTelling(at, read, words) ||
        asides.some(aside => aside.to === at || asideStart(aside.from, read) === at) ||
        words.some(({ word, from }) => (word === 'purpose' || word === 'hail') && from === at))
    )
      starts.push(at)
  }
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? tokens.length }))
}

/** "… giao ban huyện. Ia Lang …": no name goes on behind the end of a sentence. */
function beginsSentence(at: number, tokens: readonly Token[]): boolean {
  const [before, token] = [tokens[at - 1]!, tokens[at]!]
  return /[.?!]\s/.test(token.gap) && /^\p{Lu}/u.test(token.typed) && !ABBREVIATION.test(before.fold)
}

/** Words of a telling clause behind a question, at least. */
const LEAST_TOLD = 3

/** "… nhé sáng mai chị in cho các anh", "… vậy em chị nghe nói": behind the end of what is asked stand days or a person, and more. */
function goesOnTelling(at: number, { tokens, chosen, marked }: ReadTokens, words: Heard['words']): boolean {
  if (!marked || tokens.length - at < LEAST_TOLD) return false
  const person = (place: number): boolean => words.some(one => one.word === 'vocative' && one.from === place)
  const ended = (place: number): boolean => ASKED_ENDINGS.has(tokens[place]?.typed.toLowerCase() ?? '')
  const isDays = chosen.some(({ meaning, from }) => meaning.is === 'period' && from === at)
  if (ended(at - 1)) return isDays || (person(at) && !isSpokenTo(at, tokens))
  return ended(at - 2) && person(at - 1) && (person(at) || isDays)
}

/** "… vậy em, …": the person is called, and the message ends or is parted there. */
function isSpokenTo(at: number, tokens: readonly Token[]): boolean {
  return at + 1 >= tokens.length || /[^\s]/.test(tokens[at + 1]!.gap) || PERSONS.has(tokens[at + 1]!.fold)
}

/** "Hạng của huyện mình về số hóa". */
const ABOUT = foldWord(aboutWord)
const ASKED_ENDINGS: ReadonlySet<string> = new Set(askedEndings)
const PERSONS = foldSet(vocativeWords)

/** Where "mà" stands before what somebody does, with nothing but days between; -1 where it does not. */
function asideStart(tells: number, { tokens, chosen }: ReadTokens): number {
  const days = chosen.find(({ meaning, to }) => meaning.is === 'period' && to === tells)
  const at = (days?.from ?? tells) - 1
  return tokens[at]?.typed.toLowerCase() === asideWord ? at : -1
}

function isAsideBefore(tells: number, read: ReadTokens): boolean {
  return asideStart(tells, read) > 0
}

function endsBefore(at: number, { tokens, chosen, kinds, spans }: ReadTokens): boolean {
  const [before, token] = [tokens[at - 1]!, tokens[at]!]
  if (SENTENCE_END.test(token.gap) && !(token.gap === '.' && before.number !== null)) {
    if (token.gap.trim() === '.' && before.number === null && ABBREVIATION.test(before.fold)) return false
    return token.number === null || before.number === null || /\s/.test(token.gap)
  }
  if (kinds.some(kind => kind.to === at) && kinds.some(kind => kind.from === at)) return false
  if (goesOnWithPlace(at, { tokens, kinds, spans })) return false
  if (!COMMA.test(token.gap) || (token.number !== null && before.number !== null)) return false
  const listed = chosen.filter(
    ({ meaning }) => meaning.is === 'unit' || meaning.is === 'kind' || meaning.is === 'indicator',
  )
  return !(listed.some(span => span.to === at) && listed.some(span => span.from === at))
}

/** "Đang tiếp khách bên Sở Công Thương, trực tuyến …": what is told ends at the comma, though a unit stands before it. */
function isToldBefore(at: number, { tokens, chosen }: ReadTokens, words: Heard['words']): boolean {
  if (!/^,\s*$/.test(tokens[at]!.gap)) return false
  const unit = chosen.find(({ meaning, to }) => meaning.is === 'unit' && to === at)
  if (!unit || !chosen.some(({ meaning, from }) => meaning.is === 'indicator' && from === at)) return false
  const start = tokens.findLastIndex(({ gap }, place) => place < at && SENTENCE_END.test(gap))
  return words.some(one => one.word === 'tells' && one.from >= start && one.to <= unit.to)
}

/** Words of the longest name, with a slip or two, between its kind and the place behind the comma. */
const LONGEST_PLACED = 6

/** "Xã La, tỉnh Gia Lai", "phường Ba Đìhn, Thành phố Hà Nội": a name that fits none goes on with the unit above it. */
function goesOnWithPlace(
  at: number,
  { tokens, kinds, spans }: Pick<ReadTokens, 'tokens' | 'kinds' | 'spans'>,
): boolean {
  if (!/^,\s*$/.test(tokens[at]!.gap)) return false
  if (!spans.some(({ meaning, from }) => meaning.is === 'unit' && from === at && meaning.span.kind !== null))
    return false
  return kinds.some(kind => {
    const between = tokens.slice(kind.to + 1, at)
    return kind.to < at && at - kind.to <= LONGEST_PLACED && between.every(({ gap }) => WITHIN_NAME.test(gap))
  })
}

/** "M'Drắk", "Ia-Grai". */
const WITHIN_NAME = /^[\s'’-]*$/

const FORWARDS: readonly string[] = forwardMarks.map(foldWords)

/** Text of somebody else: behind a mark of forwarding up to the last line, or what stands in quotation marks there. */
function quotedPart({ tokens }: ReadTokens): (part: Run) => boolean {
  const begins = tokens.slice(0, 3).map(token => token.fold)
  const forwarded = FORWARDS.some(mark => mark === begins[0] || mark === begins.slice(0, 2).join(' '))
  if (!forwarded) return () => false
  const lastLine = tokens.findLastIndex((token, at) => at > 0 && /\n/.test(token.gap))
  const lastQuote = tokens.findLastIndex((token, at) => at > 0 && /["”]/.test(token.gap))
  const end = Math.max(lastLine, lastQuote)
  return part => part.from < end
}

/** "Anh Bí thư nhắn: “Ia Grai số hóa thấp thế”. Có kịp không": words of somebody who is named before them. */
function spokenPart({ read: { tokens }, words }: Heard): (part: Run) => boolean {
  const marks = tokens.flatMap(({ gap }, at) => (QUOTE.test(gap) ? [at] : []))
  const [from, to] = marks
  if (from === undefined || to === undefined) return () => false
  const isSaid = words.some(
    one => (one.word === 'tells' || one.word === 'reports') && one.to <= from && one.to >= from - AT_QUOTE,
  )
  return part => isSaid && part.from >= from && part.to <= to
}

const QUOTE = /["“”]/
/** Words between what somebody does and what he says: "nhắn cho tôi: “…”". */
const AT_QUOTE = 3

function doingOf(part: Run, heard: Heard): Clause['does'] {
  const { words } = heard
  if (isCourtesyAlone(part, heard)) return 'polite'
  if (words.some(({ word, from }) => word === 'purpose' && from === part.from)) return 'tells'
  const has = (word: ClauseWord): boolean => words.some(one => one.word === word && covers(part, one))
  const ours = isOurs(part, heard) || narrowsList(part, heard) || isRest(part, heard)
  const told = has('tells')
  if (ours && (has('asks') || closesAsking(part, heard)) && !(told && isOfDays(part, heard))) return 'asks'
  if (ours && words.some(one => one.word === 'orders' && beginsWith(part, one, heard))) return 'orders'
  if (measures(part, heard) && !told) return 'asks'
  if (told) return 'tells'
  return ours ? 'topic' : 'tells'
}

function beginsWith(part: Run, { from, to }: Run, { words }: Heard): boolean {
  if (!covers(part, { from, to })) return false
  return (
    from === part.from ||
    words.some(one => one.word === 'courtesy' && one.from === part.from && one.to >= from && one.to < to)
  )
}

/** "…, khoản thtoán", "…, theo công văn nào": a few words behind a comma that go on with what is asked. */
function isRest({ from, to }: Run, { read: { tokens } }: Heard): boolean {
  return (
    from > 0 &&
    to - from <= LONGEST_REST &&
    tokens[from]!.gap.startsWith(',') &&
    RESTS.has(tokens[from]!.fold)
  )
}

const LONGEST_REST = 5
const RESTS = foldSet(restWords)

/** "… chưa?", "… không": a word that asks where the clause ends. */
function closesAsking({ from, to }: Run, { read, words }: Heard): boolean {
  if (/\?/.test(read.tokens[to]?.gap ?? '')) return true
  let end = to
  while (end > from && words.some(one => one.word === 'vocative' && one.to === end)) end--
  return words.some(one => one.word === 'closes' && one.to === end && one.from >= from)
}

/** Courtesies from end to end, with the days they are said on: "đầu tuần phiền em chút". */
function isCourtesyAlone(part: Run, { words, read }: Heard): boolean {
  const polite = words.filter(({ word }) => word === 'courtesy' || word === 'vocative')
  const days = read.chosen.filter(({ meaning }) => meaning.is === 'period')
  const reached = new Set([part.from])
  for (let at = part.from; at < part.to; at++)
    if (reached.has(at))
      for (const one of [...polite, ...days]) if (one.from === at && one.to <= part.to) reached.add(one.to)
  return reached.has(part.to) && polite.some(one => one.word === 'courtesy' && covers(part, one))
}

/** Cues that everybody uses for something else as well. */
const LOOSE_CUES: ReadonlySet<Cue> = new Set([
  'send',
  'greeting',
  'help',
  'follow_up',
  'how',
  'how_many',
  'yes_no',
  'digest',
  'figures',
  'change',
  'file',
  'not_that',
  'limit',
  'digest_daily',
  'digest_weekly',
  'digest_monthly',
  'digest_phase',
  'subscribe',
  'assigned',
  'zero',
])

/** Whether anything of the clause is of our subject. */
function isOurs(part: Run, { read, cues, words }: Pick<Heard, 'read' | 'cues' | 'words'>): boolean {
  const inside = (one: Run): boolean => covers(part, one)
  const polite = words.filter(one => one.word === 'courtesy')
  return (
    read.chosen.some(
      span =>
        inside(span) &&
        (span.meaning.is === 'indicator' ||
          span.meaning.is === 'unit' ||
          span.meaning.is === 'period' ||
          (span.meaning.is === 'kind' && (isGroupUse(span.meaning.use) || span.meaning.use === 'own')) ||
          (span.meaning.is === 'own' && polite.every(one => overlapOf(one, span) === 0))),
    ) ||
    cues.some(cue => inside(cue) && polite.every(one => overlapOf(one, cue) === 0) && !(cue.cue === 'send'))
  )
}

function measures(part: Run, { read, cues }: Heard): boolean {
  return (
    read.chosen.some(span => span.meaning.is === 'indicator' && covers(part, span)) ||
    cues.some(cue => !LOOSE_CUES.has(cue.cue) && covers(part, cue))
  )
}

function asks({ does }: Clause): boolean {
  return does === 'asks' || does === 'orders'
}

/** What is told is left out where another clause asks; where none does, everything but courtesy is read. */
function settled(clauses: readonly Clause[], heard: Heard): Clause[] {
  const asked = clauses.some(one => asks(one) && speaksOfOurs(one, heard))
  const measured = clauses.some(one => asks(one) && measures(one, heard))
  const spoken = clauses.some(one => asks(one) || one.does === 'topic' || one.does === 'polite')
  const claim = claimed(clauses, heard)
  const asides = clauses.filter(one => isAside(one, heard))
  const lastSaid = clauses.findLast(
    one => one.does !== 'polite' && one.does !== 'quotes' && !asides.includes(one),
  )
  return clauses.map(one => {
    const isBeside =
      (lastSaid && lastSaid.from >= one.to) ||
      clauses.some(other => asks(other) && isOurs(other, heard) && !isAhead(other, heard))
    if (isBeside && asides.includes(one)) return { ...one, does: 'tells' }
    if (claim !== null && (one === claim || isDoubt(one, heard))) return asTopic(one)
    if (one.does === 'tells' && isOrderAnswered(one, heard)) return asTopic(one)
    if (isListed(one, clauses, heard)) return asTopic(one)
    const goesOn = narrowsList(one, heard) || isRest(one, heard) || isOrderAnswered(one, heard)
    if (one.does === 'topic' && asked && !isTopic(one, heard) && !goesOn) return { ...one, does: 'tells' }
    if (one.does === 'orders' && measured && !measures(one, heard) && !wantsMore(one, heard))
      return { ...one, does: 'tells' }
    const kept = one.does === 'tells' && !asked && !(spoken && isTold(one, heard) && !isAsked(one, heard))
    return kept ? { ...one, does: 'topic' } : one
  })
}

/**
 * "Xây dựng, Tư pháp: hai sở này …": what begins with a capital behind a comma goes on with a list of names, also where it
 * is not known as it stands.
 */
function isListed(clause: Clause, clauses: readonly Clause[], heard: Heard): boolean {
  const { read, cues } = heard
  const { from, to } = clause
  const first = read.tokens[from]!
  const before = clauses.find(one => one.to === from)
  return (
    clause.does === 'tells' &&
    before !== undefined &&
    to < read.tokens.length &&
    to - from <= LONGEST_REST &&
    first.gap.startsWith(',') &&
    /^\p{Lu}/u.test(first.typed) &&
    !heard.words.some(one => covers(clause, one)) &&
    !cues.some(cue => covers(clause, cue)) &&
    (isNamed(before, heard) || isListed(before, clauses, heard))
  )
}

/** Ends with the name of a unit. */
function isNamed(clause: Clause, { read }: Heard): boolean {
  return read.chosen.some(span => span.meaning.is === 'unit' && span.to === clause.to && covers(clause, span))
}

/** "Bữa trước tỉnh yêu cầu Ia Chia giải trình, họ nộp chưa": what is asked is of the order that is told. */
function isOrderAnswered(clause: Clause, { operators }: Heard): boolean {
  return (
    operators.some(one => one.operator === 'ask_explanation' && covers(clause, one)) &&
    operators.some(one => one.operator === 'answer_came' && one.from >= clause.to)
  )
}

/** Told by the way: only days, or what is to come. */
function isAside(clause: Clause, heard: Heard): boolean {
  const isLoose = clause.does === 'topic' || (clause.does === 'tells' && !isAsked(clause, heard))
  return isLoose && (isAhead(clause, heard) || isOfDays(clause, heard))
}

/** "Ngày mai trời có mưa không em": asked is something, though nothing of ours. */
function isAsked(clause: Run, heard: Heard): boolean {
  return (
    heard.words.some(({ word, ...run }) => word === 'asks' && covers(clause, run)) ||
    closesAsking(clause, heard)
  )
}

/** "Tuần trước anh đi công tác.", "chiều nay giao ban.": days, and what somebody does then. */
function isOfDays(clause: Run, heard: Heard): boolean {
  const inside = heard.read.chosen.filter(span => span.meaning.is !== 'claim' && covers(clause, span))
  const named = inside.filter(
    ({ meaning, ...span }) =>
      meaning.is !== 'own' &&
      !(meaning.is === 'kind' && meaning.kind === null) &&
      !heard.words.some(one => one.word === 'tells' && covers(one, span)),
  )
  return (
    named.length > 0 &&
    named.every(({ meaning }) => meaning.is === 'period') &&
    (isTold(clause, heard) || !isTopic(clause, heard)) &&
    !heard.operators.some(operator => covers(clause, operator)) &&
    !heard.cues.some(({ cue, ...run }) => cue !== 'target' && !LOOSE_CUES.has(cue) && covers(clause, run))
  )
}

/** "Ngày mai lãnh đạo đi kiểm tra xã …": what is to come has no figures yet. */
function isAhead(clause: Clause, heard: Heard): boolean {
  return (
    !measures(clause, heard) &&
    heard.read.chosen.some(
      ({ meaning, ...span }) =>
        meaning.is === 'period' &&
        meaning.sense.is === 'relative' &&
        meaning.sense.shift > 0 &&
        covers(clause, span),
    )
  )
}

function isTold(clause: Run, { words }: Heard): boolean {
  return words.some(one => one.word === 'tells' && covers(clause, one))
}

/** A report is wanted, the list is narrowed, or days are named that the other clauses take over. */
function wantsMore(clause: Run, heard: Heard): boolean {
  const { cues, read } = heard
  return (
    narrowsList(clause, heard) ||
    cues.some(({ cue, from, to }) => (cue === 'digest' || cue === 'file') && covers(clause, { from, to })) ||
    read.chosen.some(({ meaning, from, to }) => meaning.is === 'period' && covers(clause, { from, to }))
  )
}

function narrowsList(clause: Run, { narrows }: Heard): boolean {
  return narrows.some(one => covers(clause, one))
}

/** More than days and words that everybody says. */
function speaksOfOurs(part: Run, heard: Heard): boolean {
  return (
    measures(part, heard) ||
    heard.operators.some(operator => covers(part, operator)) ||
    heard.read.chosen.some(
      ({ meaning, from, to }) =>
        covers(part, { from, to }) &&
        (meaning.is === 'unit' || (meaning.is === 'kind' && isGroupUse(meaning.use))),
    )
  )
}

/** "Sở Y tế.", "tháng 4:": names something and says nothing of it; beside days alone nothing else is said. */
function isTopic(clause: Run, { read }: Heard): boolean {
  const inside = read.chosen.filter(span => span.meaning.is !== 'claim' && covers(clause, span))
  const beside = read.tokens.filter((_, at) => holds(clause, at) && inside.every(span => !holds(span, at)))
  const daysAlone = inside.every(({ meaning }) => meaning.is === 'period')
  return daysAlone
    ? beside.every(({ fold, number }) => number !== null || BESIDE_DAYS.has(fold))
    : beside.length <= TOPIC_WORDS
}

/** Words beside what is named. */
const TOPIC_WORDS = 2
const BESIDE_DAYS = foldSet(besideDays)

/** Whether a clause that is read has anything of our subject left. */
export function isOfOurs(
  clause: Clause,
  read: ReadTokens,
  cues: readonly FoundCue[],
  lexicon: Lexicon,
): boolean {
  if (clause.does === 'polite' || clause.does === 'quotes') return false
  const isWish = clause.does === 'orders' || clause.does === 'asks'
  const wished = readOperators(lexicon, read).filter(({ operator }) => NARROWING.has(operator))
  return isOurs(clause, { read, cues, words: [] }) || (isWish && wished.some(one => covers(clause, one)))
}
