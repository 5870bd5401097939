import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ceilDiv, floorDiv, hundredths, percentOf, round2, roundDiv } from '../../src/core/rounding.ts'

/** The percent as text, by long division: two decimals, and one more if what is left is a half or more. */
function percentByHand(numerator: number, denominator: number): string {
  let rest = BigInt(numerator) * 100n
  const whole = rest / BigInt(denominator)
  let digits = ''
  for (let i = 0; i < 2; i++) {
    rest = (rest % BigInt(denominator)) * 10n
    digits += rest / BigInt(denominator)
  }
  const up = (rest % BigInt(denominator)) * 2n >= BigInt(denominator) ? 1n : 0n
  const all = (BigInt(`${whole}${digits}`) + up).toString().padStart(3, '0')
  return `${all.slice(0, -2)}.${all.slice(-2)}`
}

describe('percentOf', () => {
  test('equals long division for all small counts', () => {
    const wrong: [number, number][] = []
    for (let d = 1; d <= 400; d++)
      for (let n = 0; n <= d; n++) if (percentOf(n, d).toFixed(2) !== percentByHand(n, d)) wrong.push([n, d])
    expect(wrong).toEqual([])
  })

  test('equals long division for counts of any size, halves among them', () => {
    const count = fc.oneof(
      fc.integer({ min: 1, max: 100_000 }),
      fc.maxSafeNat().map(n => n + 1),
    )
    fc.assert(
      fc.property(count, fc.double({ min: 0, max: 1, noNaN: true }), (d, share) => {
        const n = Math.min(d, Math.floor(share * d))
        expect(percentOf(n, d).toFixed(2)).toBe(percentByHand(n, d))
      }),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999 }),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        (k, times) => {
          expect(percentOf((2 * k + 1) * times, 20_000 * times)).toBe((k + 1) / 100)
        },
      ),
    )
  })

  test.each([
    [245, 400, 61.25],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 800, 0.13],
    [201, 20_000, 1.01],
    [0, 7, 0],
    [7, 7, 100],
  ])('%d of %d is %d %%', (n, d, percent) => {
    expect(percentOf(n, d)).toBe(percent)
  })
})

describe('round2', () => {
  test('rounds thousandths half up as their digits say', () => {
    const wrong: number[] = []
    for (let k = 0; k <= 200_000; k++) if (round2(k / 1000) !== Math.floor((k + 5) / 10) / 100) wrong.push(k)
    expect(wrong).toEqual([])
  })

  test.each([
    [1.005, 1.01],
    [2.675, 2.68],
    [1.255, 1.26],
    [72.365, 72.37],
    [0.1 + 0.2, 0.3],
    [1.1 * 1.1, 1.21],
    [60.0049999, 60],
    [59.995, 60],
    [59.99499, 59.99],
    [-1.005, -1.01],
    [-0.001, 0],
    [0, 0],
    [1e-9, 0],
  ])('%d → %d', (x, rounded) => {
    expect(round2(x)).toBe(rounded)
  })

  test('a rounded number stays, and moves by half a hundredth at most', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), x => {
        expect(round2(round2(x))).toBe(round2(x))
        expect(Math.abs(round2(x) - x)).toBeLessThan(0.005_000_01)
        expect(hundredths(x) / 100).toBe(round2(x))
      }),
    )
  })
})

test('whole divisions hold their defining inequalities, also for negative numbers', () => {
  const n = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
  fc.assert(
    fc.property(n, fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
      const [floor, ceil, round] = [floorDiv(a, b), ceilDiv(a, b), roundDiv(a, b)]
      expect(floor * b <= a && a < (floor + 1) * b).toBe(true)
      expect((ceil - 1) * b < a && a <= ceil * b).toBe(true)
      expect((2 * round - 1) * b <= 2 * a && 2 * a < (2 * round + 1) * b).toBe(true)
      expect([floor, ceil, round].some(x => Object.is(x, -0))).toBe(false)
    }),
  )
})
