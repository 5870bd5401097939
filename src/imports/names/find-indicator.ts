import type { Indicator } from '../../core/indicator.ts'
import { nameShorthands } from '../../../locales/vi/files.ts'
import { mostPoints } from '../points-title.ts'
import { cleanName } from './spelling.ts'
import { FOOTNOTE } from './unit-dress.ts'
import { type FoundNames, NameIndex } from './name-index.ts'

/** The name without short forms that mean one thing only: "HS trực tuyến" is "Hồ sơ trực tuyến". */
function inFull(name: string): string {
  return name
    .split(' ')
    .map(word => nameShorthands[word.toUpperCase()] ?? word)
    .join(' ')
}

/** Finds indicators by code, name, short name or alias. */
export function indicatorFinder(indicators: Iterable<Indicator>): (text: string) => FoundNames {
  const index = new NameIndex(
    Array.from(indicators, ({ code, name, shortName, aliases }) => ({
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
    return found ?? index.find(text)
  }
  return text => {
    const found = known.get(text) ?? search(text)
    known.set(text, found)
    return found
  }
}
