import { describe, expect, test } from 'vitest'
import { buildUnitTree, isActive, isActiveWithin, type Unit } from '../../src/core/unit-tree.ts'
import { units } from './reference-province.ts'
import { unit } from './rows.ts'

const within = (one: Unit, from: string, to: string) => isActiveWithin(one, { from, to })

const codes = (found: readonly Unit[]) => found.map(({ code }) => code)

describe('the reference province', () => {
  const tree = buildUnitTree(units)

  test('is one tree of 258 units', () => {
    expect(tree.byCode.size).toBe(258)
    expect(tree.subtree('GL')).toHaveLength(258)
    expect(tree.children('GL')).toHaveLength(37)
    expect(tree.ancestors('GL')).toEqual([])
  })

  test('a commune lies in a district in the province', () => {
    const commune = units.find(({ name }) => name === 'Xã Ia Pnôn')!
    expect(codes(tree.ancestors(commune.code))).toEqual(['GL-H631', 'GL'])
    expect(tree.province(commune.code).code).toBe('GL')
    expect(tree.children(commune.code)).toEqual([])
    expect(codes(tree.subtree('GL-H631'))).toContain(commune.code)
    expect(codes(tree.subtree('GL-H628'))).not.toContain(commune.code)
  })

  test('peers are those of the kind, itself included', () => {
    expect(tree.peers('GL-S01')).toHaveLength(20)
    expect(tree.peers('GL-H631')).toHaveLength(17)
    expect(tree.peers('GL-X23881', { today: '2024-05-19' })).toHaveLength(220)
    expect(codes(tree.peers('GL'))).toEqual(['GL'])
    expect(codes(tree.peers('GL-S01'))).toContain('GL-S01')
  })

  test('the parts below the province make up the whole, each once', () => {
    const parts = tree.children('GL').flatMap(({ code }) => codes(tree.subtree(code)))
    expect(parts.toSorted()).toEqual(codes(units.slice(1)).toSorted())
  })

  test('an unknown code is an error that names it', () => {
    for (const ask of [tree.subtree, tree.ancestors, tree.province, tree.peers, tree.current])
      expect(() => ask('GL-S99')).toThrow('no such unit: GL-S99')
    expect(tree.children('GL-S99')).toEqual([])
  })
})

describe('several provinces', () => {
  const tree = buildUnitTree([
    unit('VN', { kind: 'other' }),
    unit('M1', { kind: 'ministry', parent: 'VN' }),
    unit('M2', { kind: 'ministry', parent: 'VN' }),
    unit('A', { kind: 'province', parent: 'VN' }),
    unit('B', { kind: 'province', parent: 'VN' }),
    unit('A1', { kind: 'commune', parent: 'A' }),
    unit('A2', { kind: 'commune', parent: 'A' }),
    unit('B1', { kind: 'commune', parent: 'B' }),
  ])

  test('communes are compared within their province, provinces with all others', () => {
    expect(codes(tree.peers('A1'))).toEqual(['A1', 'A2'])
    expect(codes(tree.peers('B1'))).toEqual(['B1'])
    expect(codes(tree.peers('B'))).toEqual(['A', 'B'])
    expect(codes(tree.peers('M1'))).toEqual(['M1', 'M2'])
    expect(tree.province('A2').code).toBe('A')
    expect(tree.province('M1').code).toBe('VN')
  })

  test('provinces without anything above them, as in a published table, are peers too', () => {
    const table = buildUnitTree(['H01', 'H05', 'H21'].map(code => unit(code, { kind: 'province' })))
    expect(codes(table.peers('H21'))).toEqual(['H01', 'H05', 'H21'])
    expect(table.province('H21').code).toBe('H21')
  })
})

describe('units come and go', () => {
  const gone = unit('old', { activeTo: '2025-06-30', mergedInto: 'middle' })
  const middle = unit('middle', { activeFrom: '2025-07-01', activeTo: '2025-12-31', mergedInto: 'new' })
  const present = unit('new', { activeFrom: '2026-01-01' })
  const tree = buildUnitTree([gone, middle, present])

  const on = (day: string) => codes([gone, middle, present].filter(one => tree.isActive(one, day)))

  test('exist from their first day to their last', () => {
    expect(on('2025-06-30')).toEqual(['old'])
    expect(on('2025-07-01')).toEqual(['middle'])
    expect(on('2025-12-31')).toEqual(['middle'])
    expect(on('2026-01-01')).toEqual(['new'])
    expect(isActive(unit('always'), '1999-01-01')).toBe(true)
  })

  test('exist within a stretch of which they saw a day', () => {
    expect(within(gone, '2025-06-30', '2025-07-31')).toBe(true)
    expect(within(gone, '2025-07-01', '2025-07-31')).toBe(false)
    expect(within(middle, '2025-06-01', '2025-06-30')).toBe(false)
    expect(within(middle, '2025-06-01', '2025-07-01')).toBe(true)
    expect(within(unit('always'), '2025-06-01', '2025-07-01')).toBe(true)
  })

  test('merged on a day that nobody knows: gone', () => {
    const merged = unit('merged', { mergedInto: 'new' })
    expect(isActive(merged, '2024-01-01')).toBe(false)
    expect(isActiveWithin(merged, { from: '2024-01-01', to: '2024-12-31' })).toBe(false)
  })

  test('peers are those of the day', () => {
    expect(codes(tree.peers('new', { today: '2025-08-01' }))).toEqual(['middle'])
    expect(codes(tree.peers('old'))).toEqual(['old', 'middle', 'new'])
  })

  test('an old name leads to the unit of today', () => {
    expect(tree.current('old').code).toBe('new')
    expect(tree.current('new').code).toBe('new')
    expect(buildUnitTree([unit('a', { mergedInto: 'lost' })]).current('a').code).toBe('a')
  })
})

test('circles in bad data end', () => {
  const tree = buildUnitTree([
    unit('a', { parent: 'b', mergedInto: 'b' }),
    unit('b', { parent: 'a', mergedInto: 'a' }),
    unit('c', { parent: 'lost' }),
  ])
  expect(codes(tree.subtree('a'))).toEqual(['a', 'b'])
  expect(codes(tree.ancestors('a'))).toEqual(['b'])
  expect(tree.current('a').code).toBe('b')
  expect(tree.province('a').code).toBe('b')
  expect(codes(tree.ancestors('c'))).toEqual([])
})
