import type { Evidence } from '../intents/evidence.ts'
import { areAlike } from '../periods/listed-periods.ts'
import type { FoundPeriod } from '../periods/found-period.ts'
import type { Question } from '../question.ts'
import { holds, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'

/**
 * The message once for each of several that are asked in one breath, without the words of the others: units, or indicators, with days
 * of their own ("Sở Y tế tuần này, Sở Tư pháp tuần trước"), or days each of which has a place or a list of its own
 * ("hạng mấy tuần 18, 19, 20"). Null where it asks of one, or of all together; `question` is what it asks as a whole.
 */
export function eachApart(evidence: Evidence, { intent, notAnswered }: Question): Token[][] | null {
  const { read, periods } = evidence
  const runs = pairsOf(evidence)
  if (runs) return runs.map(own => without(read.tokens, runs.filter(one => one !== own).flat()))
  const days = notAnswered.some(({ part }) => part === 'each') ? alike(periods) : rowOf(periods)
  if (days === undefined || days.length < 2 || (periods.some(({ row }) => row) && intent !== 'rank'))
    return null
  return days.map(one => without(read.tokens, otherDays(one, days)))
}

function without(tokens: readonly Token[], left: readonly Run[]): Token[] {
  return tokens.filter((_, at) => !left.some(run => holds(run, at)))
}

/** Units, or indicators, each with days right before or behind it; none where they are compared, or the days are the same. */
function pairsOf({ read, mentions, periods, strength }: Evidence): Run[][] | null {
  if (periods.length < 2 || strength.has('versus') || strength.has('against_last')) return null
  const own = read.chosen.filter(
    ({ meaning, ...run }) =>
      (meaning.is === 'own' || (meaning.is === 'kind' && meaning.use === 'own')) &&
      mentions.every(one => overlapOf(one, run) === 0),
  )
  const indicators = read.chosen.filter(({ meaning }) => meaning.is === 'indicator')
  const units: Run[] = [...mentions, ...own].toSorted((a, b) => a.from - b.from)
  const named = units.length === periods.length ? units : indicators
  if (named.length !== periods.length || new Set(periods.map(daysOf)).size < 2) return null
  const before = periods[0]!.from < named[0]!.from
  const pairs = named.map((one, at): [Run, Run] => (before ? [periods[at]!, one] : [one, periods[at]!]))
  const inTurn = pairs.every(([a, b], at) => a.to <= b.from && b.to <= (pairs[at + 1]?.[0].from ?? Infinity))
  return inTurn ? pairs : null
}

const daysOf = ({ period }: FoundPeriod): string => `${period?.from ?? ''}/${period?.to ?? ''}`

function alike(periods: readonly FoundPeriod[]): FoundPeriod[] {
  return periods.filter(
    one => one.period !== null && periods.some(other => one !== other && areAlike(one, other)),
  )
}

function rowOf(periods: readonly FoundPeriod[]): readonly FoundPeriod[] | undefined {
  return periods.find(({ row }) => row)?.row
}

/** The words of the other days; "19" of "tuần 18, 19" keeps the word for the week. */
function otherDays(kept: FoundPeriod, days: readonly FoundPeriod[]): Run[] {
  return days
    .filter(one => one !== kept)
    .map(one => {
      const names = one.to - one.from > 1 && kept.to - kept.from === 1 && one.to <= kept.from
      return names ? { from: one.to - 1, to: one.to } : { from: one.from, to: one.to }
    })
}
