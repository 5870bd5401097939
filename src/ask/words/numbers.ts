import { compareMarks, foldWord, isBare, written, foldSet } from './fold.ts'
import type { Written } from './fold.ts'
import type { Slot } from '../phrases/phrase-match.ts'
import type { Token } from './tokens.ts'
import {
  countedNouns,
  numbersBehindNouns,
  weekdayWord,
  numberWords,
  percentWords,
  pointWord,
  tensWord,
  unitsBehindTens,
} from '../../../locales/vi/ask/numbers.ts'
import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { numberedPeriods } from '../../../locales/vi/ask/periods.ts'

/** A day and month as typed; the year where it was typed too. */
export interface TypedDate {
  day: number
  month: number
  year: number | null
}

export interface TypedMonth {
  month: number
  year: number
}

const WORDS = numerals(numberWords)
const BEHIND_NOUN = foldSet(numbersBehindNouns)
const WEEKDAY = foldWord(weekdayWord)
const NOUNS = foldSet([...numberedPeriods, weekdayWord])
const PERCENT = percentWords.map(words => words.split(' ').map(foldWord))
const COUNTED = countedNouns.map(noun => noun.split(' ').map(written))
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6 }
const DASH = /^\s*[-–—]\s*$/
const SLASH = /^\s?\/\s?$/
const DATE_DASH = /^[-.]$/
/** Words after which "18.5" and "18-5" are days. */
const BEFORE_DAY = foldSet(ruleWords.beforeDay)

interface Numeral {
  word: Written
  value: number
}

/** The words for numbers by their letters. */
function numerals(words: Readonly<Record<string, number>>): ReadonlyMap<string, readonly Numeral[]> {
  const all = Object.entries(words).map(([word, value]) => ({ word: written(word), value }))
  return Map.groupBy(all, ({ word }) => word.fold)
}

/** "Tuan tu ngay 6/5", "tuan tu 6/5": from a day, and not the fourth week. */
function beginsDay(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token === undefined) return false
  return token.number === null ? DAYS.has(token.fold) : next !== undefined && SLASH.test(next.gap)
}

const DAYS = foldSet(ruleWords.day)

/** The numbers, dates, months and percents that begin at each token, as slots for phrases. */
export function numberSlots(tokens: readonly Token[]): Slot[][] {
  const marked = isMarked(tokens)
  return tokens.map((token, at) => {
    if (token.number === null) return wordSlots(tokens, at, marked)
    return [...dateSlots(tokens, at), ...plainSlots(tokens, at)]
  })
}

/** Whether the message has diacritics: then "nam" is no "năm". */
function isMarked(tokens: readonly Token[]): boolean {
  const words = tokens.filter(token => token.number === null && token.fold.length > 1)
  return words.filter(token => !isBare(token)).length * 3 >= words.length
}

function wordSlots(tokens: readonly Token[], at: number, marked: boolean): Slot[] {
  const token = tokens[at]!
  const slots: Slot[] = []
  const one = valueIn(WORDS, token, marked)
  const stray =
    BEHIND_NOUN.has(token.fold) &&
    ((isBare(token) && tokens[at - 1]?.fold !== WEEKDAY && beginsDay(tokens, at + 1)) ||
      (!NOUNS.has(tokens[at - 1]?.fold ?? '') && (isBare(token) || NOUNS.has(tokens[at + 1]?.fold ?? ''))))
  if (one !== null && !stray) {
    slots.push({ slot: 'n', to: at + 1, value: one })
    slots.push(...tensSlots(tokens, at, { one, marked }))
  }
  for (const { to, value } of slots.filter(({ slot }) => slot === 'n')) {
    const percent = percentEnd(tokens, to)
    if (percent !== null) slots.push({ slot: 'pct', to: percent, value })
  }
  const roman = ROMAN[token.fold]
  if (roman !== undefined && isBare(token)) slots.push({ slot: 'roman', to: at + 1, value: roman })
  return slots
}

/** "Mười hai", "hai mươi", "hai mươi mốt". */
function tensSlots(tokens: readonly Token[], at: number, m: { one: number; marked: boolean }): Slot[] {
  const next = tokens[at + 1]
  const isTens = m.one !== 10 && next !== undefined && isWord(next, TENS, m.marked)
  if (m.one !== 10 && !isTens) return []
  const tens = isTens ? m.one * 10 : 10
  const from = isTens ? at + 2 : at + 1
  const units = tokens[from] === undefined ? null : unitsValue(tokens[from], m.marked)
  return [
    ...(isTens ? [{ slot: 'n', to: from, value: tens }] : []),
    ...(units === null ? [] : [{ slot: 'n', to: from + 1, value: tens + units }]),
  ]
}

const TENS = written(tensWord)
const BEHIND_TENS = numerals(unitsBehindTens)

function unitsValue(token: Token, marked: boolean): number | null {
  const value = valueIn(BEHIND_TENS, token, marked) ?? valueIn(WORDS, token, marked)
  return value !== null && value < 10 ? value : null
}

function isWord(token: Token, word: Written, marked: boolean): boolean {
  if (word.fold !== token.fold) return false
  const relation = compareMarks(token, word)
  return relation === 'same' || (relation === 'missing' && !marked)
}

function valueIn(
  words: ReadonlyMap<string, readonly Numeral[]>,
  token: Token,
  marked: boolean,
): number | null {
  return words.get(token.fold)?.find(({ word }) => isWord(token, word, marked))?.value ?? null
}

