import { addDays } from '../../core/period.ts'
import {
  differenceWords,
  eachOtherWord,
  groupWords,
  leadingWords,
  twoWord,
} from '../../../locales/vi/ask/operators.ts'
import { foldSet, foldWord } from '../words/fold.ts'
import { decide } from '../intents/decide.ts'
import type { Decision } from '../intents/decide.ts'
import type { Evidence } from '../intents/evidence.ts'
import { emptyQuestion } from '../intents/assemble.ts'
import { factsOf, isAboutGroup, isAboutUnits } from '../intents/facts.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { Lexicon } from '../lexicon.ts'
import { mergeQuestion, namesUnit } from './merge-question.ts'
import { changesOf } from './what-may-change.ts'
import { answerPending, otherOffered } from './pending-answer.ts'
import { lastChoices } from './said-before.ts'
import { fresh, ofShownList } from './shown-list.ts'
import type { Intent, Question } from '../question.ts'
import { kindMentions } from '../intents/read-groups.ts'
import type { AskContext } from '../reading.ts'

/** An intent with so much evidence stands on its own, and only takes over what it lacks. */
const STRONG = 3.4
const SHORT = 10

/**
 * Reads a message as the continuation of the question before: "còn tuần trước?", "xếp thứ mấy", "ý tôi là tháng 4".
 * Null when it stands on its own.
 */
export function continueQuestion(evidence: Evidence, lexicon: Lexicon, context: AskContext): Decision | null {
  const { previous } = context
  if (!previous) return null
  const sent = askedToSend(evidence, previous)
  if (sent) return decisionOf(sent, 'of whom the answers were asked for')
  const listed = ofShownList(evidence, context)
  if (listed) return decisionOf(onDaysSaid(listed, evidence), 'of the list that was shown')
  if (asksCounts(evidence) && isAboutUnits(previous.intent) && previous.units.length > 0)
    return decisionOf({ ...fresh(previous), intent: 'value' }, 'the counts of the same')
  const answered = answerPending(evidence, previous, lexicon)
  if (answered) return decisionOf(answered, 'the choice fills the question before')
  const other = otherOffered(evidence, context, lexicon)
  if (other) return decisionOf(other, 'the other that was offered')
  const groups = groupsApart(evidence, context)
  if (groups) return decisionOf(groups, 'the last two groups')
  const both = bothOf(evidence, context, lexicon)
  if (both) return decisionOf(both, 'the last two together')
  const changed = changedIn(previous, evidence, { lexicon, context })
  if (changed) return decisionOf(changed, `the same, changed: ${previous.intent}`)
  const base = lastOfGroup(evidence, context) ?? previous.pending?.question ?? previous
  if (!factsOf(base.intent).continued || isComplete(evidence)) return null
  const own = decide(evidence, lexicon, context)
  if (own.question.intent === 'unknown' && own.question.unknownReason !== 'not_understood') return null
  const intent = ownIntent(evidence)
  if (intent !== null && !isAboutUnits(intent) && intent !== 'define') return null
  if (intent === null && !namesSomething(evidence) && !judges(evidence) && !asksHowMany(evidence)) return null
  const merged = mergeQuestion(base, evidence, { intent, lexicon, context })
  if (merged && leavesGap(previous, evidence))
    return decisionOf(stillAsked(previous, merged), 'the choice is still open')
  return merged && decisionOf(merged, `continues: ${base.intent}`)
}

/** "Xã đầu tiên xếp thứ mấy tháng trước": days that are named are those asked about. */
function onDaysSaid(question: Question, { periods }: Evidence): Question {
  const [only, ...others] = periods.flatMap(({ period }) => period ?? [])
  return only && others.length === 0 ? { ...question, period: only } : question
}

/** "Còn giảm", "200 thì sao": the question before with what may change in it. */
function changedIn(
  previous: Question,
  evidence: Evidence,
  m: { lexicon: Lexicon; context: AskContext },
): Question | null {
  const isShort = evidence.read.tokens.length <= SHORT
  const changes = isShort ? changesOf(evidence, previous) : null
  return changes && mergeQuestion(previous, evidence, { intent: null, changes, ...m })
}

