import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { fractionWords, receivedWords, takenWord, dayParts } from '../../../locales/vi/ask/operators.ts'
import { unitWord } from '../../../locales/vi/ask/units.ts'
import { foldWord, foldSet } from '../words/fold.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Intent, Part, Question } from '../question.ts'
import { covers, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { factsOf } from './facts.ts'
import { kindsSaid } from './kinds-said.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import type { Operator } from './operator-words.ts'
import { hasCue, hasOperator, folds, numbersOf, wordsOf } from './asked-world.ts'
import type { AskedWorld } from './asked-world.ts'
import {
  pauseOf,
  hourOf,
  snoozeOf,
  explainedOf,
  response,
  assumptionOf,
  placeOf,
  statedPercent,
  claimOf,
  recordOf,
  streakOf,
  nthOf,
} from './asked-fills.ts'

/** What the operators of a message make of its question. */
export interface Asked {
  /** The operator that decides, where one does. */
  by: FoundOperator
  intent: Intent
  /** Null where today's answers give it without more. */
  part: Part | null
  /** Slots that it fills. */
  fills: Partial<Question>
  /** Kinds that are set against each other. */
  kinds?: string[]
}

interface OperatorRule {
  operator: Operator
  intent: Intent
  part: Part | null
  /** When it decides; always, where none is given. */
  when?: (world: AskedWorld, found: FoundOperator) => boolean
  fills?: (world: AskedWorld, found: FoundOperator) => Partial<Question>
}

const RULES: readonly OperatorRule[] = [
  { operator: 'ask_explanation', intent: 'ask_explanation', part: 'ask_explanation', when: isOrder },
  {
    operator: 'only_news',
    intent: 'settings',
    part: 'settings',
    fills: () => ({ setting: { do: 'only_news' } }),
  },
  { operator: 'pause', intent: 'settings', part: 'settings', when: isOfDigests, fills: pauseOf },
  { operator: 'hour', intent: 'settings', part: 'settings', when: isOfDigests, fills: hourOf },
  { operator: 'resume', intent: 'settings', part: 'settings', fills: () => ({ setting: { do: 'resume' } }) },
  { operator: 'receives', intent: 'settings', part: 'settings', when: asksSettings },
  { operator: 'snooze', intent: 'snooze', part: 'snooze', when: isWhole, fills: snoozeOf },
  {
    operator: 'acknowledge',
    intent: 'acknowledge',
    part: 'responses',
    when: (world, found) => !hasOperator(world, 'acknowledged') && isStatement(world, found),
  },
  {
    operator: 'explained',
    intent: 'responses',
    part: 'responses',
    when: isNoAside,
    fills: world => explainedOf(world),
  },
  {
    operator: 'acknowledged',
    intent: 'responses',
    part: 'responses',
    when: isOfWarnings,
    fills: world => response('acknowledged', world),
  },
  {
    operator: 'reminded',
    intent: 'responses',
    part: 'responses',
    when: world => !hasCue(world, 'alerts'),
    fills: world => response('reminded', world),
  },
  { operator: 'reach_when', intent: 'forecast', part: 'when', when: isOfUnits },
  { operator: 'suppose', intent: 'forecast', part: null, when: isSteady },
  { operator: 'suppose', intent: 'what_if', part: 'what_if', when: supposes, fills: assumptionOf },
  {
    operator: 'share',
    intent: 'below',
    part: 'share',
    when: (world, found) => judgesShare(world, found) && hasCue(world, 'not_reached', 'under'),
    fills: boundBeside,
  },
  {
    operator: 'share',
    intent: 'met',
    part: 'share',
    when: judgesShare,
    fills: boundBeside,
  },
  { operator: 'spread', intent: 'ranking', part: 'spread', when: isOfKind },
  { operator: 'reach_place', intent: 'goal', part: 'goal', when: isNoWeekday, fills: placeOf },
  { operator: 'reach_unit', intent: 'goal', part: 'goal', when: isOfUnit },
  { operator: 'furthest', intent: 'below', part: null, when: isOfWhich },
  { operator: 'distance_to', intent: 'goal', part: 'goal', when: isNoExtreme, fills: placeOf },
  { operator: 'apart', intent: 'compare', part: null, when: isOfOne },
  { operator: 'where', intent: 'value', part: 'where' },
  { operator: 'how_to_reach', intent: 'need', part: null, when: isOfTarget },
  { operator: 'right', intent: 'verify', part: 'verify', when: claims, fills: claimOf },
  { operator: 'against', intent: 'trend', part: null, when: isOfOne },
  { operator: 'source', intent: 'missing', part: 'missing', when: isOfFigures },
  { operator: 'record', intent: 'since', part: 'since', fills: recordOf },
  { operator: 'since', intent: 'since', part: 'since', when: isNoCampaign, fills: streakOf },
  { operator: 'streak', intent: 'since', part: 'streak', when: judgesStreak, fills: streakOf },
  { operator: 'drag', intent: 'why', part: 'why', fills: () => ({ order: 'worst' }) },
  { operator: 'why', intent: 'alerts', part: null, when: asksWhyWarned },
  { operator: 'why', intent: 'why', part: 'why', when: isNoComplaint },
  { operator: 'advice', intent: 'why', part: 'advice', when: isNoHowTo, fills: () => ({ order: 'worst' }) },
  {
    operator: 'newly_below',
    intent: 'movers',
    part: 'movers',
    when: world => !hasOperator(world, 'jointly'),
    fills: () => ({ by: 'status', direction: 'down' }),
  },
  {
    operator: 'recovered',
    intent: 'movers',
    part: 'movers',
    fills: () => ({ by: 'status', direction: 'up' }),
  },
  {
    operator: 'place_rise',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'place', direction: 'up' }),
  },
  {
    operator: 'place_fall',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'place', direction: 'down' }),
  },
  {
    operator: 'rise',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'value', direction: 'up' }),
  },
  {
    operator: 'fall',
    intent: 'movers',
    part: 'movers',
    when: moves,
    fills: () => ({ by: 'value', direction: 'down' }),
  },
  { operator: 'vary', intent: 'movers', part: 'movers', when: moves, fills: () => ({ by: 'value' }) },
  { operator: 'no_data', intent: 'missing', part: 'missing', when: lacksFigures },
  { operator: 'data_when', intent: 'missing', part: 'missing' },
  { operator: 'behind_pace', intent: 'progress', part: null },
  { operator: 'under_target', intent: 'below', part: null, when: isOfWhich },
  { operator: 'over_target', intent: 'met', part: null, when: isOfWhich },
  {
    operator: 'last_but_one',
    intent: 'bottom',
    part: 'offset',
    when: isOfWhich,
    fills: () => ({ offset: 1, limit: 1 }),
  },
  { operator: 'mean_bound', intent: 'below', part: 'average', when: isOfWhich, fills: () => ({}) },
  { operator: 'pool', intent: 'total', part: 'total', when: isPooled, fills: pooledOf },
  { operator: 'sum', intent: 'total', part: 'total', when: isOfSeveral },
  { operator: 'mean', intent: 'total', part: 'average', when: isOfSeveral },
  {
    operator: 'situation',
    intent: 'situation',
    part: 'situation',
    when: ({ strength }) => !strength.has('indicator') && !strength.has('unit'),
  },
  { operator: 'fraction', intent: 'value', part: null, when: isCounted },
  { operator: 'nth', intent: 'ranking', part: 'offset', fills: nthOf },
  { operator: 'late_count', intent: 'value', part: null, when: isLate, fills: () => ({ count: 'rest' }) },
]

