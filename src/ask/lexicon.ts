import type { Phase } from '../core/campaign.ts'
import type { Indicator } from '../core/indicator.ts'
import { buildUnitTree } from '../core/unit-tree.ts'
import type { Unit, UnitTree } from '../core/unit-tree.ts'
import { buildUnitIndex } from './names/unit-index.ts'
import type { UnitIndex } from './names/unit-index.ts'
import { buildVocabulary } from './phrases/vocabulary.ts'
import type { Vocabulary } from './phrases/vocabulary.ts'

export interface LexiconInput {
  units: readonly Unit[]
  indicators: readonly Indicator[]
  phases: readonly Phase[]
}

/** Everything of a province that can be named, indexed. */
export interface Lexicon {
  units: ReadonlyMap<string, Unit>
  tree: UnitTree
  indicators: ReadonlyMap<string, Indicator>
  phases: readonly Phase[]
  unitIndex: UnitIndex
  vocabulary: Vocabulary
}

/** Indexes what can be named in questions. Build it once for each revision of the catalog. */
export function buildLexicon(input: LexiconInput): Lexicon {
  const unitIndex = buildUnitIndex(input.units)
  const tree = buildUnitTree(input.units)
  return {
    units: tree.byCode,
    tree,
    indicators: new Map(input.indicators.map(indicator => [indicator.code, indicator])),
    phases: input.phases,
    unitIndex,
    vocabulary: buildVocabulary(input, unitIndex.words),
  }
}
