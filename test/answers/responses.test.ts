import { describe, expect, test } from 'vitest'
import { figureJson } from '../../src/answers/answer-json.ts'
import type { Answer } from '../../src/answers/answer.ts'
import { evaluate } from '../../src/watch/evaluate.ts'
import { momentAt } from '../../src/core/moment.ts'
import { smallProvince, weeks } from './small-province.ts'

const AT = '2024-05-19 20:00'
const NOW = momentAt(Date.parse('2024-05-19T20:00:00+07:00'), 'Asia/Ho_Chi_Minh')
const ROWS = [
  ...weeks('S1', 'online_rate', { 19: [20, 100], 20: [30, 100] }),
  ...weeks('S2', 'online_rate', { 19: [60, 100], 20: [70, 100] }),
  ...weeks('X1', 'online_rate', { 19: [40, 100], 20: [45, 100] }),
  ...weeks('X2', 'online_rate', { 19: [10, 100], 20: [20, 100] }),
]
const units = ({ figures }: Answer) => figures.map(figure => figure.unit)

/** The province after an evaluation, with S1 acknowledged and X1 explained. */
async function answeredProvince() {
  const { ask, db } = await smallProvince(ROWS)
  await evaluate(db, NOW)
  const [first] = await db.read.alerts.ofUnits(['S1'])
  const [second] = await db.read.alerts.ofUnits(['X1'])
  await db.write(async ({ alerts }) => {
    await alerts.update(first?.id ?? 0, { acknowledgedAt: NOW.at, acknowledgedBy: 'gd' })
    await alerts.update(second?.id ?? 0, { explanation: 'mất mạng', acknowledgedAt: NOW.at })
  })
  return { ask }
}

describe('who has answered the alerts', () => {
  test('those who explained, with their words; those who did neither', async () => {
    const { ask } = await answeredProvince()
    const explained = await ask('dung', AT, { intent: 'responses', response: 'explained' })
    expect(explained.figures.map(figureJson)).toMatchObject([
      { unit: 'X1', acknowledged: true, explained: true, explanation: 'mất mạng', due: null },
    ])
    const silent = await ask('dung', AT, { intent: 'responses', response: 'acknowledged', negated: true })
    expect(units(silent)).not.toContain('S1')
    expect(units(silent)).toContain('X2')
    // Nobody was asked, and nobody above was told: nothing is overdue yet.
    expect(units(await ask('dung', AT, { intent: 'responses', response: 'overdue' }))).toEqual([])
  })

  test('all of a group, or of a unit that is named', async () => {
    const { ask } = await answeredProvince()
    const group = { kind: 'department', within: null } as const
    expect(units(await ask('dung', AT, { intent: 'responses', group }))).toEqual(['S1'])
    expect(units(await ask('dung', AT, { intent: 'responses', units: ['X1'] }))).toEqual(['X1'])
  })

  test('of a unit that is named all alerts, whichever answer was asked for, and how many have it', async () => {
    const { ask } = await answeredProvince()
    const of = async (unit: string, negated = false) => {
      const asked = { intent: 'responses' as const, units: [unit], response: 'explained' as const, negated }
      const { figures, matched, groupSize } = await ask('dung', AT, asked)
      return [figures.map(figure => figure.unit), matched, groupSize]
    }
    expect(await of('X1')).toEqual([['X1'], 1, 1])
    expect(await of('S1')).toEqual([['S1'], 0, 1])
    expect(await of('S1', true)).toEqual([['S1'], 1, 1])
    expect(await of('S2')).toEqual([[], 0, 0])
  })
})

describe('how things stand', () => {
  test('the province by its main indicator, then who is furthest behind', async () => {
    const { ask } = await answeredProvince()
    const found = await ask('dung', AT, { intent: 'situation' })
    expect(found.figures.length).toBeGreaterThan(1)
    expect(units(found).slice(1)).toContain('X2')
    const one = await ask('dung', AT, { intent: 'situation', units: ['X2'] })
    expect(new Set(units(one))).toEqual(new Set(['X2']))
    expect(one.figures[0]?.met).toBe(false)
  })

  test('of a phase: who is behind; of a unit its indicators with their pace', async () => {
    const { ask } = await answeredProvince()
    expect(units(await ask('dung', AT, { intent: 'progress' }))).toContain('X2')
    const one = await ask('dung', AT, { intent: 'progress', units: ['S1'] })
    expect(one.figures[0]).toMatchObject({ unit: 'S1', pace: { state: 'behind' } })
  })

  test('of a group by what may be seen: nobody else is said to be behind, and without verdicts nothing', async () => {
    const { ask, db } = await smallProvince(ROWS)
    const progress = async (group: { kind: 'department' | 'commune'; within: null }) =>
      await ask('an', AT, { intent: 'progress', group })
    const peers = await progress({ kind: 'department', within: null })
    expect(peers.phases.find(one => one.state === 'running')?.met).toEqual([
      { indicator: 'online_rate', met: 1, of: 2 },
    ])
    expect(peers.figures).toEqual([])
    const refused = [{ reason: 'not_allowed', group: { kind: 'commune' } }]
    expect((await progress({ kind: 'commune', within: null })).figures).toMatchObject(refused)
    await db.write(async ({ settings }) => await settings.set('peers', 'places'))
    const places = await progress({ kind: 'department', within: null })
    expect(places.phases.find(one => one.state === 'running')?.met).toEqual([
      { indicator: 'online_rate', met: 0, of: 1 },
    ])
  })

  test('of a unit that has targets and units below: what else it misses, then how those below stand', async () => {
    const late = weeks('H1', 'on_time_rate', { 19: [50, 100], 20: [50, 100] })
    const own = weeks('H1', 'online_rate', { 19: [40, 100], 20: [45, 100] })
    const targets = `campaign,phase,year,unit,kind,indicator,target,document,except
C,2,,H1,,online_rate,50,1/KH,
C,2,,H1,,on_time_rate,95,1/KH,
`
    const { ask } = await smallProvince([...ROWS, ...late, ...own], { targets })
    const { figures, phases } = await ask('binh', AT, { intent: 'situation', units: ['H1'] })
    expect(figures.map(({ unit, indicator }) => [unit, indicator])).toEqual([
      ['H1', 'online_rate'],
      ['H1', 'on_time_rate'],
    ])
    // Nobody below has a target of its own there.
    expect(phases.find(one => one.state === 'running')?.met).toEqual([])
  })
})
