import { type Course, deviationOf, type Estimate, type Series, toDate } from './course.ts'
import { flatEstimates } from './flat.ts'
import { latestEstimates, stayEstimates } from './latest.ts'
import { trendEstimates } from './trend.ts'

/** Between ± so many standard deviations of a normal lie 80 %. */
export const Z_80 = 1.2816

/** So many past misses over the whole horizon does the normal weigh as. */
const PRIOR = 15

type Method = (course: Course, last: number, horizon: number) => (Estimate | null)[]

/** What is expected of each unit at the end of the phase, and by how much the scale of the deviations was off so far. */
export interface KindOutlook {
  estimates: (Estimate | null)[]
  /** ± `scale` deviations hold 80 %. */
  scale: number
}

/** What is forecast: `last` is the newest known period, `horizon` the periods of the phase still to come, at least 1. */
export interface Ahead {
  last: number
  horizon: number
  accumulation: 'sum' | 'latest'
}

/**
 * The forecast of all units of a kind for one indicator. Of two methods the one that would have been better so far; the
 * width is what would have held 80 % of the past outcomes (split-conformal, drawn towards the normal).
 */
export function kindOutlook(course: Course, ahead: Ahead): KindOutlook {
  const tried = methodsFor(ahead).map(method => ({ method, misses: backTest(course, method, ahead) }))
  const [main, plain] = tried
  const better = plain && meanError(plain.misses) < 0.9 * meanError(main!.misses) ? plain : main!
  return {
    estimates: better.method(course, ahead.last, ahead.horizon),
    scale: scaleOf(better.misses, ahead.accumulation),
  }
}

function methodsFor({ accumulation, horizon }: Ahead): Method[] {
  if (accumulation === 'sum') return [trendEstimates, flatEstimates]
  return horizon === 1 ? [latestEstimates, stayEstimates] : [latestEstimates]
}

interface Miss {
  error: number
  /** How much it says of the horizon asked, 0 to 1: a miss over fewer periods than lie ahead says less. */
  weight: number
  deviation: number
}

/** What the method would have said at each earlier period of the phase, beside what came. */
function backTest(course: Course, method: Method, { last, horizon, accumulation }: Ahead): Miss[] {
  const misses: Miss[] = []
  const origin = accumulation === 'sum' ? course.first : course.first - 1
  for (let at = Math.max(origin, 1); at < last; at++) {
    const steps = Math.min(horizon, last - at)
    method(course, at, steps).forEach((estimate, i) => {
      const outcome = outcomeOf(course, course.series[i]!, at + steps, accumulation)
      if (!estimate || outcome === null) return
      misses.push({
        error: outcome - estimate.rate,
        deviation: deviationOf(estimate),
        weight: (steps / horizon) ** 2,
      })
    })
  }
  return misses
}

/** Where a unit stood at the end of a period: its rate of the phase so far, or its newest state. */
export function outcomeOf(
  course: Course,
  of: Series,
  last: number,
  accumulation: 'sum' | 'latest',
): number | null {
  if (accumulation === 'sum') {
    const { numerator, denominator } = toDate(course, of, last)
    return denominator > 0 ? numerator / denominator : null
  }
  for (let t = last; t >= 0; t--) {
    const d = of.denominators[t] ?? 0
    if (d > 0) return (of.numerators[t] ?? 0) / d
  }
  return null
}

function meanError(misses: readonly Miss[]): number {
  if (misses.length === 0) return 0
  return misses.reduce((sum, { error }) => sum + Math.abs(error), 0) / misses.length
}

function scaleOf(misses: readonly Miss[], accumulation: 'sum' | 'latest'): number {
  const sizes = misses.map(({ error, deviation }) => Math.abs(error) / deviation).toSorted((a, b) => a - b)
  const n = sizes.length
  const quantile = n === 0 ? Z_80 : sizes[Math.min(n - 1, Math.ceil(0.8 * (n + 1)) - 1)]!
  const said = misses.reduce((sum, { weight }) => sum + weight, 0)
  return Math.max((said * quantile + PRIOR * Z_80) / (said + PRIOR), accumulation === 'sum' ? 0.6 : 0.1)
}
