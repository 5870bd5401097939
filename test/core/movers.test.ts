import { describe, expect, test } from 'vitest'
import { movedMost, moversOf } from '../../src/core/movers.ts'
import { seeded } from './seeded.ts'

describe('who moved', () => {
  test('by value and by place, of those that have both', () => {
    const before = new Map([
      ['A', 50],
      ['B', 60],
      ['C', 70],
      ['D', 80],
    ])
    const after = new Map([
      ['A', 75.005],
      ['B', 55],
      ['C', 70],
      ['E', 90],
    ])
    const moved = moversOf(before, after, 'higher')
    expect(moved.map(one => one.unit)).toEqual(['A', 'B', 'C'])
    expect(moved[0]).toMatchObject({ change: 25.01, rankBefore: 4, rankAfter: 2, rankChange: 2 })
    expect(movedMost(moved, 'value', 'up').map(one => one.unit)).toEqual(['A'])
    expect(movedMost(moved, 'value', 'down').map(one => one.unit)).toEqual(['B'])
    expect(movedMost(moved, 'place', 'down').map(one => [one.unit, one.rankChange])).toEqual([
      ['B', -1],
      ['C', -1],
    ])
  })

  test('where lower is better a higher value is a rise of the value and a loss of places', () => {
    const [a] = moversOf(
      new Map([
        ['A', 5],
        ['B', 6],
      ]),
      new Map([
        ['A', 7],
        ['B', 6],
      ]),
      'lower',
    )
    expect(a).toMatchObject({ change: 2, rankChange: -1 })
  })

  test.each(Array.from({ length: 300 }, (_, i) => i))('as counted by hand (case %i)', seed => {
    const pick = seeded(seed)
    const table = () =>
      new Map<string, number>(
        Array.from({ length: 9 }, (_, i) => [`U${i}`, pick(0, 60) / 2] as const).filter(() => pick(0, 4) > 0),
      )
    const [before, after] = [table(), table()]
    const better = pick(0, 1) === 0 ? 'higher' : 'lower'
    const place = (values: Map<string, number>, unit: string) =>
      1 +
      [...values.values()].filter(value =>
        better === 'higher' ? value > values.get(unit)! : value < values.get(unit)!,
      ).length
    for (const one of moversOf(before, after, better)) {
      expect(one.change).toBe(after.get(one.unit)! - before.get(one.unit)!)
      expect(one.rankChange).toBe(place(before, one.unit) - place(after, one.unit))
    }
    const down = movedMost(moversOf(before, after, better), 'value', 'down')
    expect(down.every((one, i) => one.change < 0 && (i === 0 || down[i - 1]!.change <= one.change))).toBe(
      true,
    )
  })
})