/** What the operators make of the question: the one that decides, and those that it leaves unused. */
export interface AskedOperators {
  main: Asked | null
  unused: Asked[]
}

export function askedBy(world: AskedWorld): AskedOperators {
  if (
    world.strength.has('outside') &&
    !world.strength.has('indicator') &&
    !hasOperator(world, 'receives', 'pause', 'only_news')
  )
    return { main: null, unused: [] }
  const found = RULES.flatMap(({ operator, intent, part, when, fills }) =>
    world.operators
      .filter(one => one.operator === operator && (when === undefined || when(world, one)))
      .map(by => ({ by, intent, part, fills: fills?.(world, by) ?? {} })),
  )
  const main = found[0] ?? groupAgainstGroup(world)
  const unused = found.filter(
    ({ by, intent, part }) =>
      main !== null &&
      !(factsOf(main.intent).act && intent === 'why') &&
      part !== null &&
      part !== main.part &&
      overlapOf(by, main.by) === 0 &&
      !(main.intent === 'goal' && intent === 'movers'),
  )
  return { main, unused }
}

/** "Số này ở đâu ra": of the figures that were shown, whose they are. */
export function asksSource({ asked }: { asked: Asked | null }): boolean {
  return asked?.by.operator === 'source'
}

const EITHER = foldSet(ruleWords.either)

