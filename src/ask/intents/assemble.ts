import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { foldSet } from '../words/fold.ts'
import { addDays, daysIn, monthOf, weekOf } from '../../core/period.ts'
import { isForProvince, ownOfKind } from '../names/asker.ts'
import { timeIn } from './asked-fills.ts'
import { isPaceWord } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { factsOf, isAboutGroup, isAboutUnits, looksAhead } from './facts.ts'
import type { Lexicon } from '../lexicon.ts'
import type { DigestKind } from '../../core/digest.ts'
import { isCalledBy } from '../../core/unit-tree.ts'
import { isWithin } from '../../core/window.ts'
import type { Window } from '../../core/window.ts'
import type { AskedPeriod, Intent, Question } from '../question.ts'
import { isGroupUse } from '../phrases/entities.ts'
import {
  asksForOne,
  kindMentions,
  readBound,
  readGroup,
  readGoal,
  readLimit,
  readThreshold,
  wordOf,
} from './read-groups.ts'
import type { KindMention } from './read-groups.ts'
import type { AskContext } from '../reading.ts'
import { areAlike } from '../periods/listed-periods.ts'
import { resolvePeriod } from '../periods/period-sense.ts'
import type { PeriodSense } from '../periods/period-sense.ts'
import { coming } from '../periods/read-periods.ts'
import type { FoundPeriod } from '../periods/found-period.ts'
import { isBelow } from '../names/unit-choice.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import { covers, overlapOf } from '../words/run.ts'
import { asksSource } from './asked.ts'
import { statedPercent } from './asked-fills.ts'
import { fillAsked } from './fill-asked.ts'
import { partOf } from './asked-world.ts'
import { wordsOf } from '../words/tokens.ts'
import type { Run } from '../words/run.ts'

/** A question that asks nothing yet. */
export function emptyQuestion(intent: Intent): Question {
  return {
    intent,
    indicators: [],
    units: [],
    group: null,
    period: null,
    limit: null,
    threshold: null,
    thresholdTo: null,
    late: false,
    choices: [],
    pending: null,
    wholeSubtree: false,
    rankWithinParent: false,
    rankWord: null,
    rankExcept: [],
    chart: false,
    against: null,
    digest: null,
    unknownReason: null,
    unknownName: null,
    base: null,
    conditions: [],
    every: false,
    order: null,
    offset: null,
    by: null,
    direction: null,
    streak: null,
    step: null,
    assume: null,
    place: null,
    claimed: null,
    output: null,
    count: null,
    response: null,
    negated: false,
    setting: null,
    snooze: null,
    explanation: null,
    due: null,
    parts: [],
    notAnswered: [],
    renamed: [],
  }
}

/** The question that the evidence of one sentence makes with that intent. */
export function assembleQuestion(
  evidence: Evidence,
  intent: Intent,
  lexicon: Lexicon,
  context: AskContext,
): Question {
  const question = emptyQuestion(intent)
  question.indicators = indicatorsNamed(evidence, intent)
  fillPeriod(question, evidence, lexicon, context)
  if (countsPast(question, evidence, context)) question.intent = 'value'
  if (factsOf(intent).act || (isAboutUnits(intent) && factsOf(intent).days === 'none')) question.period = null
  question.chart = has(evidence, 'chart')
  question.output = question.chart ? 'picture' : has(evidence, 'file') ? 'file' : null
  if (intent === 'value' && has(evidence, 'which_indicator')) question.order = extremeOf(evidence)
  question.late = isLate(evidence)
  question.digest = digestKind(evidence, intent)
  if (intent === 'subscribe') question.setting = timeIn(evidence.read.tokens)
  question.renamed = evidence.mentions.flatMap(mention => mention.choice.renamed ?? [])
  if (factsOf(intent).orGroup && namesGroup(evidence, intent, { lexicon, context }))
    question.group = readGroup(evidence, unitsNamed(evidence), lexicon, context)
  else if (factsOf(intent).orUnits && namesUnitsOnly(evidence)) question.units = unitsNamed(evidence)
  else if (factsOf(intent).orUnits && namesOwnOnly(evidence))
    question.units = [ownNamed(evidence, lexicon, context)]
  else if (isAboutGroup(intent)) fillGroup(question, evidence, lexicon, context)
  else fillUnits(question, evidence, lexicon, context)
  if (factsOf(question.intent).ofNumber) question.threshold = readGoal(evidence)
  if (question.intent === 'since') question.threshold = readBound(evidence)
  if (asksSource(evidence) && question.units.length === 0) question.units = [context.scope]
  if (asksSource(evidence)) question.group = null
  fillAsked(question, evidence, context)
  fillStated(question, evidence, { lexicon, context })
  if (question.intent === 'gap' && question.period && question.period.from > context.today)
    question.intent = 'forecast'
  if (question.period && question.period.from > context.today && factsOf(question.intent).days === 'past')
    question.unknownReason = 'future_period'
  return question
}

