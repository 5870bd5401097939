import { editDistance } from './words/edit-distance.ts'
import type { EntitySpan } from './phrases/entities.ts'
import { indicatorCodes, isGroupUse } from './phrases/entities.ts'
import type { Evidence } from './intents/evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { keyOf, nameWords } from './names/name-words.ts'
import type { Intent } from './question.ts'
import { kindMentions } from './intents/read-groups.ts'
import type { ExplainedClause, ExplainedSpan, ExplainedUnit, Explanation, Understood } from './reading.ts'
import { wordsOf } from './words/tokens.ts'
import type { Token } from './words/tokens.ts'
import { splitKind } from './names/unit-names.ts'

const WORDS_SHOWN = 3

/** What was recognised in a message, whatever became of it. */
export function understood(evidence: Evidence, intent: Intent | null): Understood {
  const { read, mentions, periods } = evidence
  const group = kindMentions(evidence).find(one => isGroupUse(one.use))
  return {
    intent,
    indicators: [...new Set(indicatorCodes(read.chosen))],
    units: mentions.flatMap(mention => (mention.choice.units.length === 1 ? mention.choice.units : [])),
    period: periods[0]?.period ?? null,
    group: group ? { kind: group.kind, within: null } : null,
    unknownUnit: evidence.unknownUnit,
    leftover: evidence.leftover.map(at => read.tokens[at]!.typed),
  }
}

/** How a message was read, as plain data for an operator. */
export function explain(
  text: string,
  evidence: Evidence,
  m: { decisions: string[]; clauses: ExplainedClause[]; lexicon: Lexicon },
): Explanation {
  const { read, operators, asked } = evidence
  const { texts } = m.lexicon.vocabulary.reader.list
  return {
    text,
    clauses: m.clauses,
    operators: operators.map(one => ({
      typed: wordsOf(one, read),
      operator: one.operator,
      decides: one === asked?.by,
    })),

    leftover: evidence.leftover.map(at => read.tokens[at]!.typed),
    tokens: read.tokens.map((token, at) => ({
      typed: token.typed,
      readAs: read.items[at]!.words.slice(0, WORDS_SHOWN).map(({ word, cost }) => `${texts[word]} ${cost}`),
    })),
    spans: read.spans
      .filter(span => span.score > 0)
      .map(span => spanOf(span, evidence))
      .toSorted((a, b) => Number(b.taken) - Number(a.taken) || b.score - a.score),
    units: unitsOf(evidence, m.lexicon),
    intents: evidence.intents,
    decisions: m.decisions,
  }
}

function spanOf(span: EntitySpan, { read }: Evidence): ExplainedSpan {
  return {
    typed: wordsOf(span, read),
    kind: span.meaning.is,
    meaning: meaningOf(span),
    score: Math.round(span.score * 100) / 100,
    taken: read.chosen.includes(span),
  }
}

function meaningOf({ meaning, values }: EntitySpan): string {
  if (meaning.is === 'indicator') return meaning.codes.join(' ')
  if (meaning.is === 'unit') return meaning.span.matches.map(match => match.form.unit).join(' ')
  if (meaning.is === 'kind') return `${meaning.use} ${meaning.kind ?? 'any'}`
  if (meaning.is === 'period') return JSON.stringify({ ...meaning.sense, values })
  return meaning.is
}

function unitsOf({ read, mentions }: Evidence, lexicon: Lexicon): ExplainedUnit[] {
  return mentions.flatMap(({ from, to, choice }) =>
    choice.units.map(code => ({
      typed: wordsOf({ from, to }, read),
      code,
      distance: distanceOf(code, read.tokens.slice(from, to), lexicon),
      chosen: choice.certain && choice.units.length === 1,
    })),
  )
}

/** Edits between what was typed, without the words before the name, and the official name without its kind. */
function distanceOf(code: string, typed: readonly Token[], { units }: Lexicon): number {
  const name = keyOf(splitKind(nameWords(units.get(code)?.name ?? code)).rest)
  return Math.min(...typed.map((_, from) => editDistance(keyOf(typed.slice(from)), name, FARTHEST)))
}

const FARTHEST = 9
