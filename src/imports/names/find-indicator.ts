import type { Indicator } from '../../core/indicator.ts'
import { nameShorthands } from '../../../locales/vi/files.ts'
import { mostPoints } from '../points-title.ts'
import { cleanName } from './spelling.ts'
import { FOOTNOTE } from './unit-dress.ts'
import { wordsOf } from './title-words.ts'
import { type FoundNames, NameIndex } from './name-index.ts'

/** The name without short forms that mean one thing only: "HS trực tuyến" is "Hồ sơ trực tuyến". */
function inFull(name: string): string {
  return name
    .split(' ')
    .map(word => nameShorthands[word.toUpperCase()] ?? word)
    .join(' ')
}

/** How a rate begins: "Số hồ sơ trực tuyến" is a count and none. */
const RATE = /^t[ỷỉyi] l[ệe] /iu

/** Finds indicators by code, name, short name or alias; a rate also by the words of one of them, or of what it counts. */
export function indicatorFinder(indicators: Iterable<Indicator>): (text: string) => FoundNames {
  const all = [...indicators]
  const index = new NameIndex(
    Array.from(all, ({ code, name, shortName, aliases }) => ({
      code,
      groups: [[code], [name, shortName], aliases],
    })),
  )
  const known = new Map<string, FoundNames>()
  const search = (text: string): FoundNames => {
    // "Công khai, minh bạch (18)" has no mark behind it: these are points, and not the rate of that name.
    const plain = mostPoints(text) === null ? cleanName(text).replace(FOOTNOTE, '') : cleanName(text)
    const ways = [text, plain, inFull(plain)]
    const found = ways.map(way => index.find(way)).find(each => each.codes.length > 0 && !each.otherMarks)
    return found ?? byWords(plain, all) ?? index.find(text)
  }
  return text => {
    const found = known.get(text) ?? search(text)
    known.set(text, found)
    return found
  }
}

/** The only indicator of which a name has the words of a rate, and no others: "Tỷ lệ hồ sơ nộp trực tuyến". */
function byWords(text: string, indicators: readonly Indicator[]): FoundNames | null {
  if (!RATE.test(text.normalize('NFC'))) return null
  const wanted = keyOf(text.replaceAll(/\([^()]*\)/g, ' '))
  const found = indicators.filter(
    ({ name, shortName, aliases, numeratorLabel, unit }) =>
      unit === 'percent' &&
      [name, shortName, ...aliases, numeratorLabel].some(each => keyOf(each) === wanted),
  )
  return found.length === 1 ? { codes: found.map(({ code }) => code), otherMarks: false } : null
}

function keyOf(name: string): string {
  return [...new Set(wordsOf(name))].toSorted().join(' ')
}
