import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assignTargets } from '../../src/core/assign-targets.ts'
import {
  type NestedFormula,
  type TargetFormula,
  type TargetRules,
  TargetRulesError,
} from '../../src/core/target-rules.ts'
import { phases, readTable, units } from './reference-province.ts'
import { unit } from './rows.ts'

const fixture = (): TargetRules =>
  JSON.parse(readFileSync(new URL('../fixtures/gia-lai-2024/target-rules.json', import.meta.url), 'utf8'))

test('the rules of the reference province and its values of 2023 give exactly its targets', () => {
  const values = new Map(
    readTable('gia-lai-2024/observations-baseline.csv').map(cells => [
      `${cells.unit} ${cells.indicator}`,
      Number(cells.value),
    ]),
  )
  const rows = assignTargets(fixture(), {
    units,
    phases,
    baseline: (code, indicator, year) =>
      year === 2023 ? (values.get(`${code} ${indicator}`) ?? null) : null,
  }).map(({ row }) => row)
  const lines = rows.map(row =>
    [row.campaign, row.phase, row.unit, row.indicator, row.target, row.document].join(','),
  )
  const file = readFileSync(new URL('../fixtures/gia-lai-2024/targets.csv', import.meta.url), 'utf8')
  expect(lines).toEqual(file.trim().split(/\r?\n/).slice(1))
  expect(rows.every(row => row.year === null && row.kind === null && row.except.length === 0)).toBe(true)
})

test('each target says why', () => {
  const formula = { central: 50, below: 10, above: 10 }
  const rules: TargetRules = {
    rules: [{ indicator: 'x', kinds: ['department'], phases: { '2': formula } }],
    explicit: [
      { unit: 'T', indicator: 'x', target: 55, phase: '2' },
      { unit: 'X', indicator: 'x', target: null, phase: '2' },
    ],
  }
  const results: Record<string, number> = { A: 40.3, B: 67.37 }
  const why = (baseline: (code: string) => number | null) =>
    assignTargets(rules, { units: office, phases, baseline }).map(({ reason }) => reason)
  expect(why(code => results[code] ?? null)).toEqual([
    { why: 'below', central: 50, added: 10, baseline: 40.3 },
    { why: 'above', central: 50, added: 10, baseline: 67.37 },
    { why: 'explicit' },
    { why: 'exempt' },
  ])
  expect(why(() => null)[0]).toMatchObject({ why: 'below', baseline: null })
})

const office = [
  unit('A', { name: 'Sở A', aliases: ['SA'] }),
  unit('B', { name: 'Sở B', shortName: 'B ngắn' }),
  unit('T', { name: 'Thanh tra tỉnh' }),
  unit('X', { name: 'Xã X', kind: 'commune' }),
]

/** Rows as `phase unit indicator target`. */
function assign(
  rules: TargetRules,
  baseline: Record<string, number> = {},
  world: Partial<Parameters<typeof assignTargets>[1]> = {},
): string[] {
  const rows = assignTargets(rules, {
    units: office,
    phases,
    baseline: code => baseline[code] ?? null,
    ...world,
  })
  return rows.map(({ row }) => `${row.phase ?? row.year} ${row.unit} ${row.indicator} ${row.target}`)
}

const forDepartments = (formula: TargetFormula, more = {}) => ({
  indicator: 'online',
  kinds: ['department'],
  phases: { 1: formula },
  ...more,
})

const max = (indicator: string) => (indicator === 'score' ? 20 : 100)

describe('formulas', () => {
  const fromBaseline = { central: 50, below: 2, above: 5 }

  test('under the central target, at it, above it, near 100, and not known', () => {
    const rules = { rules: [forDepartments(fromBaseline)] }
    expect(assign(rules, { A: 49.99, B: 50, T: 97.5 })).toEqual([
      '1 A online 52',
      '1 B online 55',
      '1 T online 100',
    ])
    expect(assign(rules, { A: 0, B: 67.37 })).toEqual(['1 A online 52', '1 B online 72.37', '1 T online 52'])
  })

  test('no target is over the highest value of its indicator', () => {
    const rules = {
      rules: [forDepartments({ fixed: 120 }), forDepartments(fromBaseline, { indicator: 'score' })],
    }
    expect(assign(rules, { A: 55 }, { max }).slice(0, 4)).toEqual([
      '1 A online 100',
      '1 B online 100',
      '1 T online 100',
      '1 A score 20',
    ])
  })

  test('sums have no binary remainder', () => {
    expect(assign({ rules: [forDepartments({ central: 0, below: 0, above: 0.2 })] }, { A: 0.1 })[0]).toBe(
      '1 A online 0.3',
    )
  })
})

