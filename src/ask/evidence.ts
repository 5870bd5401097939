import type { EntitySpan, KindUse } from './entities.ts'
import { scoreIntents } from './intent-rules.ts'
import type { Feature, ScoredIntent } from './intent-rules.ts'
import type { Lexicon } from './lexicon.ts'
import { matchPhrases } from './phrase-match.ts'
import type { AskContext } from './reading.ts'
import { readCues } from './read-cues.ts'
import type { FoundCue } from './read-cues.ts'
import { readEntities } from './read-entities.ts'
import type { ReadTokens } from './read-entities.ts'
import { readPeriods } from './read-periods.ts'
import type { FoundPeriod } from './read-periods.ts'
import { completeUnits } from './complete-units.ts'
import type { UnitMention } from './read-units.ts'
import { readUnits } from './read-units.ts'
import type { Token } from './tokens.ts'
import type { ChoiceWorld } from './unit-choice.ts'

/** Everything that was recognised in one sentence, and what it speaks for. */
export interface Evidence {
  read: ReadTokens
  cues: FoundCue[]
  periods: FoundPeriod[]
  mentions: UnitMention[]
  /** A name that was meant as a unit and fits none, as typed. */
  unknownUnit: string | null
  /** Positions of tokens that found no meaning. */
  leftover: number[]
  strength: Map<Feature, number>
  intents: ScoredIntent[]
}

/** Reads the tokens of one sentence. */
export function gatherEvidence(tokens: readonly Token[], lexicon: Lexicon, context: AskContext): Evidence {
  const read = readEntities(lexicon, tokens)
  const cues = readCues(lexicon, read)
  const outside = outsideSpans(lexicon, read)
  const periods = readPeriods(lexicon, read, context.today)
  const world: ChoiceWorld = { lexicon, context, tokens: read.tokens, marked: read.marked }
  const unexplained = leftovers(lexicon, read, cues, periods, outside)
  const units = completeUnits(readUnits(read, world), unexplained, { read, cues, world })
  const strength = featuresOf({ read, cues, periods, mentions: units.mentions, outside })
  const intents = scoreIntents(strength)
  return {
    read,
    cues,
    periods,
    mentions: units.mentions,
    unknownUnit: units.unknownUnit,
    leftover: units.leftover,
    strength,
    intents,
  }
}

function outsideSpans(lexicon: Lexicon, read: ReadTokens): { from: number; to: number }[] {
  return read.items.flatMap((_, at) =>
    matchPhrases(lexicon.vocabulary.outside, read.items, at).filter(
      found => (!found.meaning.exact || found.cost === 0) && !insideUnit(read.chosen, found),
    ),
  )
}

/** "Ngũ Hành Sơn" is no insult: words within a name are only the name. */
function insideUnit(chosen: readonly EntitySpan[], found: { from: number; to: number }): boolean {
  return chosen.some(
    span =>
      (span.meaning.is === 'unit' || span.meaning.is === 'indicator') &&
      span.from <= found.from &&
      found.to <= span.to,
  )
}

function leftovers(
  lexicon: Lexicon,
  read: ReadTokens,
  cues: readonly FoundCue[],
  periods: readonly FoundPeriod[],
  outside: readonly { from: number; to: number }[],
): number[] {
  const explained = new Set<number>()
  for (const { from, to } of [...read.chosen, ...cues, ...periods, ...outside])
    for (let at = from; at < to; at++) explained.add(at)
  return read.tokens.flatMap((token, at) => {
    if (explained.has(at) || token.number !== null || !/\p{L}/u.test(token.typed)) return []
    const { fillers } = lexicon.vocabulary
    return read.items[at]!.words.some(({ word, cost }) => cost <= 0.7 && fillers.has(word)) ? [] : [at]
  })
}

function featuresOf(m: {
  read: ReadTokens
  cues: readonly FoundCue[]
  periods: readonly FoundPeriod[]
  mentions: readonly UnitMention[]
  outside: readonly unknown[]
}): Map<Feature, number> {
  const strength = new Map<Feature, number>()
  const add = (feature: Feature, sure = 1): void => {
    strength.set(feature, Math.max(strength.get(feature) ?? 0, sure))
  }
  for (const { cue, cost } of m.cues) add(cue, Math.max(0.3, 1 - 0.4 * cost))
  for (const { meaning } of m.read.chosen) {
    if (meaning.is === 'indicator') add('indicator')
    if (meaning.is === 'own') add('own', 0.9)
    if (meaning.is === 'country') add('country')
    if (meaning.is === 'kind') for (const feature of KIND_FEATURES[meaning.use]) add(feature)
  }
  for (const { sense, deadline } of m.periods) {
    add(deadline ? 'deadline' : 'period')
    if (
      sense.is === 'phase' ||
      sense.is === 'near_phase' ||
      sense.is === 'named_phase' ||
      sense.is === 'last_phase'
    )
      add('named_phase')
  }
  if (m.mentions.length > 0) add('unit')
  if (m.mentions.length > 1) add('units')
  if (m.outside.length > 0) add('outside')
  return strength
}

const KIND_FEATURES: Record<KindUse, Feature[]> = {
  which: ['group', 'which_group'],
  many: ['group'],
  count: ['group'],
  own: ['own'],
  whole: ['surroundings'],
  inside: ['surroundings'],
  bare: ['bare_kind'],
}
