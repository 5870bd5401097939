import { describe, expect, test } from 'vitest'
import { buildTargets, type TargetRow } from '../../src/core/target.ts'
import { phaseTerm, yearTerm } from '../../src/core/term.ts'
import { buildUnitTree } from '../../src/core/unit-tree.ts'
import { phases, readTable, units } from './reference-province.ts'
import { unit } from './rows.ts'

const PHASE = phaseTerm({
  campaign: 'C',
  campaignName: '',
  phase: '1',
  phaseName: '',
  from: '2025-06-01',
  to: '2025-07-31',
  document: 'D',
})
const OTHER = phaseTerm({ ...phases[0]!, campaign: 'C', phase: '2' })
const YEAR = yearTerm(2025, '')

const tree = buildUnitTree([
  unit('P', { kind: 'province' }),
  unit('D1'),
  unit('D2'),
  unit('T', { name: 'Thanh tra tỉnh' }),
  unit('gone', { activeTo: '2024-12-31' }),
  unit('C1', { kind: 'commune' }),
])

const rule = (more: Partial<TargetRow>): TargetRow => ({
  campaign: 'C',
  phase: '1',
  year: null,
  unit: null,
  kind: null,
  indicator: 'online',
  target: 60,
  document: '10/QĐ',
  except: [],
  ...more,
})

const given = (target: number, document = '10/QĐ') => ({ state: 'assigned', target, document })

describe('what holds for a unit', () => {
  test('a rule reaches its kind only, in its term only', () => {
    const targets = buildTargets([rule({ kind: 'department' })], tree)
    expect(targets.of('D1', 'online', PHASE)).toEqual(given(60))
    expect(targets.of('C1', 'online', PHASE)).toEqual({ state: 'not_assigned' })
    expect(targets.of('D1', 'online', OTHER)).toEqual({ state: 'not_assigned' })
    expect(targets.of('D1', 'online', YEAR)).toEqual({ state: 'not_assigned' })
    expect(targets.of('D1', 'payment', PHASE)).toEqual({ state: 'not_assigned' })
    expect(targets.of('nobody', 'online', PHASE)).toEqual({ state: 'not_assigned' })
  })

  test('an exception is exempt, and so is a row without a target', () => {
    const targets = buildTargets(
      [rule({ kind: 'department', except: ['T'] }), rule({ unit: 'D2', target: null })],
      tree,
    )
    expect(targets.of('T', 'online', PHASE)).toEqual({ state: 'exempt' })
    expect(targets.of('D2', 'online', PHASE)).toEqual({ state: 'exempt' })
    expect(targets.unitsWith('online', PHASE)).toEqual(['D1'])
    expect(targets.indicatorsWith('T', PHASE)).toEqual([])
  })

  test.each([
    ['before', true],
    ['after', false],
  ])('an explicit row wins over a rule, standing %s it', (_, first) => {
    const rows = [
      rule({ unit: 'D1', target: 100, document: '11/QĐ' }),
      rule({ kind: 'department', except: ['D1'] }),
    ]
    const targets = buildTargets(first ? rows : rows.toReversed(), tree)
    expect(targets.of('D1', 'online', PHASE)).toEqual(given(100, '11/QĐ'))
    expect(targets.of('D2', 'online', PHASE)).toEqual(given(60))
  })

  test('of two alike the later wins', () => {
    const targets = buildTargets(
      [
        rule({ kind: 'department', target: 50 }),
        rule({ kind: 'department', target: 55 }),
        rule({ unit: 'D1', target: 70 }),
        rule({ unit: 'D1', target: 75 }),
      ],
      tree,
    )
    expect([targets.of('D2', 'online', PHASE), targets.of('D1', 'online', PHASE)]).toEqual([
      given(55),
      given(75),
    ])
  })

  test('a yearly target is of its year', () => {
    const targets = buildTargets(
      [rule({ campaign: null, phase: null, year: 2025, unit: 'P', target: 80 })],
      tree,
    )
    expect(targets.of('P', 'online', YEAR)).toEqual(given(80))
    expect(targets.of('P', 'online', yearTerm(2024, ''))).toEqual({ state: 'not_assigned' })
    expect(targets.of('P', 'online', PHASE)).toEqual({ state: 'not_assigned' })
  })

  test('a rule does not reach units that are gone, an explicit row does', () => {
    const targets = buildTargets(
      [rule({ kind: 'department' }), rule({ unit: 'gone', indicator: 'payment' })],
      tree,
    )
    expect(targets.of('gone', 'online', PHASE)).toEqual({ state: 'not_assigned' })
    expect(targets.of('gone', 'payment', PHASE)).toEqual(given(60))
    expect(targets.unitsWith('online', PHASE)).toEqual(['D1', 'D2', 'T'])
  })

  test('indicators of a term and of a unit come in the order of the rows', () => {
    const targets = buildTargets(
      [
        rule({ kind: 'department' }),
        rule({ unit: 'C1', indicator: 'payment' }),
        rule({ kind: 'department', indicator: 'on_time' }),
        rule({ unit: 'C1', indicator: 'rating', target: null }),
        rule({ unit: 'C1', indicator: 'late', phase: '2' }),
      ],
      tree,
    )
    expect(targets.indicatorsIn(PHASE)).toEqual(['online', 'payment', 'on_time'])
    expect(targets.indicatorsWith('D1', PHASE)).toEqual(['online', 'on_time'])
    expect(targets.indicatorsIn(YEAR)).toEqual([])
  })
})

test('every target of the reference province is found, and none else', () => {
  const table = readTable('gia-lai-2024/targets.csv')
  const rows = table.map(cells =>
    rule({
      campaign: cells.campaign!,
      phase: cells.phase!,
      unit: cells.unit!,
      indicator: cells.indicator!,
      target: Number(cells.target),
      document: cells.document!,
    }),
  )
  const targets = buildTargets(rows, buildUnitTree(units))
  const terms = phases.map(phaseTerm)
  for (const cells of table)
    expect(targets.of(cells.unit!, cells.indicator!, terms[Number(cells.phase) - 1]!)).toEqual(
      given(Number(cells.target), '629/KH-UBND'),
    )
  for (const term of terms) {
    expect(targets.indicatorsIn(term)).toHaveLength(6)
    expect(targets.unitsWith('online_rate', term)).toHaveLength(256)
    expect(targets.of('GL-S17', 'online_rate', term)).toEqual({ state: 'not_assigned' })
  }
})