/** "Cho số tuyệt đối": the answer names counts beside the rate. */
function asksCounts({ operators, mentions, strength }: Evidence): boolean {
  return (
    operators.some(({ operator }) => operator === 'absolute') &&
    mentions.length === 0 &&
    !strength.has('indicator') &&
    !strength.has('group')
  )
}

/** "Nếu chưa thì đề nghị họ gửi trước thứ Sáu", where it was asked whether a unit has explained itself. */
function askedToSend(
  { operators, strength }: Evidence,
  { intent, units, indicators }: Question,
): Question | null {
  const found = operators.some(({ operator }) => operator === 'ask_sending')
  if (!found || intent !== 'responses' || units.length === 0 || strength.has('indicator')) return null
  return { ...emptyQuestion('ask_explanation'), units: [...units], indicators: [...indicators] }
}

/** "Thế tuần 19 thì huyện nào", behind a word about one of the list: the last question about such a group goes on. */
function lastOfGroup(evidence: Evidence, { previous, earlier = [] }: AskContext): Question | null {
  const { strength, read, intents } = evidence
  if (!previous || isAboutGroup(previous.intent) || !strength.has('follow_up')) return null
  if (read.tokens.length > SHORT || !strength.has('period') || !strength.has('which_group')) return null
  if (strength.has('unit') || strength.has('indicator')) return null
  if (intents.some(({ intent, score }) => intent !== 'ranking' && score >= STRONG)) return null
  const kind = kindMentions(evidence).find(one => one.use === 'which')?.kind ?? null
  return (
    earlier.findLast(({ intent, group }) => isAboutGroup(intent) && group !== null && group.kind === kind) ??
    null
  )
}

/** A question back was not answered: the message names neither what was asked for nor another of its kind. */
function leavesGap({ pending, intent }: Question, { strength }: Evidence): boolean {
  if (intent !== 'clarify' || !pending) return false
  if (pending.fills === 'indicators') return !strength.has('indicator') && !strength.has('all_indicators')
  return !namesUnit(strength) && !strength.has('group')
}

/** The question back once more, with what the message changed of the question behind it. */
function stillAsked(previous: Question, merged: Question): Question {
  const { fills, question } = previous.pending!
  const { indicators, period } = merged
  const kept = { units: question.units, group: question.group }
  return { ...previous, indicators, period, pending: { fills, question: { ...merged, ...kept } } }
}

/** "Cả hai chỉ số", "so hai xã": the last two indicators or units that were asked about, in one question. */
function bothOf(evidence: Evidence, context: AskContext, lexicon: Lexicon): Question | null {
  const { previous, earlier } = context
  const { strength, mentions } = evidence
  const apart = isDifference(evidence)
  const counted = kindMentions(evidence).some(({ count }) => count !== null)
  const sums =
    evidence.operators.some(({ operator }) => operator === 'sum') && (counted || !strength.has('group'))
  const other = earlier?.findLast(
    ({ indicators, units }) =>
      isOther(indicators, previous?.indicators ?? []) || isOther(units, previous?.units ?? []),
  )
  const two = [...(other?.units ?? []), ...(previous?.units ?? [])]
  const both =
    apart ||
    sums ||
    strength.has('both_ends') ||
    ((strength.has('versus') || strength.has('which_is_more')) && namesTwo(evidence)) ||
    (strength.has('which_is_more') && isOfThese(evidence, two, lexicon) && previous?.intent === 'value')
  if (!previous || !both || strength.has('indicator') || mentions.length > 0) return null
  if (!isAboutUnits(previous.intent)) return null
  if (apart) return differenceOf(previous, earlier ?? []) ?? (isOfEachOther(evidence) ? notUnderstood : null)
  if (sums) return unitsTogether(evidence, context) ?? periodsTogether(previous, earlier?.at(-1))
  const offered = lastChoices(context)
  if (!other && offered.length === 2 && previous.units.some(code => offered.includes(code)))
    return { ...previous, intent: 'compare', units: [...offered] }
  if (!other || !isAboutUnits(other.intent)) return null
  if (isOther(other.units, previous.units))
    return { ...previous, intent: 'compare', units: [...new Set([...other.units, ...previous.units])] }
  return { ...previous, indicators: [...new Set([...other.indicators, ...previous.indicators])] }
}

