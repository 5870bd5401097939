import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { addDays } from '../../core/period.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { foldSet } from '../words/fold.ts'
import { overlapOf } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'
import { resolvePeriod } from './period-sense.ts'
import type { PeriodWorld } from './period-sense.ts'
import type { FoundPeriod } from './found-period.ts'

/** From so many on, months in a row are a stretch that is looked at as a whole; two are held against each other. */
const A_ROW = 3

/**
 * The stretches found, with those that stand behind one by their numbers alone ("tuần 17, 18 và 19"), and with three or more
 * in a row as one: "tháng 3 tháng 4 tháng 5" is from 1/3 to 31/5.
 */
export function withListed(
  found: readonly FoundPeriod[],
  read: ReadTokens,
  world: PeriodWorld,
): FoundPeriod[] {
  const all = found.flatMap(one => [one, ...numbersBehind(one, read, world)])
  const rows: FoundPeriod[][] = []
  for (const one of all) {
    const row = rows.at(-1)
    if (row && follows(row.at(-1)!, one, read)) row.push(one)
    else rows.push([one])
  }
  return rows.flatMap(row => (row.length < A_ROW ? row : [inOne(row)]))
}

/** "Tháng 3 và tháng 5": two stretches of one kind by their numbers, of which neither is more asked about than the other. */
export function areAlike({ sense: a }: FoundPeriod, { sense: b }: FoundPeriod): boolean {
  return a.is === 'numbered' && b.is === 'numbered' && a.unit === b.unit && a.unit !== 'year'
}

/** A week, month or quarter by a number of its own, without a year. */
function isNumbered({ sense, values, period }: FoundPeriod): boolean {
  return (
    sense.is === 'numbered' &&
    sense.unit !== 'year' &&
    sense.number === undefined &&
    period !== null &&
    values.length === 1 &&
    typeof values[0] === 'number'
  )
}

function numbersBehind(first: FoundPeriod, read: ReadTokens, world: PeriodWorld): FoundPeriod[] {
  if (!isNumbered(first)) return []
  const more: FoundPeriod[] = []
  for (let at = nextNumber(first.to, read.tokens); at !== null; at = nextNumber(at + 1, read.tokens)) {
    const last = more.at(-1) ?? first
    const number = read.tokens[at]!.number!
    const run = { from: at, to: at + 1 }
    const isOther = read.chosen.some(span => overlapOf(span, run) > 0) || countsSomething(at, read)
    if ((isOther && more.length === 0) || number !== Number(last.values[0]) + 1) break
    const period = resolvePeriod(first.sense, [number], world)
    if (period === null || period.from <= last.period!.to) break
    more.push({ ...first, ...run, values: [number], period })
  }
  return more
}

const AND = foldSet(ruleWords.joining)

/** Where the next number of a list stands: behind a comma or a word that joins. */
function nextNumber(at: number, tokens: readonly Token[]): number | null {
  const token = tokens[at]
  if (token === undefined) return null
  if (token.number !== null) return /^\s*[,;+&]?\s*$/u.test(token.gap) && token.gap !== '.' ? at : null
  return AND.has(token.fold) && tokens[at + 1]?.number !== null && tokens[at + 1] !== undefined
    ? at + 1
    : null
}

/** "Tháng 4, 5 xã thấp nhất", "tuần 19, 20 hồ sơ": the number of something, or a part of a greater one. */
function countsSomething(at: number, { tokens, kinds, chosen }: ReadTokens): boolean {
  const next = tokens[at + 1]
  if (next === undefined) return false
  if (next.number !== null && !next.gap.includes(' ')) return true
  if (next.typed === '%' || next.gap === '') return true
  if (!kinds.some(({ from }) => from === at + 1)) return false
  return !chosen.some(
    ({ meaning, from }) =>
      from === at + 1 &&
      (meaning.is === 'unit' || meaning.is === 'own' || (meaning.is === 'kind' && meaning.use === 'own')),
  )
}

/** Named right behind the other, and the next one of its kind. */
function follows(one: FoundPeriod, next: FoundPeriod, { tokens }: ReadTokens): boolean {
  if (!isNumbered(one) || !isNumbered(next) || one.period!.shape !== next.period!.shape) return false
  const between = tokens.slice(one.to, next.from)
  return between.every(({ fold }) => AND.has(fold)) && addDays(one.period!.to, 1) === next.period!.from
}

function inOne(row: readonly FoundPeriod[]): FoundPeriod {
  const [first, last] = [row[0]!, row.at(-1)!]
  return {
    ...first,
    to: last.to,
    values: [],
    period: { from: first.period!.from, to: last.period!.to, shape: 'fixed' },
    row,
  }
}
