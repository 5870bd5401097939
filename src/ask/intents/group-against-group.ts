import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import type { FoundOperator } from '../lattice/operators.ts'
import { foldSet } from '../words/fold.ts'
import type { Run } from '../words/run.ts'
import { EITHER, folds, hasCue, SENTENCE } from './asked-world.ts'
import { wordsOf } from '../words/tokens.ts'
import type { Asked, AskedWorld } from './asked-world.ts'
import { kindsSaid } from './kinds-said.ts'

const BESIDE = foldSet(ruleWords.beside)
const AMONG = foldSet(ruleWords.among)
const AND = 'va'

/** So many words stand between two kinds that are set against each other, at most. */
const MOST_BETWEEN = 3

/** "Khối huyện hay khối sở", "phường so với xã". */
export function groupAgainstGroup(world: AskedWorld): Asked | null {
  const { read, strength } = world
  if (strength.has('unit')) return null
  const kinds = read.chosen.filter(
    ({ meaning }) =>
      meaning.is === 'kind' && meaning.kind !== null && (meaning.use === 'bare' || meaning.use === 'many'),
  )
  const before = ({ from }: Run): string => read.tokens[from - 1]?.fold ?? ''
  for (const [at, first] of kinds.entries()) {
    const second = kinds[at + 1]
    if (!second || second.from - first.to > MOST_BETWEEN) continue
    const between = folds({ from: first.to, to: second.from }, read)
    const picks = read.chosen.find(
      ({ meaning, from }) =>
        meaning.is === 'kind' && meaning.kind === null && meaning.use === 'which' && from >= second.to,
    )
    const compared =
      hasCue(world, 'which_is_more', 'versus') &&
      (between.some(word => BESIDE.has(word)) ||
        ((picks !== undefined || AMONG.has(before(first))) && between.includes(AND)))
    if (
      !(compared || between.some(word => EITHER.has(word))) ||
      /[.?!;\n]/.test(read.tokens[second.from]!.gap)
    )
      continue
    const named = kindsSaid(first, second, read)
    if (new Set(named).size < 2) continue
    const { to } = picks && !SENTENCE.test(wordsOf({ from: second.to, to: picks.to }, read)) ? picks : second
    const by: FoundOperator = { operator: 'mean', from: first.from, to, skipped: 0, values: [] }
    return { by, intent: 'total', part: 'total', fills: {}, kinds: named }
  }
  return null
}
