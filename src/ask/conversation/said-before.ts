import { atWord, itWord, otherWord, thatWords, thingWords, thisWord } from '../../../locales/vi/ask/units.ts'
import type { Question } from '../question.ts'
import type { AskContext } from '../reading.ts'
import { ownOfKind } from '../names/asker.ts'
import { foldWord, foldSet } from '../words/fold.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { UnitMention } from '../names/read-units.ts'
import type { Run } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'
import type { ChoiceWorld } from '../names/unit-choice.ts'

/** "Xã đó", "huyện này": a unit that was named before, in this message or in the question before. */
export interface SaidBefore {
  /** Of the question before, where this message names none. */
  mentions: UnitMention[]
  /** Words for a unit named in this message, which stand for nothing else. */
  repeated: Run[]
}

const THAT = foldSet(thatWords)

const THIS = foldWord(thisWord)

/** "Hai xã này", "sở này". */
export function endsInThis({ to }: Run, { tokens }: ReadTokens): boolean {
  return tokens[to - 1]!.fold === THIS
}

/** "Xã đó", "hai phường ấy", "hai xã này": said of what was named before. */
export function refersBack({ from, to }: Run, read: ReadTokens): boolean {
  const { tokens, items } = read
  const counted = items[from]!.slots.some(({ slot }) => slot === 'n')
  if (counted && endsInThis({ from, to }, read)) return true
  return THAT.has(tokens[to]?.fold ?? '') || (to - from > 1 && THAT.has(tokens[to - 1]!.fold))
}

/**
 * What the last answer has found; else the units of its question, or the first of its list: of those below a unit where
 * it was told which of them move it.
 */
function spokenOf(
  { previous, shown = [], focus = null, unit }: AskContext,
  fits: (code: string) => boolean = () => true,
): readonly string[] {
  if (focus !== null) return [focus]
  const units = previous?.pending?.question.units ?? previous?.units ?? []
  // Nobody calls the own unit "sở đó": it is that of the list which stays in sight.
  const [only, ...more] = units
  const [first] = shown
  if (only === unit && more.length === 0 && first !== undefined && first !== unit && fits(first))
    return [first]
  const isListed = previous?.intent === 'why' ? !units.every(fits) : units.length === 0 && previous?.group
  return isListed ? shown.slice(0, 1) : units
}

const OTHER = foldWord(otherWord)

/** "Xã kia": of a choice that was offered the one not taken, else the unit that was spoken of before. */
function otherThan(unit: string, context: AskContext, fits: (code: string) => boolean): string[] {
  const offered = lastChoices(context).filter(code => code !== unit && fits(code))
  if (offered.length === 1) return offered
  const spoken = (context.earlier ?? []).findLast(
    ({ units }) => units.length === 1 && units[0] !== unit && fits(units[0]!),
  )
  return [...(spoken?.units ?? [unit])]
}

/** What the last question back offered, in its order. */
export function lastChoices({ earlier = [], previous }: AskContext): readonly string[] {
  const questions: readonly Question[] = previous ? [...earlier, previous] : earlier
  return questions.findLast(({ intent }) => intent === 'clarify')?.choices ?? []
}

export function unitSaidBefore(
  read: ReadTokens,
  named: readonly UnitMention[],
  world: ChoiceWorld,
): SaidBefore {
  const { lexicon, context } = world
  const it = named.length === 0 ? itSaid(read, context) : null
  if (it) return { mentions: [it], repeated: [] }
  const found: SaidBefore = { mentions: [], repeated: [] }
  for (const { from, to, meaning } of read.chosen) {
    if (meaning.is !== 'kind' || (meaning.use !== 'bare' && meaning.use !== 'own')) continue
    const isThat = meaning.use === 'bare' && refersBack({ from, to }, read)
    const isThis = meaning.use === 'own' && ownOfKind(meaning.kind, lexicon, context) === null
    if (!isThat && !isThis) continue
    const run = { from, to: isThat ? to + 1 : to }
    const fits = (code: string): boolean =>
      meaning.kind === null || lexicon.units.get(code)?.kind === meaning.kind
    const before = spokenOf(context, fits)
    if (named.some(({ choice }) => choice.units.some(fits))) found.repeated.push(run)
    else if (named.length === 0 && before.length === 1 && fits(before[0]!)) {
      const isOther = isThat && read.tokens[to]?.fold === OTHER
      found.mentions.push(saidAt(run, isOther ? otherThan(before[0]!, context, fits) : before))
    }
  }
  return found
}

/** "Vì sao nó thấp": the unit that the last answer has found; "còn cái kia": the other one. */
function itSaid({ tokens, marked }: ReadTokens, context: AskContext): UnitMention | null {
  const { previous, focus = null } = context
  const isIt = ({ fold, typed }: Token): boolean =>
    fold === IT.fold && (typed.toLowerCase() === IT.typed || !marked)
  const there = tokens.findIndex(
    ({ fold, typed }, place) =>
      fold === AT.fold &&
      (typed.toLowerCase() === AT.typed || !marked) &&
      THAT.has(tokens[place + 1]?.fold ?? ''),
  )
  const spoken = spokenOf(context)
  if (there >= 0 && spoken.length === 1) return saidAt({ from: there, to: there + 2 }, spoken)
  const at = focus === null ? -1 : tokens.findIndex(isIt)
  if (at >= 0) return saidAt({ from: at, to: at + 1 }, spoken)
  const other = tokens.findIndex(
    ({ fold }, place) => fold === OTHER && THING.has(tokens[place - 1]?.fold ?? ''),
  )
  const [only, ...more] = previous?.units ?? []
  if (other < 0 || only === undefined || more.length > 0) return null
  const [taken, ...several] = otherThan(only, context, () => true)
  if (taken === undefined || taken === only || several.length > 0) return null
  return saidAt({ from: other - 1, to: other + 1 }, [taken])
}

function saidAt(run: Run, units: readonly string[]): UnitMention {
  const choice = { units: [...units], certain: true, renamed: null, why: 'said before' }
  return { ...run, choice, whole: false }
}

const THING = foldSet(thingWords)

/** "Ở đó có gì đáng lo". */
const AT = { typed: atWord, fold: foldWord(atWord) }
const IT = { typed: itWord, fold: foldWord(itWord) }
