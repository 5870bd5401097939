import { daysIn } from '../../core/period.ts'
import { percentEnds } from '../../../locales/vi/ask/numbers.ts'
import { foldSet } from '../words/fold.ts'
import { hasKindBelow, withinOf } from '../names/asker.ts'
import { decide } from '../intents/decide.ts'
import type { Evidence } from '../intents/evidence.ts'
import { factsOf, isAboutGroup, looksAhead } from '../intents/facts.ts'
import { asksSource } from '../intents/asked.ts'
import { kindMentions } from '../intents/read-groups.ts'
import { overlapOf } from '../words/run.ts'
import type { Feature } from '../intents/intent-rules.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Intent, Question } from '../question.ts'
import type { AskContext } from '../reading.ts'

export interface Merging {
  /** What the message itself asks for, or null where it only names things. */
  intent: Intent | null
  /** What its words fill in, where all of it belongs to the question before. */
  changes?: Partial<Question>
  lexicon: Lexicon
  context: AskContext
}

/** The question before with what the message names put in its place; null when the message makes no sense so. */
export function mergeQuestion(base: Question, evidence: Evidence, m: Merging): Question | null {
  const wanted = m.changes ? base.intent : wantedIntent(base, evidence, m)
  const decided = decide(evidence, m.lexicon, m.context, wanted).question
  if (decided.intent === 'unknown') return null
  const own = decided.pending?.question ?? decided
  const merged = filledFrom(base, own, evidence, m.lexicon)
  // Every word of a message that only changes something has its place.
  const filled = m.changes ? { ...merged, notAnswered: [], ...m.changes } : merged
  if (!decided.pending) return asksNothing(filled) ? { ...filled, intent: 'value' } : filled
  const question = { ...filled, units: own.units }
  return {
    ...decided,
    indicators: filled.indicators,
    period: filled.period,
    pending: { ...decided.pending, question },
  }
}

/** A comparison of one unit, a check of no figure: what it has is asked. */
function asksNothing({ intent, units, claimed, parts }: Question): boolean {
  if (intent === 'verify') return claimed === null && parts.length === 0
  return intent === 'compare' && units.length < 2
}

/** What the message leaves out is as before. */
function filledFrom(base: Question, own: Question, evidence: Evidence, lexicon: Lexicon): Question {
  const { strength } = evidence
  const filled: Question = { ...own }
  if (own.indicators.length === 0 && !strength.has('all_indicators')) filled.indicators = base.indicators
  if (asksSource(evidence)) filled.units = behindAnswer(base, own, evidence)
  else if (factsOf(own.intent).orUnits && own.group === null && own.units.length > 0) filled.group = null
  else if (isOfUnits(base, own, evidence))
    Object.assign(filled, { ...unitsOf(base, own, evidence), group: null })
  else if (isAboutGroup(own.intent) || isOfGroup(base, own, evidence))
    Object.assign(filled, { ...groupOf(base, own, evidence, lexicon), units: [] })
  else Object.assign(filled, unitsOf(base, own, evidence))
  if (own.intent === base.intent) Object.assign(filled, slotsOf(base, own))
  if (own.period === null && (isHeldAgainst(base, own) || keepsPeriod(base, own.intent, strength)))
    filled.period = base.period
  if (own.intent === base.intent) filled.chart = own.chart || base.chart
  if (own.intent === 'trend' && own.against === null) filled.against = base.against
  if (RANKED.has(own.intent) && !own.rankWithinParent && !strength.has('surroundings'))
    filled.rankWithinParent = base.rankWithinParent
  return filled
}

const RANKED: ReadonlySet<Intent> = new Set(['rank', 'goal'])

/** "Số này ở đâu ra": of what was answered; below a list, of the place whose units it holds. */
function behindAnswer(base: Question, own: Question, { mentions }: Evidence): string[] {
  if (mentions.length > 0) return own.units
  if (base.group !== null) return base.group.within === null ? own.units : [base.group.within]
  return base.units.length > 0 ? base.units : own.units
}

/** "Số liệu cập nhật lúc nào", after an answer about units: of these, though it may be asked of groups. */
function isOfUnits(base: Question, own: Question, evidence: Evidence): boolean {
  if (factsOf(own.intent).orUnits !== true || base.group !== null || base.units.length === 0) return false
  return evidence.mentions.length === 0 && !namesOwn(evidence.strength) && !namesKind(evidence)
}

/** "Còn thanh toán", after a group of which something was asked that may be asked of units, too. */
function isOfGroup(base: Question, own: Question, { mentions, strength }: Evidence): boolean {
  if (own.group !== null) return true
  return (
    factsOf(own.intent).orGroup === true &&
    base.intent === own.intent &&
    base.group !== null &&
    mentions.length === 0 &&
    !namesOwn(strength)
  )
}

