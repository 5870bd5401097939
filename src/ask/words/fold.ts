/** A written word taken apart, so that two spellings can be compared with and without their diacritics. */
export interface Written {
  /** Small letters without any mark; a final `y` after a consonant is `i` (kỷ, kỉ). */
  fold: string
  /** The mark on each letter of `fold` that makes it another letter (ă â đ ê ô ơ ư), `.` for none. */
  marks: string
  /** 0 none, 1 huyền, 2 sắc, 3 ngã, 4 hỏi, 5 nặng. Where in the word it was put does not matter (hòa, hoà). */
  tone: number
}

const LETTER_MARKS: Record<string, string> = { '\u0302': '^', '\u0306': '(', '\u031b': '+' }
const TONES: Record<string, number> = { '\u0300': 1, '\u0301': 2, '\u0303': 3, '\u0309': 4, '\u0323': 5 }
const FINAL_Y = /^(?:qu|[bcdfghjklmnpqrstvwxz]+)y$/
/** Letters before it are letters without marks. */
const FIRST_MARK = '\u0300'
const PLAIN = /^[a-z0-9]+$/

/** Takes a word apart. Any string is accepted; what is no letter is kept as it is. */
export function written(word: string): Written {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return { fold: foldFinalY(lower), marks: '.'.repeat(lower.length), tone: 0 }
  let fold = ''
  let marks = ''
  let tone = 0
  for (const char of lower.normalize('NFD')) {
    if (char < FIRST_MARK && char !== 'đ') {
      fold += char
      marks += '.'
    } else if (char === 'đ') {
      fold += 'd'
      marks += '-'
    } else if (TONES[char] !== undefined) tone = TONES[char]
    else if (LETTER_MARKS[char] !== undefined) marks = marks.slice(0, -1) + LETTER_MARKS[char]
    else if (!/\p{M}/u.test(char)) {
      fold += char
      marks += '.'.repeat(char.length)
    }
  }
  return { fold: foldFinalY(fold), marks, tone }
}

function foldFinalY(fold: string): string {
  return FINAL_Y.test(fold) ? `${fold.slice(0, -1)}i` : fold
}

/** The letters of a word without marks. */
export function foldWord(word: string): string {
  return written(word).fold
}

/** The letters of some words without marks, a space between. */
export function foldWords(words: string): string {
  return words.split(' ').map(foldWord).join(' ')
}

/** The letters of a word for a kind of units, in one: "thixa". */
export function foldKind(word: string): string {
  return foldWord(word.replace(' ', ''))
}

/** One string for one spelling: equal for two ways to place a tone, different for two tones. */
export function spellingKey(word: Written): string {
  return `${word.fold}|${word.marks}|${word.tone}`
}

/** True when the word carries no mark and no tone. */
export function isBare({ marks, tone }: Written): boolean {
  if (tone !== 0) return false
  for (let at = 0; at < marks.length; at++) if (marks[at] !== '.') return false
  return true
}

/**
 * How the marks that were typed stand to those of the word meant (both with the same letters):
 * `same`; `missing` when only some were left out; `other` when one was typed that the word does not have.
 */
export function compareMarks(typed: Written, meant: Written): 'same' | 'missing' | 'other' {
  if (typed.tone === meant.tone && typed.marks === meant.marks) return 'same'
  if (typed.tone !== 0 && typed.tone !== meant.tone) return 'other'
  if (typed.marks !== meant.marks) {
    for (let i = 0; i < typed.marks.length; i++)
      if (typed.marks[i] !== '.' && typed.marks[i] !== meant.marks[i]) return 'other'
  }
  return 'missing'
}

/** The words without diacritics, to be looked up. */
export function foldSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(foldWord))
}
