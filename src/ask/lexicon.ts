import type { Phase } from '../core/campaign.ts'
import type { Indicator } from '../core/indicator.ts'
import type { Unit } from '../core/unit-tree.ts'

export interface LexiconInput {
  units: readonly Unit[]
  indicators: readonly Indicator[]
  phases: readonly Phase[]
}

/** Everything of a province that can be named, indexed. */
export interface Lexicon {
  units: ReadonlyMap<string, Unit>
}

/** Indexes what can be named in questions. Build it once for each revision of the catalog. */
export function buildLexicon(input: LexiconInput): Lexicon {
  return { units: new Map(input.units.map(unit => [unit.code, unit])) }
}
