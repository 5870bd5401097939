import { aimWords } from '../../../locales/vi/ask/cues.ts'
import { softWords } from '../../../locales/vi/ask/acts.ts'
import { numbersBehindNouns, weekdayWord } from '../../../locales/vi/ask/numbers.ts'
import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { dayParts, fractionWords, receivedWords, takenWord } from '../../../locales/vi/ask/operators.ts'
import { unitWord } from '../../../locales/vi/ask/units.ts'
import { foldSet, foldWord, isBare } from '../words/fold.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Cue } from '../phrases/vocabulary.ts'
import { covers, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { pooledOf, statedPercent } from './asked-fills.ts'
import { EITHER, folds, hasCue, hasOperator, numbersOf, SENTENCE } from './asked-world.ts'
import { wordsOf } from '../words/tokens.ts'
import type { AskedWorld } from './asked-world.ts'
import type { Feature } from './intent-rules.ts'
import type { Operator } from './operator-words.ts'
import { refersBack } from '../conversation/said-before.ts'
import type { Token } from '../words/tokens.ts'

/** When an operator decides what is asked: its words mean something else where another kind of thing stands beside them. */

/** Nothing but the operator, and words that say nothing. */
export function isWhole(world: AskedWorld, { from, to }: Run): boolean {
  const { read, strength } = world
  if (hasCue(world, 'digest', 'stop', 'subscribe')) return false
  if (strength.has('indicator') || strength.has('unit') || strength.has('rank') || strength.has('group'))
    return false
  return read.tokens.length - (to - from) <= WORDS_AROUND
}

const WORDS_AROUND = 3

/** Says that something was done, and asks nothing. */
export function isStatement(world: AskedWorld, found: FoundOperator): boolean {
  if (hasCue(world, 'digest', 'stop', 'subscribe', 'how_many', 'yes_no', 'how', 'reached_yet')) return false
  const { strength, read } = world
  if (strength.has('rank') || strength.has('group')) return false
  const beside = read.chosen.filter(span => span.meaning.is === 'indicator' && !covers(found, span))
  if (beside.length > 0) return false
  const words = folds(found, read).filter((word, at, all) => !NOTED.test(`${all[at - 1]} ${word}`))
  if (!words.some(word => RECEIVED.has(word))) return read.tokens.length <= SHORT_WORD
  if (takesSomethingElse(found, read.tokens)) return false
  return isWhole(world, found) || !hasCue(world, 'change', 'distance', 'need_dossiers', 'define', 'help')
}

/** "Anh mới nhận việc": received is no warning. */
function takesSomethingElse({ to, skipped }: FoundOperator, tokens: readonly Token[]): boolean {
  const [last, next] = [tokens[to - 1]!, tokens[to]]
  if (skipped > 0 && !SOFT.has(last.fold) && !RECEIVED.has(last.fold)) return true
  if (next === undefined || /[^\s]/.test(next.gap)) return false
  return !SOFT.has(next.fold) && !RECEIVED.has(next.fold)
}

const SOFT = foldSet(softWords)

/** "Rõ" alone confirms what was sent; "em rõ rồi ạ, để em thưa lại với sếp" is courtesy. */
const SHORT_WORD = 4
const NOTED = /^ghi nhan$/
const RECEIVED = foldSet(receivedWords)

/** "Yêu cầu xã … giải trình": no question about who has. */
export function isOrder(world: AskedWorld, found: FoundOperator): boolean {
  const { strength, read } = world
  if (isGivenBefore(world, found) || asksForAnswer(world)) return false
  if (found.from === 0 && ORDERING.has(read.tokens[0]!.fold)) return true
  if (folds(found, read).some(word => READING.has(word))) return false
  const asksWho = read.chosen.some(
    span => span.meaning.is === 'kind' && span.meaning.use === 'which' && !refersBack(span, read),
  )
  return !asksWho && !strength.has('pronoun')
}

const ORDERING = foldSet(ruleWords.ordering)

/** "Bữa trước yêu cầu …", "đã được yêu cầu …": what was ordered is told. */
function isGivenBefore({ read: { tokens }, periods, context }: AskedWorld, { from }: Run): boolean {
  if (DONE.has(tokens[from - 1]?.typed.toLowerCase() ?? '') || ONCE.has(tokens[from]!.fold)) return true
  return periods.some(
    ({ period, to }) =>
      period !== null &&
      period.to < context.today &&
      to <= from &&
      from - to <= WORDS_BETWEEN &&
      tokens.slice(to, from + 1).every(({ gap }) => /^\s*$/.test(gap)),
  )
}

const DONE: ReadonlySet<string> = new Set(ruleWords.done)
const ONCE = foldSet(ruleWords.once)
/** "Bữa trước bên mình …". */
const WORDS_BETWEEN = 2

/** "…, họ nộp chưa", "… giải trình chưa": it is asked whether the answer to an order has come. */
export function asksForAnswer({ operators, read: { tokens } }: AskedWorld): boolean {
  const orders = operators.filter(({ operator }) => operator === 'ask_explanation')
  return operators.some(
    ({ operator, from }) =>
      operator === 'answer_came' &&
      orders.some(
        order =>
          order.from < from &&
          (order.to >= from || isParted(tokens, order.to, from) || isUndergone(tokens, order)),
      ),
  )
}

const UNDERGONE = foldSet(ruleWords.undergone)

/** "Đơn vị nào đã được yêu cầu giải trình mà chưa trả lời". */
function isUndergone(tokens: readonly Token[], { from }: Run): boolean {
  return UNDERGONE.has(tokens[from - 1]?.fold ?? '')
}

function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to + 1).some(({ gap }) => /[,.;?!]/.test(gap))
}

