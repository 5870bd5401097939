import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankAll } from '../../src/core/rank.ts'

const places = (values: Record<string, number>, better: 'higher' | 'lower' = 'higher') =>
  Object.fromEntries(rankAll(new Map(Object.entries(values)), better))

test('equal values share a place and the next one is skipped', () => {
  expect(places({ a: 50, b: 90, c: 70, d: 70 })).toEqual({ b: 1, c: 2, d: 2, a: 4 })
  expect(places({ a: 50, b: 90, c: 70, d: 70 }, 'lower')).toEqual({ a: 1, c: 2, d: 2, b: 4 })
  expect(places({ a: 0, b: 0, c: 0 })).toEqual({ a: 1, b: 1, c: 1 })
  expect(places({})).toEqual({})
})

test('values are compared as they are shown, with 2 decimals', () => {
  expect(places({ a: 61.254, b: 61.25, c: 61.245, d: 61.244 })).toEqual({ a: 1, b: 1, c: 1, d: 4 })
})

test('comes in the order of the places, equal ones by code, whatever order came in', () => {
  const values: [string, number][] = [
    ['b', 1],
    ['c', 2],
    ['a', 1],
  ]
  expect([...rankAll(new Map(values), 'higher').keys()]).toEqual(['c', 'a', 'b'])
  expect([...rankAll(new Map(values.toReversed()), 'higher').keys()]).toEqual(['c', 'a', 'b'])
})

test('a place is one more than how many are better', () => {
  const values = fc.dictionary(
    fc.string(),
    fc.integer({ min: 0, max: 60 }).map(k => 60 + k / 200),
  )
  fc.assert(
    fc.property(values, fc.constantFrom('higher' as const, 'lower' as const), (all, better) => {
      const shown = Object.entries(all).map(([code, value]) => [code, Math.floor(value * 100 + 0.5)] as const)
      const ranks = rankAll(new Map(Object.entries(all)), better)
      expect(ranks.size).toBe(shown.length)
      for (const [code, own] of shown) {
        const ahead = shown.filter(([, other]) => (better === 'higher' ? other > own : other < own))
        expect(ranks.get(code)).toBe(ahead.length + 1)
      }
    }),
  )
})