describe('whom a rule reaches', () => {
  test('its kinds, without exceptions by name, alias or code, in any case', () => {
    for (const except of [
      ['thanh tra  TỈNH', 'sa'],
      ['T', 'Sở A'],
      ['Thanh tra tỉnh'.normalize('NFD'), 'A'],
    ])
      expect(assign({ rules: [forDepartments({ fixed: 60 }, { except })] })).toEqual(['1 B online 60'])
  })

  test('only the phases that it names', () => {
    const rules = {
      rules: [forDepartments({ fixed: 60 }, { phases: { 2: { fixed: 70 } }, except: ['B', 'T'] })],
    }
    expect(assign(rules)).toEqual(['2 A online 70'])
  })

  test('not units that exist on no day of the phase', () => {
    const some = [unit('A', { activeTo: '2024-05-01' }), unit('B', { activeFrom: '2024-05-02' })]
    const rules = {
      rules: [forDepartments({ fixed: 60 }, { phases: { 1: { fixed: 60 }, 2: { fixed: 70 } } })],
    }
    expect(assign(rules, {}, { units: some })).toEqual(['1 A online 60', '2 B online 70'])
  })

  test('a later rule for the same unit replaces, in its place', () => {
    const rules = {
      rules: [forDepartments({ fixed: 60 }), forDepartments({ fixed: 65 }, { except: ['B', 'T'] })],
    }
    expect(assign(rules)).toEqual(['1 A online 65', '1 B online 60', '1 T online 60'])
  })
})

describe('explicit targets', () => {
  const rules = [forDepartments({ fixed: 60 }, { except: ['T'] })]

  test('hold for all phases, or for the one that is named, in the place of the rule', () => {
    const explicit = [{ unit: 'B ngắn', indicator: 'online', target: 100 }]
    expect(assign({ rules, explicit })).toEqual(['1 A online 60', '1 B online 100', '2 B online 100'])
    expect(assign({ rules, explicit: [{ ...explicit[0]!, phase: '1' }] })).toEqual([
      '1 A online 60',
      '1 B online 100',
    ])
  })

  test('reach exceptions, other kinds and other indicators, after all else; null exempts', () => {
    const explicit = [
      { unit: 'T', indicator: 'online', target: 40, phase: '1' },
      { unit: 'X', indicator: 'payment', target: null, phase: '2' },
    ]
    expect(assign({ rules, explicit })).toEqual([
      '1 A online 60',
      '1 B online 60',
      '1 T online 40',
      '2 X payment null',
    ])
  })
})

const exempt = (name: string) => ({ rules: [forDepartments({ fixed: 60 }, { except: [name] })] })

/** What is wrong with the rules, or the rows when nothing is. */
const problems = (rules: TargetRules, world: Partial<Parameters<typeof assignTargets>[1]> = {}) => {
  try {
    return assign(rules, {}, world)
  } catch (error) {
    if (error instanceof TargetRulesError)
      return error.problems.map(({ problem, text }) => `${problem}: ${text}`)
    throw error
  }
}