const BESIDE = foldSet(ruleWords.beside)
const AMONG = foldSet(ruleWords.among)
const AND = 'va'

/** "Khối huyện hay khối sở", "phường so với xã": words between two kinds that are set against each other. */
const MOST_BETWEEN = 3

function groupAgainstGroup(world: AskedWorld): Asked | null {
  const { read, strength } = world
  if (strength.has('unit')) return null
  const kinds = read.chosen.filter(
    ({ meaning }) =>
      meaning.is === 'kind' && meaning.kind !== null && (meaning.use === 'bare' || meaning.use === 'many'),
  )
  const before = ({ from }: Run): string => read.tokens[from - 1]?.fold ?? ''
  for (const [at, first] of kinds.entries()) {
    const second = kinds[at + 1]
    if (!second || second.from - first.to > MOST_BETWEEN) continue
    const between = folds({ from: first.to, to: second.from }, read)
    const picks = read.chosen.find(
      ({ meaning, from }) =>
        meaning.is === 'kind' && meaning.kind === null && meaning.use === 'which' && from >= second.to,
    )
    const compared =
      hasCue(world, 'which_is_more', 'versus') &&
      (between.some(word => BESIDE.has(word)) ||
        ((picks !== undefined || AMONG.has(before(first))) && between.includes(AND)))
    if (
      !(compared || between.some(word => EITHER.has(word))) ||
      /[.?!;\n]/.test(read.tokens[second.from]!.gap)
    )
      continue
    const named = kindsSaid(first, second, read)
    if (new Set(named).size < 2) continue
    const { to } = picks && !SENTENCE.test(wordsOf({ from: second.to, to: picks.to }, read)) ? picks : second
    const by: FoundOperator = { operator: 'mean', from: first.from, to, skipped: 0, values: [] }
    return { by, intent: 'total', part: 'total', fills: {}, kinds: named }
  }
  return null
}

/** Nothing but the operator, and words that say nothing. */
function isWhole(world: AskedWorld, { from, to }: Run): boolean {
  const { read, strength } = world
  if (hasCue(world, 'digest', 'stop', 'subscribe')) return false
  if (strength.has('indicator') || strength.has('unit') || strength.has('rank') || strength.has('group'))
    return false
  return read.tokens.length - (to - from) <= WORDS_AROUND
}

const WORDS_AROUND = 3

/** Says that something was done, and asks nothing. */
function isStatement(world: AskedWorld, found: Run): boolean {
  if (hasCue(world, 'digest', 'stop', 'subscribe', 'how_many', 'yes_no', 'how', 'reached_yet')) return false
  const { strength, read } = world
  if (strength.has('rank') || strength.has('group')) return false
  const beside = read.chosen.filter(span => span.meaning.is === 'indicator' && !covers(found, span))
  if (beside.length > 0) return false
  const words = folds(found, read).filter((word, at, all) => !NOTED.test(`${all[at - 1]} ${word}`))
  if (!words.some(word => RECEIVED.has(word))) return read.tokens.length <= SHORT_WORD
  return isWhole(world, found) || !hasCue(world, 'change', 'distance', 'need_dossiers', 'define', 'help')
}

/** "Rõ" alone confirms what was sent; "em rõ rồi ạ, để em thưa lại với sếp" is courtesy. */
const SHORT_WORD = 4
const NOTED = /^ghi nhan$/
const RECEIVED = foldSet(receivedWords)

/** "Yêu cầu xã … giải trình": no question about who has. */
function isOrder({ strength, read }: AskedWorld, found: FoundOperator): boolean {
  if (found.from === 0 && ORDERING.has(read.tokens[0]!.fold)) return true
  if (folds(found, read).some(word => READING.has(word))) return false
  return !strength.has('which_group') && !strength.has('pronoun')
}