/** "Chênh bao nhiêu", "hai xã hơn kém thế nào", and nothing else. */
function isDifference(evidence: Evidence): boolean {
  const { strength, read, periods } = evidence
  const words = read.tokens.map(({ fold }) => fold)
  const first = words.find(fold => !LEADING.has(fold)) ?? ''
  const two = namesTwo(evidence) && words.some(word => DIFFERENCES.has(word))
  const own = NAMED.some(feature => strength.has(feature) && !(two && feature === 'group'))
  if (own || strength.has('target') || periods.length > 0) return false
  return two ? words.length <= SHORT : DIFFERENCES.has(first) && words.length <= SHORT_DIFFERENCE
}

/** "Cách nhau bao nhiêu": of two, and no distance of one from its target. */
function isOfEachOther({ read }: Evidence): boolean {
  return read.tokens.some(({ fold }) => fold === EACH_OTHER)
}

const EACH_OTHER = foldWord(eachOtherWord)
const notUnderstood: Question = { ...emptyQuestion('unknown'), unknownReason: 'not_understood' }
const LEADING = foldSet(leadingWords)
const DIFFERENCES = foldSet(differenceWords)
const SHORT_DIFFERENCE = 6

/** "Tổng cả ba phường": of so many that were spoken of last. */
function unitsTogether(evidence: Evidence, { previous, earlier = [] }: AskContext): Question | null {
  const count = kindMentions(evidence).find(one => one.count !== null)?.count ?? 0
  if (!previous || count < 2) return null
  const spoken = [...earlier, previous].flatMap(({ units }) => units).toReversed()
  const units = [...new Set(spoken)].slice(0, count)
  if (units.length < count) return null
  const { indicators, period } = previous
  return { ...emptyQuestion('total'), units: units.toReversed(), indicators, period }
}

/** "Hai khối chênh nhau mấy điểm": the last two groups, set against each other. */
function groupsApart({ read, strength }: Evidence, { previous, earlier = [] }: AskContext): Question | null {
  const words = read.tokens.map(({ fold, number }) => (number === 2 ? TWO : fold))
  const two = words.some((word, at) => word === TWO && GROUPS.has(words[at + 1] ?? ''))
  const kind = previous?.group?.kind
  if (
    !two ||
    !kind ||
    words.length > SHORT ||
    !(strength.has('versus') || words.some(one => DIFFERENCES.has(one)))
  )
    return null
  const other = earlier.findLast(({ group }) => group?.kind && group.kind !== kind)?.group?.kind
  if (!other) return null
  const { indicators, period } = previous
  const group = { kind: null, within: previous.group?.within ?? null, kinds: [other, kind] }
  return { ...emptyQuestion('total'), indicators, period, group }
}

const TWO = foldWord(twoWord)
const GROUPS = foldSet(groupWords)

/** "Tính gộp cả 2 tháng": the days of the last two answers, where they adjoin and are of the same. */
function periodsTogether(previous: Question, other: Question | undefined): Question | null {
  const [a, b] = [other?.period, previous.period]
  if (!a || !b || !other || other.intent !== previous.intent || previous.intent !== 'value') return null
  if (isOther(other.units, previous.units) || isOther(other.indicators, previous.indicators)) return null
  const [first, last] = a.from < b.from ? [a, b] : [b, a]
  if (addDays(first.to, 1) !== last.from) return null
  return { ...previous, period: { from: first.from, to: last.to, shape: 'fixed' } }
}

/** Between the last two answers: of two units, or of one on other days. */
function differenceOf(previous: Question, earlier: readonly Question[]): Question | null {
  if (previous.intent === 'compare' || (previous.group?.kinds?.length ?? 0) > 1) return fresh(previous)
  if (!OF_FIGURES.has(previous.intent)) return null
  if (previous.units.length === 2) return { ...fresh(previous), intent: 'compare' }
  const other = earlier.findLast(
    ({ intent, units }) => OF_FIGURES.has(intent) && isOther(units, previous.units),
  )
  if (other)
    return { ...fresh(previous), intent: 'compare', units: [...new Set([...other.units, ...previous.units])] }
  const last = earlier.at(-1)
  if (previous.intent !== 'value' || last?.intent !== 'value') return null
  const [a, b] = [last.period, previous.period]
  if (!a || !b || a.from === b.from || isOther(last.indicators, previous.indicators)) return null
  const [before, later] = a.from < b.from ? [a, b] : [b, a]
  return {
    ...previous,
    intent: 'trend',
    period: later,
    base: { from: before.from, to: before.to },
    against: 'previous',
  }
}

