import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { foldSet } from '../words/fold.ts'
import type { EntitySpan } from '../phrases/entities.ts'
import { percentEnd } from '../words/numbers.ts'
import { covers, holds } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { isNamedUnit } from './heard.ts'
import type { Clause, Heard } from './heard.ts'

/** "… đạt 70%, đúng vậy không", "… 45% … – cái này có đúng không": what was told, or quoted, is asked about. */
export function claimed(clauses: readonly Clause[], heard: Heard): Clause | null {
  if (!clauses.some(one => one.does !== 'quotes' && isDoubt(one, heard))) return null
  const stating = clauses.filter(one => stated(one, heard) !== null)
  const told = stating.filter(({ does }) => does === 'tells' || does === 'quotes')
  const [only, ...more] = told.length > 0 ? told : stating
  return only !== undefined && more.length === 0 ? only : null
}

export function asTopic(clause: Clause): Clause {
  return clause.does === 'asks' || clause.does === 'orders' ? clause : { ...clause, does: 'topic' }
}

/** Asks whether something is right, and states no figure itself. */
export function isDoubt(clause: Run, heard: Heard): boolean {
  return stated(clause, heard) === null && doubts(clause, heard)
}

function doubts(run: Run, { words }: Heard): boolean {
  return words.some(({ word, from, to }) => word === 'verifies' && covers(run, { from, to }))
}

/** Where a clause states a percentage or a place, or null. */
function stated(run: Run, { read: { tokens, items } }: Heard): number | null {
  const isPlace = (at: number): boolean =>
    items[at]!.slots.some(({ slot }) => slot === 'n') &&
    (PLACES.has(tokens[at + 1]?.fold ?? '') || PLACES.has(tokens[at - 1]?.fold ?? ''))
  const at = tokens.findIndex(
    ({ typed, number }, place) =>
      holds(run, place) &&
      (typed === '%' || (number !== null && percentEnd(tokens, place + 1) !== null) || isPlace(place)),
  )
  return at < 0 ? null : at
}

const PLACES = foldSet(ruleWords.places)

/** "Hôm trước ai nói xã đạt 48%, có thật không": of who said it, and when, nothing is asked but a unit that is named. */
export function withoutSpeaker(clause: Clause, heard: Heard): Clause[] {
  const { words, read } = heard
  const figure = stated(clause, heard)
  if (figure === null || !read.tokens.some((_, at) => doubts({ from: at, to: read.tokens.length }, heard)))
    return [clause]
  const said = words.findLast(
    ({ word, from, to }) => word === 'reports' && from >= clause.from && to <= figure,
  )
  if (!said || clause.does === 'tells' || clause.does === 'quotes') return [clause]
  const head: Clause = { from: clause.from, to: said.to, does: 'tells' }
  const spans = read.chosen.filter(span => covers(head, span))
  const isKept = spans.some(
    span =>
      (span.meaning.is === 'unit' && !isNamedUnit(span)) ||
      (span.meaning.is === 'period' && !isOneDay(span)) ||
      span.meaning.is === 'indicator',
  )
  return isKept ? [clause] : [head, { ...clause, from: said.to }]
}

function isOneDay({ meaning }: EntitySpan): boolean {
  return meaning.is === 'period' && meaning.sense.is === 'relative' && meaning.sense.unit === 'day'
}
