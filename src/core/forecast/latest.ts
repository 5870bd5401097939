import type { Course, Estimate, Series } from './course.ts'
import { total } from './line.ts'

/** So many increments at most say how a state grows. */
const INCREMENTS = 4

interface Growth {
  /** State at the last period, a fraction. */
  state: number
  denominator: number
  increments: number[]
  /** The last increments before the phase: how unsteady the unit is. */
  before: number[]
}

/** A count that is a state: it goes on growing as it grew in the phase, each unit's growth drawn towards its kind's. */
export function latestEstimates(course: Course, last: number, horizon: number): (Estimate | null)[] {
  const growths = course.series.map(one => growthOf(course, one, last))
  const moving = growths.filter(one => one !== null).filter(one => one.increments.length > 0)
  const means = moving.map(({ increments }) => total(increments, x => x) / increments.length)
  const kind = means.length > 0 ? total(means, x => x) / means.length : 0
  const k = Math.max(1, ...moving.map(({ increments }) => increments.length))
  const noise = noiseOf(moving.map(one => (k === 1 ? one.before : one.increments)))
  const scatter = means.length > 1 ? total(means, x => (x - kind) ** 2) / (means.length - 1) : 0
  const between = Math.max(0, scatter - noise / k)
  const drawn = between / (between + noise / k || 1)
  const shared = means.length > 0 ? noise / (k * means.length) : 0
  return growths.map(one => {
    if (!one || one.denominator === 0) return null
    const { increments, state, denominator } = one
    const mean = increments.length > 0 ? total(increments, x => x) / increments.length : kind
    const slope = kind + drawn * (mean - kind)
    const own = noise * horizon + ((drawn * noise) / k) * horizon ** 2 + (0.29 / denominator) ** 2
    const common = shared * horizon ** 2 + (0.3 * slope * horizon) ** 2
    const rate = Math.min(Math.max(state + slope * horizon, 0), 1)
    return { rate, own, common, denominator }
  })
}

/** The state stays as it is. */
export function stayEstimates(course: Course, last: number, horizon: number): (Estimate | null)[] {
  const moving = latestEstimates(course, last, horizon)
  return course.series.map((one, i) => {
    const growth = growthOf(course, one, last)
    const beside = moving[i]
    return growth && beside ? { ...beside, rate: growth.state } : null
  })
}

/** Variance of increments within units. */
function noiseOf(increments: readonly (readonly number[])[]): number {
  let [squares, free] = [0, 0]
  for (const ofUnit of increments) {
    if (ofUnit.length < 2) continue
    const mean = total(ofUnit, x => x) / ofUnit.length
    squares += total(ofUnit, x => (x - mean) ** 2)
    free += ofUnit.length - 1
  }
  return free > 0 ? squares / free : 0
}

function growthOf(course: Course, of: Series, last: number): Growth | null {
  const states: (number | null)[] = []
  let [state, denominator]: [number | null, number] = [null, 0]
  for (let t = 0; t <= last; t++) {
    const d = of.denominators[t] ?? 0
    if (d > 0) [state, denominator] = [(of.numerators[t] ?? 0) / d, d]
    states.push(state)
  }
  if (state === null) return null
  const grown = (from: number, to: number): number[] => {
    const found: number[] = []
    for (let t = Math.max(1, from); t <= to; t++) {
      const [now, before] = [states[t] ?? null, states[t - 1] ?? null]
      if (now !== null && before !== null) found.push(now - before)
    }
    return found
  }
  const increments = grown(Math.max(course.first + 1, last - INCREMENTS + 1), last)
  return { state, denominator, increments, before: grown(course.first - INCREMENTS, course.first - 1) }
}