/** "60% lấy từ văn bản nào": which of the targets is meant; asked for a whole province, whoever has it. */
function fillStated(question: Question, evidence: Evidence, { lexicon, context }: Asking): void {
  if (question.intent !== 'target' || !has(evidence, 'document')) return
  question.threshold = statedPercent(evidence.read)
  const { strength, mentions } = evidence
  const isOfAll = mentions.length === 0 && !strength.has('own') && context.unit === context.scope
  const top = lexicon.units.get(context.scope)?.kind
  if (question.threshold === null || question.group || !isOfAll || (top !== 'province' && top !== 'country'))
    return
  Object.assign(question, { units: [], group: { kind: null, within: null } })
}

/** "Hôm nay nộp bao nhiêu hồ sơ", "thêm bao nhiêu hồ sơ trong tuần rồi": counted is what came, not what is lacking. */
function countsPast({ intent, period }: Question, evidence: Evidence, { today }: AskContext): boolean {
  if (intent !== 'need' || period === null || period.from > today) return false
  if (COUNT_TO.some(cue => has(evidence, cue))) return false
  const lacks = period.to < today ? LACKING : GOING_ON
  return !evidence.read.tokens.some(({ fold }) => lacks.has(fold))
}

const COUNT_TO: readonly Cue[] = ['reach', 'not_reached', 'reached_yet', 'forecast', 'target', 'per_day']
const LACKING = foldSet(ruleWords.lacking)
const GOING_ON = foldSet([...ruleWords.lacking, ...ruleWords.goingOn])

function has(evidence: Evidence, cue: Cue): boolean {
  return evidence.cues.some(one => one.cue === cue)
}

/** "Chỉ số nào yếu nhất". */
function extremeOf(evidence: Evidence): Question['order'] {
  if (has(evidence, 'lowest')) return 'worst'
  return has(evidence, 'highest') ? 'best' : null
}

/** Codes of the indicators named, each once, in order. */
function indicatorsNamed({ read }: Evidence, intent: Intent): string[] {
  const spans = read.chosen.filter(({ meaning }) => meaning.is === 'indicator')
  const named = spans.flatMap(({ meaning, from, to }) => {
    // "Tiến độ số hóa" is about digitising alone.
    const isOfAnother = intent === 'progress' || spans.some(other => other.from === to)
    return meaning.is === 'indicator' && !(isOfAnother && isPaceWord(read, from, to)) ? meaning.codes : []
  })
  return [...new Set(named)]
}

/** Whether the indicator was named by what goes wrong ("trễ hạn"): the most of it is the lowest value. */
function isLate(evidence: Evidence): boolean {
  return evidence.read.chosen.some(({ meaning }) => meaning.is === 'indicator' && meaning.late)
}