describe('rules that cannot be applied', () => {
  test('are refused with everything that is wrong', () => {
    expect(
      problems({
        rules: [
          forDepartments(
            { fixed: 60 },
            { kinds: ['department', 'sở'], except: ['Sở C'], phases: { 9: { fixed: 1 } } },
          ),
        ],
        explicit: [{ unit: 'Sở D', indicator: 'online', target: 1, phase: '8' }],
      }),
    ).toEqual([
      'unknown_kind: sở',
      'unknown_phase: 9',
      'unknown_unit: Sở C',
      'unknown_phase: 8',
      'unknown_unit: Sở D',
    ])
    expect(() => assign({ rules: [], explicit: [{ unit: 'Sở D', indicator: 'online', target: 1 }] })).toThrow(
      'unknown_unit: Sở D',
    )
  })

  test('a name that several units share must be a code', () => {
    const twins = [unit('X1', { name: 'Xã Đông' }), unit('X2', { name: 'Xã Đông' })]
    expect(problems(exempt('Xã Đông'), { units: twins })).toEqual(['ambiguous_unit: Xã Đông'])
    expect(problems(exempt('X1'), { units: twins })).toEqual(['1 X2 online 60'])
  })

  test('of several campaigns one must be named', () => {
    const other = phases.map(phase => ({ ...phase, campaign: 'OTHER', document: '1/KH' }))
    const world = { phases: [...phases, ...other] }
    const rules = [forDepartments({ fixed: 60 }, { except: ['B', 'T'] })]
    expect(problems({ rules }, world)).toEqual(['unknown_campaign: CD100, OTHER'])
    expect(problems({ rules, campaign: 'NONE' }, world)).toContain('unknown_campaign: NONE')
    expect(problems({ rules, campaign: 'OTHER' }, world)).toEqual(['1 A online 60'])
    expect(problems({ rules }, { phases: [] })).toContain('unknown_campaign: ')
  })
})

const document = '55/KH-UBND'
const years = { 2025: { fixed: 60 } }
const online = { indicator: 'online', kinds: ['department', 'commune'], except: ['Thanh tra tỉnh'], years }

const nested = (full: NestedFormula): TargetRules => ({
  document,
  rules: [{ ...online, within: [{ indicator: 'full', years: { 2025: full } }] }],
})
const full = (rules: TargetRules) => assign(rules).filter(row => row.includes('full'))
const reasons = (rules: TargetRules) =>
  assignTargets(rules, { units: office, phases: [], baseline: () => null }).map(({ reason }) => reason)
describe('for a year, and within one another', () => {
  test('a year has no campaign, its own decision, and the result of the year before', () => {
    const rows = assignTargets(
      { document, rules: [{ ...online, years: { 2025: { central: 50, below: 0, above: 5 } } }] },
      { units: office, phases: [], baseline: (code, _, year) => (year === 2024 && code === 'A' ? 70 : null) },
    )
    expect(rows.map(({ row }) => row)).toEqual(
      [
        ['A', 75],
        ['B', 50],
        ['X', 50],
      ].map(([code, target]) => {
        const term = { campaign: null, phase: null, year: 2025, document }
        return { ...term, unit: code, kind: null, indicator: 'online', target, except: [] }
      }),
    )
  })

  test('"60 % online, of which 20 % fully online": the same units, a share or a number, never more than the outer', () => {
    expect(full(nested({ fixed: 20 }))).toEqual(['2025 A full 20', '2025 B full 20', '2025 X full 20'])
    expect(full(nested({ share: 25 }))[0]).toBe('2025 A full 15')
    expect(full(nested({ fixed: 80 }))[0]).toBe('2025 A full 60')
    const explicit = [
      { unit: 'A', indicator: 'online', target: 100, year: 2025 },
      { unit: 'B', indicator: 'online', target: null, year: 2025 },
      { unit: 'X', indicator: 'full', target: 5, year: 2025 },
    ]
    expect(full({ ...nested({ share: 25 }), explicit })).toEqual(['2025 X full 5', '2025 A full 25'])
    expect(reasons(nested({ share: 25 })).at(-1)).toEqual({
      why: 'within',
      outer: 'online',
      target: 60,
      share: 25,
    })
    expect(reasons(nested({ fixed: 80 })).at(-1)).toMatchObject({ why: 'at_most', target: 60 })
  })

  test('phases and years stand beside each other; explicit ones reach both', () => {
    const rules = { document, rules: [forDepartments({ fixed: 70 }, { years, except: ['B', 'T'] })] }
    expect(assign(rules)).toEqual(['1 A online 70', '2025 A online 60'])
    const explicit = [{ unit: 'A', indicator: 'online', target: 90 }]
    expect(assign({ ...rules, explicit })).toEqual(['1 A online 90', '2025 A online 90', '2 A online 90'])
  })

  test('a year needs its decision, and must be one', () => {
    const wrong = { rules: [{ ...online, years: { 25: { fixed: 60 } } }] }
    expect(problems(wrong)).toEqual(['no_document: 25', 'bad_year: 25'])
  })
})
