import type { Indicator } from '../../core/indicator.ts'
import { type FoundNames, NameIndex } from './name-index.ts'

/** Finds indicators by code, name, short name or alias. */
export function indicatorFinder(indicators: Iterable<Indicator>): (text: string) => FoundNames {
  const index = new NameIndex(
    Array.from(indicators, ({ code, name, shortName, aliases }) => ({
      code,
      groups: [[code], [name, shortName], aliases],
    })),
  )
  const known = new Map<string, FoundNames>()
  return text => {
    const found = known.get(text) ?? index.find(text)
    known.set(text, found)
    return found
  }
}