function fillPeriod(question: Question, evidence: Evidence, lexicon: Lexicon, context: AskContext): void {
  const { asked, earlier } = splitPeriods(evidence, question.intent)
  const isFactor = earlier !== null && isBehindFactor(earlier, evidence)
  const { cues } = evidence
  const named = asked.filter(found => !found.deadline)
  if (fillBetween(question, named[0], evidence)) return
  const first = named.find(found => !isToday(found)) ?? named[0] ?? null
  const main = first && (named.find(found => isPartOf(found, first)) ?? first)
  question.period =
    (looksAhead(question.intent) && main ? coming(main, { ...context, ...lexicon }) : null) ??
    main?.period ??
    null
  if (factsOf(question.intent).untilDay && main && isDay(main)) question.period = null
  if (main && judgesNow(question.intent) && isUntilNow(main, evidence)) question.period = null
  if (question.period && main && judgesList(question.intent))
    question.period = ofPhase(main, lexicon) ?? question.period
  if (question.intent === 'report') question.period ??= reportPeriod(evidence, lexicon, context)
  const isYearAgo = cues.some(one => one.cue === 'year_ago' && earlier && covers(one, earlier))
  if (earlier?.period && !isYearAgo) {
    question.base =
      rollingBefore(main, earlier) ?? otherThan(main, beginningOf(earlier.sense, earlier.period))
    if (!isJustBefore(earlier)) question.parts.push(partOf('base', earlier, evidence.read))
  }
  if (question.intent !== 'trend' && question.intent !== 'value') return
  if (has(evidence, 'year_ago')) question.against = 'year_ago'
  else if (earlier || has(evidence, 'against_last')) question.against = 'previous'
  if (question.intent === 'value' && (question.against !== null || main?.row)) question.intent = 'trend'
  if (question.period === null && earlier?.period?.shape === 'month' && context.today > earlier.period.to)
    question.period = isFactor ? { ...monthOf(context.today), shape: 'month' } : monthAfter(earlier, context)
}

/** "Trong tháng 4, tuần 16": the week. */
function isPartOf({ period: part }: FoundPeriod, { period: whole }: FoundPeriod): boolean {
  if (part === null || whole === null || part.shape === 'to_date' || whole.shape === 'to_date') return false
  return isWithin(part, whole) && daysIn(part) < daysIn(whole) && part.from !== part.to
}

/** "Tăng nhiều nhất từ tháng 3 sang tháng 4": the one against the other, where it is asked what moved. */
function fillBetween(question: Question, named: FoundPeriod | undefined, { read }: Evidence): boolean {
  if (!named?.between || (question.intent !== 'movers' && question.intent !== 'why')) return false
  const [{ from, to }, period] = named.between
  question.period = period
  question.base = { from, to }
  question.parts.push(partOf('base', named, read))
  return true
}

/** "2 tuần nay so với 2 tuần trước": as many days, right before. */
function rollingBefore(main: FoundPeriod | null, earlier: FoundPeriod): Window | null {
  if (main?.sense.is !== 'rolling' || earlier.sense.is !== 'ago' || main.period === null) return null
  if (main.sense.unit !== earlier.sense.unit || main.values[0] !== earlier.values[0]) return null
  const { from, to } = main.period
  return { from: addDays(from, -daysIn({ from, to })), to: addDays(from, -1) }
}

/** "Gấp mấy lần tháng 8 năm ngoái": the days that stand right behind are held against. */
function isBehindFactor({ from }: Run, evidence: Evidence): boolean {
  const { operators, read } = evidence
  if (has(evidence, 'year_ago')) return false
  return operators.some(
    ({ operator, to }) =>
      operator === 'factor' &&
      to <= from &&
      read.tokens.slice(to, from).every(({ fold }) => AGAINST_WORDS.has(fold)),
  )
}

const AGAINST_WORDS = foldSet(ruleWords.against)

/** "So với đầu tháng", "… đầu năm": not the days since then, of which these are a part, but the first of them. */
function beginningOf(sense: PeriodSense, period: AskedPeriod): AskedPeriod {
  if (sense.is !== 'to_date' || period.shape !== 'to_date') return period
  if (sense.of === 'year' || sense.of === 'quarter') return { ...monthOf(period.from), shape: 'month' }
  return { ...weekOf(addDays(period.from, TO_MIDDLE_OF_WEEK)), shape: 'week' }
}

/** A week belongs where its Thursday does: from a Friday on the first is the next. */
const TO_MIDDLE_OF_WEEK = 3

