import { describe, expect, test } from 'vitest'
import { neighbour, placeGoal } from '../../src/core/goal.ts'
import { changeOf, factorOf } from '../../src/core/growth.ts'
import { isRight } from '../../src/core/verify.ts'
import { valueThen } from '../../src/core/what-if.ts'
import { seeded } from './seeded.ts'

const TABLE = new Map([
  ['A', 90],
  ['B', 80],
  ['C', 80],
  ['D', 60],
])

describe('a place as goal', () => {
  test('is the value that its holder has now', () => {
    expect(placeGoal(TABLE, 'D', 2, 'higher')).toEqual({ place: 2, value: 80, holder: 'B', reached: false })
    expect(placeGoal(TABLE, 'B', 2, 'higher')!.reached).toBe(true)
    expect(placeGoal(TABLE, 'A', 3, 'higher')!.reached).toBe(true)
    expect(placeGoal(TABLE, 'A', 2, 'lower')).toMatchObject({ value: 80, reached: false })
    expect(placeGoal(TABLE, 'D', 99, 'higher')).toMatchObject({ place: 4, value: 60 })
    expect(placeGoal(new Map(), 'D', 1, 'higher')).toBeNull()
  })

  test('who is just ahead and just behind, with another value', () => {
    expect(neighbour(TABLE, 'D', 'ahead', 'higher')).toEqual({ unit: 'B', value: 80 })
    expect(neighbour(TABLE, 'A', 'ahead', 'higher')).toBeNull()
    expect(neighbour(TABLE, 'A', 'behind', 'higher')).toEqual({ unit: 'B', value: 80 })
    expect(neighbour(TABLE, 'A', 'ahead', 'lower')).toEqual({ unit: 'B', value: 80 })
  })
})

describe('what if', () => {
  const base = { numerator: 400, denominator: 1000, expected: 500, daysLeft: 10 }
  const recent = { numerator: 100, denominator: 200 }

  test('so many more a day, in all, or a rate', () => {
    // usual: 400 + 250 of 1500; 20 a day are 200 more.
    expect(valueThen({ ...base, recent, assume: { per_day: 20 } })).toBe(56.67)
    expect(valueThen({ ...base, recent, assume: { add: 30 } })).toBe(45.33)
    expect(valueThen({ ...base, recent, assume: { rate: 80 } })).toBe(53.33)
  })

  test('extra dossiers come out of those expected: never more than all of them', () => {
    expect(valueThen({ ...base, recent, assume: { per_day: 1000 } })).toBe(60)
    expect(valueThen({ ...base, recent, assume: { rate: 100 } })).toBe(60)
  })

  test('without dossiers to divide by, or a rate to go on with, there is none', () => {
    expect(valueThen({ ...base, denominator: 0, expected: 0, recent, assume: { add: 1 } })).toBeNull()
    expect(valueThen({ ...base, recent: null, assume: { add: 1 } })).toBeNull()
    expect(valueThen({ ...base, recent: null, assume: { rate: 50 } })).toBe(43.33)
  })

  test.each(Array.from({ length: 300 }, (_, i) => i))('as counted by hand (case %i)', seed => {
    const pick = seeded(seed)
    const denominator = pick(1, 900)
    const [numerator, expected, daysLeft] = [pick(0, denominator), pick(1, 500), pick(0, 60)]
    const of = pick(1, 300)
    const usual = { numerator: pick(0, of), denominator: of }
    const per_day = pick(0, 15)
    const most = numerator + expected
    const reached = Math.min(most, numerator + (usual.numerator / of) * expected + per_day * daysLeft)
    const found = valueThen({
      numerator,
      denominator,
      expected,
      recent: usual,
      daysLeft,
      assume: { per_day },
    })
    expect(Math.abs(found! - (100 * reached) / (denominator + expected))).toBeLessThanOrEqual(0.005_001)
  })
})

describe('a stated figure', () => {
  test.each([
    [42, 42.13, true],
    [42, 42.5, false],
    [42.1, 42.13, true],
    [42.13, 42.13, true],
    [42.12, 42.13, false],
    [60, 59.5, true],
  ])('%d for %d: %s', (claimed, value, right) => {
    expect(isRight(claimed, value)).toBe(right)
  })
})

describe('growth', () => {
  test('as a factor and as a difference of rounded values', () => {
    expect(factorOf(32.18, 51.49)).toBe(1.6)
    expect(factorOf(0, 5)).toBeNull()
    expect(changeOf(32.18, 51.49)).toBe(19.31)
    expect(changeOf(null, 5)).toBeNull()
  })
})
