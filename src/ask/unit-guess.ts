import { foldWord } from './fold.ts'
import { keyOf } from './name-words.ts'
import type { ReadTokens } from './read-entities.ts'
import { ask, isBelow, similarTo } from './unit-choice.ts'
import type { ChoiceWorld, ChosenUnits } from './unit-choice.ts'
import { namesBeginningWith } from './unit-index.ts'
import { matchOf } from './unit-match.ts'
import type { NameMatch, TypedKind } from './unit-match.ts'

/** A stretch that may be a unit's name with slips in it. */
export interface GuessedUnit {
  from: number
  to: number
  choice: ChosenUnits
}

/** Tokens `from` to `to` read as a name, kind apart. */
interface Stretch {
  from: number
  to: number
  kind: TypedKind | null
  matches: NameMatch[]
  /** Lower is better: edits, and words of the message that stay unexplained. */
  cost: number
}

const WORDS_AROUND = 4
const MOST_STRETCHES = 24
/** A second name must be so many edits farther before the first is taken without asking. */
const CLEAR_MARGIN = 2
const SHORTEST_CERTAIN = 6

/**
 * Looks for names with slips around words that found no meaning. `free` tells which tokens may belong to a name.
 * Null when nothing is near.
 */
export function guessUnit(
  run: { from: number; to: number },
  read: ReadTokens,
  free: (at: number) => boolean,
  world: ChoiceWorld,
  parents: readonly string[] = [],
): GuessedUnit | null {
  const inPlace = (match: NameMatch): boolean =>
    parents.length === 0 || parents.some(parent => isBelow(world, match.form.unit, parent))
  const stretches = candidateStretches(run, read, free).flatMap(({ from, to }) =>
    stretchAt(from, to, run, read, world, inPlace),
  )
  const best = Math.min(...stretches.map(stretch => stretch.cost))
  const good = stretches.filter(stretch => stretch.cost <= best + 0.5)
  if (good.length === 0) return null
  const top = good.toSorted((a, b) => a.cost - b.cost)[0]!
  const from = Math.min(top.from, top.kind?.from ?? top.from)
  return { from, to: top.to, choice: decide(top, good, run, world, inPlace) }
}

function candidateStretches(
  run: { from: number; to: number },
  read: ReadTokens,
  free: (at: number) => boolean,
): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let low = run.from
  while (low > 0 && run.from - low < WORDS_AROUND && free(low - 1)) low--
  let high = run.to
  while (high < read.tokens.length && high - run.to < WORDS_AROUND && free(high)) high++
  for (let from = low; from < run.to; from++)
    for (let to = Math.max(from, run.from) + 1; to <= high; to++) if (to - from <= 7) found.push({ from, to })
  const cover = (one: { from: number; to: number }): number =>
    Math.abs(one.from - run.from) + Math.abs(one.to - run.to)
  return found.toSorted((a, b) => cover(a) - cover(b)).slice(0, MOST_STRETCHES)
}

function stretchAt(
  from: number,
  to: number,
  run: { from: number; to: number },
  read: ReadTokens,
  world: ChoiceWorld,
  inPlace: (match: NameMatch) => boolean,
): Stretch[] {
  const key = keyOf(read.tokens.slice(from, to))
  const kinds: (TypedKind | null)[] = [null, ...read.kinds.filter(kind => kind.to === from)]
  const near = [...similarTo(key, world, editsAllowed(key.length)), ...beginnings(key, world)].filter(inPlace)
  if (near.length === 0) return []
  const missed = Math.max(0, from - run.from) + Math.max(0, run.to - to)
  const taken = Math.max(0, run.from - from) + Math.max(0, to - run.to)
  return kinds.flatMap(kind => {
    const ofKind = kind === null ? near : near.filter(match => match.form.kindWord === kind.word)
    if (ofKind.length === 0) return []
    const distance = Math.min(...ofKind.map(match => match.distance))
    const cost = distance + 0.6 * missed + 0.25 * taken - (kind === null ? 0 : 0.6)
    return [{ from, to, kind, matches: ofKind, cost }]
  })
}

function editsAllowed(length: number): number {
  if (length < 3) return 0
  if (length < 7) return 1
  return length < 13 ? 2 : 3
}

/** "A Lưới" is the beginning of five names. */
function beginnings(key: string, world: ChoiceWorld): NameMatch[] {
  if (key.length < 4) return []
  return namesBeginningWith(world.lexicon.unitIndex, key)
    .filter(form => form.source !== 'weak')
    .map(form => ({ ...matchOf(form, [], 0, 0, 1), distance: 1.5 }))
}

/** One unit, when it is near, marked as a unit or long, and nothing else comes close; otherwise a choice. */
function decide(
  top: Stretch,
  good: readonly Stretch[],
  run: { from: number; to: number },
  world: ChoiceWorld,
  inPlace: (match: NameMatch) => boolean,
): ChosenUnits {
  const key = keyOf(world.tokens.slice(top.from, top.to))
  const all = similarTo(key, world, 1 + CLEAR_MARGIN).filter(inPlace)
  const rivals = top.kind === null ? all : all.filter(match => match.form.kindWord === top.kind?.word)
  const names = new Set(rivals.map(match => match.form.key))
  const choice = ask([...good.flatMap(stretch => stretch.matches)], world, 'near names')
  const whole = top.from <= run.from && run.to <= top.to
  const marked = top.kind !== null || top.to - top.from > 1
  const clear =
    names.size === 1 && rivals.every(match => match.distance <= 1) && key.length >= SHORTEST_CERTAIN
  if (clear && whole && marked && choice.units.length === 1)
    return { ...choice, certain: true, why: 'one near name' }
  return choice
}

/** Whether words that fit no name were meant as one: behind a kind, behind "của", or with capitals. */
export function looksLikeName(run: { from: number; to: number }, read: ReadTokens): boolean {
  if (read.kinds.some(kind => kind.to === run.from)) return true
  const before = read.tokens[run.from - 1]
  if (before && BEFORE_NAME.has(before.fold)) return true
  const words = read.tokens.slice(run.from, run.to)
  return words.length > 1 && words.every(token => token.capital) && read.tokens.some(token => !token.capital)
}

const BEFORE_NAME = new Set(['của', 'ở', 'tại'].map(foldWord))
