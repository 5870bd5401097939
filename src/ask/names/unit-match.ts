import type { UnitKind } from '../../core/unit-tree.ts'
import { variantWords } from '../../../locales/vi/ask/units.ts'
import { compareMarks, isBare, foldSet } from '../words/fold.ts'
import type { Written } from '../words/fold.ts'
import type { NameForm } from './name-words.ts'
import { keyOf, letterKey } from './name-words.ts'
import { isSyllable } from '../words/spelling.ts'
import type { Token } from '../words/tokens.ts'
import { HEAD, headOf } from './unit-index.ts'
import type { UnitIndex } from './unit-index.ts'
import type { Run } from '../words/run.ts'

/** A word of kind that was typed before a name: "phường", "P.". */
export interface TypedKind extends Run {
  /** Folded, as in `NameForm.kindWord`. */
  word: string
  kind: UnitKind
  cost: number
}

/** A name that may be meant by a stretch of tokens. */
export interface NameMatch {
  form: NameForm
  /** Edits between the letters typed and those of the name. */
  distance: number
  /** How the diacritics typed stand to those of the name. */
  marks: 'same' | 'missing' | 'other'
}

/** Tokens `from` to `to` (not included) read as the name of a unit, with the kind typed before it. */
export interface UnitSpan extends Run {
  /** Where the name itself begins, behind the kind. */
  nameFrom: number
  /** Where it ends, before an English kind ("Ia Grai district"). */
  nameTo: number
  kind: TypedKind | null
  matches: NameMatch[]
}

const SHORTEST_JOINED = 5

/** All stretches that begin at token `at` and have the letters of a name, without regard to diacritics. */
export function exactNames(
  index: UnitIndex,
  tokens: readonly Token[],
  at: number,
): { to: number; matches: NameMatch[] }[] {
  const found: { to: number; matches: NameMatch[] }[] = []
  let key = ''
  for (let to = at + 1; to <= Math.min(tokens.length, at + index.longest + 1); to++) {
    key += letterKey(tokens[to - 1]!.fold)
    if (key.length >= HEAD && !index.heads.has(headOf(key))) break
    const forms = index.byKey.get(key)
    if (!forms) continue
    const matches = forms
      .filter(form => fits(form, tokens, at, to))
      .map(form => matchOf(form, tokens.slice(at, to), otherLetters(form, tokens, at, to)))
    if (matches.length > 0) found.push({ to, matches: withOtherSpaces(matches, to - at) })
  }
  return found
}

/** "Da krong" is no more Đakrông than Đak Rong: where the spaces of none are as typed, none is exact. */
function withOtherSpaces(matches: NameMatch[], words: number): NameMatch[] {
  const isExact = ({ form, distance }: NameMatch): boolean => distance === 0 && form.words.length === words
  if (matches.some(isExact) || matches.every(({ distance }) => distance === 0)) return matches
  return matches.map(match => ({ ...match, distance: 1 }))
}

/** 1 where y and i stand for each other other than at the end of a word: "Ia Ly" is not quite "Ya Ly". */
function otherLetters(form: NameForm, tokens: readonly Token[], from: number, to: number): number {
  if (form.words.length !== to - from) return 0
  return form.words.every((word, index) => word.fold === tokens[from + index]!.fold) ? 0 : 1
}

/** Spaces may be put elsewhere only in long names, and a code counts only as the whole message. */
function fits(form: NameForm, tokens: readonly Token[], from: number, to: number): boolean {
  if (form.source === 'code') return isCode(form.key) || (from === 0 && to === tokens.length)
  return form.words.length === to - from || form.key.length >= SHORTEST_JOINED
}

function isCode(key: string): boolean {
  return /[a-z]/.test(key) && /\d/.test(key) && key.length >= 4
}

export function matchOf(form: NameForm, typed: readonly Token[], distance: number): NameMatch {
  return { form, distance, marks: distance === 0 ? marksOf(form, typed) : 'other' }
}

function marksOf(form: NameForm, typed: readonly Token[]): NameMatch['marks'] {
  if (
    typed.length === form.words.length &&
    typed.every((token, index) => token.fold === form.words[index]!.fold)
  ) {
    const relations = typed.map((token, index) => relationOf(token, form.words[index]!))
    if (relations.includes('other')) return 'other'
    return relations.includes('missing') ? 'missing' : 'same'
  }
  const bare = typed.every(isBare)
  if (bare && form.words.every(isBare)) return 'same'
  return bare || sameLetters(form, typed) ? 'missing' : 'other'
}

/** "Đăk", "Đak" and "Đắk" are written for one another, by the offices too. */
function relationOf(token: Token, word: Written): NameMatch['marks'] {
  const relation = compareMarks(token, word)
  return relation === 'other' && VARIANTS.has(word.fold) ? 'missing' : relation
}

const VARIANTS = foldSet(variantWords)

/** The letters' own marks agree, wherever the spaces are. */
function sameLetters(form: NameForm, typed: readonly Token[]): boolean {
  return typed.map(token => token.marks).join('') === form.words.map(word => word.marks).join('')
}

/**
 * Whether some words of the name were typed with their diacritics and others were not, or wrongly. Behind its kind a
 * name whose letters are all there is certain ("huyện Chư Pah").
 */
export function isUncertain(match: NameMatch, typed: readonly Token[], behindKind: boolean): boolean {
  if (match.distance > 0 || match.marks === 'other') return true
  return (
    !behindKind &&
    match.marks === 'missing' &&
    !typed.every(isBare) &&
    keyOf(typed) === match.form.key &&
    hasBareSyllable(match, typed)
  )
}

function hasBareSyllable(match: NameMatch, typed: readonly Token[]): boolean {
  if (typed.length !== match.form.words.length) return false
  return typed.some((token, index) => isBare(token) && !isBare(match.form.words[index]!))
}

/** A bare name of one Vietnamese syllable ("Đông", "Trang") is a word of the language first. */
export function isCommonWord(
  span: { from: number; to: number; kind: TypedKind | null },
  tokens: readonly Token[],
): boolean {
  return (
    span.kind === null &&
    span.to - span.from === 1 &&
    isSyllable(tokens[span.from]!.fold) &&
    tokens[span.from]!.fold.length < 7
  )
}

/** Whether the words of a name have these tones, in this order. */
export function hasTones(words: readonly Written[], tones: readonly number[]): boolean {
  let at = 0
  for (const { tone } of words) if (tone === tones[at]) at++
  return at === tones.length
}