const ORDERING = foldSet(ruleWords.ordering)

/** "Cho xem nội dung giải trình" asks for what was written. */
const READING = foldSet(ruleWords.reading)

/** "Phải giải trình với cấp trên" tells why one asks. */
function isNoAside({ strength, read }: AskedWorld, found: FoundOperator): boolean {
  if (strength.has('unit') && found.values.length > 0) return true
  const beside = read.chosen.filter(span => span.meaning.is === 'indicator' && overlapOf(span, found) === 0)
  return beside.length === 0 || strength.has('which_group')
}

/** "Tong so ho so tiep nhan": "hồ sơ" is no "sở" that has received something. */
function isOfWarnings({ read }: AskedWorld, found: FoundOperator): boolean {
  return !read.chosen.some(
    ({ meaning, from, to }) => meaning.is === 'claim' && to - from > 1 && covers(found, { from, to }),
  )
}

function isOfDigests(world: AskedWorld): boolean {
  const { act = null } = world.context
  const spokenOf = act === 'settings' || act === 'subscribe' || act === 'unsubscribe'
  return (
    (spokenOf || hasCue(world, 'digest', 'subscribe', 'stop', 'send', 'alerts')) &&
    !world.strength.has('indicator') &&
    !world.strength.has('unit')
  )
}

function asksSettings({ strength }: AskedWorld): boolean {
  return !strength.has('indicator') && !strength.has('unit') && !strength.has('group')
}

/** "Nếu cứ đà này": the forecast itself. */
function isSteady(world: AskedWorld): boolean {
  return (
    hasOperator(world, 'steady') &&
    !world.operators.some(one => one.operator === 'suppose' && numbersOf(one).length > 0)
  )
}

/** "Nêu tên" without diacritics is no "nếu". */
function supposes({ read }: AskedWorld, { from, to }: FoundOperator): boolean {
  if (to - from > 1) return true
  const next = read.tokens[to]?.fold ?? ''
  return (
    !NAMING.has(next) && !(ELSE.has(next) && read.tokens.slice(to, to + 3).some(one => one.fold === THEN))
  )
}

const NAMING = foldSet(ruleWords.naming)

/** "Nếu chưa thì thiếu bao nhiêu", "nếu còn thì": what else is asked, no assumption. */
const ELSE = foldSet(ruleWords.otherwise)

const THEN = 'thi'

/** "Làm sao để đạt", "… đạt 80%"; "… biết đạt chưa" asks something else. */
function isOfTarget({ strength }: AskedWorld): boolean {
  return !strength.has('group') && !strength.has('not_reached') && !strength.has('reached_yet')
}

/** "Kém nhất" is no distance to the first. */
function isNoExtreme({ cues }: AskedWorld, found: FoundOperator): boolean {
  return !cues.some(
    ({ cue, from, to }) => (cue === 'lowest' || cue === 'highest') && from === found.from && to > from,
  )
}

/** "Báo cáo vào sáng thứ hai": a day of the week is no place. */
function isNoWeekday({ read }: AskedWorld, found: FoundOperator): boolean {
  const words = folds(found, read)
  return !words.some((word, at) => word === 'thu' && DAY_PARTS.has(words[at - 1] ?? ''))
}

const DAY_PARTS = foldSet(dayParts)

/** A figure is stated, and not as the bound of a group: "xã nào dưới 40 % hả bot". */
function claims(world: AskedWorld, found: FoundOperator): boolean {
  const { strength, read } = world
  if (
    hasCue(world, 'target') &&
    hasCue(world, 'assigned') &&
    folds(found, read).some(word => EITHER.has(word))
  )
    return false
  return !strength.has('which_group') && (numbersOf(found).length > 0 || statedPercent(read) !== null)
}

/** "3 tuần liền" of nothing that goes up or down, is reached or not, counts nothing. */
function judgesStreak(world: AskedWorld): boolean {
  if (hasCue(world, 'not_reached', 'under', 'reach', 'over', 'reached_yet', 'change', 'lowest', 'highest'))
    return true
  return folds({ from: 0, to: world.read.tokens.length }, world.read).some(word => RUNNING.has(word))
}

const RUNNING = foldSet(ruleWords.running)

