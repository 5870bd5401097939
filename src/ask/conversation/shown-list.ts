import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { differenceWords } from '../../../locales/vi/ask/operators.ts'
import { indicatorCodes, isGroupUse } from '../phrases/entities.ts'
import { numbersOf, partOf } from '../intents/asked-world.ts'
import { emptyQuestion } from '../intents/assemble.ts'
import type { Evidence } from '../intents/evidence.ts'
import { factsOf, isAboutGroup, isAboutUnits } from '../intents/facts.ts'
import { kindMentions, wordOf } from '../intents/read-groups.ts'
import { endsInThis, lastChoices, refersBack } from './said-before.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import { type Intent, LIST_LINES, type Question } from '../question.ts'
import type { AskContext } from '../reading.ts'
import { foldSet } from '../words/fold.ts'
import { overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'

/** Longer messages ask something of their own. */
const SHORT = 12

/**
 * The question that a message makes of the list that was shown: "xem tiếp", "từ hạng 21 đến 40", "còn lại thì sao",
 * "mấy phường trong đó", "cái thứ 2". Null when it speaks of no list.
 */
export function ofShownList(evidence: Evidence, context: AskContext): Question | null {
  const { shown = [] } = context
  const found = (...wanted: FoundOperator['operator'][]): FoundOperator | undefined =>
    evidence.operators.find(({ operator }) => wanted.includes(operator))
  const previous = found('this_list') ? listOf(context) : context.previous
  if (!previous || evidence.read.tokens.length > SHORT) return null
  const dropped = found('drop')
  if (dropped && shown.length > 0 && isAboutGroup(previous.intent))
    return withoutOf(dropped, evidence, { previous, shown })
  const item = found('item')
  const offered = shown.length > 0 ? shown : lastChoices(context)
  if (item && offered.length > 0 && kindMentions(evidence).every(({ count }) => count === null))
    return itemOf(item, evidence, { previous, shown: offered })
  if (!wasOfGroup(previous)) return null
  const beside = besideOnly(evidence, { previous, shown }, context)
  if (beside) return beside
  const aside = found('where', 'absolute')
  if (aside && evidence.mentions.length === 0 && shown.length > 0) return asideOf(aside, evidence, previous)
  const among = found('among') ?? theseOf(evidence, shown)
  if (among && shown.length > 0) return amongOf(among, evidence, { previous, shown })
  const pooled = pooledOf(found('sum', 'mean'), evidence, previous)
  if (pooled) return pooled
  if (evidence.strength.has('indicator') || evidence.mentions.length > 0) return null
  if (found('upwards')) return { ...fresh(previous), order: 'lowest' }
  const asFile = fileOf(evidence, { previous, shown })
  if (asFile) return asFile
  const fewer = fewerOf(evidence, previous)
  if (fewer) return fewer
  const places = found('from_place')
  if (places) return placesOf(places, evidence, previous)
  const next = found('next')
  if (next && !isAdded(next, evidence)) return nextOf(next, evidence, { previous, shown })
  const rest = found('rest')
  if (rest) return restOf(rest, evidence, { previous, shown })
  const list = found('this_list')
  const isBack = previous !== context.previous || previous.offset !== null
  return list && isBack && asksNoMore(list, evidence) ? { ...fresh(previous), offset: null } : null
}

/** The question of the list that is in sight; where none was asked for, the last question. */
function listOf({ previous, earlier = [] }: AskContext): Question | null {
  if (previous === null || wasOfGroup(previous)) return previous
  return earlier.findLast(wasOfGroup) ?? previous
}

/** "Mấy xã đó ở huyện nào", "cho số tuyệt đối": something else of the same list. */
function asideOf(found: FoundOperator, { read }: Evidence, previous: Question): Question {
  const part = found.operator === 'where' ? 'where' : 'absolute'
  return { ...fresh(previous), parts: [partOf(part, found, read)] }
}

/** "Quay lại danh sách đó", and nothing else. */
function asksNoMore(list: Run, evidence: Evidence): boolean {
  const { strength, periods, mentions } = evidence
  const kinds = kindMentions(evidence).filter(one => overlapOf(one, list) === 0)
  return periods.length + mentions.length + kinds.length === 0 && !strength.has('own')
}

/** Whether a list was asked for: of a group always, of units where a group was named instead. */
function wasOfGroup({ intent, group }: Question): boolean {
  return isAboutGroup(intent) || (factsOf(intent).orGroup === true && group !== null)
}

/** "Cộng chung cả khối thì được bao nhiêu": the group that the list was of. */
function pooledOf(found: FoundOperator | undefined, evidence: Evidence, previous: Question): Question | null {
  const { strength, mentions, read } = evidence
  if (!found || !previous.group || mentions.length > 0 || strength.has('group') || strength.has('own'))
    return null
  const indicators = namedOr(previous, evidence)
  const parts = [partOf('total', found, read)]
  return { ...emptyQuestion('total'), group: previous.group, indicators, period: previous.period, parts }
}

/** The indicators that the message names, else those of the list. */
function namedOr({ indicators }: Question, { read }: Evidence): string[] {
  const named = [...new Set(indicatorCodes(read.chosen))]
  return named.length > 0 ? named : indicators
}

/** "So với huyện mình", where the list held one unit. */
function besideOnly(evidence: Evidence, { previous, shown }: Listed, context: AskContext): Question | null {
  const [only, ...others] = shown
  const { strength, mentions } = evidence
  if (only === undefined || others.length > 0 || !strength.has('versus') || strength.has('group')) return null
  const named = mentions.flatMap(({ choice }) => (choice.units.length === 1 ? choice.units : []))
  if (named.length === 0 && !strength.has('own')) return null
  const units = [...new Set([only, ...(named.length > 0 ? named : [context.unit])])]
  const indicators = strength.has('indicator') ? [] : previous.indicators
  return { ...emptyQuestion('compare'), units, indicators, period: previous.period }
}

interface Listed {
  previous: Question
  shown: readonly string[]
}

/** "Cái thứ 2", "đơn vị cuối danh sách": one unit of the list. */
function itemOf(found: FoundOperator, evidence: Evidence, { previous, shown }: Listed): Question | null {
  if (evidence.asked?.by.operator === 'distance_to' && !wasOfGroup(previous)) return null
  const words = evidence.read.tokens.slice(found.from, found.to).map(token => token.fold)
  const [number] = numbersOf(found)
  const last = words.some(word => WORST.has(word))
    ? !isWorstFirst(previous)
    : words.some(word => LAST.has(word))
  const unit = last ? shown.at(-1) : shown[(number ?? 1) - 1]
  if (unit === undefined) return null
  const { strength, intents } = evidence
  const indicators = strength.has('indicator') ? [] : previous.indicators
  const [other, ...others] = previous.units
  const apart = strength.has('versus') || evidence.read.tokens.some(({ fold }) => DIFFERENCES.has(fold))
  if (apart && other !== undefined && others.length === 0 && other !== unit)
    return { ...emptyQuestion('compare'), units: [other, unit], indicators, period: previous.period }
  const byPlace = evidence.cues.every(
    ({ cue, from, to }) => cue !== 'rank' || overlapOf({ from, to }, found) > 0,
  )
  const own = intents.find(
    ({ intent, score }) =>
      isAboutUnits(intent) && !isAboutGroup(intent) && score >= OWN && (intent !== 'rank' || !byPlace),
  )
  const where = evidence.operators.find(({ operator }) => operator === 'where')
  const parts = where ? [partOf('where', where, evidence.read)] : []
  return {
    ...emptyQuestion(own?.intent ?? 'value'),
    units: [unit],
    indicators,
    period: previous.period,
    parts,
  }
}

/** "Đứa bét": the first of a list that begins with the worst, the last of any other. */
function isWorstFirst({ intent }: Question): boolean {
  return intent === 'bottom' || intent === 'below'
}

const DIFFERENCES = foldSet(differenceWords)
const WORST = foldSet(ruleWords.hindmost)

const LAST = foldSet(ruleWords.last)

/** "Gửi file danh sách này", "xuất excel": the whole of the list; "file báo cáo tuần" is another one. */
function fileOf({ strength, periods }: Evidence, { previous, shown }: Listed): Question | null {
  if (shown.length === 0 || !strength.has('file') || periods.length > 0 || strength.has('digest')) return null
  return { ...fresh(previous), offset: null, output: 'file' }
}

/** "Bỏ 3 đơn vị đầu", "trừ xã cuối ra": the list without those at one end of it. */
function withoutOf(found: FoundOperator, evidence: Evidence, { previous, shown }: Listed): Question {
  const [number] = numbersOf(found)
  const count = number ?? kindMentions(evidence).find(one => one.count !== null)?.count ?? 1
  const words = evidence.read.tokens.slice(found.from, found.to).map(token => token.fold)
  const left = words.some(word => LAST.has(word)) ? shown.slice(-count) : shown.slice(0, count)
  const kind = previous.group?.kind ?? null
  const group = {
    kind,
    within: null,
    ...previous.group,
    except: [...(previous.group?.except ?? []), ...left],
  }
  return { ...fresh(previous), group, offset: null, parts: [partOf('except', found, evidence.read)] }
}

/** "Chỉ 5 xã thôi": so many of the same list; "5 xã thấp nhất thôi" is another one. */
function fewerOf(evidence: Evidence, previous: Question): Question | null {
  const [only, ...others] = kindMentions(evidence)
  const isSame = only?.kind === null || only?.kind === previous.group?.kind
  if (!only?.count || others.length > 0 || !isSame || evidence.operators.length > 0) return null
  if (previous.intent !== 'movers' && ownOf(evidence)) return null
  const moved = previous.intent === 'movers' && evidence.strength.has('highest')
  const restricts = moved || evidence.read.tokens.some(({ fold }) => ONLY.has(fold))
  return restricts ? { ...fresh(previous), offset: null, limit: only.count } : null
}

const ONLY = foldSet(ruleWords.only)

/** "Các huyện này", "5 xã đó": those that are shown, where they are as many. */
function theseOf(evidence: Evidence, shown: readonly string[]): Run | undefined {
  if (evidence.mentions.length > 0) return undefined
  return kindMentions(evidence).find(mention => {
    const { use, count } = mention
    const said = use === 'count' ? count === shown.length : use === 'many' || use === 'which'
    const points = refersBack(mention, evidence.read) || endsInThis(mention, evidence.read)
    return said && shown.length > 1 && points
  })
}

/** "Mấy phường trong đó", "trong đó xã nào chưa đạt": the list narrowed. */
function amongOf(found: Run, evidence: Evidence, { previous, shown }: Listed): Question {
  const kind = kindMentions(evidence).find(one => isGroupUse(one.use) || one.use === 'bare')
  const word = wordOf(kind, evidence)
  const intent: Intent = ownOf(evidence) ?? previous.intent
  const group = {
    kind: kind?.kind ?? previous.group?.kind ?? null,
    within: previous.group?.within ?? null,
    ...(word !== null && { word }),
    among: [...shown],
  }
  const parts = [partOf('among', found, evidence.read)]
  const indicators = namedOr(previous, evidence)
  const period = evidence.periods[0]?.period ?? previous.period
  return { ...fresh(previous), intent, indicators, period, group, offset: null, limit: shown.length, parts }
}

const OWN = 4.8

/** What the message asks of a group by its own words, but for the mere table. */
function ownOf({ intents }: Evidence): Intent | null {
  const own = intents.find(({ intent, score }) => isAboutGroup(intent) && score >= OWN)
  return own && own.intent !== 'ranking' ? own.intent : null
}

function placesOf(found: FoundOperator, evidence: Evidence, previous: Question): Question | null {
  const [first, last] = numbersOf(found)
  if (first === undefined || last === undefined || last < first || first < 1) return null
  const parts = [partOf('offset', found, evidence.read)]
  return { ...fresh(previous), offset: first - 1, limit: last - first + 1, parts }
}

/** "Các huyện nữa" asks for others beside; "5 xã nữa" goes on. */
function isAdded({ to }: FoundOperator, evidence: Evidence): boolean {
  const last = evidence.read.tokens[to - 1]!.fold
  const kinds = kindMentions(evidence)
  return ADDED.has(last) && kinds.length > 0 && kinds.every(({ count }) => count === null)
}

const ADDED = foldSet(ruleWords.added)

/** "Xem tiếp", "20 đơn vị sau": from where the list ended. */
function nextOf(found: FoundOperator, evidence: Evidence, { previous, shown }: Listed): Question {
  const [count] = numbersOf(found)
  const counted = count ?? kindMentions(evidence).find(one => one.count !== null)?.count ?? previous.limit
  const offset = (previous.offset ?? 0) + Math.min(shown.length, LIST_LINES)
  return { ...fresh(previous), offset, limit: counted, parts: [partOf('offset', found, evidence.read)] }
}

const OTHER_HALF: Partial<Record<Intent, Intent>> = { below: 'met', met: 'below' }

/** "Còn lại thì sao": those that the list did not hold. */
function restOf(found: FoundOperator, evidence: Evidence, listed: Listed): Question {
  const { previous } = listed
  const other = OTHER_HALF[previous.intent]
  if (other !== undefined) return { ...fresh(previous), intent: other, offset: null, limit: null }
  const opposite = factsOf(previous.intent).opposite === undefined ? previous : { ...previous, limit: null }
  return nextOf(found, evidence, { ...listed, previous: opposite })
}

/** The question before without what was said of its own answer. */
export function fresh(previous: Question): Question {
  return { ...previous, parts: [], notAnswered: [], output: null, chart: false }
}
