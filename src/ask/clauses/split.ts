import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { afterJoinWords, aimWords, stillWords, weakJoinWords } from '../../../locales/vi/ask/cues.ts'
import type { Evidence } from '../intents/evidence.ts'
import { spellingKey, written, foldSet } from '../words/fold.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { Lexicon } from '../lexicon.ts'
import { matchPhrases } from '../phrases/phrase-match.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { Question } from '../question.ts'
import type { Token } from '../words/tokens.ts'

/** Where two things asked in one message may part: the first ends before `left`, the second begins at `right`. */
export interface Cut {
  left: number
  right: number
  /** The joining word has other meanings: "còn". */
  weak: boolean
}

const SENTENCE = /[.?!;\n]/
const COMMA = /,/
const MOST_CUTS = 4
const WEAK_JOINS = foldSet(weakJoinWords)
const WHOLE = foldSet(afterJoinWords)
const STILL = foldSet(stillWords)

/** Places where a sentence ends, a comma stands or a joining word. */
export function possibleCuts({ read, mentions, asked, periods }: Evidence, lexicon: Lexicon): Cut[] {
  const cuts: Cut[] = []
  const spread = asked ? [asked.by] : []
  const whole = [...read.chosen, ...mentions, ...spread, ...periods]
  const goesOn = (at: number): boolean =>
    read.tokens[at]!.number !== null && periods.some(({ from }) => from === at)
  const inside = (at: number): boolean => whole.some(({ from, to }) => from < at && at < to)
  for (let at = 1; at < read.tokens.length - 1; at++) {
    if (inside(at) || goesOn(at) || isListed(at, read)) continue
    const gap = read.tokens[at]!.gap
    const joined = matchPhrases(lexicon.vocabulary.joins, read.items, at).filter(found => found.cost < 0.3)
    if (joined.length > 0 && STILL.has(read.tokens[at - 1]!.fold) && WEAK_JOINS.has(read.tokens[at]!.fold))
      continue
    if (joined.length > 0 && WHOLE.has(read.tokens[Math.max(...joined.map(found => found.to))]?.fold ?? ''))
      continue
    if (joined.length > 0)
      cuts.push({
        left: at,
        right: Math.max(...joined.map(found => found.to)),
        weak: WEAK_JOINS.has(read.tokens[at]!.fold),
      })
    else if (SENTENCE.test(gap) || (COMMA.test(gap) && !isDecimal(read.tokens, at)))
      cuts.push({ left: at, right: at, weak: false })
  }
  return cuts.filter(cut => cut.right < read.tokens.length).slice(0, MOST_CUTS)
}

/** "Chư Sê và Chư Pưh", "giữa cấp huyện và cấp xã": two units or groups, joined by one word. */
function isListed(at: number, { chosen, tokens }: ReadTokens): boolean {
  const listed = chosen.filter(
    ({ meaning, from }) =>
      meaning.is === 'unit' ||
      (meaning.is === 'kind' && (from > at || AMONG.has(tokens[from - 1]?.fold ?? ''))),
  )
  const units = chosen.filter(({ meaning }) => meaning.is === 'unit')
  if (units.some(({ to }) => to === at) && units.some(({ from }) => from === at)) return true
  return listed.some(({ to }) => to === at) && listed.some(({ from }) => from === at + 1)
}

const AMONG = foldSet(ruleWords.between)

/** The comma of "62,5%" parts nothing. */
function isDecimal(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.gap === ',' && tokens[at]!.number !== null && tokens[at - 1]!.number !== null
}

/** Whether a message may ask two things: it has the evidence of two. */
export function mayAskTwo({ intents, strength, read }: Evidence): boolean {
  const own = intents.filter(
    one => one.intent !== 'unknown' && one.intent !== 'greeting' && one.intent !== 'help',
  )
  const many =
    own.filter(one => one.score >= STRONG || (one.intent === 'value' && one.score >= VALUE)).length > 1
  const indicators = read.chosen.filter(span => span.meaning.is === 'indicator').length
  const groups = read.chosen.filter(span => span.meaning.is === 'kind' && span.meaning.use === 'many').length
  return many || groups > 1 || (indicators > 1 && (strength.has('units') || strength.has('periods')))
}

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
  if (a.intent === 'compare' || b.intent === 'compare') return false
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
  if (a.intent === 'value') return isFull(first) && isFull(second)
  return a.score >= STRONG && first.strength.has('group') && second.strength.has('group')
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
function isAsked({ strength, read }: Evidence): boolean {
  return ASKED.some(feature => strength.has(feature)) || read.tokens.length <= SHORT_PART
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

/** What one of two questions leaves out is what the other says. */
export function share(
  question: Question,
  other: Question,
  named: { units: boolean; group: boolean; allIndicators: boolean },
): Question {
  const shared = { ...question }
  if (question.indicators.length === 0 && !named.allIndicators) shared.indicators = other.indicators
  if (question.period === null && other.intent !== 'progress') shared.period = other.period
  if (!named.units && question.units.length > 0 && other.units.length > 0) shared.units = other.units
  if (!named.group && question.group !== null && other.group !== null) shared.group = other.group
  return shared
}

/** The tokens on both sides of a cut. */
export function partTokens(tokens: readonly Token[], cut: Cut): [Token[], Token[]] {
  return [tokens.slice(0, cut.left), tokens.slice(cut.right)]
}
