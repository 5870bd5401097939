import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoWeek } from '../../../src/core/period.ts'
import { clearestPlace, isValley, scaleOf } from '../../../src/replies/pictures/trend-scale.ts'

function course(...values: (number | null)[]) {
  return values.map((value, index) => ({ ...isoWeek(2024, index + 1)!, value }))
}

test('the axis holds every value and target in at most six even steps', () => {
  const percents = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 25 })
  fc.assert(
    fc.property(percents, fc.option(fc.integer({ min: 0, max: 100 })), (hundredths, target) => {
      const values = hundredths.map(one => one / 100)
      const targets = target === null ? [] : [{ target }]
      const { min, max, step } = scaleOf(course(...values), targets, 100)
      expect(min).toBeGreaterThanOrEqual(0)
      for (const value of [...values, ...targets.map(one => one.target)]) {
        expect(value).toBeGreaterThanOrEqual(min)
        expect(value).toBeLessThanOrEqual(max)
      }
      expect((max - min) / step).toBeLessThanOrEqual(6)
      expect(Number.isInteger((max - min) / step)).toBe(true)
    }),
  )
})

test('values stand under the dots of valleys, but never in the axis', () => {
  const scale = { min: 0, max: 100, step: 20 }
  expect([0, 1, 2].map(index => isValley(course(60, 40, 60), index, scale))).toEqual([false, true, false])
  expect(isValley(course(60, 5, 60), 1, scale)).toBe(false)
})

test('a target is named where the course leaves room', () => {
  const scale = { min: 0, max: 100, step: 20 }
  const label = { text: 'Chỉ tiêu 60%', fontSize: 30, width: 1000, height: 400 }
  const held = { target: 60, first: 0, last: 7 }
  const low = course(10, 10, 10, 10, 10, 10, 10, 10)
  expect(clearestPlace(low, held, scale, label)).toEqual({ atEnd: false, above: true })
  const high = course(65, 68, 70, 75, 80, 85, 90, 95)
  expect(clearestPlace(high, held, scale, label)).toEqual({ atEnd: true, above: false })
  expect(clearestPlace(course(null, null), { ...held, last: 1 }, scale, label)).toEqual({
    atEnd: false,
    above: true,
  })
})