/** "Cho xem nội dung giải trình" asks for what was written. */
const READING = foldSet(ruleWords.reading)

/** "Phải giải trình với cấp trên" tells why one asks. */
export function isNoAside({ strength, read }: AskedWorld, found: FoundOperator): boolean {
  if (strength.has('unit') && found.values.length > 0) return true
  const beside = read.chosen.filter(span => span.meaning.is === 'indicator' && overlapOf(span, found) === 0)
  return beside.length === 0 || strength.has('which_group')
}

/** "Tong so ho so tiep nhan": "hồ sơ" is no "sở" that has received something. */
export function isOfWarnings({ read }: AskedWorld, found: FoundOperator): boolean {
  return !read.chosen.some(
    ({ meaning, from, to }) => meaning.is === 'claim' && to - from > 1 && covers(found, { from, to }),
  )
}

export function isOfDigests(world: AskedWorld): boolean {
  const { act = null } = world.context
  const spokenOf = act === 'settings' || act === 'subscribe' || act === 'unsubscribe'
  return (
    (spokenOf || hasCue(world, 'digest', 'subscribe', 'stop', 'send', 'alerts')) &&
    !world.strength.has('indicator') &&
    !world.strength.has('unit')
  )
}

export function asksSettings({ strength }: AskedWorld): boolean {
  return !strength.has('indicator') && !strength.has('unit') && !strength.has('group')
}

/** "Sở Y tế giải trình thế nào" asks what another has written. */
export function isOfNobody({ strength, read }: AskedWorld, found: FoundOperator): boolean {
  const others = read.chosen.filter(
    ({ meaning, from, to }) =>
      meaning.is === 'kind' && isGroupUse(meaning.use) && overlapOf({ from, to }, found) === 0,
  )
  return !strength.has('unit') && others.length === 0
}

export function asksNoIndicator({ strength }: AskedWorld): boolean {
  return !strength.has('indicator')
}

/** "Nếu cứ đà này": the forecast itself. */
export function isSteady(world: AskedWorld): boolean {
  return (
    hasOperator(world, 'steady') &&
    !world.operators.some(one => one.operator === 'suppose' && numbersOf(one).length > 0)
  )
}

/** "Nêu tên" without diacritics is no "nếu". */
export function supposes({ read: { tokens } }: AskedWorld, { from, to }: FoundOperator): boolean {
  if (to - from > 1) return true
  const next = tokens[to]?.fold ?? ''
  const hasThen = (until?: number): boolean => tokens.slice(to, until).some(({ fold }) => fold === THEN)
  if (ELSE.has(next) && hasThen(to + 3)) return false
  return !NAMING.has(next) || hasThen() || tokens[from]!.typed.toLowerCase() === IF
}

const IF = ruleWords.supposing
const NAMING = foldSet(ruleWords.naming)

