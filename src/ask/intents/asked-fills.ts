import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { askForm, explainedStates, explainForm } from '../../../locales/vi/ask/acts.ts'
import { hourWords, pauseWords } from '../../../locales/vi/ask/operators.ts'
import { publicHolidays } from '../../core/holidays.ts'
import { addDays, addMonths } from '../../core/period.ts'
import { overlapOf } from '../words/run.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import type { Question, SettingChange } from '../question.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { foldWord, foldWords, foldSet } from '../words/fold.ts'
import { endsInPercent } from '../words/numbers.ts'
import type { Token } from '../words/tokens.ts'
import { hasCue, folds, numbersOf } from './asked-world.ts'
import type { Operator } from './operator-words.ts'
import type { AskedWorld } from './asked-world.ts'

/** What the words of an operator fill in, by the operator: pure, and of the words alone. */

const UNIT_DAYS: Readonly<Record<string, number>> = { ngay: 1, tuan: 7, hom: 1 }

/** "Tạm dừng 2 tuần": until which civil day. */
export function pauseOf({ read, periods, context }: AskedWorld, found: FoundOperator): Partial<Question> {
  const words = folds(found, read)
  if (words.includes(TET)) return { setting: { do: 'pause', until: endOfTet(context.today) } }
  const [named] = periods.flatMap(({ period }) => period ?? [])
  const [count] = numbersOf(found)
  if (named && (count === undefined || words.some(word => UNTIL.has(word)))) {
    const whole = words.includes(WHOLE) || named.from <= context.today
    return {
      setting: { do: 'pause', until: ahead(whole ? addDays(named.to, 1) : named.from, context.today) },
    }
  }
  if (count === undefined) return {}
  if (words.includes('thang')) return { setting: { do: 'pause', until: addMonths(context.today, count) } }
  const days = words.map(word => UNIT_DAYS[word]).find(one => one !== undefined) ?? 1
  return { setting: { do: 'pause', until: addDays(context.today, count * days) } }
}

const TET = foldWord(pauseWords.tet)
const WHOLE = foldWord(pauseWords.whole)
const UNTIL = foldSet(pauseWords.until)

/** A day without a year is one to come. */
function ahead(day: string, today: string): string {
  return day > today ? day : ahead(addMonths(day, 12), today)
}

/** The day after the next days of Tết. */
function endOfTet(today: string): string {
  const year = Number(today.slice(0, 4))
  const days = [year, year + 1].flatMap(one =>
    [...publicHolidays(one)].flatMap(([day, name]) => (name === 'tet' ? [day] : [])),
  )
  const [first = today] = days.filter(day => day >= today).toSorted()
  return addDays(
    days
      .filter(day => day.slice(0, 4) === first.slice(0, 4))
      .toSorted()
      .at(-1) ?? first,
    1,
  )
}

const LAST_HOUR = 23
const NOON = 12

/** "Đổi sang 9h", "gửi lúc 4 rưỡi chiều thứ hai". */
export function hourOf({ read }: AskedWorld, found: FoundOperator): Partial<Question> {
  const setting = timeIn(read.tokens) ?? timeIn(read.tokens, numbersOf(found).at(-1))
  return setting === null ? {} : { setting }
}

/** The hour that is named, or the number that stands for one, with the day of the week; null without. */
export function timeIn(tokens: readonly Token[], number?: number): SettingChange | null {
  const named = tokens.findIndex(
    (one, place) => one.number !== null && HOURS.has(tokens[place + 1]?.fold ?? ''),
  )
  const said = tokens[named]?.number ?? number
  if (said === undefined || said > LAST_HOUR) return null
  const words = tokens.map(token => token.fold)
  const isLate = tokens.some((_, place) => saysLate(tokens, place)) && said < NOON
  const hour = String(isLate ? said + NOON : said).padStart(2, '0')
  const at = named < 0 ? tokens.findIndex(one => one.number === said) : named
  const minutes = String(minutesBehind(tokens, at)).padStart(2, '0')
  const text = ` ${words.join(' ')} `
  const day = WEEKDAYS.findIndex(names => names.some(name => text.includes(` ${name} `)))
  return { do: 'time', hour: `${hour}:${minutes}`, weekday: day < 0 ? null : day + 1 }
}

/** "Tối", "chiều"; without marks only behind the hour, as "toi" is "tôi", too. */
function saysLate(tokens: readonly Token[], place: number): boolean {
  const { typed = '', fold = '' } = tokens[place] ?? {}
  if (LATE_TYPED.has(typed.toLowerCase())) return true
  const isBehind = tokens.slice(Math.max(0, place - 2), place).some(one => HOURS.has(one.fold))
  return typed.toLowerCase() === fold && LATE.has(fold) && (fold !== ME || isBehind)
}