/** "Tuần rồi … so với tuần trước đó": nothing is compared with itself, but with what was before it. */
function otherThan(main: FoundPeriod | null, { from, to, shape }: AskedPeriod): Window {
  if (main?.period?.from !== from || main.period.to !== to || shape === 'to_date') return { from, to }
  const before = addDays(from, -1)
  return shape === 'month' ? monthOf(before) : { from: addDays(before, 1 - daysIn({ from, to })), to: before }
}

function judgesList(intent: Intent): boolean {
  return intent === 'below' || intent === 'met' || intent === 'gap'
}

/** "Chưa đạt tính đến ngày 15/5": judged is the phase that holds the day, up to it. */
function ofPhase({ sense, period }: FoundPeriod, { phases }: Lexicon): Question['period'] {
  if (period === null || !period.from.endsWith('-01-01') || !ENDS.has(sense.is)) return null
  const phase = phases.find(one => one.from <= period.to && period.to <= one.to)
  return phase ? { from: phase.from, to: period.to, shape: 'fixed' } : null
}

const ENDS: ReadonlySet<PeriodSense['is']> = new Set(['date', 'day_month', 'day_of_month'])

/** "Sao bữa nay chưa có số liệu tháng này": today is only when it is asked. */
function isToday({ sense }: FoundPeriod): boolean {
  return sense.is === 'relative' && sense.unit === 'day' && sense.shift === 0
}

/** "Báo cáo tuần này" names a digest and its week with one word. */
function reportPeriod({ read }: Evidence, { phases }: Lexicon, { today }: AskContext): Question['period'] {
  const claimed = read.chosen.filter(({ meaning }) => meaning.is === 'claim')
  const named = read.spans.filter(
    ({ meaning, cost, from, to }) =>
      meaning.is === 'period' &&
      cost < 1 &&
      to - from > 1 &&
      claimed.some(claim => from < claim.to && claim.to < to),
  )
  const longest = named.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  return longest?.meaning.is === 'period'
    ? resolvePeriod(longest.meaning.sense, longest.values, { today, phases })
    : null
}

/** Whether it asks how things stand against the target of the phase that runs. */
function judgesNow(intent: Intent): boolean {
  return looksAhead(intent) || intent === 'below' || intent === 'met'
}

/** "Đến nay", "đến thời điểm này": now, and not since the year began. */
function isUntilNow({ sense, from, to }: FoundPeriod, { read }: Evidence): boolean {
  if (sense.is !== 'to_date' || sense.of !== 'year') return false
  return read.tokens
    .slice(from, to)
    .every(({ fold }) => fold !== 'dau' && fold !== 'nam' && fold !== 'luy' && fold !== 'lk')
}

/** A day by itself, or one up to which is asked; not "từ 22/3 đến 1/5". */
function isDay({ sense, period }: FoundPeriod): boolean {
  if (sense.is !== 'date' && sense.is !== 'day_month' && sense.is !== 'day_of_month') return false
  return period?.shape !== 'fixed' || period.from === period.to || period.from.endsWith('-01-01')
}

/** "Tuần trước", "tháng trước": what today's answers compare with. */
function isJustBefore({ sense }: FoundPeriod): boolean {
  return sense.is === 'relative' && sense.shift === -1 && sense.unit !== 'year'
}

/** "So với tháng trước" is about the month that runs. */
function monthAfter(earlier: FoundPeriod, context: AskContext): Question['period'] {
  const last = earlier.sense.is === 'relative' && earlier.sense.shift === -1
  return last ? { ...monthOf(context.today), shape: 'month' } : null
}

/** Stretches that are asked about, and one that is only compared with: of two, the earlier. */
function splitPeriods(
  evidence: Evidence,
  intent: Intent,
): { asked: FoundPeriod[]; earlier: FoundPeriod | null } {
  const { periods, cues } = evidence
  const compared = cues.filter(cue => cue.cue === 'against_last' || cue.cue === 'year_ago')
  const isCompared = (found: FoundPeriod): boolean =>
    intent !== 'compare' && (compared.some(cue => covers(cue, found)) || isBehindFactor(found, evidence))
  const named = periods.find(isCompared) ?? null
  const asked = periods.filter(found => !isCompared(found))
  const other = named ?? asked[1] ?? null
  const [main] = asked
  if (!main || !other) return { asked, earlier: named }
  const isHeldAgainst = intent === 'trend' || (intent === 'value' && areAlike(main, other))
  if (named === null && !isHeldAgainst) return { asked, earlier: named }
  const inOrder = (main.period?.from ?? '') >= (other.period?.from ?? '')
  return { asked: [inOrder ? main : other], earlier: inOrder ? other : main }
}