/** "Nếu chưa thì thiếu bao nhiêu", "nếu còn thì": what else is asked, no assumption. */
const ELSE = foldSet(ruleWords.otherwise)

/** Behind it stands what becomes of what was supposed. */
export const THEN = 'thi'

/** "Làm sao để đạt", "… đạt 80%"; "… biết đạt chưa" asks something else. */
export function isOfTarget({ strength }: AskedWorld): boolean {
  return !strength.has('group') && !strength.has('not_reached') && !strength.has('reached_yet')
}

/** "Kém nhất" is no distance to the first; "kém huyện nhất tỉnh bao nhiêu điểm" is. */
export function isNoExtreme({ cues }: AskedWorld, found: FoundOperator): boolean {
  return !cues.some(
    ({ cue, from, skipped }) =>
      (cue === 'lowest' || cue === 'highest') && from === found.from && skipped === 0,
  )
}

/** "Xep thu tu cac huyen": in order, and not the fourth of them. */
export function isNoOrdering(
  { strength, read: { tokens } }: AskedWorld,
  { from, to }: FoundOperator,
): boolean {
  if (strength.has('which_group') || strength.has('pronoun')) return true
  return !tokens
    .slice(from, to)
    .some((token, at, all) => token.fold === FOURTH && isBare(token) && all[at - 1]?.fold === WEEKDAY)
}

const FOURTH = foldWord(numbersBehindNouns[0])
const WEEKDAY = foldWord(weekdayWord)

/** "Báo cáo vào sáng thứ hai": a day of the week is no place. */
export function isNoWeekday({ read }: AskedWorld, found: FoundOperator): boolean {
  const words = folds(found, read)
  return !words.some((word, at) => word === 'thu' && DAY_PARTS.has(words[at - 1] ?? ''))
}

const DAY_PARTS = foldSet(dayParts)

/** "Ở đó có gì đáng lo": of the unit that was told of before. */
export function isOfWorries({ read }: AskedWorld, found: FoundOperator): boolean {
  return (
    read.chosen.every(({ meaning }) => meaning.is !== 'unit') &&
    folds(found, read).some(word => WORRIES.has(word))
  )
}

const WORRIES = foldSet(ruleWords.worrying)

/** "Nghe nói huyện tụt 2 bậc": of one unit, on no day of the week, and no aim: "muốn lên hạng 3 thì …". */
export function claimsPlace(world: AskedWorld, found: FoundOperator): boolean {
  const { strength, read } = world
  return (
    !strength.has('which_group') &&
    isNoWeekday(world, found) &&
    !read.tokens.some(({ fold }) => AIMS.has(fold))
  )
}

const AIMS = foldSet(aimWords)

/** A figure is stated, and not as the bound of a group: "xã nào dưới 40 % hả bot". */
export function claims(world: AskedWorld, found: FoundOperator): boolean {
  const { strength, read } = world
  if (
    (hasCue(world, 'aimed_at') || (hasCue(world, 'target') && hasCue(world, 'assigned'))) &&
    folds(found, read).some(word => EITHER.has(word))
  )
    return false
  if (hasCue(world, 'target') && !hasCue(world, 'reach', 'reached_yet')) return false
  return !strength.has('which_group') && (numbersOf(found).length > 0 || statedPercent(read) !== null)
}

/** "3 tuần liền" of nothing that goes up or down, is reached or not, counts nothing. */
export function judgesStreak(world: AskedWorld): boolean {
  if (hasCue(world, 'not_reached', 'under', 'reach', 'over', 'reached_yet', 'change', 'lowest', 'highest'))
    return true
  return folds({ from: 0, to: world.read.tokens.length }, world.read).some(word => RUNNING.has(word))
}

const RUNNING = foldSet(ruleWords.running)

