import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOff } from '../../src/lib/back-off.ts'

describe('backOff', () => {
  const range = { first: 1_000, longest: 60_000 }

  it('doubles up to the longest', () => {
    expect([1, 2, 3, 6, 7, 8, 5_000].map(n => backOff(n, range))).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000,
    ])
  })

  it('spreads over the upper half when given randomness', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (n, random) => {
          const whole = backOff(n, range)
          const spread = backOff(n, range, random)
          expect(spread).toBeGreaterThanOrEqual(Math.floor(whole / 2))
          expect(spread).toBeLessThanOrEqual(whole)
        },
      ),
    )
  })
})
