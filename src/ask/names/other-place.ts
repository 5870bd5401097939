import { kindWords, provinceNames } from '../../../locales/vi/ask/units.ts'
import { compareMarks, foldWord } from '../words/fold.ts'
import type { Written } from '../words/fold.ts'
import { overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { isPlaceWord } from '../lattice/free-words.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { keyOf, letterKey, nameWords } from './name-words.ts'

/** Provinces by the letters of their names. */
const PLACES: ReadonlyMap<string, readonly Written[]> = new Map(
  provinceNames.map(name => {
    const words = nameWords(name)
    return [keyOf(words), words]
  }),
)
/** The first words of them. */
const BEGINNINGS = new Set([...PLACES.values()].flatMap(([first]) => (first ? [letterKey(first.fold)] : [])))
const LONGEST = Math.max(...[...PLACES.values()].map(words => words.length))
const PROVINCE_WORDS = new Set<string>(
  kindWords
    .filter(({ word }) => word === 'tỉnh' || word === 'thành phố')
    .flatMap(({ say }) => [...say].map(foldWord)),
)

/**
 * A province that is no unit here ("Sở Giao thông Bình Định"): what is asked about it is nobody's here, and never the
 * asker's own. Several of these names are words of the language without diacritics, so one counts only behind "tỉnh", a
 * unit or a word of place, or with its capitals.
 */
export function otherPlace(read: ReadTokens): Run | null {
  const { tokens, chosen } = read
  for (let from = 0; from < tokens.length; from++) {
    if (!BEGINNINGS.has(letterKey(tokens[from]!.fold))) continue
    for (let to = Math.min(tokens.length, from + LONGEST); to > from + 1; to--) {
      const run = { from, to }
      if (!isProvince(run, read) || chosen.some(span => isNamed(span.meaning.is) && overlapOf(span, run) > 0))
        continue
      if (standsAsPlace(run, read)) return run
    }
  }
  return null
}

function isNamed(is: string): boolean {
  return is === 'unit' || is === 'indicator' || is === 'period'
}

function isProvince({ from, to }: Run, { tokens }: ReadTokens): boolean {
  const typed = tokens.slice(from, to)
  const words = PLACES.get(keyOf(typed))
  if (!words || words.length !== typed.length) return false
  return words.every((word, index) => compareMarks(typed[index]!, word) !== 'other')
}

function standsAsPlace({ from, to }: Run, { tokens, chosen }: ReadTokens): boolean {
  if (
    tokens.slice(from, to).every(token => token.capital) &&
    tokens.some(token => /\p{Ll}/u.test(token.typed))
  )
    return true
  const before = tokens[from - 1]
  if (before === undefined || tokens[from]!.gap !== ' ') return false
  if (PROVINCE_WORDS.has(before.fold) || isPlaceWord(before)) return true
  return chosen.some(span => span.meaning.is === 'unit' && span.to === from)
}
