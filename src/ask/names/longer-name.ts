import { nameEndings } from '../../../locales/vi/ask/units.ts'
import { isFree } from '../lattice/free-words.ts'
import type { Seen } from '../lattice/free-words.ts'
import { foldWord, isBare, written } from '../words/fold.ts'
import type { Token } from '../words/tokens.ts'
import { keyOf } from './name-words.ts'
import type { UnitMention } from './read-units.ts'
import type { ChoiceWorld } from './unit-choice.ts'
import { namesBeginningWith } from './unit-index.ts'

/** Words that end names of places, by their letters. */
const ENDINGS = Map.groupBy(nameEndings.map(written), ending => ending.fold)

/**
 * "Phường Quy Nhơn Trung" is not phường Quy Nhơn: where a name goes on with a word that ends names of places, and no
 * unit is called so, it is asked which of those that begin so was meant.
 */
export function askLongerName(mention: UnitMention, seen: Seen, world: ChoiceWorld): UnitMention {
  const { tokens } = seen.read
  const ending = tokens[mention.to]
  if (ending === undefined || ending.gap !== ' ' || !endsNames(ending) || !isFree(mention.to, seen))
    return mention
  if (seen.cues.some(cue => cue.from <= mention.to && mention.to < cue.to)) return mention
  const family = familyOf(mention, tokens, world)
  if (family.length === 0 && !ending.capital) return mention
  const units = [...new Set([...mention.choice.units, ...family])]
  const choice = { units, certain: false, renamed: null, why: 'the name goes on' }
  return { ...mention, to: mention.to + 1, choice }
}

/** A word that ends names, with its own diacritics or without any. */
function endsNames(token: Token): boolean {
  const endings = ENDINGS.get(foldWord(token.fold)) ?? []
  return endings.some(
    ({ marks, tone }) => isBare(token) || (token.tone === tone && token.marks.startsWith(marks)),
  )
}

/** Units that live, and whose names begin with the one that was read: "Quy Nhơn Bắc" for "Quy Nhơn". */
function familyOf(
  mention: UnitMention,
  tokens: readonly Token[],
  { lexicon, context }: ChoiceWorld,
): string[] {
  for (let from = mention.from; from < mention.to; from++) {
    const forms = namesBeginningWith(lexicon.unitIndex, keyOf(tokens.slice(from, mention.to)))
    const living = forms
      .filter(form => form.source !== 'weak')
      .map(form => lexicon.tree.byCode.get(form.unit))
      .filter(unit => unit !== undefined && lexicon.tree.isActive(unit, context.today))
    if (living.length > 0) return living.flatMap(unit => unit?.code ?? [])
  }
  return []
}
