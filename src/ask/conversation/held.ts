import { addDays } from '../../core/period.ts'
import type { Window } from '../../core/window.ts'
import {
  bothWords,
  daysWords,
  differenceWords,
  eachOtherWord,
  groupWords,
  leadingWords,
  moreWord,
  thingsWords,
  twoWord,
  whichWord,
} from '../../../locales/vi/ask/operators.ts'
import { thatWords, thisWord } from '../../../locales/vi/ask/units.ts'
import { emptyQuestion } from '../intents/assemble.ts'
import type { Evidence } from '../intents/evidence.ts'
import { isAboutUnits } from '../intents/facts.ts'
import type { Feature } from '../intents/intent-rules.ts'
import { kindMentions } from '../intents/read-groups.ts'
import type { Lexicon } from '../lexicon.ts'
import { indicatorCodes } from '../phrases/entities.ts'
import type { Intent, Question } from '../question.ts'
import type { AskContext } from '../reading.ts'
import { foldSet, foldWord } from '../words/fold.ts'
import { lastChoices } from './said-before.ts'
import { fresh } from './shown-list.ts'

/** Longer messages ask something of their own. */
export const SHORT = 10
const SHORT_DIFFERENCE = 6

/** What is wanted of what was asked by turns: how far apart they are, which is more, their sum, or each of them. */
type Wish = 'apart' | 'more' | 'sum' | 'each'
/** What was asked by turns: units, stretches of days, indicators, or whichever it was. */
type Of = 'units' | 'days' | 'any'

/**
 * The question that a message makes of what was asked by turns: "hai xã chênh nhau mấy điểm", "tháng nào cao hơn",
 * "cả hai cái đó tuần trước", "tổng ba phường". Null when it speaks of no such thing.
 */
export function ofWhatIsHeld(evidence: Evidence, context: AskContext, lexicon: Lexicon): Question | null {
  const { previous } = context
  if (!previous || evidence.mentions.length > 0 || evidence.read.tokens.length > SHORT) return null
  const groups = groupsApart(evidence, context)
  if (groups) return groups
  const of = spokenOf(evidence)
  const wish = isAboutUnits(previous.intent) ? wishOf(evidence, of, context, lexicon) : null
  if (wish === null) return null
  const found = heldOf(wish, of, evidence, context)
  return found && (of === 'days' ? found : withNamed(found, evidence))
}

function heldOf(wish: Wish, of: Of, evidence: Evidence, context: AskContext): Question | null {
  const { previous, earlier = [] } = context
  if (!previous) return null
  if (of === 'days') return wish === 'sum' ? daysTogether(previous, earlier) : daysApart(previous, earlier)
  if (wish === 'apart')
    return (
      differenceOf(previous, earlier) ??
      daysApart(previous, earlier) ??
      (isOfEachOther(evidence) ? notUnderstood : null)
    )
  if (wish === 'sum') return unitsTogether(evidence, context) ?? daysTogether(previous, earlier)
  return several(countSaid(evidence), context) ?? bothOf(previous, context)
}

/** "Ba sở đó ai cao nhất": so many units that were asked about by turns. */
function several(count: number, { previous, earlier = [] }: AskContext): Question | null {
  if (!previous || count < THREE || previous.units.length > 1) return null
  const units = unitsAsked([...earlier, previous]).slice(-count)
  return units.length === count ? { ...fresh(previous), intent: 'compare', units } : null
}

const THREE = 3

/** Each once, the last ones last. */
function unitsAsked(questions: readonly Question[]): string[] {
  return [...new Set(questions.flatMap(({ units }) => units).toReversed())].toReversed()
}

function countSaid(evidence: Evidence): number {
  return kindMentions(evidence).find(({ count }) => count !== null)?.count ?? 0
}

/** "Hai tháng", "xã nào": what is spoken of. */
function spokenOf({ read: { tokens }, strength }: Evidence): Of {
  const named = tokens.some(
    ({ fold }, at) =>
      STEPS.has(fold) &&
      (isTwo(tokens[at - 1]) || POINTING.has(tokens[at + 1]?.fold ?? '') || tokens[at + 1]?.fold === WHICH),
  )
  if (named) return 'days'
  return strength.has('group') ? 'units' : 'any'
}

const STEPS = foldSet(daysWords)
const WHICH = foldWord(whichWord)
const POINTING = foldSet([...thatWords, thisWord])
const TWO = foldWord(twoWord)

function isTwo(token: { fold: string; number: number | null } | undefined): boolean {
  return token !== undefined && (token.number === 2 || token.fold === TWO)
}

