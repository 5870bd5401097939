import type { FoundCue } from './read-cues.ts'
import type { ReadTokens } from './read-entities.ts'
import { typedText } from './read-units.ts'
import type { UnitMention } from './read-units.ts'
import { isBelow } from './unit-choice.ts'
import type { ChoiceWorld, ChosenUnits } from './unit-choice.ts'
import { guessUnit, looksLikeName } from './unit-guess.ts'

interface Surroundings {
  read: ReadTokens
  cues: readonly FoundCue[]
  world: ChoiceWorld
}

interface Run {
  from: number
  to: number
}

const MOST_RUNS = 3

/**
 * Gives the words that found no meaning a chance to be names with slips in them: as units of their own, as the rest of
 * a longer name, or as the place of a unit beside them. What looks like a name and is near none is reported as such.
 */
export function completeUnits(
  named: readonly UnitMention[],
  unexplained: readonly number[],
  around: Surroundings,
): { mentions: UnitMention[]; leftover: number[]; unknownUnit: string | null } {
  let mentions = [...named]
  let leftover = [...unexplained]
  let unknownUnit: string | null = null
  const runs = runsOf(unexplained).slice(0, MOST_RUNS)
  if (runs.length === 0) runs.push(...wholeNames(named, around))
  for (const run of runs) {
    const found = guessFor(run, mentions, around)
    if (found) {
      mentions = found.mentions
      leftover = leftover.filter(at => at < found.from || at >= found.to)
    } else if (looksLikeName(run, around.read) && unknownUnit === null)
      unknownUnit = typedText(around.read, run)
  }
  return { mentions, leftover, unknownUnit }
}

function runsOf(positions: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const at of positions) {
    const last = runs.at(-1)
    if (last && last.to === at) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs
}

/** A message that is a name and everyday words only may be a longer name with slips: "Nam Hà Lâm à". */
function wholeNames(named: readonly UnitMention[], { read, world }: Surroundings): Run[] {
  const [only] = named
  if (!only || named.length > 1 || read.tokens.length > 8) return []
  if (read.chosen.some(span => span.meaning.is === 'indicator' || span.meaning.is === 'period')) return []
  const key = read.chosen.find(span => span.meaning.is === 'unit')
  const span = key?.meaning.is === 'unit' ? key.meaning.span : null
  if (!span || !world.lexicon.unitIndex.parts.has(span.matches[0]!.form.key)) return []
  if (span.to < read.tokens.length) return [{ from: span.to, to: span.to + 1 }]
  return span.from > 0 && span.kind === null ? [{ from: span.from - 1, to: span.from }] : []
}

function guessFor(
  run: Run,
  mentions: readonly UnitMention[],
  around: Surroundings,
): { mentions: UnitMention[]; from: number; to: number } | null {
  const { read, world } = around
  const beside = mentions.filter(mention => gapBetween(mention, run) <= 2)
  const place = beside.find(mention => mention.choice.units.some(code => hasBelow(code, world)))
  const free = (at: number): boolean => isFree(at, around, place ?? null)
  const inPlace = place ? guessUnit(run, read, free, world, place.choice.units) : null
  const guess = inPlace ?? guessUnit(run, read, at => isFree(at, around, null), world)
  if (!guess) return null
  const mention: UnitMention = { from: guess.from, to: guess.to, choice: guess.choice, whole: false }
  if (inPlace && place) return { ...guess, mentions: [...mentions.filter(one => one !== place), mention] }
  const placed = beside.find(
    one => overlapOf(one, guess) === 0 && narrowed(one.choice, guess.choice, world) !== null,
  )
  if (placed) {
    const choice = narrowed(placed.choice, guess.choice, world)!
    return { ...guess, mentions: mentions.map(one => (one === placed ? { ...one, choice } : one)) }
  }
  const taken = mentions.filter(one => overlapOf(one, guess) > 0)
  const rest = mentions.filter(one => overlapOf(one, guess) === 0)
  const choice = taken.reduce((joined, one) => join(joined, one.choice), mention.choice)
  return { ...guess, mentions: [...rest, { ...mention, choice }].toSorted((a, b) => a.from - b.from) }
}

function gapBetween(a: Run, b: Run): number {
  return Math.max(a.from - b.to, b.from - a.to)
}

function overlapOf(a: Run, b: Run): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

function hasBelow(code: string, { lexicon: { tree } }: ChoiceWorld): boolean {
  return tree.children(code).length > 0
}

/** Units of the first choice that lie below one of the second; certain when the place was. */
function narrowed(choice: ChosenUnits, place: ChosenUnits, world: ChoiceWorld): ChosenUnits | null {
  const units = choice.units.filter(code => place.units.some(top => isBelow(world, code, top)))
  if (units.length === 0) return null
  return {
    ...choice,
    units,
    certain: choice.certain && place.certain && place.units.length === 1,
    why: 'place with a slip',
  }
}

function join(guessed: ChosenUnits, exact: ChosenUnits): ChosenUnits {
  return {
    units: [...new Set([...guessed.units, ...exact.units])],
    certain: false,
    renamed: null,
    why: 'a longer name is near',
  }
}

/** Tokens that may be part of a name: not of an indicator, a period or a phrase with a meaning. */
function isFree(at: number, { read, cues }: Surroundings, place: UnitMention | null): boolean {
  if (place && at >= place.from && at < place.to) return false
  const token = read.tokens[at]!
  if (token.typed === '%') return false
  for (const { from, to, meaning } of read.chosen)
    if (from <= at && at < to && meaning.is !== 'unit' && !isLoose(meaning)) return false
  return !cues.some(cue => cue.from <= at && at < cue.to && cue.to - cue.from > 1)
}

function isLoose(meaning: ReadTokens['chosen'][number]['meaning']): boolean {
  return meaning.is === 'own' || (meaning.is === 'kind' && meaning.use === 'bare')
}