const OF_FIGURES: ReadonlySet<Intent> = new Set(['value', 'rank', 'gap', 'verify', 'trend'])

/** "Hai xã", "2 xã với nhau". */
function namesTwo(evidence: Evidence): boolean {
  return kindMentions(evidence).some(
    ({ count, from }) => count === 2 || (count === null && evidence.read.tokens[from - 1]?.number === 2),
  )
}

/** "Ai hơn", "bên nào cao hơn", "xã nào hơn" where the units are communes. */
function isOfThese(evidence: Evidence, units: readonly string[], lexicon: Lexicon): boolean {
  return (
    evidence.strength.has('pronoun') ||
    kindMentions(evidence).every(
      ({ kind }) => kind === null || units.every(code => lexicon.units.get(code)?.kind === kind),
    )
  )
}

function isOther(before: readonly string[], last: readonly string[]): boolean {
  return before.length > 0 && last.length > 0 && before.some(code => !last.includes(code))
}

export function decisionOf(question: Question, why: string): Decision {
  return { question, intent: question.intent, score: STRONG, confidence: 0.8, decisions: [why] }
}

const NAMED: readonly Feature[] = ['unit', 'indicator', 'period', 'group', 'own', 'surroundings', 'bare_kind']
/** Words that make a sentence a question of its own. */
const EXPLICIT: readonly Feature[] = ['how_many', 'figures', 'missing_data', 'all_indicators', 'target']

function namesSomething({ strength }: Evidence): boolean {
  return NAMED.some(feature => strength.has(feature))
}

/** "Thực tế được bao nhiêu". */
function asksHowMany({ strength, leftover }: Evidence): boolean {
  return strength.has('how_many') && leftover.length === 0
}

const JUDGEMENTS: readonly Feature[] = [
  'reach',
  'reached_yet',
  'not_reached',
  'over',
  'under',
  'between',
  'limit',
  'per_day',
]

/** "Còn đã đạt?", "trên 90%". */
function judges({ strength }: Evidence): boolean {
  return JUDGEMENTS.some(feature => strength.has(feature))
}

/** The intent that the words of the message themselves speak for; a bare name speaks for none. */
function ownIntent({ intents, strength }: Evidence): Intent | null {
  const best = intents.find(one => one.intent !== 'unknown')
  if (!best || best.score < STRONG) return null
  if (best.intent === 'value' && !strength.has('missing_data') && !strength.has('all_indicators')) return null
  if (best.intent === 'compare' && !strength.has('versus') && !strength.has('which_is_more')) return null
  if (best.intent === 'progress' && !CAMPAIGN.some(feature => strength.has(feature))) return null
  if (best.intent === 'define' && best.because.every(one => one.evidence === 'which_indicator')) return null
  if (best.intent === 'ranking' && best.because.every(one => one.evidence.startsWith('group'))) return null
  return best.intent
}

/** Words of a campaign: without them a phase is only a period. */
const CAMPAIGN: readonly Feature[] = ['campaign', 'so_far', 'time_left', 'pace_word', 'phase']

/** A message with a subject and a wish of its own needs nothing of what was said before. */
function isComplete(evidence: Evidence): boolean {
  const { strength, read } = evidence
  if (strength.has('follow_up') && read.tokens.length <= SHORT) return false
  if (strength.has('which_is_more') && strength.has('pronoun') && !strength.has('unit')) return false
  const subject = strength.has('unit') || strength.has('own') || strength.has('group')
  const wish = ownIntent(evidence) !== null || EXPLICIT.some(feature => strength.has(feature))
  if (subject && strength.has('indicator')) return true
  if (subject && wish) return !lacksIndicator(evidence)
  return strength.has('indicator') && wish && (strength.has('period') || read.tokens.length > SHORT)
}

/** "Sở Y tế xếp thứ mấy" goes on about the indicator before. */
function lacksIndicator({ strength }: Evidence): boolean {
  return !strength.has('indicator') && !strength.has('all_indicators')
}
