import type { Indicator } from '../core/indicator.ts'
import type { Unit, UnitKind } from '../core/unit-tree.ts'
import { foldName } from './fold-name.ts'
import type { Known } from './known.ts'
import type { Profile } from './profile.ts'

/** Codes of what a cell may name: none unknown, one found, several ambiguous. */
export type FindByName = (text: string) => readonly string[]

/**
 * Finds units by code, official name, short name or alias: first as written, then without diacritics, and the surest
 * of these ways decides. Words that the profile strips ("UBND") may stand before the name.
 */
export function unitFinder(known: Known, { strip, kinds }: Profile['unit']): FindByName {
  const find = finderAmong(known, kinds)
  const prefixes = strip.map(({ words, kinds: only = kinds }) => ({
    words: foldName(words),
    find: only === kinds ? find : finderAmong(known, only),
  }))
  return remember(text => {
    const whole = find(text)
    if (whole.length > 0) return whole
    const folded = foldName(text)
    for (const prefix of prefixes) {
      if (!folded.startsWith(`${prefix.words} `)) continue
      const found = prefix.find(withoutWords(text, prefix.words.split(' ').length))
      if (found.length > 0) return found
    }
    return []
  })
}

function finderAmong(known: Known, kinds: readonly UnitKind[] | undefined): FindByName {
  const units = [...known.units.values()].filter(unit => kinds === undefined || kinds.includes(unit.kind))
  const ways = waysToFind(units, (unit: Unit) => [
    [unit.code],
    [unit.name],
    [unit.shortName, ...unit.aliases],
  ])
  return text => lookUp(ways, text)
}

/** Finds indicators by code, name, short name or alias. */
export function indicatorFinder(known: Known): FindByName {
  const ways = waysToFind([...known.indicators.values()], (indicator: Indicator) => [
    [indicator.code],
    [indicator.name, indicator.shortName],
    indicator.aliases,
  ])
  return remember(text => lookUp(ways, text))
}

interface Way {
  key: (text: string) => string
  codes: ReadonlyMap<string, readonly string[]>
}

/** For each group of names, surest first: as written (but for capitals and spaces), then folded. */
function waysToFind<T extends { code: string }>(
  things: readonly T[],
  groups: (thing: T) => readonly (readonly string[])[],
): Way[] {
  const depth = things[0] === undefined ? 0 : groups(things[0]).length
  return Array.from({ length: depth }, (_, group) =>
    [asWritten, foldName].map(key => {
      const codes = new Map<string, string[]>()
      for (const thing of things) {
        for (const name of new Set(groups(thing)[group]!.map(key))) {
          if (name !== '') codes.set(name, [...(codes.get(name) ?? []), thing.code])
        }
      }
      return { key, codes }
    }),
  ).flat()
}

function lookUp(ways: readonly Way[], text: string): readonly string[] {
  for (const { key, codes } of ways) {
    const found = codes.get(key(text))
    if (found !== undefined) return found
  }
  return []
}

function asWritten(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function withoutWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(count).join(' ')
}

function remember(find: FindByName): FindByName {
  const found = new Map<string, readonly string[]>()
  return text => {
    const codes = found.get(text) ?? find(text)
    found.set(text, codes)
    return codes
  }
}
