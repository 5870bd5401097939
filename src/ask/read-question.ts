import { chosenText } from './chosen-text.ts'
import { decide } from './decide.ts'
import type { Decision } from './decide.ts'
import { gatherEvidence } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { explain, understood } from './explain.ts'
import { continueQuestion } from './follow-up.ts'
import type { Lexicon } from './lexicon.ts'
import type { AskContext, Reading } from './reading.ts'
import { askTwo, mayAskTwo, partTokens, possibleCuts, share } from './split.ts'
import { undoVni } from './spelling.ts'
import { normaliseText, tokenise } from './tokens.ts'

/**
 * Reads one message: what it asks, for whom and of which days, in the words of `Question`. Pure, and never throws: any
 * string gives at least one question, if only `unknown`.
 */
export function readQuestion(text: string, lexicon: Lexicon, context: AskContext): Reading {
  const taken = chosenText(text, lexicon, context.pendingChoices)
  const plain = undoVni(normaliseText(taken ?? text))
  const evidence = gatherEvidence(tokenise(plain), lexicon, context)
  const decisions = decisionsOf(evidence, lexicon, context)
  return readingOf(plain, evidence, decisions, { taken: taken !== null, lexicon })
}

function decisionsOf(evidence: Evidence, lexicon: Lexicon, context: AskContext): Decision[] {
  const continued = continueQuestion(evidence, lexicon, context)
  if (continued) return [continued]
  return twoQuestions(evidence, lexicon, context) ?? [decide(evidence, lexicon, context)]
}

/** The two questions of a message that asks two things, or null. */
function twoQuestions(evidence: Evidence, lexicon: Lexicon, context: AskContext): Decision[] | null {
  if (!mayAskTwo(evidence)) return null
  for (const cut of possibleCuts(evidence, lexicon)) {
    const [left, right] = partTokens(evidence.read.tokens, cut)
    const parts = [gatherEvidence(left, lexicon, context), gatherEvidence(right, lexicon, context)] as const
    if (!askTwo(...parts)) continue
    const [first, second] = parts.map(part => decide(part, lexicon, context))
    if (!first || !second || first.question.intent === 'unknown' || second.question.intent === 'unknown')
      continue
    return [
      { ...first, question: share(first.question, second.question, namedIn(parts[0])) },
      { ...second, question: share(second.question, first.question, namedIn(parts[1])) },
    ]
  }
  return null
}

function namedIn({ strength }: Evidence): { units: boolean; group: boolean } {
  return {
    units: strength.has('unit') || strength.has('own') || strength.has('bare_kind'),
    group: strength.has('group'),
  }
}

function readingOf(
  plain: string,
  evidence: Evidence,
  decisions: Decision[],
  m: { taken: boolean; lexicon: Lexicon },
): Reading {
  const [first] = decisions
  const recognised = understood(evidence, first?.intent ?? null)
  const open = first?.question.intent === 'unknown' || recognised.leftover.length > 0
  const notes = decisions.flatMap(one => one.decisions)
  return {
    questions: decisions.map(one => one.question),
    confidence: Math.min(...decisions.map(one => one.confidence)),
    understood: recognised,
    halfUnderstood: open && (recognised.indicators.length > 0 || recognised.units.length > 0),
    get explain() {
      return explain(plain, evidence, m.taken ? ['an offered choice was taken', ...notes] : notes, m.lexicon)
    },
  }
}
