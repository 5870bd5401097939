import { thatWords } from '../../../locales/vi/ask/units.ts'
import { ownOfKind } from '../names/asker.ts'
import { foldWord } from '../words/fold.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { UnitMention } from '../names/read-units.ts'
import type { Run } from '../words/run.ts'
import type { ChoiceWorld } from '../names/unit-choice.ts'

/** "Xã đó", "huyện này": a unit that was named before, in this message or in the question before. */
export interface SaidBefore {
  /** Of the question before, where this message names none. */
  mentions: UnitMention[]
  /** Words for a unit named in this message, which stand for nothing else. */
  repeated: Run[]
}

const THAT = new Set(thatWords.map(foldWord))

/** "Xã đó", "hai phường ấy": said of what was named before. */
export function refersBack({ from, to }: Run, { tokens }: ReadTokens): boolean {
  return THAT.has(tokens[to]?.fold ?? '') || (to - from > 1 && THAT.has(tokens[to - 1]!.fold))
}

export function unitSaidBefore(
  read: ReadTokens,
  named: readonly UnitMention[],
  world: ChoiceWorld,
): SaidBefore {
  const { lexicon, context } = world
  const found: SaidBefore = { mentions: [], repeated: [] }
  const before = context.previous?.pending?.question.units ?? context.previous?.units ?? []
  for (const { from, to, meaning } of read.chosen) {
    if (meaning.is !== 'kind' || (meaning.use !== 'bare' && meaning.use !== 'own')) continue
    const isThat = meaning.use === 'bare' && refersBack({ from, to }, read)
    const isThis = meaning.use === 'own' && ownOfKind(meaning.kind, lexicon, context) === null
    if (!isThat && !isThis) continue
    const run = { from, to: isThat ? to + 1 : to }
    const fits = (code: string): boolean =>
      meaning.kind === null || lexicon.units.get(code)?.kind === meaning.kind
    if (named.some(({ choice }) => choice.units.some(fits))) found.repeated.push(run)
    else if (named.length === 0 && before.length === 1 && fits(before[0]!))
      found.mentions.push({
        ...run,
        choice: { units: [...before], certain: true, renamed: null, why: 'said before' },
        whole: false,
      })
  }
  return found
}
