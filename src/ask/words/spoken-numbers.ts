import {
  decimalWord,
  oddWords,
  yearWord,
  multiplierWords,
  numberWords,
  oddUnits,
  shortUnits,
  unitsBehindTens,
} from '../../../locales/vi/ask/numbers.ts'
import { foldWord, isBare, spellingKey, written, foldSet } from './fold.ts'
import { endsInPercent } from './numbers.ts'
import type { Token } from './tokens.ts'

/** Numbers that are said in several words: "hai mươi lăm", "bảy chục", "hai trăm". */

const VALUES = keyed({ ...numberWords, ...unitsBehindTens })
const MULTIPLIERS = keyed(multiplierWords)
/** Without diacritics these are other words as often: "lam", "nam", "sau". */
const ODD = foldSet(oddUnits)

interface Numerals {
  byKey: ReadonlyMap<string, number>
  byFold: ReadonlyMap<string, number>
}

function keyed(words: Readonly<Record<string, number>>): Numerals {
  const all = Object.entries(words)
  return {
    byKey: new Map(all.map(([word, value]) => [spellingKey(written(word)), value])),
    byFold: new Map(all.map(([word, value]) => [foldWord(word), value])),
  }
}

function valueOf(token: Token | undefined, words: Numerals, marked: boolean): number | null {
  if (token === undefined || token.number !== null) return null
  const exact = words.byKey.get(spellingKey(token))
  if (exact !== undefined && (marked || !isBare(token) || !ODD.has(token.fold))) return exact
  return marked || !isBare(token) || ODD.has(token.fold) ? null : (words.byFold.get(token.fold) ?? null)
}

/** The tokens with each number of several words as one of digits. */
export function withSpokenNumbers(tokens: readonly Token[]): Token[] {
  const marked = tokens.some(token => token.number === null && !isBare(token))
  const joined: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const found = numberAt(tokens, at, marked)
    if (found === null) joined.push(tokens[at++]!)
    else {
      joined.push(asDigits(tokens[at]!, tokens[found.to - 1]!, found.value))
      at = found.to
    }
  }
  return withDecimals(joined, marked)
}

const DECIMAL = foldWord(decimalWord)

/** "99 phẩy 2", "hai phẩy năm": a comma between digits. */
function withDecimals(tokens: readonly Token[], marked: boolean): Token[] {
  if (!tokens.some(({ fold }) => fold === DECIMAL)) return [...tokens]
  const digits = (token: Token | undefined): Token | null => {
    if (token === undefined || token.number !== null) return token ?? null
    const value = valueOf(token, VALUES, marked)
    return value === null ? null : asDigits(token, token, value)
  }
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const [whole, part] = [digits(tokens[at]), digits(tokens[at + 2])]
    if (tokens[at + 1]?.fold !== DECIMAL || !whole || !part) joined.push(tokens[at]!)
    else {
      joined.push(whole, { ...part, gap: ',' })
      at += 2
    }
  }
  return joined
}

function asDigits(first: Token, last: Token, value: number): Token {
  const typed = String(value)
  return { ...first, ...written(typed), typed, end: last.end, number: value, capital: false }
}

/** A digit and a multiplier, again and again, with a last digit: each multiplier smaller than the one before. */
function numberAt(
  tokens: readonly Token[],
  from: number,
  marked: boolean,
): { value: number; to: number } | null {
  const year = yearAt(tokens, from, marked)
  if (year !== null) return year
  const ones = valueOf(tokens[from], VALUES, marked) === 10 ? valueOf(tokens[from + 1], VALUES, marked) : null
  if (ones !== null && ones < 10 && !isParted(from + 1, from, tokens))
    return { value: 10 + ones, to: from + 2 }
  const short = shortAt(tokens, from, marked)
  if (short !== null) return { value: short, to: from + 2 }
  let [at, value, least] = [from, 0, Infinity]
  for (;;) {
    const digit = valueOf(tokens[at], VALUES, marked)
    if (digit === null || digit > 9 || isParted(at, from, tokens)) break
    const times = isParted(at + 1, from, tokens) ? null : valueOf(tokens[at + 1], MULTIPLIERS, marked)
    if (times === null) {
      if (least === Infinity || least !== 10) break
      return { value: value + digit, to: at + 1 }
    }
    if (times >= least || (times >= 1000 && tokens[at + 2]?.fold === ZERO)) break
    ;[value, least, at] = [value + digit * times, times, at + 2]
  }
  return at === from ? null : { value, to: at }
}

/** "Năm hai nghìn không trăm hai mươi tư", "năm hai ngàn hai bốn", "năm hai không hai tư". */
function yearAt(
  tokens: readonly Token[],
  from: number,
  marked: boolean,
): { value: number; to: number } | null {
  const fold = (at: number): string => tokens[at]?.fold ?? ''
  if (valueOf(tokens[from], VALUES, marked) !== 2) return null
  const isThousand = valueOf(tokens[from + 1], MULTIPLIERS, marked) === 1000
  if (!isThousand && fold(from + 1) !== ZERO) return null
  const hundreds = fold(from + 2) === ZERO && valueOf(tokens[from + 3], MULTIPLIERS, marked) === 100
  if (isThousand && !hundreds && fold(from - 1) !== YEAR) return null
  let at = from + (hundreds ? 4 : 2)
  if (ODDS.has(fold(at))) at++
  const rest = numberAt(tokens, at, marked)
  if (rest !== null && rest.value < 100) return { value: 2000 + rest.value, to: rest.to }
  const [tens, ones] = [valueOf(tokens[at], VALUES, marked), valueOf(tokens[at + 1], VALUES, marked)]
  if (tens === null || tens > 9) return null
  if (ones !== null && ones <= 9) return { value: 2000 + 10 * tens + ones, to: at + 2 }
  return isThousand ? { value: 2000 + tens, to: at + 1 } : null
}

const YEAR = foldWord(yearWord)
const ODDS = foldSet(oddWords)

/** "Sáu lăm", "ba mốt", "tám hai phần trăm": tens without their word. */
function shortAt(tokens: readonly Token[], from: number, marked: boolean): number | null {
  const [tens, ones] = [valueOf(tokens[from], VALUES, marked), valueOf(tokens[from + 1], VALUES, marked)]
  if (tens === null || tens < 2 || tens > 9 || ones === null || ones > 9) return null
  if (isParted(from + 1, from, tokens)) return null
  const isShort = SHORT_UNITS.has(spellingKey(tokens[from + 1]!)) || endsInPercent(tokens, from + 2)
  return isShort ? tens * 10 + ones : null
}

const SHORT_UNITS = new Set(shortUnits.map(word => spellingKey(written(word))))

/** "Hai nghìn không trăm …" is a year. */
const ZERO = 'khong'

/** A comma, or anything but a space, parts two numbers. */
function isParted(at: number, from: number, tokens: readonly Token[]): boolean {
  return at > from && tokens[at] !== undefined && tokens[at].gap.trim() !== ''
}
