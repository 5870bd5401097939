import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { youngerWord } from '../../../locales/vi/ask/units.ts'
import { endsInThis, refersBack } from '../conversation/said-before.ts'
import { isSo } from '../lattice/free-words.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import { foldSet, foldWord } from '../words/fold.ts'
import { covers, holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'
import { isNamedUnit, SENTENCE_END } from './heard.ts'
import type { Clause } from './heard.ts'

/**
 * The tokens of the clauses that ask, with the unit and the indicator that were told before, where the clauses that
 * ask name none: "phường Vinh Phú gọi lên, phường đó hạng mấy".
 */
export function askingTokens(clauses: readonly Clause[], read: ReadTokens): readonly Token[] {
  const kept = clauses.filter(({ does }) => does === 'asks' || does === 'orders' || does === 'topic')
  if (kept.length === 0) return read.tokens
  const told = clauses.filter(({ does }) => does === 'tells')
  const spans = (of: readonly Run[]): EntitySpan[] =>
    read.chosen.filter(span => of.some(clause => covers(clause, span)))
  const asked = spans(kept)
  const toldUnits = spans(told).filter(isNamedUnit)
  const isBeside = (span: Run): boolean =>
    // "Ia Tô với Ia Hrung" are two, and nobody is with the second.
    !toldUnits.some(({ to }) => to === span.from - 1) &&
    told.some(({ beside = [] }) => beside.some(one => covers(one, span)))
  const tellers = toldUnits.length === 1 ? asked.filter(span => isOfTeller(span, told, read)) : []
  const pointsBack =
    (toldUnits.length === 1 && speaksOfThere(kept, read)) ||
    asked.some(
      span =>
        span.meaning.is === 'kind' &&
        (refersBack(span, read) || tellers.includes(span) || (isThis(span, read) && toldUnits.length === 1)),
    )
  const quoted = clauses.filter(({ does }) => does === 'quotes')
  const said = spans(quoted).filter(isNamedUnit)
  const more = [
    ...spans(told),
    ...spans(quoted).filter(({ meaning }) => meaning.is === 'indicator'),
    ...(pointsBack && said.length === 1 ? said : []),
  ].filter(
    span =>
      (isNamedUnit(span) && (pointsBack || (!isBeside(span) && !asked.some(one => isSubject(one, read))))) ||
      (span.meaning.is === 'indicator' && !asked.some(({ meaning }) => meaning.is === 'indicator')),
  )
  const runs: readonly Run[] = [...kept, ...more]
  const isMore = (at: number): boolean => more.some(span => holds(span, at))
  const taken = read.tokens.flatMap((token, at) =>
    runs.some(run => holds(run, at)) && !tellers.some(({ to }) => to === at)
      ? [{ token, at, told: isMore(at) }]
      : [],
  )
  return taken.map(({ token, at }, place) => {
    const before = taken[place - 1]
    if (before?.told) return { ...token, gap: ' ' }
    const left = before ? read.tokens.slice(before.at + 1, at) : []
    const end = left.find(({ gap }) => SENTENCE_END.test(gap))
    return end && !SENTENCE_END.test(token.gap) ? { ...token, gap: end.gap } : token
  })
}

/** "Tình hình dưới đó thế nào": of the place that was told of. */
function speaksOfThere(kept: readonly Run[], { tokens }: ReadTokens): boolean {
  return tokens.some(
    ({ fold }, at) =>
      THERE.has(fold) &&
      BEFORE_THERE.has(tokens[at - 1]?.fold ?? '') &&
      kept.some(clause => holds(clause, at)),
  )
}

const THERE = foldSet(ruleWords.there)
const BEFORE_THERE = foldSet(ruleWords.beforeThere)

/** "Chị Vân bên Tư pháp nói …: sở chị": of the person who is named before, and not of who asks. */
function isOfTeller({ meaning, to }: EntitySpan, told: readonly Clause[], { tokens }: ReadTokens): boolean {
  if (meaning.is !== 'kind' || meaning.use !== 'bare') return false
  return told.some(
    clause =>
      tokens[clause.from]!.fold === tokens[to]?.fold &&
      clause.to > clause.from + 1 &&
      /^\p{Lu}/u.test(tokens[clause.from + 1]!.typed),
  )
}

/** "Sở này", behind a clause that told of one. */
function isThis(span: EntitySpan, read: ReadTokens): boolean {
  const { meaning, from, to } = span
  return meaning.is === 'kind' && meaning.use === 'own' && to - from > 1 && endsInThis(span, read)
}

const YOUNGER = foldWord(youngerWord)

/** Says of whom is asked, and "em" alone is the assistant; "phường đó" only points back. */
function isSubject(span: EntitySpan, read: ReadTokens): boolean {
  const { meaning } = span
  if (meaning.is === 'own') return span.to - span.from > 1 || read.tokens[span.from]!.fold !== YOUNGER
  if (meaning.is === 'unit') return true
  return meaning.is === 'kind' && !refersBack(span, read) && !isSo(span, read)
}
