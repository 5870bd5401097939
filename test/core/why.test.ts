import { describe, expect, test } from 'vitest'
import { dragsOf, driversOf, type Part, partsOfChange } from '../../src/core/why.ts'
import { seeded } from './seeded.ts'

const part = (unit: string, numerator: number, denominator: number): Part => ({
  unit,
  numerator,
  denominator,
})

describe('what moved a pooled rate', () => {
  test('a unit whose rate fell, and one that grew in weight: by hand', () => {
    const before = [part('A', 50, 100), part('B', 90, 100)]
    const after = [part('A', 40, 100), part('B', 270, 300)]
    const [first, second] = driversOf(before, after)!
    // P goes from 70 % to 77.5 %. A: rate (0.5+0.25)/2·(−10) = −3.75; weight (45 − 73.75)·(−0.25) = 7.1875.
    // B: rate 0; weight (90 − 73.75)·0.25 = 4.0625.
    expect(first).toMatchObject({ unit: 'B', ofRate: 0 })
    expect(first!.ofWeight).toBeCloseTo(4.0625, 10)
    expect(second!.unit).toBe('A')
    expect(second!.ofRate).toBeCloseTo(-3.75, 10)
    expect(second!.ofWeight).toBeCloseTo(7.1875, 10)
    expect(first!.effect + second!.effect).toBeCloseTo(7.5, 10)
  })

  test.each(Array.from({ length: 300 }, (_, i) => i))('effects add up to the change (case %i)', seed => {
    const pick = seeded(seed)
    const table = () =>
      Array.from({ length: 6 }, (_, i) => {
        const denominator = pick(0, 3) === 0 ? 0 : pick(1, 400)
        return part(`U${i}`, denominator === 0 ? 0 : pick(0, denominator), denominator)
      }).filter(() => pick(0, 9) > 0)
    const [before, after] = [table(), table()]
    const drivers = driversOf(before, after)
    const change = rate(before) === null || rate(after) === null ? null : 100 * (rate(after)! - rate(before)!)
    const added = drivers && drivers.reduce((sum, driver) => sum + driver.effect, 0)
    expect(added === null ? null : (added + 0).toFixed(7)).toBe(
      change === null ? null : (change + 0).toFixed(7),
    )
  })

  test('the counts of a single unit add up, too', () => {
    const moved = partsOfChange({ numerator: 50, denominator: 100 }, { numerator: 60, denominator: 150 })!
    expect(moved.numerator + moved.denominator).toBeCloseTo(-10, 10)
    expect(moved.numerator).toBeGreaterThan(0)
    expect(partsOfChange({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull()
  })
})

describe('what holds a level down', () => {
  test('units under their own target, by their dossiers; those without a target only weigh', () => {
    const parts = [
      { ...part('A', 40, 100), target: 60 },
      { ...part('B', 90, 100), target: 80 },
      { ...part('C', 5, 10), target: 60 },
      { ...part('D', 0, 190), target: null },
    ]
    expect(dragsOf(parts, 'higher')).toEqual([
      { unit: 'A', effect: 5 },
      { unit: 'C', effect: 0.25 },
    ])
    expect(dragsOf([{ ...part('A', 20, 100), target: 10 }], 'lower')).toEqual([{ unit: 'A', effect: 10 }])
  })
})

function rate(parts: readonly Part[]): number | null {
  const sum = (pick: (part: Part) => number) => parts.reduce((total, one) => total + pick(one), 0)
  const denominator = sum(one => one.denominator)
  return denominator === 0 ? null : sum(one => one.numerator) / denominator
}