function namesOwn(strength: ReadonlyMap<Feature, number>): boolean {
  return strength.has('surroundings') || strength.has('own') || strength.has('bare_kind')
}

/** A kind is named ("ai đã giải trình"), and not only "đâu" of "ở đâu ra". */
function namesKind(evidence: Evidence): boolean {
  const { asked } = evidence
  return kindMentions(evidence).some(
    one => asked === null || asked.intent === 'responses' || overlapOf(one, asked.by) === 0,
  )
}

/** What else the same question asked, where the message asks it of something else: "còn thanh toán thì sao". */
function slotsOf(base: Question, own: Question): Partial<Question> {
  return {
    by: own.by ?? base.by,
    direction: own.direction ?? base.direction,
    order: own.order ?? base.order,
    streak: own.streak ?? base.streak,
    step: own.step ?? base.step,
    response: own.response ?? base.response,
    negated: own.response === null ? base.negated : own.negated,
    assume: own.assume ?? base.assume,
    place: own.place ?? base.place,
    count: own.count ?? base.count,
    every: own.every || base.every,
    digest: own.digest ?? (own.period === null ? base.digest : null),
  }
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
  if (looksAhead(base.intent) && evidence.operators.some(({ operator }) => operator === 'dossiers'))
    return base.intent === 'goal' ? 'goal' : 'need'
  if (strength.has('how_many') && !namesUnit(strength) && looksAhead(base.intent)) return 'value'
  if (base.intent === 'forecast' && asksPercent(evidence)) return 'value'
  if (strength.has('group')) return 'ranking'
  if (base.intent === 'define' && (strength.has('how_many') || namesUnit(strength))) return 'value'
  return base.intent
}

/** "Xã Ia Dom bao nhiêu phần trăm", after a forecast: what it has. */
function asksPercent({ cues, read }: Evidence): boolean {
  return cues.some(
    ({ cue, to }) =>
      cue === 'how_many' && PERCENTS.has(read.tokens[to - 1]!.fold || read.tokens[to - 1]!.typed),
  )
}

const PERCENTS = foldSet(percentEnds)

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
  if (intent === 'rank' && !strength.has('unit') && !strength.has('own')) {
    if (strength.has('highest')) return 'top'
    if (strength.has('lowest')) return 'bottom'
  }
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

/** "So với tháng 2 thì sao", after an answer about March: that month, held against one before it that is as long. */
function isHeldAgainst({ period }: Question, { base }: Question): boolean {
  if (period === null || base === null || base.to >= period.from) return false
  return Math.abs(daysIn(base) - daysIn(period)) <= MONTHS_DIFFER
}

/** How many days the shortest month has less than the longest. */
const MONTHS_DIFFER = 3

function keepsPeriod(base: Question, intent: Intent, strength: ReadonlyMap<Feature, number>): boolean {
  if (base.period === null) return true
  if (strength.has('against_last') || strength.has('year_ago')) return false
  if (intent === base.intent) return true
  if (intent === 'trend') return base.period.shape !== 'week'
  return !looksAhead(intent) || base.period.shape === 'fixed'
}

/** "Sở đứng đầu là ai", after the table: one of them. */
function isFirstAlone(base: Question, { intent }: Question, { strength }: Evidence): boolean {
  return intent !== base.intent && (intent === 'top' || intent === 'bottom') && strength.has('rank')
}

function groupOf(base: Question, own: Question, evidence: Evidence, lexicon: Lexicon): Partial<Question> {
  const said = evidence.strength.has('group') ? own.group : null
  const named = said?.kind ? said : null
  const kind = named?.kind ?? base.group?.kind ?? own.group?.kind ?? null
  const fits = (code: string | null): boolean => code !== null && hasKindBelow(code, kind, lexicon)
  const place = evidence.mentions.flatMap(mention => mention.choice.units).find(fits)
  const before = widens(base, evidence.strength) ? null : (base.group?.within ?? null)
  const within =
    place === undefined ? (fits(before) ? before : (own.group?.within ?? null)) : withinOf(place, lexicon)
  const number = own.threshold === null && own.intent === base.intent ? base : own
  const { word, kinds, except, among } = named ?? base.group ?? {}
  return {
    group: {
      kind,
      within,
      ...(word !== undefined && { word }),
      ...(kinds !== undefined && own.intent === base.intent && { kinds }),
      ...(except !== undefined && { except }),
      ...(among !== undefined && { among }),
    },
    limit: own.limit ?? (isFirstAlone(base, own, evidence) ? 1 : base.limit),
    threshold: number.threshold,
    thresholdTo: number.thresholdTo,
  }
}