function wishOf(evidence: Evidence, of: Of, context: AskContext, lexicon: Lexicon): Wish | null {
  const { strength, operators, periods } = evidence
  const two = namesTwo(evidence) || countSaid(evidence) >= THREE
  if (isDifference(evidence, of, two)) return 'apart'
  const counted = kindMentions(evidence).some(({ count }) => count !== null)
  if (operators.some(({ operator }) => operator === 'sum') && (counted || !strength.has('group')))
    return 'sum'
  if (of === 'days') return saysMore(evidence) && periods.length === 0 ? 'more' : null
  if (strength.has('indicator') && !(two && pointsBack(evidence))) return null
  if (strength.has('both_ends')) return 'more'
  const compares = strength.has('versus') || strength.has('which_is_more')
  if (compares && two) return 'more'
  const { previous, earlier } = context
  if (previous?.intent === 'compare' && asksWhich(strength) && isOfThese(evidence, previous.units, lexicon))
    return 'more'
  const units = previous ? [...(otherIn(earlier ?? [], previous)?.units ?? []), ...previous.units] : []
  if (strength.has('which_is_more') && isOfThese(evidence, units, lexicon) && previous?.intent === 'value')
    return 'more'
  return two && pointsBack(evidence) ? 'each' : null
}

/** "Đơn vị nào thấp nhất", behind a comparison. */
function asksWhich(strength: Evidence['strength']): boolean {
  const one = strength.has('highest') || strength.has('lowest') || strength.has('which_is_more')
  return one && strength.has('group') && !strength.has('own') && !strength.has('surroundings')
}

/** "Cao hơn", "thấp hơn", "nhiều hơn". */
function saysMore({ read: { tokens } }: Evidence): boolean {
  return tokens.some(({ fold }) => fold === MORE)
}

const MORE = foldWord(moreWord)

/** "Hai xã đó", "cả hai cái này". */
function pointsBack({ read: { tokens } }: Evidence): boolean {
  return (
    tokens.some(({ fold }, at) => POINTING.has(fold) && at > 1) || tokens.some(({ fold }) => BOTH.has(fold))
  )
}

const BOTH = foldSet(bothWords)

/** The last question before that was of other units, or of another indicator. */
function otherIn(earlier: readonly Question[], previous: Question): Question | undefined {
  return earlier.findLast(
    ({ indicators, units }) => isOther(indicators, previous.indicators) || isOther(units, previous.units),
  )
}

/** The last two units or indicators that were asked about, in one question. */
function bothOf(previous: Question, context: AskContext): Question | null {
  if (previous.intent === 'compare' || previous.indicators.length === 2) return fresh(previous)
  const other = otherIn(context.earlier ?? [], previous)
  const offered = lastChoices(context)
  if (!other && offered.length === 2 && previous.units.some(code => offered.includes(code)))
    return { ...previous, intent: 'compare', units: [...offered] }
  if (!other || !isAboutUnits(other.intent)) return null
  if (isOther(other.units, previous.units))
    return { ...previous, intent: 'compare', units: [...new Set([...other.units, ...previous.units])] }
  return { ...previous, indicators: [...new Set([...other.indicators, ...previous.indicators])] }
}

/** "Hai xã đó thanh toán thì sao", "… tuần trước". */
function withNamed(question: Question, { read, periods }: Evidence): Question {
  const indicators = [...new Set(indicatorCodes(read.chosen))]
  const [period] = periods.flatMap(one => one.period ?? [])
  return {
    ...question,
    ...(indicators.length > 0 && { indicators }),
    ...(period && { period }),
  }
}

/** "Chênh bao nhiêu", "hai xã hơn kém thế nào", and nothing else. */
function isDifference(evidence: Evidence, of: Of, two: boolean): boolean {
  const { strength, read, periods } = evidence
  const words = read.tokens.map(({ fold }) => fold)
  const first = words.find(fold => !LEADING.has(fold)) ?? ''
  const said = (two || of === 'days') && words.some(word => DIFFERENCES.has(word) && word !== MORE)
  const beside = said || isOfEachOther(evidence) ? BESIDE[of] : []
  const own = NAMED.some(feature => strength.has(feature) && !beside.includes(feature))
  if (own || strength.has('target') || (periods.length > 0 && of !== 'days')) return false
  const most = isOfEachOther(evidence) ? SHORT : SHORT_DIFFERENCE
  return said || (DIFFERENCES.has(first) && words.length <= most)
}

/** What a message may name. */
export const NAMED: readonly Feature[] = [
  'unit',
  'indicator',
  'period',
  'group',
  'own',
  'surroundings',
  'bare_kind',
]
/** What may stand beside the difference that is asked for. */
const BESIDE: Readonly<Record<Of, readonly Feature[]>> = {
  units: ['group', 'indicator'],
  days: ['period', 'indicator'],
  any: ['indicator'],
}
const LEADING = foldSet(leadingWords)
const DIFFERENCES = foldSet(differenceWords)

