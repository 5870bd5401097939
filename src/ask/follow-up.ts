import { hasKindBelow, withinOf } from './asker.ts'
import { decide } from './decide.ts'
import type { Decision } from './decide.ts'
import type { Evidence } from './evidence.ts'
import type { Feature } from './intent-rules.ts'
import type { Lexicon } from './lexicon.ts'
import type { Intent, Question } from './question.ts'
import type { AskContext } from './reading.ts'

const GROUPS: readonly Intent[] = ['below', 'met', 'top', 'bottom', 'ranking']
const FIGURES: readonly Intent[] = [
  'value',
  'rank',
  'target',
  'gap',
  'need',
  'trend',
  'compare',
  'forecast',
  ...GROUPS,
]
/** Questions that another may continue. */
const CONTINUED: readonly Intent[] = [...FIGURES, 'define', 'progress']
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
  const answered = answerPending(evidence, previous, lexicon)
  if (answered) return decisionOf(answered, 'the choice fills the question before')
  const base = previous.pending?.question ?? previous
  if (!CONTINUED.includes(base.intent) || isComplete(evidence)) return null
  const own = decide(evidence, lexicon, context)
  if (own.question.intent === 'unknown' && own.question.unknownReason !== 'not_understood') return null
  const intent = ownIntent(evidence)
  if (intent !== null && !FIGURES.includes(intent) && intent !== 'define') return null
  if (intent === null && !namesSomething(evidence)) return null
  const merged = merge(base, evidence, { intent, lexicon, context })
  return merged && decisionOf(merged, `continues: ${base.intent}`)
}

function decisionOf(question: Question, why: string): Decision {
  return { question, intent: question.intent, score: STRONG, confidence: 0.8, decisions: [why] }
}

const NAMED: readonly Feature[] = ['unit', 'indicator', 'period', 'group', 'own', 'surroundings', 'bare_kind']
/** Words that make a sentence a question of its own. */
const EXPLICIT: readonly Feature[] = ['how_many', 'figures', 'missing_data', 'all_indicators', 'target']

function namesSomething({ strength }: Evidence): boolean {
  return NAMED.some(feature => strength.has(feature))
}

/** The intent that the words of the message themselves speak for; a bare name speaks for none. */
function ownIntent({ intents, strength }: Evidence): Intent | null {
  const best = intents.find(one => one.intent !== 'unknown')
  if (!best || best.score < STRONG) return null
  if (best.intent === 'value' && !strength.has('missing_data') && !strength.has('all_indicators')) return null
  if (best.intent === 'compare' && !strength.has('versus') && !strength.has('which_is_more')) return null
  if (best.intent === 'ranking' && best.because.every(one => one.evidence.startsWith('group'))) return null
  return best.intent
}

