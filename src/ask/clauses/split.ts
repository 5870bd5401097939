import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import {
  afterJoinWords,
  aimWords,
  followUpEnds,
  stillWords,
  weakJoinWords,
} from '../../../locales/vi/ask/cues.ts'
import type { Evidence } from '../intents/evidence.ts'
import { spellingKey, written, foldSet } from '../words/fold.ts'
import { factsOf } from '../intents/facts.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { Lexicon } from '../lexicon.ts'
import type { KindUse } from '../phrases/entities.ts'
import { matchPhrases } from '../phrases/phrase-match.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { Intent, Question } from '../question.ts'
import type { Run } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'

/** Where two things asked in one message may part: the first ends before `left`, the second begins at `right`. */
export interface Cut {
  left: number
  right: number
  /** The joining word has other meanings: "còn". */
  weak: boolean
  /** A sentence ends: both sides may ask several things. */
  sentence: boolean
}

const SENTENCE = /[.?!;\n]/
const COMMA = /,/
const MOST_CUTS = 4
const WEAK_JOINS = foldSet(weakJoinWords)
const WHOLE = foldSet(afterJoinWords)
const STILL = foldSet(stillWords)

/** Places where a sentence ends; behind these, where a comma stands or a joining word. */
export function possibleCuts({ read, mentions, asked, periods }: Evidence, lexicon: Lexicon): Cut[] {
  const cuts: Cut[] = []
  const whole = [...read.chosen, ...mentions, ...periods]
  const goesOn = (at: number): boolean =>
    read.tokens[at]!.number !== null && periods.some(({ from }) => from === at)
  const groups = read.chosen.filter(
    ({ meaning }) => meaning.is === 'kind' && meaning.kind !== null && GROUPS.has(meaning.use),
  )
  const isSpread = (at: number): boolean =>
    asked !== null &&
    within(at, asked.by) &&
    !(
      COMMA.test(read.tokens[at]!.gap) &&
      groups.some(one => one.to <= at) &&
      groups.some(one => one.from >= at)
    )
  const inside = (at: number): boolean => isSpread(at) || whole.some(one => within(at, one))
  for (let at = 1; at < read.tokens.length - 1; at++) {
    if (inside(at) || goesOn(at) || isListed(at, read)) continue
    const gap = read.tokens[at]!.gap
    const joined = matchPhrases(lexicon.vocabulary.joins, read.items, at).filter(found => found.cost < 0.3)
    if (joined.length > 0 && STILL.has(read.tokens[at - 1]!.fold) && WEAK_JOINS.has(read.tokens[at]!.fold))
      continue
    if (joined.length > 0 && WHOLE.has(read.tokens[Math.max(...joined.map(found => found.to))]?.fold ?? ''))
      continue
    const sentence = SENTENCE.test(gap) && gap !== '.'
    if (joined.length > 0)
      cuts.push({
        left: at,
        right: Math.max(...joined.map(found => found.to)),
        weak: WEAK_JOINS.has(read.tokens[at]!.fold),
        sentence,
      })
    else if (SENTENCE.test(gap) || (COMMA.test(gap) && !isDecimal(read.tokens, at)))
      cuts.push({ left: at, right: at, weak: false, sentence })
  }
  return cuts
    .filter(cut => cut.right < read.tokens.length)
    .toSorted((a, b) => Number(b.sentence) - Number(a.sentence))
    .slice(0, MOST_CUTS)
}

const within = (at: number, { from, to }: Run): boolean => from < at && at < to

/** "Chư Sê và Chư Pưh", "giữa cấp huyện và cấp xã": two units or groups, joined by one word. */
function isListed(at: number, { chosen, tokens }: ReadTokens): boolean {
  const listed = chosen.filter(
    ({ meaning, from }) =>
      meaning.is === 'unit' ||
      (meaning.is === 'kind' && (from > at || AMONG.has(tokens[from - 1]?.fold ?? ''))),
  )
  const beside = (is: 'unit' | 'indicator'): boolean => {
    const named = chosen.filter(({ meaning }) => meaning.is === is)
    return named.some(({ to }) => to === at) && named.some(({ from }) => from === at)
  }
  if (beside('unit') || beside('indicator')) return true
  return listed.some(({ to }) => to === at) && listed.some(({ from }) => from === at + 1)
}

const AMONG = foldSet(ruleWords.between)

/** The comma of "62,5%" parts nothing. */
function isDecimal(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.gap === ',' && tokens[at]!.number !== null && tokens[at - 1]!.number !== null
}

/** Whether a message may ask two things: it has the evidence of two. */
export function mayAskTwo({ intents, strength, read, cues, asked }: Evidence): boolean {
  if (asked?.by.operator === 'answer_came') return false
  const own = intents.filter(
    one => one.intent !== 'unknown' && one.intent !== 'greeting' && one.intent !== 'help',
  )
  const many =
    own.filter(one => one.score >= STRONG || (one.intent === 'value' && one.score >= VALUE)).length > 1
  const indicators = read.chosen.filter(span => span.meaning.is === 'indicator').length
  const groups = read.chosen.filter(span => span.meaning.is === 'kind' && GROUPS.has(span.meaning.use)).length
  if (many || groups > 1 || strength.has('outside')) return true
  if (indicators > 1 && (strength.has('units') || strength.has('periods'))) return true
  const asking = cues.filter(({ cue }) => AGAIN.has(cue))
  const apart = strength.has('periods') || strength.has('surroundings')
  return apart && asking.some(one => asking.some(other => one.to <= other.from))
}