/** "Chiến dịch bắt đầu từ ngày nào" asks for the dates of the campaign. */
function isNoCampaign(world: AskedWorld, found: FoundOperator): boolean {
  const { strength } = world
  if (folds({ from: found.from - 1, to: found.from }, world.read).includes(TAKEN)) return false
  const inside = world.cues.every(one => one.cue !== 'phase' || overlapOf(one, found) > 0)
  if (strength.has('campaign') || (strength.has('phase') && !inside) || strength.has('named_phase'))
    return false
  return (
    !(
      hasCue(world, 'time_left') &&
      !strength.has('indicator') &&
      !hasCue(world, 'not_reached', 'reach', 'change')
    ) && found.to > found.from
  )
}

/** "Vì sao bị cảnh báo": each alert says what it is about. */
function asksWhyWarned(world: AskedWorld): boolean {
  return hasCue(world, 'alerts') && !world.strength.has('indicator') && !world.strength.has('group')
}

/** "Sao không thấy số liệu", "sao gọi là": asked otherwise. */
function isNoComplaint({ cues }: AskedWorld, found: FoundOperator): boolean {
  return !cues.some(
    cue =>
      (cue.cue === 'missing_data' || cue.cue === 'define') &&
      overlapOf(cue, found) > 0 &&
      covers(cue, { from: found.from, to: found.from + 1 }),
  )
}

/** Whose change is asked: of one unit it is its course. */
function moves({ strength, operators, cues, context }: AskedWorld, found: FoundOperator): boolean {
  if (operators.some(one => one.operator === 'record' && overlapOf(one, found) > 0)) return false
  const bounded = cues.some(({ cue }) => cue === 'under' || cue === 'over' || cue === 'between')
  if (bounded && !operators.some(({ operator }) => operator === 'changed_by')) return false
  if (
    cues.some(
      ({ cue, from, to }) => cue === 'not_reached' && to - from > 1 && overlapOf({ from, to }, found) > 0,
    )
  )
    return false
  if (strength.has('which_group') || strength.has('group') || strength.has('list') || strength.has('limit'))
    return true
  if (strength.has('unit') || strength.has('own')) return false
  return !strength.has('change') || context.previous?.intent === 'movers'
}

/** "Làm sao để xem xếp hạng" asks how the assistant is used. */
function isNoHowTo({ read }: AskedWorld, found: Run): boolean {
  return !folds({ from: found.from, to: found.to + 1 }, read).some(word => LOOKING.has(word))
}

const LOOKING = foldSet(ruleWords.looking)

/** "Khi nào kết thúc giai đoạn" has a day; "từ khi nào" looks back. */
function isOfUnits(world: AskedWorld, found: FoundOperator): boolean {
  const before = folds({ from: found.from - 2, to: found.from }, world.read)
  return (
    !before.some(word => word === 'tu' || word === 'ke') &&
    !hasCue(world, 'time_left') &&
    !hasOperator(world, 'since', 'record')
  )
}

function isOfUnit({ strength }: AskedWorld): boolean {
  return strength.has('unit')
}

/** "Mấy xã dưới mức trung bình". */
function isOfWhich({ strength }: AskedWorld): boolean {
  return strength.has('group')
}

/** "Tử số, mẫu số của Sở Y tế tuần 20": the counts, and not how they are counted. */
function isCounted({ strength, cues, operators }: AskedWorld, found: FoundOperator): boolean {
  if (operators.some(({ operator }) => operator === 'source')) return false
  if (cues.some(one => one.cue === 'define' && overlapOf(one, found) === 0)) return false
  return strength.has('unit') || strength.has('own') || strength.has('period') || strength.has('surroundings')
}

/** "Chênh lệch giữa sở cao nhất và thấp nhất": of a kind, be it said as one's own. */
function isOfKind({ read }: AskedWorld): boolean {
  return read.chosen.some(({ meaning }) => meaning.is === 'kind')
}

/** "Đã vượt năm 2023 bao nhiêu điểm": one unit against its own past. */
function isOfOne({ strength }: AskedWorld): boolean {
  return !strength.has('group') && !strength.has('units')
}