const LATE = foldSet(hourWords.late)
const LATE_TYPED = new Set<string>(hourWords.late)
const ME = foldWord('tôi')
const HALF = foldWord(hourWords.half)
const HOURS = foldSet(hourWords.behind)
const WEEKDAYS = askForm.weekdays.map(names => names.map(foldWords))

/** "7h30", "7 giờ rưỡi". */
function minutesBehind(tokens: readonly Token[], at: number): number {
  const behind = tokens.slice(at + 1, at + 3)
  if (behind.some(({ fold }) => fold === HALF)) return 30
  const minutes = behind[1]?.gap === '' ? behind[1].number : null
  return minutes !== null && minutes < 60 ? minutes : 0
}

/** "Nhắc lại sau 3 ngày", "kỳ sau": days, or until the next period. */
export function snoozeOf({ read }: AskedWorld, found: FoundOperator): Partial<Question> {
  const words = folds(found, read)
  const [count] = numbersOf(found)
  if (words.includes('ky')) return { snooze: 'next_period' }
  if (count !== undefined) return { snooze: words.includes('tuan') ? count * 7 : count }
  return { snooze: words.includes('tuan') ? 7 : 1 }
}

/** "Ai đã giải trình", "ai chưa", "ai quá hạn". */
export function explainedOf(world: AskedWorld): Partial<Question> {
  const words = world.read.tokens.map(token => token.fold).join(' ')
  if (asksEachState(words)) return { response: null, negated: false, indicators: [] }
  return LATE_ANSWER.test(words) ? { response: 'overdue', indicators: [] } : response('explained', world)
}

const WHO = foldSet(explainedStates.who)
const STATES = [explainedStates.done, explainedStates.notYet, explainedStates.late].map(said =>
  said.map(foldWords),
)

/** "Ai đã giải trình, ai chưa, ai quá hạn", of folded words: several states, each of somebody. */
export function asksEachState(words: string): boolean {
  const said = ` ${words} `
  const asked = words.split(' ').filter(word => WHO.has(word)).length
  if (asked < 2 || !said.includes(` ${foldWords(explainForm)} `)) return false
  return STATES.filter(state => state.some(one => said.includes(` ${one} `))).length > 1
}

const LATE_ANSWER = /(?:qua han|tre han|het han|no) giai trinh|giai trinh (?:\S+ ){0,2}(?:qua han|tre han)/

const NOT_YET =
  /(?:chua|khong) (?:giai trinh|xac nhan|tiep thu|nhan|phan hoi|hoi dap|tra loi|doc|xem|bi|duoc)/

/** Which answers to alerts are asked for, or the lack of them: "ai chưa xác nhận". */
export function response(of: NonNullable<Question['response']>, { read }: AskedWorld): Partial<Question> {
  return { response: of, negated: NOT_YET.test(read.tokens.map(token => token.fold).join(' ')) }
}

/** "Nếu mỗi ngày thêm 20", "thêm 200 bộ", "giữ 85%": dossiers a day, dossiers, or a percentage. */
export function assumptionOf({ read, operators }: AskedWorld, found: FoundOperator): Partial<Question> {
  const all = operators.filter(({ operator }) => operator === 'suppose')
  const run = { from: Math.min(...all.map(one => one.from)), to: Math.max(...all.map(one => one.to)) }
  const [number] = [...numbersOf(found), ...all.flatMap(numbersOf)]
  const words = folds({ from: run.from, to: read.tokens.length }, read)
  const value = number ?? read.tokens.slice(run.from).find(token => token.number !== null)?.number ?? null
  if (value === null) return { assume: {} }
  const at = read.tokens.findIndex((token, place) => place >= run.from && token.number === value)
  if (endsInPercent(read.tokens, at + 1)) return { assume: { rate: value } }
  if (words.includes('ngay')) return { assume: { perDay: value } }
  const weekly = /(?:moi|tung|hang|mot|1) tuan/.test(words.join(' '))
  return { assume: weekly ? { perDay: value / DAYS_OF_WEEK } : { add: value } }
}

const DAYS_OF_WEEK = 7

/** "Hạng 5", "đứng đầu"; any other word of place is about the neighbour: "ai đứng trên tôi", "ngay sau tôi". */
export function placeOf({ read }: AskedWorld, found: FoundOperator): Partial<Question> {
  const words = folds(found, read)
  const number = numbersOf(found).at(-1)
  if (number !== undefined) return { place: number }
  if (words.some(word => FIRST.has(word))) return { place: 1 }
  return { place: 'next', ...(words.some(word => BEHIND.has(word)) && { direction: 'down' }) }
}

