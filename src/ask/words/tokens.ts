import { written } from './fold.ts'
import { remembered } from '../../lib/remembered.ts'
import type { Written } from './fold.ts'
import type { Run } from './run.ts'

/** One word, number or sign of a message. */
export interface Token extends Written {
  /** As typed, composed (NFC). */
  typed: string
  /** Where it stands in the normalised text. */
  start: number
  end: number
  /** What stands between it and the token before: spaces, commas, slashes, apostrophes. */
  gap: string
  /** The value of a run of digits, else null. */
  number: number | null
  /** Its first letter is a capital. */
  capital: boolean
  /** Its diacritics were not typed but made from what a typing system left behind. */
  repaired: boolean
}

/** Longer messages are cut: nobody asks a question of so many characters. */
const LONGEST_TEXT = 1500
const MOST_TOKENS = 120
/** Words, runs of digits, and the signs that mean something in a question. */
const PIECES = /[\p{L}][\p{L}\p{M}]*|\p{Nd}+|[%<>≤≥=]/gu

/** "2024-W20", also behind the word for a week. */
const ISO_WEEK =
  /(?:(?<![\p{L}\p{N}])(?:tuần|tuan|week) +)?(?<![\p{L}\p{N}])(20\d{2})-?W(\d{1,2})(?![\p{L}\p{N}])/giu

/** One form for all ways to encode the same text, cut to a bearable length. */
export function normaliseText(text: string): string {
  const whole = text.slice(0, LONGEST_TEXT).normalize('NFKC').slice(0, LONGEST_TEXT)
  return whole
    .replace(/(?<=\d\s?)(?:-+>|=+>|→|➡)(?=\s?\d)/gu, '–')
    .replace(/&(?<=\s&)(?=\s)/gu, 'và')
    .replace(ISO_WEEK, (_, year: string, week: string) => `tuần ${Number(week)}/${year}`)
}

/** "X. Anh Sơn", "TP. Vinh", "h. Chư Sê". */
export const ABBREVIATION = /^[^aeiouy]{1,3}$/

/** "Bao nhiêu? Xã nào", "… nghe báo cáo. Tuần này …": no phrase goes on behind the end of a sentence. */
export function endsSentence({ from, to }: Run, tokens: readonly Token[]): boolean {
  return tokens.slice(from + 1, to).some(({ gap }, at) => {
    const before = tokens[from + at]!
    return (
      /[?!;\n]/.test(gap) || (/\.\s/.test(gap) && before.number === null && !ABBREVIATION.test(before.fold))
    )
  })
}

const writtenWord = remembered(5000, written)

/** Splits a normalised text into tokens; letters and digits that touch are two tokens with an empty gap between. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const found of text.matchAll(PIECES)) {
    if (tokens.length === MOST_TOKENS) break
    const typed = found[0]
    const start = found.index
    tokens.push({
      ...writtenWord(typed),
      typed,
      start,
      end: start + typed.length,
      gap: text.slice(last, start),
      number: /^[0-9]{1,9}$/.test(typed) ? Number(typed) : null,
      capital: typed.charAt(0) !== typed.charAt(0).toLowerCase(),
      repaired: false,
    })
    last = start + typed.length
  }
  return tokens
}

/** The words of a run, as typed. */
export function wordsOf({ from, to }: Run, { tokens }: { tokens: readonly Token[] }): string {
  return tokens
    .slice(from, to)
    .map((token, at) => (at === 0 ? '' : token.gap) + token.typed)
    .join('')
}
