import { describe, expect, test } from 'vitest'
import type { Intent } from '../../src/ask/question.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'
import type { Asked } from './questions.ts'
import type { Person } from './small-province.ts'

const EVERYBODY = ['S1', 'S2', 'H1', 'H2', 'X1', 'X2', 'X4', 'P']
const ROWS = EVERYBODY.filter(unit => unit !== 'P').flatMap(unit =>
  weeks(unit, 'online_rate', { 18: [1, 2], 19: [1, 2], 20: [1, 2] }),
)
const AT = '2024-05-19 20:00'

describe('figures of other units', () => {
  test.each<{ person: Person; sees: string[] }>([
    { person: 'an', sees: ['S1', 'S2', 'P'] },
    { person: 'binh', sees: ['H1', 'H2', 'X1', 'X2', 'P'] },
    { person: 'chi', sees: ['X1', 'X2', 'X4', 'P'] },
    { person: 'ha', sees: ['H1', 'H2', 'X1', 'X2', 'P'] },
    { person: 'dung', sees: EVERYBODY },
    { person: 'kim', sees: EVERYBODY },
  ])('$person sees $sees', async ({ person, sees }) => {
    const { ask } = await smallProvince(ROWS)
    const { figures } = await ask(person, AT, {
      intent: 'value',
      indicators: ['online_rate'],
      units: EVERYBODY,
    })
    expect(figures.filter(figure => figure.reason !== 'not_allowed').map(figure => figure.unit)).toEqual(sees)
  })

  test.each<Intent>(['value', 'rank', 'target', 'gap', 'trend'])(
    'of a peer: value, target, verdict and place in an answer to "%s", never counts',
    async intent => {
      const { figure } = await smallProvince(ROWS)
      const told = await figure('an', AT, { intent, indicators: ['online_rate'], units: ['S2'] })
      expect(told).toMatchObject({ value: 50, target: 55, met: false, rank: 1, of: 2 })
      expect(told).toMatchObject({ numerator: null, denominator: null, sources: [] })
      expect([told.need, told.forecast, told.pace]).toEqual([undefined, undefined, undefined])
    },
  )

  test('of a peer by setting: the place alone, or nothing', async () => {
    const { figure, db } = await smallProvince(ROWS)
    const asked: Asked = { intent: 'value', indicators: ['online_rate'] }
    await db.write(async ({ settings }) => await settings.set('peers', 'places'))
    expect(await figure('an', AT, { ...asked, units: ['S2'] })).toMatchObject({
      value: null,
      target: null,
      rank: 1,
    })
    await db.write(async ({ settings }) => await settings.set('peers', 'none'))
    expect(await figure('an', AT, { ...asked, units: ['S2'] })).toMatchObject({
      reason: 'not_allowed',
      rank: null,
    })
    expect(await figure('an', AT, { ...asked, units: ['S1'] })).toMatchObject({ value: 50, rank: 1 })
  })

  test.each<Intent>(['value', 'rank', 'target', 'gap', 'need', 'forecast', 'trend'])(
    'of who is no peer are not told in an answer to "%s"',
    async intent => {
      const { figure } = await smallProvince(ROWS)
      const told = await figure('an', AT, { intent, indicators: ['online_rate'], units: ['H1'] })
      expect(told).toMatchObject({
        unit: 'H1',
        value: null,
        numerator: null,
        denominator: null,
        target: null,
        gap: null,
        rank: null,
        of: null,
        dataTo: null,
        reason: 'not_allowed',
        sources: [],
      })
      expect([told.need, told.forecast, told.points, told.pace]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
    },
  )

  test('a comparison shows peers, whose ranking is public, and nobody else', async () => {
    const { ask } = await smallProvince(ROWS)
    const { figures } = await ask('an', AT, {
      intent: 'compare',
      indicators: ['online_rate'],
      units: ['S1', 'S2', 'H1'],
    })
    expect(figures.map(({ unit, value, reason }) => ({ unit, value, reason }))).toEqual([
      { unit: 'S1', value: 50, reason: null },
      { unit: 'S2', value: 50, reason: null },
      { unit: 'H1', value: null, reason: 'not_allowed' },
    ])
  })

  test('alerts of other units are not told either', async () => {
    const { ask, db } = await smallProvince(ROWS)
    await db.write(async ({ alerts }) => {
      for (const unit of ['S1', 'S2', 'X1']) await alerts.insert(alertOf(unit))
    })
    const unitsOf = async (person: Person, units: string[]) =>
      (await ask(person, AT, { intent: 'alerts', units })).alerts.map(alert => alert.unit)
    expect(await unitsOf('an', [])).toEqual(['S1'])
    expect(await unitsOf('an', ['S2', 'X1'])).toEqual([])
    expect(await unitsOf('binh', ['X1', 'S1'])).toEqual(['X1'])
    expect(await unitsOf('dung', ['S2'])).toEqual(['S2'])
  })
})

function alertOf(unit: string) {
  return {
    unit,
    indicator: 'online_rate',
    term: 'C/2',
    state: 'below' as const,
    pace: 'behind' as const,
    value: 50,
    expected: 55,
    target: 60,
    episode: 1,
    openedAt: momentOf('2024-05-06').at,
    changedAt: momentOf('2024-05-06').at,
    toldAt: null,
    toldState: null,
    newestRow: 0,
    steady: 1,
    damped: false,
    acknowledgedAt: null,
    acknowledgedBy: null,
    snoozedUntil: null,
    explanation: null,
    escalatedAt: null,
  }
}

async function seen(person: Person, kind: 'department' | 'commune'): Promise<string[]> {
  const { ask } = await smallProvince(ROWS)
  const { figures } = await ask(person, AT, {
    intent: 'ranking',
    indicators: ['online_rate'],
    group: { kind, within: null },
  })
  return figures.map(({ unit, reason }) => (reason === 'not_allowed' ? reason : unit))
}

describe('a list', () => {
  test('shows peers to everybody, as rankings are public among them', async () => {
    expect(await seen('an', 'department')).toEqual(['S1', 'S2'])
    expect(await seen('chi', 'commune')).toEqual(['X1', 'X2', 'X4'])
  })

  test('shows a leader those below, a committee all', async () => {
    expect(await seen('binh', 'commune')).toEqual(['X1', 'X2'])
    expect(await seen('dung', 'commune')).toEqual(['X1', 'X2', 'X4'])
  })

  test('shows nobody else: it says so instead', async () => {
    expect(await seen('an', 'commune')).toEqual(['not_allowed'])
    expect(await seen('chi', 'department')).toEqual(['not_allowed'])
  })
})

describe('lists of peers, by setting', () => {
  const departments = { kind: 'department', within: null } as const
  const asked = { indicators: ['online_rate'], group: departments }

  async function asSet(peers: 'places' | 'none') {
    const rows = [
      ...weeks('S1', 'online_rate', { 19: [45, 100], 20: [50, 100] }),
      ...weeks('S2', 'online_rate', { 19: [50, 100], 20: [70, 100] }),
      ...weeks('S3', 'online_rate', { 19: [20, 100], 20: [30, 100] }),
    ]
    const { ask, db } = await smallProvince(rows)
    await db.write(async ({ settings }) => await settings.set('peers', peers))
    return async (parts: Partial<Asked> & Pick<Asked, 'intent'>) =>
      (await ask('an', AT, { ...asked, ...parts })).figures
  }

  const OTHERS: (Partial<Asked> & Pick<Asked, 'intent'>)[] = [
    { intent: 'below' },
    { intent: 'met' },
    { intent: 'below', threshold: 60 },
    { intent: 'movers', by: 'value', direction: 'up' },
    { intent: 'movers', by: 'status', direction: 'up' },
    { intent: 'since', streak: { of: 'under', periods: 1 } },
    { intent: 'goal', group: null, place: 1 },
    { intent: 'goal', group: null, place: 'next' },
    { intent: 'progress' },
  ]
  const refused = [{ value: null, reason: 'not_allowed', group: { kind: 'department' } }]

  test('where places may be seen, the table names who stands where, without a value of theirs', async () => {
    const ask = await asSet('places')
    const table = (await ask({ intent: 'ranking' })).map(({ unit, rank, value }) => [unit, rank, value])
    expect(table).toEqual([
      ['S2', 1, null],
      ['S1', 2, 47.5],
      ['S3', 3, null],
    ])
    const top = await ask({ intent: 'top', limit: 1 })
    expect(top).toMatchObject([{ unit: 'S2', rank: 1, value: null }])
    const places = await ask({ intent: 'movers', by: 'place', direction: 'up' })
    expect(places.filter(figure => figure.unit !== 'S1').every(figure => figure.value === null)).toBe(true)
    for (const parts of OTHERS) expect(await ask(parts)).toMatchObject(refused)
    const since = await ask({ intent: 'since', group: null, units: ['S2'] })
    expect(since).toMatchObject([{ unit: 'S2', reason: 'not_allowed' }])
  })

  test('where nothing may be seen of them, a list of them is refused as a group', async () => {
    const ask = await asSet('none')
    const lists: typeof OTHERS = [{ intent: 'ranking' }, { intent: 'top' }, { intent: 'missing' }, ...OTHERS]
    for (const parts of lists) expect(await ask(parts)).toMatchObject(refused)
  })
})
