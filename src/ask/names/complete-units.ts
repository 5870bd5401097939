import { hiddenNames } from './hidden-names.ts'
import { askLongerName } from './longer-name.ts'
import { nameProbes } from './name-probes.ts'
import type { Seen } from '../lattice/free-words.ts'
import { holds, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { Probe } from './name-probes.ts'
import { wordsOf } from '../words/tokens.ts'
import type { UnitMention } from './read-units.ts'
import { isBelow } from './unit-choice.ts'
import type { ChoiceWorld, ChosenUnits } from './unit-choice.ts'
import { guessUnit, looksLikeName } from './unit-guess.ts'

export interface CompletedUnits {
  mentions: UnitMention[]
  /** Stretches that turned out to be names: what else was read in them does not hold. */
  taken: Run[]
  /** A name that was meant as a unit and is near none, as typed. */
  unknownUnit: string | null
}

const MOST_PROBES = 5

/**
 * Gives words that found no meaning a chance to be names with slips in them: as units of their own, as the rest of
 * a longer name, or as the place of a unit beside them. What looks like a name and is near none is reported as such.
 */
export function completeUnits(
  named: readonly UnitMention[],
  unexplained: readonly number[],
  seen: Seen,
  world: ChoiceWorld,
): CompletedUnits {
  const whole = named.map(mention => askLongerName(mention, seen, world))
  let done: CompletedUnits = { mentions: whole, taken: [], unknownUnit: null }
  for (const probe of nameProbes(seen, unexplained, world.lexicon.unitIndex).slice(0, MOST_PROBES)) {
    if (done.taken.some(one => overlapOf(one, probe) > 0)) continue
    const found = tryProbe(probe, done.mentions, seen, world)
    if (found) done = { ...done, mentions: found.mentions, taken: [...done.taken, found.at] }
    else if (done.unknownUnit === null && mayBeUnknown(probe, seen) && looksLikeName(probe, seen.read))
      done.unknownUnit = wordsOf(wholeName(probe, seen), seen.read)
  }
  return withHidden(done, unexplained, seen, world)
}

/** Together with names that were read as other words. */
function withHidden(
  done: CompletedUnits,
  unexplained: readonly number[],
  seen: Seen,
  world: ChoiceWorld,
): CompletedUnits {
  const hidden = hiddenNames(done, unexplained, seen, world)
  const mentions = hidden.reduce((all, one) => withGuess(one, all, world), done.mentions)
  return { ...done, mentions, taken: [...done.taken, ...hidden] }
}

/** The guess among the mentions: the shorter names within it are asked for together with it. */
function withGuess(guess: UnitMention, mentions: readonly UnitMention[], world: ChoiceWorld): UnitMention[] {
  const inner = mentions.filter(one => overlapOf(one, guess) > 0)
  const rest = mentions.filter(one => overlapOf(one, guess) === 0)
  return inOrder([...rest, joined(guess, inner, [], world)])
}

/** "Hà Nội" where only "Hà" has no meaning: with the capitals beside it. */
function wholeName({ from, to }: Run, { read }: Seen): Run {
  const { tokens, chosen } = read
  const belongs = (at: number, gapAt: number): boolean =>
    tokens[at]?.capital === true &&
    tokens[gapAt]?.gap === ' ' &&
    !chosen.some(span => holds(span, at) && span.meaning.is !== 'own')
  if (!tokens.slice(from, to).every(token => token.capital)) return { from, to }
  let [low, high] = [from, to]
  while (low > 0 && belongs(low - 1, low)) low--
  while (belongs(high, high)) high++
  return { from: low, to: high }
}

/** Words without a meaning, or everyday ones that all begin with capitals, may be a name that fits no unit. */
function mayBeUnknown({ why, from: first, to }: Probe, { read }: Seen): boolean {
  if (why !== 'capitals') return why === 'unexplained'
  const from = first === 0 && read.kinds.some(kind => kind.from === 1) ? 1 : first
  return to - from > 1 && read.tokens.slice(from, to).every(token => token.capital)
}

function tryProbe(
  probe: Probe,
  mentions: readonly UnitMention[],
  { read }: Seen,
  world: ChoiceWorld,
): { mentions: UnitMention[]; at: Run } | null {
  const beside = mentions.filter(mention => gapBetween(mention, probe) <= 2)
  const place = beside.find(
    mention => overlapOf(mention, probe) === 0 && mention.choice.units.some(code => hasBelow(code, world)),
  )
  const apart = place
    ? { ...probe, stretches: probe.stretches.filter(one => overlapOf(one, place) === 0) }
    : probe
  const inPlace = place ? guessUnit(apart, read, world, place.choice.units) : null
  if (inPlace && place) {
    const bounds = { from: Math.min(inPlace.from, place.from), to: Math.max(inPlace.to, place.to) }
    const mention = { ...inPlace, ...bounds, whole: false }
    const rest = mentions.filter(one => one !== place && overlapOf(one, inPlace) === 0)
    const inner = mentions.filter(one => one !== place && overlapOf(one, inPlace) > 0)
    return { at: inPlace, mentions: inOrder([...rest, joined(mention, inner, place.choice.units, world)]) }
  }
  const guess = guessUnit(probe, read, world)
  if (!guess) return null
  const placed = beside.find(
    one => overlapOf(one, guess) === 0 && narrowed(one.choice, guess.choice, world) !== null,
  )
  if (placed) {
    const choice = narrowed(placed.choice, guess.choice, world)!
    const others = mentions.filter(one => one === placed || overlapOf(one, guess) === 0)
    return { at: guess, mentions: others.map(one => (one === placed ? { ...one, choice } : one)) }
  }
  const inner = mentions.filter(one => overlapOf(one, guess) > 0)
  if (inner.length === 1 && isSame(inner[0]!.choice, guess.choice)) return null
  return { at: guess, mentions: withGuess({ ...guess, whole: false }, mentions, world) }
}

/** The guess together with the shorter names that were recognised within it: which was meant must be asked. */
function joined(
  guess: UnitMention,
  inner: readonly UnitMention[],
  parents: readonly string[],
  world: ChoiceWorld,
): UnitMention {
  const others = inner.flatMap(mention => mention.choice.units)
  const fitting =
    parents.length === 0 ? others : others.filter(code => parents.some(top => isBelow(world, code, top)))
  const units = [...new Set([...guess.choice.units, ...fitting])]
  if (inner.length === 0 || units.length === guess.choice.units.length) return guess
  return { ...guess, choice: { units, certain: false, renamed: null, why: 'a longer name is near' } }
}

/** A guess that is the unit which was recognised already. */
function isSame(known: ChosenUnits, guess: ChosenUnits): boolean {
  return known.units.length === 1 && guess.units.length === 1 && known.units[0] === guess.units[0]
}

function inOrder(mentions: UnitMention[]): UnitMention[] {
  return mentions.toSorted((a, b) => a.from - b.from)
}

function gapBetween(a: Run, b: Run): number {
  return Math.max(a.from - b.to, b.from - a.to)
}

function hasBelow(code: string, { lexicon: { tree } }: ChoiceWorld): boolean {
  return tree.children(code).length > 0
}

/** Units of the first choice that lie below one of the second; certain when the place was. */
function narrowed(choice: ChosenUnits, place: ChosenUnits, world: ChoiceWorld): ChosenUnits | null {
  const units = choice.units.filter(code => place.units.some(top => isBelow(world, code, top)))
  if (units.length === 0) return null
  const certain = choice.certain && place.certain && place.units.length === 1
  return { ...choice, units, certain, why: 'place with a slip' }
}
