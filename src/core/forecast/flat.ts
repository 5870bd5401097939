import { type Course, type Estimate, pooled, toDate, volumeOf } from './course.ts'

/** Counts that add up, where the rate of the phase so far stays as it is. */
export function flatEstimates(course: Course, last: number, horizon: number): (Estimate | null)[] {
  const kind = toDate(course, pooled(course), last)
  const kindRate = kind.denominator > 0 ? kind.numerator / kind.denominator : 0
  const soFar = course.series.map(one => toDate(course, one, last))
  const rates = soFar.map(({ numerator, denominator }) => (numerator + kindRate) / (denominator + 1))
  const dispersion = dispersionOf(course, last, rates)
  return course.series.map((one, i) => {
    const { numerator, denominator } = soFar[i]!
    const further = volumeOf(one, last, 4).mean * horizon
    if (denominator === 0) return null
    const share = further / (denominator + further)
    const rate = rates[i]!
    const chance = further > 0 ? dispersion * rate * (1 - rate) * (1 / further + 1 / denominator) : 0
    return {
      rate: numerator / denominator,
      own: share ** 2 * chance,
      common: 0,
      denominator: denominator + further,
    }
  })
}

/** Pearson's dispersion of the periods of the phase around each unit's rate. */
function dispersionOf(course: Course, last: number, rates: readonly number[]): number {
  let [squares, free] = [0, 0]
  course.series.forEach((one, i) => {
    const p = rates[i]!
    let periods = 0
    for (let t = course.first; t <= last; t++) {
      const d = one.denominators[t] ?? 0
      if (d === 0 || p <= 0 || p >= 1) continue
      squares += ((one.numerators[t] ?? 0) - d * p) ** 2 / (d * p * (1 - p))
      periods++
    }
    free += Math.max(0, periods - 1)
  })
  return free > 0 ? squares / free : 1
}
