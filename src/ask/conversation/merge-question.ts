import { hasKindBelow, withinOf } from '../names/asker.ts'
import { decide } from '../intents/decide.ts'
import type { Evidence } from '../intents/evidence.ts'
import { isAboutGroup, looksAhead } from '../intents/facts.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Intent, Question } from '../question.ts'
import type { AskContext } from '../reading.ts'

export interface Merging {
  /** What the message itself asks for, or null where it only names things. */
  intent: Intent | null
  lexicon: Lexicon
  context: AskContext
}

/** The question before with what the message names put in its place; null when the message makes no sense so. */
export function mergeQuestion(base: Question, evidence: Evidence, m: Merging): Question | null {
  const wanted = wantedIntent(base, evidence, m)
  const decided = decide(evidence, m.lexicon, m.context, wanted).question
  if (decided.intent === 'unknown') return null
  const own = decided.pending?.question ?? decided
  const filled = filledFrom(base, own, evidence, m.lexicon)
  if (!decided.pending)
    return filled.intent === 'compare' && filled.units.length < 2 ? { ...filled, intent: 'value' } : filled
  const question = { ...filled, units: own.units }
  return {
    ...decided,
    indicators: filled.indicators,
    period: filled.period,
    pending: { ...decided.pending, question },
  }
}

/** What the message leaves out is as before. */
function filledFrom(base: Question, own: Question, evidence: Evidence, lexicon: Lexicon): Question {
  const { strength } = evidence
  const filled: Question = { ...own }
  if (own.indicators.length === 0 && !strength.has('all_indicators')) filled.indicators = base.indicators
  if (isAboutGroup(own.intent)) Object.assign(filled, groupOf(base, own, evidence, lexicon))
  else Object.assign(filled, unitsOf(base, own, evidence))
  if (own.period === null && keepsPeriod(base, own.intent, strength)) filled.period = base.period
  if (own.intent === base.intent) filled.chart = own.chart || base.chart
  if (own.intent === 'trend' && own.against === null) filled.against = base.against
  if (own.intent === 'rank' && !own.rankWithinParent && !strength.has('surroundings'))
    filled.rankWithinParent = base.rankWithinParent
  return filled
}

/** Units named replace those before; "so với Sở Y tế", "thêm Sở Y tế" put them beside. */
function unitsOf(base: Question, own: Question, evidence: Evidence): Partial<Question> {
  const { strength, mentions } = evidence
  const { units, wholeSubtree, renamed } = base
  if (units.length === 0) return {}
  if (!namesUnit(strength)) return { units, wholeSubtree: own.wholeSubtree || wholeSubtree, renamed }
  const named = mentions.flatMap(mention => mention.choice.units)
  if (own.intent === 'compare' && named.length === 0) return { units: [...new Set([...units, ...own.units])] }
  if (own.intent !== 'compare' || named.length !== 1 || strength.has('own')) return {}
  const beside = strength.has('add_unit') || base.intent !== 'compare' ? units : units.slice(0, 1)
  return { units: [...new Set([...beside, ...named])] }
}

/** Whether the message names one unit or another, be it the asker's own. */
export function namesUnit(strength: ReadonlyMap<Feature, number>): boolean {
  return (
    strength.has('unit') ||
    strength.has('own') ||
    strength.has('bare_kind') ||
    (strength.has('surroundings') && !strength.has('rank'))
  )
}

function wantedIntent(base: Question, evidence: Evidence, { intent, lexicon }: Merging): Intent {
  const { strength, asked } = evidence
  if (asked !== null) return asked.intent
  if (isAboutGroup(base.intent)) return wantedOfGroup(base, evidence, intent, lexicon)
  if (base.intent === 'compare' && asksWhich(strength)) return 'compare'
  if (strength.has('per_day') && looksAhead(base.intent) && base.intent !== 'target') return 'need'
  if (strength.has('versus') && namesUnit(strength) && base.units.length > 0) return 'compare'
  if (intent !== null) return intent
  if (strength.has('add_unit')) return 'compare'
  if (strength.has('how_many') && !namesUnit(strength) && looksAhead(base.intent)) return 'value'
  if (strength.has('group')) return 'ranking'
  if (base.intent === 'define' && (strength.has('how_many') || namesUnit(strength))) return 'value'
  return base.intent
}

/** "Ai cao hơn", "bên nào thấp nhất": which of those that are compared. */
function asksWhich(strength: ReadonlyMap<Feature, number>): boolean {
  if (namesUnit(strength) || (strength.has('group') && !strength.has('pronoun'))) return false
  return strength.has('which_is_more') || strength.has('highest') || strength.has('lowest')
}

/** After a question about a group: "đã đạt", "chưa đạt" are of the group, and a unit without others below is itself. */
function wantedOfGroup(
  base: Question,
  { strength, mentions }: Evidence,
  intent: Intent | null,
  lexicon: Lexicon,
): Intent {
  const alone = !namesUnit(strength)
  if (alone && (strength.has('over') || strength.has('between'))) return 'met'
  if (alone && strength.has('under')) return 'below'
  if (alone && strength.has('not_reached')) return 'below'
  if (alone && (strength.has('reach') || strength.has('reached_yet'))) return 'met'
  if (intent !== null) return alone && intent === 'trend' && strength.has('chart') ? base.intent : intent
  if (alone || strength.has('group') || widens(base, strength)) return base.intent
  const kind = base.group?.kind ?? null
  const place = mentions.some(mention => mention.choice.units.some(code => hasKindBelow(code, kind, lexicon)))
  return place ? base.intent : 'value'
}

/** "Toàn tỉnh đi", after a list of a district's communes: the same of all. */
function widens({ group }: Question, strength: ReadonlyMap<Feature, number>): boolean {
  if (group === null || group.within === null || !strength.has('surroundings')) return false
  return !strength.has('unit') && !strength.has('own') && !strength.has('how_many')
}

function keepsPeriod(base: Question, intent: Intent, strength: ReadonlyMap<Feature, number>): boolean {
  if (base.period === null) return true
  if (strength.has('against_last') || strength.has('year_ago')) return false
  if (intent === base.intent) return true
  if (intent === 'trend') return base.period.shape !== 'week'
  return !looksAhead(intent) || base.period.shape === 'fixed'
}

function groupOf(base: Question, own: Question, evidence: Evidence, lexicon: Lexicon): Partial<Question> {
  const kind = evidence.strength.has('group')
    ? (own.group?.kind ?? null)
    : (base.group?.kind ?? own.group?.kind ?? null)
  const fits = (code: string | null): boolean => code !== null && hasKindBelow(code, kind, lexicon)
  const named = evidence.mentions.flatMap(mention => mention.choice.units).find(fits)
  const before = widens(base, evidence.strength) ? null : (base.group?.within ?? null)
  const within =
    named === undefined ? (fits(before) ? before : (own.group?.within ?? null)) : withinOf(named, lexicon)
  const number = own.threshold === null && own.intent === base.intent ? base : own
  const word = evidence.strength.has('group') ? own.group?.word : base.group?.word
  return {
    group: { kind, within, ...(word === undefined ? {} : { word }) },
    limit: own.limit ?? base.limit,
    threshold: number.threshold,
    thresholdTo: number.thresholdTo,
  }
}