const GROUPS: ReadonlySet<KindUse> = new Set(['many', 'which'])
/** "Hạng mấy tuần này, tuần trước hạng mấy": asked once more, of other days. */
const AGAIN: ReadonlySet<Cue> = new Set([
  'how_many',
  'how',
  'rank',
  'reached_yet',
  'distance',
  'against_last',
])

/** "Để đạt 60% … còn phải có thêm": what is aimed at is no question of its own. */
const AIMS = new Set(aimWords.map(word => spellingKey(written(word))))

function isAim({ tokens: [first] }: ReadTokens): boolean {
  return first !== undefined && AIMS.has(spellingKey(first))
}

const STRONG = 3.4
const VALUE = 1.2

/** Whether the two parts ask different things, each of which can be answered. */
export function askTwo(first: Evidence, second: Evidence, weak: boolean): boolean {
  const [a, b] = [topOf(first), topOf(second)]
  if (!a || !b || isAim(first.read) || isOfNext(first, second)) return false
  if (b.intent === 'gap' && a.intent === 'target' && leansOn(second) && !asksTarget(first)) return false
  if (b.intent === 'compare' || (a.intent === 'compare' && !isApart(first, second))) return false
  if (weak && a.intent === 'value' && !asksFigure(first)) return false
  if (a.intent === 'gap' && b.intent === 'need' && !asksGap(first)) return false
  if (onlyPicks(second)) return false
  if (b.intent === 'why' && first.strength.has('which_group') && saysNothing(second)) return false
  if (b.intent === 'report' && !second.strength.has('digest')) return false
  if (a.intent === 'movers' && b.intent === 'trend' && OF_WHOM.every(one => !second.strength.has(one)))
    return false
  if (
    !weak &&
    a.intent === 'value' &&
    b.intent !== 'value' &&
    first.strength.has('indicator') &&
    isAsked(first) &&
    leansOn(second)
  )
    return isOwnQuestion(second, b)
  if (a.intent !== b.intent) return isOwnQuestion(first, a) && isOwnQuestion(second, b)
  if (isOfOtherDays(first, second) || isOfOtherUnits(first, second, a.intent)) return true
  if (a.intent === 'value') return isFull(first) && isFull(second)
  return a.score >= STRONG && first.strength.has('group') && second.strength.has('group')
}

/** "Huyện nào thụt lùi nhất, vì sao": the why is of the one that is found. */
function saysNothing({ strength }: Evidence): boolean {
  return !strength.has('indicator') && OF_WHOM.every(one => !strength.has(one))
}

/** "Đúng hạn xã mình | còn thiếu bao nhiêu hồ sơ" names what is lacking; it is not asked by itself. */
function asksFigure({ strength }: Evidence): boolean {
  return ASKED.some(feature => strength.has(feature))
}

/** "Chưa đủ chỉ tiêu thanh toán, | cần thêm mấy hồ sơ nữa" tells that it is not met. */
function asksGap({ strength }: Evidence): boolean {
  return ASKED_GAP.some(feature => strength.has(feature))
}

const ASKED_GAP: readonly Feature[] = ['how_many', 'reached_yet', 'yes_no', 'which_indicator', 'how']

/** "Các phường với các xã, | bên nào tốt hơn": one of those that were named before. */
function onlyPicks({ read: { chosen }, strength }: Evidence): boolean {
  const kinds = chosen.filter(({ meaning }) => meaning.is === 'kind')
  const picks =
    kinds.length > 0 && kinds.every(({ meaning }) => meaning.is === 'kind' && meaning.kind === null)
  return picks && strength.has('which_is_more') && !strength.has('unit') && !strength.has('own')
}

/** "So sánh Pleiku với An Khê, rồi …": beside what is compared something is asked of somebody. */
function isApart({ strength: first }: Evidence, { strength: second }: Evidence): boolean {
  const compares = first.has('versus') || first.has('which_is_more')
  return compares && OF_WHOM.some(one => second.has(one)) && !second.has('which_is_more')
}

/** "Tuần này bao nhiêu? Tuần trước bao nhiêu?": asked in so many words of days, and again of others. */
function isOfOtherDays(first: Evidence, second: Evidence): boolean {
  if (first.strength.has('against_last') !== second.strength.has('against_last')) return false
  const [a, b] = [first, second].map(({ periods, cues }) =>
    cues.some(({ cue }) => AGAIN.has(cue)) ? periods[0]?.period : undefined,
  )
  return a !== undefined && b !== undefined && (a?.from !== b?.from || a?.to !== b?.to)
}

