import { indicatorCodes } from '../phrases/entities.ts'
import type { Evidence } from '../intents/evidence.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Question } from '../question.ts'
import type { AskContext } from '../reading.ts'
import { lastChoices } from './said-before.ts'
import { fresh } from './shown-list.ts'
import { keyOf, nameWords } from '../names/name-words.ts'
import { splitKind } from '../names/unit-names.ts'

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

/** "Huyện", "xã cơ", behind an answer about Chư Prông: the unit of that kind that is called so, or the same once more. */
export function ofSameName(evidence: Evidence, previous: Question, lexicon: Lexicon): Question | null {
  const { mentions, read, periods, strength } = evidence
  const [only, ...others] = previous.units
  const [kind, ...more] = read.kinds
  if (only === undefined || kind === undefined || others.length + more.length + mentions.length > 0)
    return null
  if (read.tokens.length > LONGEST_KIND || periods.length > 0 || strength.has('indicator')) return null
  if (!read.chosen.every(({ meaning }) => meaning.is === 'kind' && meaning.use === 'bare')) return null
  if (strength.has('how_many') || strength.has('rank')) return null
  const called = lexicon.unitIndex.byKindWord.get(kind.word) ?? []
  if (called.includes(only)) return fresh(previous)
  const { rest } = splitKind(nameWords(lexicon.units.get(only)?.name ?? ''))
  const namesakes = (lexicon.unitIndex.byKey.get(keyOf(rest)) ?? []).map(({ unit }) => unit)
  const [found, ...several] = [...new Set(namesakes)].filter(code => called.includes(code))
  return found === undefined || several.length > 0 ? null : { ...fresh(previous), units: [found] }
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