/** "Chiến dịch bắt đầu từ ngày nào" asks for the dates of the campaign. */
export function isNoCampaign(world: AskedWorld, found: FoundOperator): boolean {
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
export function asksWhyWarned(world: AskedWorld): boolean {
  return hasCue(world, 'alerts') && !world.strength.has('indicator') && !world.strength.has('group')
}

/** "Huyện nào thụt lùi nhất, vì sao": the one that is to be found first, and nobody's own. */
export function asksOfFound(world: AskedWorld): boolean {
  const { strength, operators } = world
  if (strength.has('unit') || strength.has('own') || !strength.has('group')) return false
  const finds = operators.some(one => MOVING.has(one.operator) && moves(world, one))
  if (hasCue(world, 'lowest', 'highest') && !finds) return true
  return strength.has('which_group') && (finds || hasCue(world, 'not_reached', 'reach', 'under', 'over'))
}

const MOVING: ReadonlySet<Operator> = new Set(['rise', 'fall', 'vary', 'place_rise', 'place_fall'])

/** "Sao không thấy số liệu", "sao gọi là": asked otherwise. */
export function isNoComplaint(world: AskedWorld, found: FoundOperator): boolean {
  if (asksOfFound(world)) return false
  return !world.cues.some(
    cue =>
      (cue.cue === 'missing_data' || cue.cue === 'define') &&
      overlapOf(cue, found) > 0 &&
      covers(cue, { from: found.from, to: found.from + 1 }),
  )
}

/** Whose change is asked: of one unit it is its course. */
export function moves({ strength, operators, cues, context }: AskedWorld, found: FoundOperator): boolean {
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
export function isNoHowTo({ read }: AskedWorld, found: Run): boolean {
  return !folds({ from: found.from, to: found.to + 1 }, read).some(word => LOOKING.has(word))
}

const LOOKING = foldSet(ruleWords.looking)

/** "Khi nào kết thúc giai đoạn" has a day; "từ khi nào" looks back. */
export function isOfUnits(world: AskedWorld, found: FoundOperator): boolean {
  const before = folds({ from: found.from - 2, to: found.from }, world.read)
  return (
    !before.some(word => word === 'tu' || word === 'ke') &&
    !hasCue(world, 'time_left') &&
    !hasOperator(world, 'since', 'record')
  )
}

export function isOfUnit({ strength }: AskedWorld): boolean {
  return strength.has('unit')
}

/** "Mấy xã dưới mức trung bình". */
export function isOfWhich({ strength }: AskedWorld): boolean {
  return strength.has('group')
}

/** "Tử số, mẫu số của Sở Y tế tuần 20": the counts, and not how they are counted. */
export function isCounted({ strength, cues, operators }: AskedWorld, found: FoundOperator): boolean {
  if (operators.some(({ operator }) => operator === 'source')) return false
  if (cues.some(one => one.cue === 'define' && overlapOf(one, found) === 0)) return false
  return COUNTED_OF.some(one => strength.has(one))
}

const COUNTED_OF: readonly Feature[] = ['unit', 'own', 'bare_kind', 'period', 'surroundings']

/** "Chênh lệch giữa sở cao nhất và thấp nhất": of a kind, be it said as one's own. */
export function isOfKind({ read }: AskedWorld): boolean {
  return read.chosen.some(({ meaning }) => meaning.is === 'kind')
}

/** "Đã vượt năm 2023 bao nhiêu điểm": one unit against its own past. */
export function isOfOne({ strength }: AskedWorld): boolean {
  return !strength.has('group') && !strength.has('units')
}

/** "Số này ở đâu ra"; of an indicator it is asked how it is counted: "mẫu số lấy từ đâu". */
export function isOfFigures({ read }: AskedWorld, found: FoundOperator): boolean {
  const asksWho = read.chosen.some(
    span =>
      span.meaning.is === 'kind' &&
      span.meaning.use === 'which' &&
      (span.meaning.kind !== null || span.cost === 0) &&
      overlapOf(span, found) === 0,
  )
  if (asksWho || folds({ from: found.from - 1, to: found.from }, read).some(isOfFraction)) return false
  const named = read.chosen.filter(({ meaning }) => meaning.is === 'indicator')
  if (named.some(span => covers(span, { from: found.from, to: found.from + 1 }))) return false
  return named.length === 0 || !folds(found, read).includes(TAKEN)
}

const FRACTIONS = foldSet(fractionWords)
const isOfFraction = (word: string): boolean => FRACTIONS.has(word)

const TAKEN = foldWord(takenWord)

export function lacksFigures(world: AskedWorld, found: FoundOperator): boolean {
  const asksAll = /^(?:so lieu|du lieu|du |day du)/.test(folds(found, world.read).join(' '))
  const left = folds(found, world.read).some(word => word === 'bo' || word === 'de')
  return (world.strength.has('group') || asksAll) && (left || !hasCue(world, 'zero'))
}

/** "50% số xã đạt chưa": so much of a group, and no bound of its figures. */
export function judgesShare(world: AskedWorld, found: FoundOperator): boolean {
  if (SENTENCE.test(wordsOf(found, world.read)) || asksWhichAt(found, world)) return false
  return world.cues.some(({ cue, to }) => JUDGED.has(cue) && to > found.from)
}

/** "Qua mốc 65% có mấy huyện": the number is their bound, and no share of them. */
function asksWhichAt(found: FoundOperator, { read }: AskedWorld): boolean {
  const which = read.chosen.some(
    span =>
      span.meaning.is === 'kind' &&
      span.meaning.use === 'which' &&
      overlapOf(span, found) > 0 &&
      !NUMBER_OF.has(read.tokens[span.from]!.fold),
  )
  return which && numbersOf(found).length > 0
}

/** "50% số xã". */
const NUMBER_OF = foldSet(ruleWords.numberOf)

const JUDGED: ReadonlySet<Cue> = new Set(['reach', 'reached_yet', 'not_reached', 'over', 'under'])

/** "Toàn khối xã nộp được bao nhiêu hồ sơ": all together; what each has, or lacks, is asked otherwise. */
export function isPooled(world: AskedWorld, found: FoundOperator): boolean {
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

/** "Huyện nào nhiều hồ sơ quá hạn nhất", "… có số hồ sơ thấp nhất"; "hồ sơ trực tuyến thấp nhất" is the rate. */
export function isOfCounts(world: AskedWorld, found: FoundOperator): boolean {
  const { strength, read } = world
  if (!strength.has('group') || hasCue(world, ...JUDGING) || hasOperator(world, 'record')) return false
  const [first = '', ...words] = folds(found, read)
  return first !== OF_DOSSIERS || found.operator === 'number_of' || words.some(word => AMOUNTS.has(word))
}

/** "Huyện nào còn thiếu nhiều hồ sơ nhất": of each the dossiers are asked that it lacks. */
export function isLacking({ strength, read: { tokens } }: AskedWorld): boolean {
  return strength.has('group') && tokens.some(({ fold }) => LACKING.has(fold))
}

/** "Số hồ sơ của các huyện", "hồ sơ quá hạn của các huyện": of each, and not of all together. */
export function listsCounts(world: AskedWorld, found: FoundOperator): boolean {
  if (
    !isOfCounts(world, found) ||
    hasCue(world, 'how_many', 'highest', 'lowest') ||
    hasOperator(world, 'sum', 'mean', 'drag', 'why')
  )
    return false
  if (folds(found, world.read)[0] !== OF_DOSSIERS) return true
  const { chosen } = world.read
  const late = chosen.some(({ meaning }) => meaning.is === 'indicator' && meaning.late)
  return late && chosen.some(span => span.meaning.is === 'kind' && overlapOf(span, found) > 0)
}

const JUDGING: readonly Cue[] = ['not_reached', 'reach', 'reached_yet', 'under', 'over', 'zero', 'between']
const LACKING = foldSet(ruleWords.lacking)
const AMOUNTS = foldSet(ruleWords.amounts)
const OF_DOSSIERS = 'ho'

/** A sum over several units, or the mean of a group; "tổng hợp", "tổng sắp" only list. */
export function isOfSeveral({ strength, read }: AskedWorld, { from, operator }: FoundOperator): boolean {
  if (operator === 'sum' && LISTING.has(read.tokens[from + 1]?.fold ?? '')) return false
  return (
    strength.has('units') ||
    strength.has('group') ||
    read.chosen.some(({ meaning }) => meaning.is === 'kind' && isGroupUse(meaning.use))
  )
}

/** "Hồ sơ trễ hạn còn bao nhiêu": counted is what goes wrong. */
export function isLate({ read, strength }: AskedWorld): boolean {
  return (
    read.chosen.some(({ meaning }) => meaning.is === 'indicator' && meaning.late) && !strength.has('group')
  )
}

const LISTING = foldSet(ruleWords.listing)
