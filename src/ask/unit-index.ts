import type { Unit } from '../core/unit-tree.ts'
import { editDistance } from './edit-distance.ts'
import type { NameForm } from './name-words.ts'
import { nameForms } from './unit-names.ts'

/** Names of units: exact by their letters, and near ones by their trigrams. */
export interface UnitIndex {
  byKey: ReadonlyMap<string, readonly NameForm[]>
  /** Folded words that occur in names. */
  words: ReadonlySet<string>
  /** Keys that are the beginning or the end, in whole words, of a longer name. */
  parts: ReadonlySet<string>
  /** The most words in a name. */
  longest: number
  keys: readonly string[]
  /** The numbers of the shortest names, which slips leave without a trigram. */
  short: readonly number[]
  trigrams: ReadonlyMap<string, readonly number[]>
}

export function buildUnitIndex(units: readonly Unit[]): UnitIndex {
  const byKey = new Map<string, NameForm[]>()
  const words = new Set<string>()
  const parts = new Set<string>()
  let longest = 1
  for (const form of nameForms(units)) {
    const forms = byKey.get(form.key)
    if (forms) forms.push(form)
    else byKey.set(form.key, [form])
    if (form.source === 'code') continue
    longest = Math.max(longest, form.words.length)
    for (const word of form.words) words.add(word.fold)
    if (form.source === 'weak') continue
    for (let cut = 1; cut < form.words.length; cut++) {
      parts.add(letters(form, 0, cut))
      parts.add(letters(form, cut, form.words.length))
    }
  }
  const keys = [...byKey.keys()].filter(key => byKey.get(key)!.some(form => form.source !== 'code'))
  const trigrams = new Map<string, number[]>()
  for (const [number, key] of keys.entries())
    for (const trigram of trigramsOf(key)) {
      const list = trigrams.get(trigram)
      if (list) list.push(number)
      else trigrams.set(trigram, [number])
    }
  const short = keys.flatMap((key, number) => (key.length <= SHORT + 1 ? [number] : []))
  return { byKey, words, parts, longest, keys, short, trigrams }
}

/** Names of so many letters are compared one by one. */
const SHORT = 4

function letters(form: NameForm, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += form.words[at]!.fold
  return text.replaceAll('y', 'i')
}

function trigramsOf(key: string): Set<string> {
  const padded = `^${key}$`
  const found = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  return found
}

export interface NearName {
  key: string
  distance: number
}

/** Two swapped letters change so many trigrams. */
const TRIGRAMS_OF_EDIT = 4

/** Names within `limit` edits of the letters, nearest first; the letters themselves included. */
export function nearNames(index: UnitIndex, key: string, limit: number): NearName[] {
  const wanted = trigramsOf(key)
  const shared = new Map<number, number>()
  for (const trigram of wanted)
    for (const number of index.trigrams.get(trigram) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1)
  if (key.length <= SHORT) for (const number of index.short) shared.set(number, wanted.size)
  const least = Math.max(1, wanted.size - TRIGRAMS_OF_EDIT * limit)
  const found: NearName[] = []
  for (const [number, count] of shared) {
    if (count < least) continue
    const name = index.keys[number]!
    const distance = editDistance(key, name, limit)
    if (distance <= limit) found.push({ key: name, distance })
  }
  return found.toSorted((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
}

/** Names of which the letters are the beginning in whole words: "Quy Nhơn" of "Quy Nhơn Bắc". */
export function namesBeginningWith(index: UnitIndex, key: string): NameForm[] {
  const found: NameForm[] = []
  for (const name of index.keys) {
    if (!name.startsWith(key) || name === key) continue
    for (const form of index.byKey.get(name) ?? [])
      if (form.source !== 'code' && form.words.some((_, cut) => cut > 0 && letters(form, 0, cut) === key))
        found.push(form)
  }
  return found
}