function digestKind(evidence: Evidence, intent: Intent): DigestKind | null {
  if (!OF_DIGESTS.has(intent)) return null
  const named = DIGESTS.filter(([cue]) => has(evidence, cue))
  return named.find(([cue]) => !(cue === 'digest_daily' && named.length > 1))?.[1] ?? null
}

const OF_DIGESTS: ReadonlySet<Intent> = new Set(['report', 'subscribe', 'unsubscribe', 'settings'])

const DIGESTS: readonly (readonly [Cue, DigestKind])[] = [
  ['digest_daily', 'daily'],
  ['digest_weekly', 'weekly'],
  ['digest_monthly', 'monthly'],
  ['digest_phase', 'phase'],
]

/** "Chỉ tiêu của các huyện", "huyện nào giảm 2 tuần liền": each of a kind, and not the asker's own. */
function namesGroup(evidence: Evidence, intent: Intent, { lexicon, context }: Asking): boolean {
  const judged = intent !== 'target' && intent !== 'situation'
  if (intent === 'forecast' && evidence.strength.has('own')) return false
  return kindMentions(evidence).some(({ use, kind, count, from, to }) => {
    if (kind === null)
      return judged && use === 'which' && to - from > 1 && !isOfRecord({ from, to }, evidence)
    if (use === 'many' || use === 'which') return true
    const homeless = use === 'bare' && ownOfKind(kind, lexicon, context) === null
    return judged && evidence.mentions.length === 0 && (homeless || count !== null)
  })
}

/** "Tháng nào … cao nhất" typed without marks asks for no "thằng nào". */
function isOfRecord(run: Run, { asked }: Evidence): boolean {
  return asked?.by.operator === 'record' && overlapOf(run, asked.by) > 0
}

function fillGroup(question: Question, evidence: Evidence, lexicon: Lexicon, context: AskContext): void {
  question.group = readGroup(evidence, unitsNamed(evidence), lexicon, context)
  question.limit =
    readLimit(evidence, question.group, lexicon, context) ??
    (isExtreme(question) && asksForOne(evidence) ? 1 : null)
  Object.assign(question, readThreshold(evidence, question.intent))
  if (isLate(evidence) && evidence.asked?.part !== 'count') turnAround(question)
}

/** "Số liệu của sở mình đến ngày nào". */
function namesOwnOnly(evidence: Evidence): boolean {
  const { strength } = evidence
  return strength.has('own') && !strength.has('group') && evidence.mentions.length === 0
}

function ownNamed(evidence: Evidence, lexicon: Lexicon, context: AskContext): string {
  const own = kindMentions(evidence).find(({ use }) => use === 'own')
  return ownOfKind(own?.kind ?? null, lexicon, context) ?? context.unit
}

/** Units are named, and no kind of which they would be the place. */
function namesUnitsOnly(evidence: Evidence): boolean {
  const { mentions } = evidence
  const groups = kindMentions(evidence).filter(
    ({ use, kind, count }) => isGroupUse(use) && kind !== null && count !== mentions.length,
  )
  return mentions.length > 0 && groups.length === 0
}

function unitsNamed({ mentions }: Evidence): string[] {
  return [...new Set(mentions.flatMap(({ choice }) => (choice.units.length === 1 ? choice.units : [])))]
}

function isExtreme({ intent }: Question): boolean {
  return intent === 'top' || intent === 'bottom'
}

/** "Trễ hạn nhiều nhất" is the lowest share on time; "trễ hạn trên 10 %" is under 90 %. */
function turnAround(question: Question): void {
  if (question.threshold !== null && question.thresholdTo === null) {
    question.threshold = 100 - question.threshold
    question.intent = question.intent === 'met' ? 'below' : 'met'
  } else if (question.intent === 'ranking') question.order = 'worst'
  else question.intent = factsOf(question.intent).opposite ?? question.intent
}

