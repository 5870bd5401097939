import type { Unit } from '../../core/unit-tree.ts'
import { editDistance, oneEdit } from '../words/edit-distance.ts'
import { remembered } from '../../lib/remembered.ts'
import { letterKey } from './name-words.ts'
import type { NameForm } from './name-words.ts'
import { nameForms } from './unit-names.ts'

/** Names of units: exact by their letters, and near ones by their trigrams. */
export interface UnitIndex {
  byKey: ReadonlyMap<string, readonly NameForm[]>
  /** The first letters of the keys: what begins with none of them is no name. */
  heads: ReadonlySet<string>
  /** Folded words that occur in names. */
  words: ReadonlySet<string>
  /** Keys that are the beginning or the end, in whole words, of a longer name. */
  parts: ReadonlySet<string>
  /** The most words in a name. */
  longest: number
  /** Units by the kind that their names begin with ("dackhu"). */
  byKindWord: ReadonlyMap<string, readonly string[]>
  /** Names by their beginnings in whole words. */
  beginnings: ReadonlyMap<string, readonly NameForm[]>
  keys: readonly string[]
  /** The letters of the longest name. */
  longestKey: number
  /** Which letters a key has, a bit for each. */
  letters: Int32Array
  /** The numbers of the shortest names, which slips leave without a trigram. */
  short: readonly number[]
  trigrams: ReadonlyMap<string, readonly number[]>
  /** The numbers of names by their length and one of their halves: one slip leaves the other half as it is. */
  halves: ReadonlyMap<string, readonly number[]>
  /** The names at most one slip from letters, nearest first. */
  oneSlipFrom: (key: string) => readonly NearName[]
  /** The names at most so many slips from letters, likewise; the first is for both. */
  slipsFrom: (keyAndLimit: string, key: string, limit: number) => readonly NearName[]
}

/** What is found by the letters of names. */
type Letters = Omit<UnitIndex, 'oneSlipFrom' | 'slipsFrom'>

export function buildUnitIndex(units: readonly Unit[]): UnitIndex {
  const byKey = new Map<string, NameForm[]>()
  const words = new Set<string>()
  const parts = new Set<string>()
  const beginnings = new Map<string, NameForm[]>()
  const byKindWord = new Map<string, string[]>()
  let longest = 1
  for (const form of nameForms(units)) {
    push(byKey, form.key, form)
    if (form.source === 'name' && form.kindWord !== null) push(byKindWord, form.kindWord, form.unit)
    if (form.source === 'code') continue
    longest = Math.max(longest, form.words.length)
    for (const word of form.words) words.add(word.fold)
    if (form.source === 'weak') continue
    for (let cut = 1; cut < form.words.length; cut++) {
      const beginning = lettersOf(form, 0, cut)
      parts.add(beginning)
      parts.add(lettersOf(form, cut, form.words.length))
      push(beginnings, beginning, form)
    }
  }
  const keys = [...byKey.keys()].filter(key => byKey.get(key)!.some(form => form.source !== 'code'))
  const trigrams = new Map<string, number[]>()
  for (const [number, key] of keys.entries())
    for (const trigram of trigramsOf(key)) push(trigrams, trigram, number)
  const halves = new Map<string, number[]>()
  for (const [number, key] of keys.entries())
    for (const half of halvesOf(key, key.length)) push(halves, half, number)
  const short = keys.flatMap((key, number) => (key.length <= SHORT + 1 ? [number] : []))
  const letters = Int32Array.from(keys, lettersIn)
  const longestKey = Math.max(0, ...keys.map(key => key.length))
  const index = {
    byKey,
    heads: new Set(Array.from(byKey.keys(), headOf)),
    words,
    parts,
    longest,
    byKindWord,
    beginnings,
    keys,
    letters,
    short,
    trigrams,
    halves,
    longestKey,
  }
  return {
    ...index,
    oneSlipFrom: remembered(MOST_REMEMBERED, key => oneSlipAway(index, key)),
    slipsFrom: remembered(MOST_REMEMBERED, (_, key, limit) => slipsAway(index, key, limit)),
  }
}

/** Stretches of words of which the names near them are kept: some hundred bytes each. */
const MOST_REMEMBERED = 10_000

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The first letters of a key, or all of a short one. */
export function headOf(key: string): string {
  return key.slice(0, HEAD)
}

/** So many first letters part most names from one another. */
export const HEAD = 4

/** Names of so many letters are compared one by one. */
const SHORT = 4

function lettersOf(form: NameForm, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) text += form.words[at]!.fold
  return letterKey(text)
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

/** The beginning and the end that a name of `length` letters has when these were typed, but for its middle letter. */
function halvesOf(typed: string, length: number): [string, string] {
  const first = (length - 1) >> 1
  return [
    `${length}<${typed.slice(0, first)}`,
    `${length}>${typed.slice(typed.length - (length - first - 1))}`,
  ]
}

/** Names within `limit` edits of the letters, nearest first; the letters themselves included. */
export function nearNames(index: UnitIndex, key: string, limit: number): readonly NearName[] {
  if (limit === 0) return index.byKey.has(key) ? [{ key, distance: 0 }] : []
  return limit === 1 ? index.oneSlipFrom(key) : index.slipsFrom(`${limit}${key}`, key, limit)
}

function oneSlipAway(index: Letters, key: string): NearName[] {
  const found = new Map<string, number>()
  const letters = lettersIn(key)
  if (key.length > index.longestKey + 1) return []
  for (let length = Math.max(1, key.length - 1); length <= key.length + 1; length++)
    for (const half of halvesOf(key, length))
      for (const number of index.halves.get(half) ?? []) {
        const name = index.keys[number]!
        if (found.has(name) || bits(letters ^ index.letters[number]!) > 2) continue
        const distance = oneEdit(key, name)
        if (distance <= 1) found.set(name, distance)
      }
  if (found.size === 0) return []
  return nearestFirst(Array.from(found, ([name, distance]) => ({ key: name, distance })))
}

function nearestFirst(names: readonly NearName[]): NearName[] {
  return names.toSorted((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
}

function slipsAway(index: Letters, key: string, limit: number): NearName[] {
  const wanted = trigramsOf(key)
  const letters = lettersIn(key)
  const shared = new Uint8Array(index.keys.length)
  const least = Math.max(1, wanted.size - TRIGRAMS_OF_EDIT * limit)
  const found: NearName[] = []
  const compare = (number: number): void => {
    const name = index.keys[number]!
    if (Math.abs(name.length - key.length) > limit) return
    if (bits(letters ^ index.letters[number]!) > 2 * limit) return
    const distance = editDistance(key, name, limit)
    if (distance <= limit) found.push({ key: name, distance })
  }
  for (const trigram of wanted)
    for (const number of index.trigrams.get(trigram) ?? []) if (++shared[number]! === least) compare(number)
  if (key.length <= SHORT) for (const number of index.short) if (shared[number]! < least) compare(number)
  return nearestFirst(found)
}

/** A bit for each letter that occurs; one edit changes at most two of them. */
function lettersIn(key: string): number {
  let letters = 0
  for (let at = 0; at < key.length; at++) letters |= 1 << (key.charCodeAt(at) & 31)
  return letters
}

function bits(number: number): number {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Names of which the letters are the beginning in whole words: "Quy Nhơn" of "Quy Nhơn Bắc". */
export function namesBeginningWith(index: UnitIndex, key: string): readonly NameForm[] {
  return index.beginnings.get(key) ?? []
}
