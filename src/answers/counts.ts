import type { Question } from '../ask/question.ts'
import { rankAll } from '../core/rank.ts'
import type { Figure } from './answer.ts'

type Counted = Pick<Figure, 'numerator' | 'denominator'>

/** The count that was asked for: of what is counted, of all, or of the rest; null where there are no counts. */
export function countIn({ numerator, denominator }: Counted, of: Question['count']): number | null {
  if (of === null || numerator === null || denominator === null) return null
  return { numerator, denominator, rest: denominator - numerator }[of]
}

/** The figure with the count that was asked for, where it has one. */
export function counted({ count: of }: Question, figure: Figure): Figure {
  const count = countIn(figure, of)
  return count === null ? figure : { ...figure, count }
}

/** Those that have counts, the most first (the fewest, where asked so), each with its place by them. */
export function inOrderOfCounts({ count: of, order }: Question, figures: readonly Figure[]): Figure[] {
  const counts = new Map(
    figures.flatMap(figure => {
      const count = countIn(figure, of)
      return count === null ? [] : [[figure.unit, count] as const]
    }),
  )
  const places = rankAll(counts, order === 'lowest' ? 'lower' : 'higher')
  return figures
    .flatMap(figure => {
      const [count, rank] = [counts.get(figure.unit), places.get(figure.unit)]
      return count === undefined || rank === undefined ? [] : [{ ...figure, count, rank, of: counts.size }]
    })
    .toSorted((a, b) => a.rank - b.rank || (a.unit < b.unit ? -1 : 1))
}
