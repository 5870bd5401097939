import { indicatorCodes } from '../phrases/entities.ts'
import type { Evidence } from '../intents/evidence.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Question } from '../question.ts'
import type { AskContext } from '../reading.ts'
import { lastChoices } from './said-before.ts'

/**
 * The question that was asked back about, filled with what the message chooses: one of the codes offered, or the place
 * in which just one of them lies. Null when it chooses none.
 */
export function answerPending(evidence: Evidence, previous: Question, lexicon: Lexicon): Question | null {
  const { pending, choices } = previous
  if (!pending || previous.intent !== 'clarify') return null
  const { question, fills } = pending
  const code =
    fills === 'indicators' ? chosenIndicator(evidence, choices) : chosenUnit(evidence, choices, lexicon)
  if (code === null) return null
  if (fills === 'indicators') return { ...question, indicators: [...question.indicators, code] }
  if (fills === 'group') return { ...question, group: { kind: question.group?.kind ?? null, within: code } }
  return { ...question, units: [...question.units, code] }
}

/** "Phường bên An Khê thì sao", behind a choice that was made: the other one that was offered. */
export function otherOffered(evidence: Evidence, context: AskContext, lexicon: Lexicon): Question | null {
  const { previous } = context
  const choices = lastChoices(context)
  const [taken, ...more] = previous?.units ?? []
  if (!previous || taken === undefined || more.length > 0 || !choices.includes(taken)) return null
  const ofKind = evidence.read.kinds.some(({ word }) =>
    lexicon.unitIndex.byKindWord.get(word)?.includes(taken),
  )
  const code = ofKind ? chosenUnit(evidence, choices, lexicon) : null
  if (code === null || code === taken) return null
  const beside = evidence.strength.has('versus') || evidence.strength.has('both_ends')
  return beside ? { ...previous, intent: 'compare', units: [taken, code] } : { ...previous, units: [code] }
}

function chosenIndicator({ read }: Evidence, choices: readonly string[]): string | null {
  const named = indicatorCodes(read.chosen)
  return choices.find(code => named.includes(code)) ?? null
}

/** "Phường nhé". */
const LONGEST_KIND = 3

function chosenUnit(
  { mentions, read }: Evidence,
  choices: readonly string[],
  { tree, unitIndex }: Lexicon,
): string | null {
  const named = mentions.flatMap(mention => mention.choice.units)
  if (named.length === 0) {
    const ofKind = choices.filter(code =>
      read.kinds.some(({ word }) => unitIndex.byKindWord.get(word)?.includes(code)),
    )
    return ofKind.length === 1 && read.tokens.length <= LONGEST_KIND ? ofKind[0]! : null
  }
  const direct = choices.filter(code => named.includes(code))
  const inside = choices.filter(
    code => tree.byCode.has(code) && tree.ancestors(code).some(unit => named.includes(unit.code)),
  )
  const [only, ...more] = direct.length > 0 ? direct : inside
  return only === undefined || more.length > 0 ? null : only
}