/** "…, còn Đức Cơ thì sao", "…, toàn tỉnh thì sao": the same of somebody else. */
export function asksSameOf({ strength, intents, operators, read }: Evidence): boolean {
  const last = read.tokens.at(-1)!.fold
  if (!strength.has('follow_up') || !ENDS.has(last) || operators.length > 0) return false
  if (strength.has('indicator') || strength.has('period') || intents[0]?.intent !== 'value') return false
  return OF_OTHERS.some(feature => strength.has(feature))
}

const ENDS = foldSet(followUpEnds)
const OF_OTHERS: readonly Feature[] = ['unit', 'own', 'bare_kind', 'surroundings']

/** "Huyện mình hạng mấy, xã Ia Hrung hạng mấy", "… bao nhiêu, cả tỉnh bao nhiêu": each of its own, and no two beside one another. */
function isOfOtherUnits(first: Evidence, second: Evidence, intent: Intent): boolean {
  const parts = [first.strength, second.strength]
  if (parts.some(has => !OF_WHOM.some(one => has.has(one)))) return false
  if (intent === 'rank') return true
  return (
    intent === 'value' &&
    parts.every(has => has.has('how_many')) &&
    parts.some(has => has.has('surroundings'))
  )
}

/** A sentence of another subject beside one of ours. */
export function isOutside({ strength, intents }: Evidence): boolean {
  return strength.has('outside') && intents[0]?.intent === 'unknown'
}

/** "Gộp cả 17 huyện lại, tuần 20 có bao nhiêu hồ sơ", "tháng 4 so với tháng 3, …": of whom or when, and not of what. */
function isOfNext(first: Evidence, { strength: next }: Evidence): boolean {
  const { asked, strength, read } = first
  if (strength.has('indicator') || strength.has('how_many') || strength.has('how')) return false
  if (strength.has('period') && OF_WHOM.every(feature => !strength.has(feature))) return true
  if (AMONG.has(read.tokens[0]?.fold ?? '')) return true
  return asked?.intent === 'total' && !next.has('group') && !next.has('unit') && !next.has('own')
}

const OF_WHOM: readonly Feature[] = ['unit', 'own', 'group', 'bare_kind', 'surroundings', 'target', 'digest']

/** "Chỉ tiêu số hóa sở mình | còn cách mấy điểm" only names what the distance is from. */
function asksTarget({ strength }: Evidence): boolean {
  return strength.has('how_many') || strength.has('assigned') || strength.has('define')
}

/** "Tôi thấy bên tôi còn đỏ phần số hóa, vậy …" only tells: a long part that asks for no figure. */
function isAsked(evidence: Evidence): boolean {
  return asksFigure(evidence) || evidence.read.tokens.length <= SHORT_PART
}

const ASKED: readonly Feature[] = ['how_many', 'figures', 'how', 'period', 'all_indicators', 'missing_data']
const SHORT_PART = 9

/** "… và xếp hạng tuần này": says of no indicator, so the one before is meant. */
function leansOn({ strength }: Evidence): boolean {
  return !strength.has('indicator') && !strength.has('group')
}

type Top = Evidence['intents'][number]

function topOf({ intents }: Evidence): Top | undefined {
  const [best] = intents
  return best && best.intent !== 'unknown' && best.intent !== 'greeting' && best.intent !== 'help'
    ? best
    : undefined
}

function isOwnQuestion(evidence: Evidence, { intent, score, because }: Top): boolean {
  const { strength } = evidence
  if (intent === 'value')
    return (
      strength.has('how_many') ||
      strength.has('all_indicators') ||
      (strength.has('indicator') && score >= 2 && isAsked(evidence))
    )
  return score >= STRONG && because.some(one => !one.evidence.startsWith('group'))
}

function isFull({ strength }: Evidence): boolean {
  return strength.has('indicator') && (strength.has('unit') || strength.has('period'))
}

/** What a part names itself. */
export interface Named {
  units: boolean
  group: boolean
  allIndicators: boolean
}

/** What one of two questions leaves out is what the other says. */
export function share(question: Question, other: Question, named: Named): Question {
  const shared = { ...question }
  if (question.indicators.length === 0 && !named.allIndicators) shared.indicators = other.indicators
  if (question.period === null && other.intent !== 'progress' && mayBeOf(question, other))
    shared.period = other.period
  if (!named.units && question.units.length > 0 && other.units.length > 0) shared.units = other.units
  const isWider = other.group?.kind === null && question.group?.kind !== null
  if (!named.group && question.group !== null && other.group !== null && !isWider) shared.group = other.group
  return shared
}

/** "Tuần này bao nhiêu, còn thiếu bao nhiêu hồ sơ": what is lacking to the end of a phase is of no week. */
function mayBeOf({ intent }: Question, { period }: Question): boolean {
  return factsOf(intent).untilDay !== true || period?.shape === 'fixed'
}

/** The tokens on both sides of a cut. */
export function partTokens(tokens: readonly Token[], cut: Cut): [Token[], Token[]] {
  return [tokens.slice(0, cut.left), tokens.slice(cut.right)]
}