function fillUnits(question: Question, evidence: Evidence, lexicon: Lexicon, context: AskContext): void {
  const kinds = kindMentions(evidence).filter(kind => !assigns(kind, evidence))
  const meant = (kind: (typeof kinds)[number] | undefined): string | null =>
    kind ? ownOfKind(kind.kind, lexicon, context) : null
  const scoped = question.intent === 'rank' || question.intent === 'goal'
  const pronoun = scoped && evidence.read.chosen.some(({ meaning }) => meaning.is === 'own')
  const own =
    kinds.find(kind => kind.use === 'own') ?? (pronoun ? undefined : kinds.find(kind => kind.use === 'bare'))
  const around =
    kinds.find(kind => kind.use === 'whole' || kind.use === 'inside') ??
    (scoped || question.intent === 'compare'
      ? kinds.find(
          kind => kind.use === 'bare' && (kind !== own || isParent(meant(kind), [context.unit], lexicon)),
        )
      : undefined)
  let units = evidence.mentions.flatMap(mention => mention.choice.units)
  const certain = evidence.mentions.every(({ choice }) => choice.certain && choice.units.length === 1)
  const mineToo = own && certain && isBesideOwn(own, meant(own), units, lexicon)
  const beside = own && (mineToo || isJoined(own, evidence)) ? meant(own) : null
  if (beside !== null && question.intent !== 'compare') units = [beside, ...units]
  question.wholeSubtree = evidence.mentions.some(mention => mention.whole)
  if (scoped) units = withoutScope(question, evidence, units, { lexicon, context })
  if (factsOf(question.intent).about !== 'units') {
    const isOfAsker = question.intent === 'situation' && units.length === 0
    const named = [own, around].find(kind => kind !== undefined && kind.kind !== null)
    const said = question.intent === 'report' ? meant(named) : null
    if (units.length === 0 && said !== null) units = [said]
    question.units = isOfAsker ? [context.scope] : [...new Set(units)]
    return
  }
  if (question.intent === 'compare')
    units = comparedUnits(evidence, units, [meant(own), meant(around)], { lexicon, context })
  if (units.length === 0) {
    const whole = !scoped && around && !own ? meant(around) : null
    if (whole !== null) question.wholeSubtree = around?.use === 'whole' || question.wholeSubtree
    const mine =
      question.intent === 'goal' && own?.use === 'bare' && isParent(meant(own), [context.unit], lexicon)
    units = [mine ? context.unit : (whole ?? meant(own) ?? context.unit)]
    if (evidence.strength.has('country')) units = [ownOfKind('province', lexicon, context) ?? context.unit]
  }
  if (scoped && around)
    question.rankWithinParent = isParent(
      meant(around) ?? parentOfKind(around, units, lexicon),
      units,
      lexicon,
    )
  question.units = [...new Set(units)]
  if (question.intent === 'rank') fillAmong(question, evidence, lexicon)
}

/** "Đứng thứ mấy trong các thị trấn": a part of the kind, where the unit is of it; else that is not answered. */
function fillAmong(question: Question, evidence: Evidence, { units }: Lexicon): void {
  const kinds = kindMentions(evidence)
  const narrow = kinds.find(one => isGroupUse(one.use) && wordOf(one, evidence) !== null)
  const word = wordOf(narrow, evidence)
  const isListed = kinds.some(({ from }) => narrow && from >= narrow.to && from - narrow.to <= 1)
  if (!narrow || word === null || isListed) return
  const asked = question.units.flatMap(code => units.get(code) ?? [])
  if (asked.length === question.units.length && asked.every(unit => isCalledBy(unit, word)))
    question.rankWord = word
  else
    question.notAnswered.push({
      text: wordsOf(narrow, evidence.read),
      reason: 'unsupported',
      part: 'of_group',
    })
}

