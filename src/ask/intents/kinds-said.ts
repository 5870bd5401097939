import { kindWords } from '../../../locales/vi/ask/units.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { foldKind } from '../words/fold.ts'
import { covers } from '../words/run.ts'

type Found = ReadTokens['chosen'][number]

/** Words for kinds as they are read → as names of units begin with them. */
const AS_WRITTEN: ReadonlyMap<string, string> = new Map(kindWords.map(({ word }) => [foldKind(word), word]))

/** Two kinds that are set against each other: their codes, or the words for them where both are of one tier ("phường so với xã"). */
export function kindsSaid(first: Found, second: Found, read: ReadTokens): string[] {
  const [one, other] = [kindOf(first), kindOf(second)]
  if (one !== null && other !== null && one !== other) return [one, other]
  return [first, second].flatMap(found => wordOf(found, read))
}

function kindOf({ meaning }: Found): UnitKind | null {
  return meaning.is === 'kind' ? meaning.kind : null
}

function wordOf(found: Found, { kinds }: ReadTokens): string[] {
  const inside = kinds.filter(kind => covers(found, kind))
  const word = inside.find(one => inside.every(other => other === one || !covers(other, one)))?.word
  const written = word === undefined ? undefined : AS_WRITTEN.get(word)
  return written === undefined ? [] : [written]
}