const FIRST = foldSet(ruleWords.first)
const BEHIND = foldSet(ruleWords.behind)

/** The percentage that the message names first. */
export function statedPercent({ items }: ReadTokens): number | null {
  const stated = items.flatMap(({ slots }) => slots.filter(({ slot }) => slot === 'pct'))[0]?.value
  return typeof stated === 'number' ? stated : null
}

/** The figure that is to be checked. */
export function claimOf({ read }: AskedWorld, found: FoundOperator): Partial<Question> {
  return { claimed: numbersOf(found)[0] ?? statedPercent(read) }
}

/** The place that is to be checked, or how far it, or the value, is said to have moved. */
export function placeClaimOf(
  { read: { tokens, items } }: AskedWorld,
  found: FoundOperator,
): Partial<Question> {
  const [claimed = null] = numbersOf(found)
  const at = items.findIndex(
    ({ slots }, place) => place >= found.from && slots.some(({ slot }) => slot === 'n'),
  )
  const fold = (place: number): string => tokens[place]?.fold ?? ''
  const moved = [fold(at - 1), fold(at - 2)]
  const direction = moved.some(word => DOWN.has(word))
    ? 'down'
    : moved.some(word => UP.has(word))
      ? 'up'
      : null
  return { claimed, direction, by: direction === null || PLACES.has(fold(at + 1)) ? 'place' : 'value' }
}

const DOWN = foldSet(ruleWords.goingDown)
const UP = foldSet(ruleWords.goingUp)
const PLACES = foldSet(ruleWords.places)

/** The best or the worst single period. */
export function recordOf(world: AskedWorld, found: FoundOperator): Partial<Question> {
  const worst = folds(found, world.read).some(word => WORST.has(word))
  const counts = world.operators.find(({ operator }) => COUNTING.has(operator))
  const of = counts ? countOf(world, counts) : {}
  return { ...of, streak: { of: 'record', periods: null }, order: worst ? 'lowest' : 'highest' }
}

const COUNTING: ReadonlySet<Operator> = new Set(['most_dossiers', 'fewest_dossiers', 'number_of'])

const WORST = foldSet(ruleWords.worst)
const FALLING = foldSet(ruleWords.falling)
const RISING = foldSet(ruleWords.rising)

/** What goes on running, and for how many periods where a number is named. */
export function streakOf(world: AskedWorld, found: FoundOperator): Partial<Question> {
  const said = world.operators.filter(({ operator }) => operator === 'streak')
  const [periods = null] = [found, ...said].flatMap(numbersOf)
  if (hasCue(world, 'not_reached', 'under')) return { streak: { of: 'under', periods } }
  const words = folds({ from: 0, to: world.read.tokens.length }, world.read)
  if (words.some(word => FALLING.has(word))) return { streak: { of: 'down', periods } }
  if (words.some(word => RISING.has(word))) return { streak: { of: 'up', periods } }
  return { streak: { of: hasCue(world, 'reach', 'over', 'reached_yet') ? 'over' : 'under', periods } }
}

/** "Hạng 3 là ai". */
export function nthOf(_: AskedWorld, found: FoundOperator): Partial<Question> {
  const place = numbersOf(found)[0]
  return place === undefined ? {} : { offset: place - 1, limit: 1 }
}

/** "Bao nhiêu phần trăm số xã đã qua 60%": the bound stands apart from the share. */
export function boundBeside({ cues }: AskedWorld, found: FoundOperator): Partial<Question> {
  const bound = cues.find(one => (one.cue === 'over' || one.cue === 'under') && overlapOf(one, found) === 0)
  return { threshold: bound ? Number(bound.values.at(-1)) : null }
}

/** Which dossiers are counted: those of the indicator, those that it lacks, or all that came; and from which end. */
export function countOf({ read }: AskedWorld, found: FoundOperator): Partial<Question> {
  const named = read.chosen.flatMap(({ meaning }) => (meaning.is === 'indicator' ? [meaning.late] : []))
  const count = named.length === 0 ? 'denominator' : named.includes(true) ? 'rest' : 'numerator'
  return { count, order: folds(found, read).some(word => WORST.has(word)) ? 'lowest' : 'highest' }
}

/** Of what goes wrong the rest is counted. */
export function pooledOf({ read }: AskedWorld): Partial<Question> {
  return read.chosen.some(({ meaning }) => meaning.is === 'indicator' && meaning.late)
    ? { count: 'rest' }
    : {}
}