/** "Cả nước bao nhiêu, bộ mình bao nhiêu": the asker's own, and another that is neither above nor below it. */
function isBesideOwn(
  { use, kind }: KindMention,
  own: string | null,
  units: readonly string[],
  { tree }: Lexicon,
): boolean {
  if (use !== 'own' || kind === null || own === null || units.length === 0) return false
  const isOn = (code: string, top: string): boolean =>
    tree.byCode.has(code) && tree.subtree(top).some(one => one.code === code)
  return units.every(
    code => tree.byCode.has(code) && !isOn(code, own) && (isWide(code, { tree }) || !isOn(own, code)),
  )
}

/** "Xã tôi với thị trấn Chư Ty": the asker's own beside a unit named. */
function isJoined({ from, to }: Run, { mentions, read: { tokens } }: Evidence): boolean {
  const joins = (at: number): boolean => JOINS.has(tokens[at]?.fold ?? '')
  return mentions.some(one => (one.from === to + 1 && joins(to)) || (one.to + 1 === from && joins(one.to)))
}

const JOINS = foldSet(ruleWords.joining)

/** "Tỉnh giao xã bao nhiêu": who assigns is not of whom is asked. */
function assigns({ to }: Run, { read }: Evidence): boolean {
  return read.tokens[to]?.fold === ASSIGNS && read.tokens.length > to + 1
}

const ASSIGNS = 'giao'

/** Who asks, and by which names. */
interface Asking {
  lexicon: Lexicon
  context: AskContext
}

/** "Ia Pnôn xếp thứ mấy huyện Đức Cơ": the second unit says among whom. */
function withoutScope(
  question: Question,
  evidence: Evidence,
  units: string[],
  { lexicon, context }: Asking,
): string[] {
  const world = { lexicon, context, tokens: [], marked: false }
  const inner = units.filter(code => units.some(top => top !== code && isBelow(world, code, top)))
  const [only] = units
  if (
    inner.length === 0 &&
    units.length === 1 &&
    only !== undefined &&
    isBelow(world, context.unit, only) &&
    (isBehindScope(evidence) || evidence.strength.has('own') || isWide(only, lexicon))
  ) {
    question.rankWithinParent = isParent(only, [context.unit], lexicon)
    return []
  }
  if (inner.length === 0) return units
  question.rankWithinParent = units.some(top => !inner.includes(top) && isParent(top, inner, lexicon))
  return inner
}

/** The country and its regions are asked among what is asked, by who belongs to them. */
function isWide(code: string, { tree }: Pick<Lexicon, 'tree'>): boolean {
  const kind = tree.byCode.get(code)?.kind
  return kind === 'country' || kind === 'region'
}

/** Whether "trong", "toàn" stands before the only unit named. */
function isBehindScope({ mentions, read }: Evidence): boolean {
  const before = read.tokens[mentions[0]!.from - 1]?.fold
  return mentions[0]!.whole || before === 'trong'
}

function isParent(code: string | null, units: readonly string[], { tree }: Lexicon): boolean {
  if (code === null || tree.byCode.get(code)?.kind === 'province') return false
  return units.some(unit => tree.byCode.get(unit)?.parent === code)
}

/** "Bắc Ninh đứng thứ mấy trong vùng": the region that it belongs to, asked by who belongs to none. */
function parentOfKind({ kind }: KindMention, [unit]: readonly string[], { tree }: Lexicon): string | null {
  const parent = tree.byCode.get(tree.byCode.get(unit ?? '')?.parent ?? '')
  return parent?.kind === kind ? parent.code : null
}

/** With one unit named, or one and "mình", the asker's own is the other. */
function comparedUnits(
  evidence: Evidence,
  named: readonly string[],
  others: readonly (string | null)[],
  { lexicon, context }: Asking,
): string[] {
  const units = [...new Set(named)]
  const own = evidence.strength.has('own') || evidence.strength.has('bare_kind')
  const [mine, around] = others
  if (own && (mine ?? context.unit) !== null) units.unshift(mine ?? context.unit)
  if (units.length < 2 && around !== undefined && around !== null) units.push(around)
  if (
    units.length < 2 &&
    !units.includes(context.unit) &&
    (!isForProvince(lexicon, context) || units.length > 0)
  )
    units.unshift(context.unit)
  return [...new Set(units)]
}
