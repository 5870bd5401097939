import { decide } from '../intents/decide.ts'
import type { Decision } from '../intents/decide.ts'
import type { Evidence } from '../intents/evidence.ts'
import { emptyQuestion } from '../intents/assemble.ts'
import { factsOf, isAboutGroup, isAboutUnits, looksAhead } from '../intents/facts.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Lexicon } from '../lexicon.ts'
import { mergeQuestion, namesUnit } from './merge-question.ts'
import { changesOf } from './what-may-change.ts'
import { NAMED, ofWhatIsHeld, SHORT } from './held.ts'
import { answerPending, ofSameName, otherOffered } from './pending-answer.ts'
import { fresh, ofShownList } from './shown-list.ts'
import type { Intent, Question } from '../question.ts'
import { kindMentions } from '../intents/read-groups.ts'
import type { AskContext } from '../reading.ts'

/** An intent with so much evidence stands on its own, and only takes over what it lacks. */
const STRONG = 3.4

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
  const counted = countsOf(evidence, previous)
  if (counted) return decisionOf(counted, 'the counts of the same')
  if (asksAgain(evidence, previous)) return decisionOf(fresh(previous), 'the same once more')
  const answered = answerPending(evidence, previous, lexicon)
  if (answered) return decisionOf(answered, 'the choice fills the question before')
  const namesake = ofSameName(evidence, previous, lexicon)
  if (namesake) return decisionOf(namesake, 'of that kind, by the same name')
  const other = otherOffered(evidence, context, lexicon)
  if (other) return decisionOf(other, 'the other that was offered')
  const extreme = extremeOf(evidence, previous)
  if (extreme) return decisionOf(extreme, 'of the indicators that were told')
  const held = ofWhatIsHeld(evidence, context, lexicon)
  if (held) return decisionOf(held, 'what was asked by turns')
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

/** "Cái thấp nhất trong đó", behind all figures of one unit: of its indicators, and not of units. */
function extremeOf({ strength, mentions, read, asked }: Evidence, previous: Question): Question | null {
  const { intent, units, indicators } = previous
  if ((intent !== 'value' && intent !== 'gap') || units.length !== 1 || indicators.length === 1) return null
  const order = strength.has('lowest') ? 'worst' : strength.has('highest') ? 'best' : null
  if (order === null || asked !== null || mentions.length > 0 || read.tokens.length > SHORT) return null
  const other = NAMED.some(feature => strength.has(feature)) || strength.has('rank')
  return other ? null : { ...fresh(previous), intent: 'value', order }
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

/** "Cho số tuyệt đối": the answer names counts beside the rate; "mấy hồ sơ" of what is lacking is how many more. */
function countsOf(evidence: Evidence, previous: Question): Question | null {
  const { operators, mentions, strength, asked } = evidence
  const said = (operator: FoundOperator['operator']): boolean =>
    operators.some(one => one.operator === operator)
  if (mentions.length > 0 || strength.has('indicator') || strength.has('group')) return null
  const alone = said('dossiers') && asked === null && [...strength.keys()].every(one => LIGHT.has(one))
  if (!isAboutUnits(previous.intent) || !(said('absolute') || alone)) return null
  if (alone && previous.intent === 'total') return fresh(previous)
  if (previous.units.length === 0 || (alone && previous.intent === 'goal')) return null
  return { ...fresh(previous), intent: alone && looksAhead(previous.intent) ? 'need' : 'value' }
}

const LIGHT: ReadonlySet<Feature> = new Set<Feature>(['follow_up', 'how', 'how_many'])

/** "Của ai", "kể tên ra", "họ viết gì" of what explains, and nothing else: what was answered says it. */
function asksAgain({ operators, read: { tokens } }: Evidence, { intent }: Question): boolean {
  const wanted = intent === 'responses' ? 'written' : 'again'
  return (
    factsOf(intent).continued === true &&
    operators.some(
      ({ operator, from, to }) =>
        (operator === wanted || operator === 'again') && tokens.length - (to - from) <= MORE_WORDS,
    )
  )
}

const MORE_WORDS = 2

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

export function decisionOf(question: Question, why: string): Decision {
  return { question, intent: question.intent, score: STRONG, confidence: 0.8, decisions: [why] }
}

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
