import { besideUnitWords } from '../../../locales/vi/ask/clauses.ts'
import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { foldSet } from '../words/fold.ts'
import { covers } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { isNamedUnit } from './heard.ts'
import type { Clause, Heard } from './heard.ts'

/** "Sở Nội vụ vừa gửi văn bản xuống", "mới họp dưới Ia Khai về": who tells, with whom and where; not "Ia Dom bị nhắc". */
export function withUnitsBeside(clause: Clause, heard: Heard): Clause {
  if (clause.does !== 'tells') return clause
  const beside = heard.read.chosen.filter(
    span =>
      isNamedUnit(span) &&
      covers(clause, span) &&
      (isPlace(span, clause, heard) || isTeller(span, clause, heard)),
  )
  return beside.length === 0 ? clause : { ...clause, beside }
}

function isPlace({ from }: Run, clause: Run, { read }: Heard): boolean {
  return from > clause.from && PLACES.has(read.tokens[from - 1]!.fold)
}

const PLACES = foldSet(besideUnitWords)

/** The doing stands right behind the unit, or holds it as who does it; who states what is to be verified speaks of itself. */
function isTeller({ from, to }: Run, clause: Run, { words, read }: Heard): boolean {
  if (words.some(({ word, ...one }) => word === 'verifies' && one.from >= clause.to)) return false
  return words.some(
    one =>
      one.word === 'tells' &&
      covers(clause, one) &&
      one.to > to &&
      one.from <= to + MOST_BETWEEN &&
      (one.from === from || one.from >= to) &&
      !read.tokens.slice(to, one.to).some(({ fold }) => PASSIVE.has(fold)),
  )
}

/** "Sở Nội vụ hôm qua có gọi". */
const MOST_BETWEEN = 3
const PASSIVE = foldSet(ruleWords.undergone)