/** "Cách nhau bao nhiêu": of two, and no distance of one from its target. */
function isOfEachOther({ read }: Evidence): boolean {
  return read.tokens.some(({ fold }) => fold === EACH_OTHER)
}

const EACH_OTHER = foldWord(eachOtherWord)
const notUnderstood: Question = { ...emptyQuestion('unknown'), unknownReason: 'not_understood' }

/** "Tổng cả ba phường": of so many that were spoken of last. */
function unitsTogether(evidence: Evidence, { previous, earlier = [] }: AskContext): Question | null {
  const count = countSaid(evidence)
  if (!previous || count < 2) return null
  const units = unitsAsked([...earlier, previous]).slice(-count)
  if (units.length < count) return null
  const { indicators, period } = previous
  return { ...emptyQuestion('total'), units, indicators, period }
}

/** "Hai khối chênh nhau mấy điểm": the last two groups, set against each other. */
function groupsApart({ read, strength }: Evidence, { previous, earlier = [] }: AskContext): Question | null {
  const words = read.tokens.map(({ fold }) => fold)
  const two = read.tokens.some((token, at) => isTwo(token) && GROUPS.has(words[at + 1] ?? ''))
  const kind = previous?.group?.kind
  if (!two || !kind || !(strength.has('versus') || words.some(one => DIFFERENCES.has(one)))) return null
  const other = earlier.findLast(({ group }) => group?.kind && group.kind !== kind)?.group?.kind
  if (!other) return null
  const { indicators, period } = previous
  const group = { kind: null, within: previous.group?.within ?? null, kinds: [other, kind] }
  return { ...emptyQuestion('total'), indicators, period, group }
}

const GROUPS = foldSet(groupWords)

/** The days of the last two answers, the earlier first, where they are of the same units and indicators. */
function lastDays(previous: Question, earlier: readonly Question[]): [Window, Window] | null {
  const other = earlier.at(-1)
  const [a, b] = [other?.period, previous.period]
  if (!a || !b || !other || a.from === b.from || previous.intent !== 'value') return null
  if (other.intent !== 'value' && other.intent !== 'trend') return null
  if (isOther(other.units, previous.units) || isOther(other.indicators, previous.indicators)) return null
  return a.from < b.from ? [a, b] : [b, a]
}

/** "Tính gộp cả 2 tháng": the days of the last two answers, where they adjoin. */
function daysTogether(previous: Question, earlier: readonly Question[]): Question | null {
  const [first, last] = lastDays(previous, earlier) ?? []
  if (!first || !last || addDays(first.to, 1) !== last.from) return null
  return { ...previous, period: { from: first.from, to: last.to, shape: 'fixed' } }
}

/** "Hai tháng chênh nhau mấy điểm": the later days against the earlier. */
function daysApart(previous: Question, earlier: readonly Question[]): Question | null {
  if (previous.intent === 'trend' && previous.base !== null) return fresh(previous)
  const [first, last] = lastDays(previous, earlier) ?? []
  if (!first || !last) return null
  const shape = previous.period!.shape
  const base = { from: first.from, to: first.to }
  const period = { from: last.from, to: last.to, shape }
  return { ...previous, intent: 'trend', period, base, against: 'previous' }
}

/** Between the last two units. */
function differenceOf(previous: Question, earlier: readonly Question[]): Question | null {
  if (previous.intent === 'compare' || (previous.group?.kinds?.length ?? 0) > 1) return fresh(previous)
  if (!OF_FIGURES.has(previous.intent)) return null
  if (previous.units.length === 2) return { ...fresh(previous), intent: 'compare' }
  const last = earlier.at(-1)
  if (last?.intent === 'value' && !isOther(last.units, previous.units) && last.period && previous.period)
    return null
  const other = earlier.findLast(
    ({ intent, units }) => OF_FIGURES.has(intent) && isOther(units, previous.units),
  )
  if (!other) return null
  return { ...fresh(previous), intent: 'compare', units: [...new Set([...other.units, ...previous.units])] }
}

const OF_FIGURES: ReadonlySet<Intent> = new Set(['value', 'rank', 'gap', 'verify', 'trend'])

/** "Hai xã", "2 xã với nhau", "cả hai". */
function namesTwo(evidence: Evidence): boolean {
  const { tokens } = evidence.read
  return (
    kindMentions(evidence).some(
      ({ count, from }) => count === 2 || (count === null && isTwo(tokens[from - 1])),
    ) || tokens.some((token, at) => isTwo(token) && THINGS.has(tokens[at + 1]?.fold ?? ''))
  )
}

const THINGS = foldSet(thingsWords)

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