function plainSlots(tokens: readonly Token[], at: number): Slot[] {
  const token = tokens[at]!
  const slots: Slot[] = []
  const whole = token.number!
  const { value, to } = decimal(tokens, at)
  const slashed = isSlashed(tokens, at) || isSlashed(tokens, at + 1)
  if (isYearBehind(tokens, at)) slots.push({ slot: 'n', to: at + 1, value: whole })
  if (!slashed && to === at + 1 && token.typed.length <= 3) {
    slots.push({ slot: 'n', to, value: whole })
    if (token.gap === '' && at > 0) slots.push({ slot: 'gn', to, value: whole })
    const other = tokens[to]
    if (isDigits(other) && DASH.test(other.gap) && !isSlashed(tokens, to + 1))
      slots.push({ slot: 'nn', to: to + 1, value: [whole, other.number] })
  }
  if (token.typed.length === 4 && whole >= 2000 && whole < 2100)
    slots.push({ slot: 'year', to: at + 1, value: whole })
  if (slashed) return slots
  const percent = percentEnd(tokens, to)
  if (percent !== null) slots.push({ slot: 'pct', to: percent, value })
  else if (!isCounted(tokens, to)) slots.push({ slot: 'num', to, value })
  return slots
}

/** "Tuần 19/2024". */
function isYearBehind(tokens: readonly Token[], at: number): boolean {
  return isSlashed(tokens, at + 1) && !isSlashed(tokens, at) && tokens[at + 1]!.typed.length === 4
}

/** "60 xã": a noun that is counted, as it is written. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  return COUNTED.some(noun =>
    noun.every((word, index) => {
      const token = tokens[at + index]
      return token?.fold === word.fold && compareMarks(token, word) !== 'other'
    }),
  )
}

/** A token of digits. */
function isDigits(token: Token | undefined): token is Token & { number: number } {
  return token !== undefined && token.number !== null
}

function isSlashed(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return isDigits(token) && isDigits(tokens[at - 1]) && SLASH.test(token.gap)
}

/** "85,5" is a decimal, "1.240" a thousand. */
function decimal(tokens: readonly Token[], at: number): { value: number; to: number } {
  const [whole, part] = [tokens[at]!, tokens[at + 1]]
  if (!isDigits(part) || (part.gap !== ',' && part.gap !== '.')) return { value: whole.number!, to: at + 1 }
  if (part.gap === '.' && part.typed.length === 3 && whole.typed.length <= 3)
    return { value: whole.number! * 1000 + part.number, to: at + 2 }
  if (part.typed.length > 2) return { value: whole.number!, to: at + 1 }
  return { value: Number(`${whole.number}.${part.typed}`), to: at + 2 }
}

/** Where "%", "phần trăm" or "điểm" ends that begins at a token, or null; "60 mấy phần trăm" is about 60. */
export function percentEnd(tokens: readonly Token[], from: number): number | null {
  const at = tokens[from]?.fold === ABOUT ? from + 1 : from
  if (tokens[at]?.typed === '%') return at + 1
  const found = PERCENT.filter(words => words.every((word, index) => tokens[at + index]?.fold === word))
  return found.length === 0 ? null : at + Math.max(...found.map(words => words.length))
}

const ABOUT = 'may'

/** Whether "%" or "phần trăm" stands there. */
export function endsInPercent(tokens: readonly Token[], at: number): boolean {
  return percentEnd(tokens, at) !== null && tokens[at]?.fold !== POINTS
}

const POINTS = foldWord(pointWord)

function dateSlots(tokens: readonly Token[], at: number): Slot[] {
  const [first, second, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
  if (!isDigits(second) || isSlashed(tokens, at)) return []
  const slash = SLASH.test(second.gap)
  if (!slash && !DATE_DASH.test(second.gap)) return []
  const three = isDigits(third) && third.gap === second.gap ? third : null
  if (first.typed.length === 4) {
    const iso = three && date(three.number, second.number, first.number)
    if (iso) return [{ slot: 'date', to: at + 3, value: iso }]
    const month = three ? null : monthYear(second.number, first.number)
    return month ? [{ slot: 'my', to: at + 2, value: month }] : []
  }
  const year = three && typedYear(three)
  const full = year !== null && date(first.number!, second.number, year)
  if (full) return [{ slot: 'date', to: at + 3, value: full }]
  const month = monthYear(first.number!, typedYear(second))
  if (month) return [{ slot: 'my', to: at + 2, value: month }]
  if (!slash && !BEFORE_DAY.has(tokens[at - 1]?.fold ?? '')) return []
  const short = date(first.number!, second.number, null)
  return short ? [{ slot: 'date', to: at + 2, value: short }] : []
}

/** A year in four digits, or in two from 20 to 39. */
function typedYear(token: Token): number | null {
  const value = token.number!
  if (token.typed.length === 4) return value >= 2000 && value < 2100 ? value : null
  return token.typed.length === 2 && value >= 20 && value < 40 ? 2000 + value : null
}

function date(day: number, month: number, year: number | null): TypedDate | null {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? { day, month, year } : null
}

function monthYear(month: number, year: number | null): TypedMonth | null {
  return year !== null && month >= 1 && month <= 12 ? { month, year } : null
}

/** Whether the value of a slot is a day and month. */
export function isTypedDate(value: unknown): value is TypedDate {
  return typeof value === 'object' && value !== null && 'day' in value && 'month' in value
}

/** Whether the value of a slot is a month of a year. */
export function isTypedMonth(value: unknown): value is TypedMonth {
  return typeof value === 'object' && value !== null && 'month' in value && !('day' in value)
}
