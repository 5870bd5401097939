import { describe, expect, test } from 'vitest'
import { type Course, deviationOf, type Estimate, type Series } from '../../../src/core/forecast/course.ts'
import { angleOf, fitLine, rateOf } from '../../../src/core/forecast/line.ts'
import { kindOutlook } from '../../../src/core/forecast/outlook.ts'
import { outlookOf, sumOutlooks } from '../../../src/core/forecast/sum-outlooks.ts'
import { chanceOf, verdictOf } from '../../../src/core/forecast/verdict.ts'

/** A world whose rates rise by the week, made with a small generator so that every run sees the same. */
function rising(units: number, periods: number, seed: number): Series[] {
  let state = seed
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return Array.from({ length: units }, () => {
    const [start, slope, volume] = [0.3 + 0.2 * random(), 0.005 + 0.02 * random(), 40 + 200 * random()]
    const denominators = Array.from({ length: periods }, () => Math.round(volume * (0.7 + 0.6 * random())))
    const numerators = denominators.map((d, t) => {
      let n = 0
      for (let i = 0; i < d; i++) if (random() < start + slope * t) n++
      return n
    })
    return { numerators, denominators }
  })
}

const upTo = (course: Course, last: number): Course => ({
  ...course,
  series: course.series.map(one => ({
    numerators: one.numerators.slice(0, last + 1),
    denominators: one.denominators.slice(0, last + 1),
  })),
})

describe('a forecast', () => {
  test('sees the line, and the angle of a rate gives the rate back', () => {
    const line = fitLine([0, 1, 2, 3].map(x => ({ x, z: 2 + 3 * x, w: 1 + x })))
    expect(line.slope).toBeCloseTo(3, 10)
    expect(line.meanZ - line.slope * line.meanX).toBeCloseTo(2, 10)
    expect(line.chi2).toBeCloseTo(0, 10)
    expect(rateOf(angleOf(3000, 10_000))).toBeCloseTo(0.3, 3)
  })

  test('follows a rise, and its interval holds about 80 % of what comes', () => {
    const [first, end] = [8, 15]
    let [n, inside, error, stays] = [0, 0, 0, 0]
    for (const seed of [11, 22, 33, 44, 55]) {
      const course = { series: rising(60, end + 1, seed), first }
      for (let last = first + 1; last < end; last++) {
        const seen = upTo(course, last)
        const { estimates, scale } = kindOutlook(seen, { last, horizon: end - last, accumulation: 'sum' })
        estimates.forEach((estimate, i) => {
          const [now, then] = [last, end].map(at => rateAt(course.series[i]!, first, at))
          expect(deviationOf(estimate!)).toBeGreaterThan(0)
          n++
          inside += Number(Math.abs(then! - estimate!.rate) <= scale * deviationOf(estimate!))
          error += Math.abs(then! - estimate!.rate)
          stays += Math.abs(then! - now!)
        })
      }
    }
    expect(inside / n).toBeGreaterThan(0.72)
    expect(inside / n).toBeLessThan(0.9)
    expect(error).toBeLessThan(0.6 * stays)
  })

  test('is narrow where the past shows it, and what came over one period says little of ten ahead', () => {
    const steady = Array.from({ length: 100 }, () => ({
      numerators: [50, 50, 50],
      denominators: [100, 100, 100],
    }))
    const scaleFor = (horizon: number) =>
      kindOutlook({ series: steady, first: 0 }, { last: 2, horizon, accumulation: 'sum' }).scale
    expect(scaleFor(1)).toBeCloseTo(0.6, 10)
    expect(scaleFor(10)).toBeGreaterThan(0.9)
    expect(scaleFor(10)).toBeLessThan(1.2816)
  })

  test('of a state goes on from where it stands, and never leaves 0 to 100 %', () => {
    const series = Array.from({ length: 40 }, (_, unit) => ({
      numerators: Array.from({ length: 12 }, (__, t) => Math.min(20, 4 + t + (unit % 3))),
      denominators: Array.from({ length: 12 }, () => 20),
    }))
    const course = upTo({ series, first: 4 }, 8)
    const { estimates, scale } = kindOutlook(course, { last: 8, horizon: 3, accumulation: 'latest' })
    expect(estimates[0]!.rate).toBeCloseTo(15 / 20, 1)
    const far = kindOutlook(course, { last: 8, horizon: 30, accumulation: 'latest' })
    for (const one of far.estimates) expect(one!.rate).toBe(1)
    expect(outlookOf(estimates[0]!, scale).low).toBeLessThan(75)
  })

  test('of a unit without dossiers is none', () => {
    const series = [...rising(35, 10, 7), { numerators: [], denominators: [] }]
    const { estimates } = kindOutlook({ series, first: 4 }, { last: 9, horizon: 4, accumulation: 'sum' })
    expect(estimates.at(-1)).toBeNull()
  })
})

describe('several units together', () => {
  test('add their counts; what is their own partly cancels', () => {
    const parts = [expected(0.5, 100), expected(0.8, 300)].map(one => ({ estimate: one, scale: 1.28 }))
    const whole = sumOutlooks(parts)!
    expect(whole.value).toBeCloseTo((100 * (50 + 240)) / 400, 10)
    expect(whole.halfWidth).toBeLessThan(outlookOf(expected(0.5, 1), 1.28).halfWidth)
    expect(sumOutlooks([])).toBeNull()
  })
})

describe('a verdict', () => {
  test('is half and half at the target, mirrored where lower is better', () => {
    expect(chance(60, 'higher')).toBeCloseTo(0.5, 6)
    expect(chance(65, 'higher')).toBeCloseTo(0.9, 3)
    expect(chance(65, 'lower')).toBeCloseTo(0.1, 3)
    expect([0.8, 0.79, 0.5, 0.49, 0.2, 0.19].map(verdictOf)).toEqual([
      'likely',
      'possible',
      'possible',
      'doubtful',
      'doubtful',
      'unlikely',
    ])
  })
})

function expected(rate: number, denominator: number): Estimate {
  return { rate, denominator, own: 0.0001, common: 0 }
}

function chance(value: number, better: 'higher' | 'lower'): number {
  return chanceOf({ value, halfWidth: 5, target: 60, better })
}

function rateAt(of: Series, first: number, last: number): number {
  const sum = (counts: readonly number[]) => counts.slice(first, last + 1).reduce((a, b) => a + b, 0)
  return sum(of.numerators) / sum(of.denominators)
}