/** "Số này ở đâu ra"; of an indicator it is asked how it is counted: "mẫu số lấy từ đâu". */
function isOfFigures({ read }: AskedWorld, found: FoundOperator): boolean {
  const asksWho = read.chosen.some(
    span => span.meaning.is === 'kind' && span.meaning.use === 'which' && overlapOf(span, found) === 0,
  )
  if (asksWho || folds({ from: found.from - 1, to: found.from }, read).some(isOfFraction)) return false
  const named = read.chosen.filter(({ meaning }) => meaning.is === 'indicator')
  if (named.some(span => covers(span, { from: found.from, to: found.from + 1 }))) return false
  return named.length === 0 || !folds(found, read).includes(TAKEN)
}

const FRACTIONS = foldSet(fractionWords)
const isOfFraction = (word: string): boolean => FRACTIONS.has(word)

const TAKEN = foldWord(takenWord)

function lacksFigures(world: AskedWorld, found: FoundOperator): boolean {
  const asksAll = /^(?:so lieu|du lieu|du |day du)/.test(folds(found, world.read).join(' '))
  const left = folds(found, world.read).some(word => word === 'bo' || word === 'de')
  return (world.strength.has('group') || asksAll) && (left || !hasCue(world, 'zero'))
}

/** "50% số xã đạt chưa": so much of a group, and no bound of its figures. */
function judgesShare(world: AskedWorld, found?: FoundOperator): boolean {
  if (found && SENTENCE.test(wordsOf(found, world.read))) return false
  const behind = world.cues.filter(({ cue }) => JUDGED.has(cue))
  return behind.some(({ to }) => found === undefined || to > found.from)
}

const SENTENCE = /[.?!;]\s/

const JUDGED: ReadonlySet<Cue> = new Set(['reach', 'reached_yet', 'not_reached', 'over', 'under'])

/** "Bao nhiêu phần trăm số xã đã qua 60%": the bound stands apart from the share. */
function boundBeside({ cues }: AskedWorld, found: FoundOperator): Partial<Question> {
  const bound = cues.find(one => (one.cue === 'over' || one.cue === 'under') && overlapOf(one, found) === 0)
  return { threshold: bound ? Number(bound.values.at(-1)) : null }
}

/** "Toàn khối xã nộp được bao nhiêu hồ sơ": all together; what each has, or lacks, is asked otherwise. */
function isPooled(world: AskedWorld, found: FoundOperator): boolean {
  const { read, operators } = world
  if (read.tokens[found.to]?.typed.toLowerCase() === unitWord) return false
  if (hasCue(world, 'target', 'assigned', 'list', 'ranking_table')) return false
  if (hasCue(world, 'need_dossiers', 'distance') && pooledOf(world).count === undefined) return false
  if (operators.some(({ operator }) => operator === 'each')) return false
  const groups = read.chosen.filter(
    ({ meaning }) => meaning.is === 'kind' && meaning.kind !== null && isGroupUse(meaning.use),
  )
  const [only, ...more] = groups
  if (only?.meaning.is !== 'kind' || more.length > 0 || overlapOf(only, found) === 0) return false
  return only.meaning.use === 'many' && !APART.has(read.tokens[only.from]!.fold)
}

/** "Từng xã", "mỗi xã": one by one. */
const APART = foldSet(ruleWords.apart)

/** Of what goes wrong the rest is counted. */
function pooledOf({ read }: AskedWorld): Partial<Question> {
  return read.chosen.some(({ meaning }) => meaning.is === 'indicator' && meaning.late)
    ? { count: 'rest' }
    : {}
}

/** A sum over several units, or the mean of a group; "tổng hợp", "tổng sắp" only list. */
function isOfSeveral({ strength, read }: AskedWorld, { from, operator }: FoundOperator): boolean {
  if (operator === 'sum' && LISTING.has(read.tokens[from + 1]?.fold ?? '')) return false
  return (
    strength.has('units') ||
    strength.has('group') ||
    read.chosen.some(({ meaning }) => meaning.is === 'kind' && isGroupUse(meaning.use))
  )
}

/** "Hồ sơ trễ hạn còn bao nhiêu": counted is what goes wrong. */
function isLate({ read, strength }: AskedWorld): boolean {
  return (
    read.chosen.some(({ meaning }) => meaning.is === 'indicator' && meaning.late) && !strength.has('group')
  )
}

const LISTING = foldSet(ruleWords.listing)