/** A message with a subject and a wish of its own needs nothing of what was said before. */
function isComplete(evidence: Evidence): boolean {
  const { strength, read } = evidence
  if (strength.has('follow_up') && read.tokens.length <= SHORT) return false
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

interface Merging {
  intent: Intent | null
  lexicon: Lexicon
  context: AskContext
}

/** The question before, with what the message names put in its place. */
function merge(base: Question, evidence: Evidence, { intent, lexicon, context }: Merging): Question | null {
  const { strength } = evidence
  const wanted = wantedIntent(base, evidence, intent, lexicon)
  const decided = decide(evidence, lexicon, context, wanted).question
  if (decided.intent === 'unknown') return null
  const own = decided.pending?.question ?? decided
  const filled: Question = { ...own }
  if (own.indicators.length === 0 && !strength.has('all_indicators')) filled.indicators = base.indicators
  if (!namesUnit(strength) && !GROUPS.includes(own.intent) && base.units.length > 0) {
    filled.units = base.units
    filled.wholeSubtree = own.wholeSubtree || base.wholeSubtree
    filled.renamed = base.renamed
  }
  if (own.period === null && keepsPeriod(base, own.intent)) filled.period = base.period
  if (GROUPS.includes(own.intent)) Object.assign(filled, groupOf(base, own, evidence, lexicon))
  if (own.intent === base.intent) filled.chart = own.chart || base.chart
  if (own.intent === 'trend' && own.against === null) filled.against = base.against
  if (own.intent === 'rank' && !own.rankWithinParent && !strength.has('surroundings'))
    filled.rankWithinParent = base.rankWithinParent
  if (!decided.pending) return filled
  return {
    ...decided,
    indicators: filled.indicators,
    period: filled.period,
    pending: { ...decided.pending, question: { ...filled, units: own.units } },
  }
}

function namesUnit(strength: ReadonlyMap<Feature, number>): boolean {
  return (
    strength.has('unit') ||
    strength.has('own') ||
    strength.has('bare_kind') ||
    (strength.has('surroundings') && !strength.has('rank'))
  )
}

function wantedIntent(base: Question, evidence: Evidence, intent: Intent | null, lexicon: Lexicon): Intent {
  const { strength } = evidence
  if (intent !== null)
    return intent === 'trend' && GROUPS.includes(base.intent) && strength.has('chart') && !namesUnit(strength)
      ? base.intent
      : intent
  if (GROUPS.includes(base.intent) && strength.has('unit')) {
    const below = evidence.mentions.some(mention =>
      mention.choice.units.some(code => hasKindBelow(code, base.group?.kind ?? null, lexicon)),
    )
    return below ? base.intent : 'value'
  }
  if (strength.has('group') && !GROUPS.includes(base.intent)) return 'ranking'
  if (GROUPS.includes(base.intent) && namesUnit(strength) && !strength.has('group')) return 'value'
  return base.intent
}

/** A week looked at before is no window for a target, a need or a course. */
function keepsPeriod(base: Question, intent: Intent): boolean {
  if (intent === base.intent || base.period === null) return true
  if (intent === 'trend') return base.period.shape !== 'week'
  return !['target', 'gap', 'need', 'forecast'].includes(intent) || base.period.shape === 'fixed'
}

function groupOf(
  base: Question,
  own: Question,
  evidence: Evidence,
  lexicon: Lexicon,
): Pick<Question, 'group' | 'limit' | 'threshold' | 'thresholdTo'> {
  const named = evidence.strength.has('group')
  const place = own.group?.within ?? null
  const unit = evidence.mentions[0]?.choice.units[0]
  const within =
    unit !== undefined && hasKindBelow(unit, base.group?.kind ?? null, lexicon)
      ? withinOf(unit, lexicon)
      : null
  const group = named
    ? { kind: own.group?.kind ?? null, within: place ?? base.group?.within ?? null }
    : { kind: base.group?.kind ?? own.group?.kind ?? null, within: within ?? base.group?.within ?? place }
  const threshold = own.threshold === null && own.intent === base.intent ? base : own
  return {
    group,
    limit: own.limit ?? base.limit,
    threshold: threshold.threshold,
    thresholdTo: threshold.thresholdTo,
  }
}

/** Fills the question that was asked back about, when the message names one of what was offered, or its place. */
function answerPending(evidence: Evidence, previous: Question, { tree }: Lexicon): Question | null {
  const { pending, choices } = previous
  if (!pending || previous.intent !== 'clarify') return null
  const { question, fills } = pending
  if (fills === 'indicators') {
    const named = evidence.read.chosen.flatMap(({ meaning }) =>
      meaning.is === 'indicator' ? meaning.codes : [],
    )
    const code = choices.find(one => named.includes(one))
    return code === undefined ? null : { ...question, indicators: [...question.indicators, code] }
  }
  const named = evidence.mentions.flatMap(mention => mention.choice.units)
  const above = (code: string): boolean =>
    tree.byCode.has(code) && tree.ancestors(code).some(unit => named.includes(unit.code))
  const direct = choices.filter(code => named.includes(code))
  const fitting = direct.length > 0 ? direct : choices.filter(above)
  const [code] = fitting
  if (code === undefined || fitting.length > 1) return null
  if (fills === 'group') return { ...question, group: { kind: question.group?.kind ?? null, within: code } }
  return { ...question, units: [...question.units, code] }
}
