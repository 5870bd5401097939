import { describe, expect, test } from 'vitest'
import { figureJson } from '../../src/answers/answer-json.ts'
import { articleWorld } from './article-world.ts'
import { asking, period } from './questions.ts'
import type { Asked } from './questions.ts'
import { momentOf } from './small-province.ts'
import { answerAt } from './scene.ts'

async function nation() {
  const db = await articleWorld()
  const { members } = await db.read.catalog.get()
  return async (person: string, at: string, parts: Asked) => {
    const member = members.find(one => one.member === person)!
    const { figures } = await answerAt(db, momentOf(at), member, asking(parts))
    return figures.map(figureJson)
  }
}

const APRIL = period('2022-04-01', '2022-04-30', 'month')
const SERVICE = ['active_services_rate']

describe('provinces and ministries by published percents', () => {
  test('the five best, and the worst with a shared place', async () => {
    const ask = await nation()
    const group = { kind: 'province', within: null } as const
    const asked = { indicators: SERVICE, group, period: APRIL }
    const best = await ask('vp', '2022-05-10', { intent: 'top', ...asked })
    expect(best.map(one => [one.unit, one.value])).toEqual([
      ['QN', 86.8],
      ['HCM', 82.08],
      ['LC', 63.3],
      ['HB', 60],
      ['BN', 55.25],
    ])
    const worst = await ask('vp', '2022-05-10', { intent: 'bottom', ...asked })
    expect(worst.map(one => [one.unit, one.rank])).toEqual([
      ['DN', 10],
      ['BK', 9],
      ['KT', 8],
      ['QT', 6],
      ['HP', 6],
    ])
  })

  test('ministries are a group of their own', async () => {
    const ask = await nation()
    const group = { kind: 'ministry', within: null } as const
    const told = await ask('vp', '2022-05-10', {
      intent: 'bottom',
      indicators: SERVICE,
      group,
      period: APRIL,
      limit: 3,
    })
    expect(told.map(one => [one.unit, one.value])).toEqual([
      ['B-LD', 11.11],
      ['B-TM', 14.58],
      ['B-GD', 21.21],
    ])
  })

  test('the country’s own percent is as published, not a mean', async () => {
    const ask = await nation()
    const [told] = await ask('vp', '2022-05-10', {
      intent: 'value',
      indicators: ['online_rate'],
      units: ['VN'],
      period: APRIL,
    })
    expect(told).toMatchObject({ value: 24.89, numerator: null })
  })
})

describe('growth and places', () => {
  test('51,49 % is 1,6 times the same month a year before', async () => {
    const ask = await nation()
    const [told] = await ask('vp', '2022-09-05', {
      intent: 'value',
      indicators: SERVICE,
      units: ['VN'],
      period: period('2022-08-01', '2022-08-31', 'month'),
      base: { from: '2021-08-01', to: '2021-08-31' },
    })
    expect(told).toMatchObject({ value: 51.49, factor: 1.6, change: 19.31 })
  })

  test('76/193, up five places on two years before: lower is better', async () => {
    const ask = await nation()
    const [told] = await ask('vp', '2023-01-05', {
      intent: 'value',
      indicators: ['un_online_service'],
      units: ['VN'],
      period: period('2022-01-01', '2022-12-31'),
      base: { from: '2020-01-01', to: '2020-12-31' },
    })
    expect(told).toMatchObject({ value: 76, change: -5 })
  })

  test('53,13 points: 61/63, and 4/5 in Tây Nguyên, for the province itself, whoever asked before', async () => {
    const ask = await nation()
    const asked = {
      intent: 'rank',
      indicators: ['service_score'],
      units: ['GL'],
      period: period('2023-01-01', '2023-12-31'),
    } as const
    const own = { ...asked, indicators: ['service_score'], units: ['GL'] }
    expect(await ask('gialai', '2024-03-25', own)).toMatchObject([{ value: 53.13, rank: 61, of: 63 }])
    expect(await ask('gialai', '2024-03-25', { ...own, rankWithinParent: true })).toMatchObject([
      { rank: 4, of: 5 },
    ])
  })
})

describe('targets by year and by kind', () => {
  test('70 and 30 per cent in 2024, 85 and 70 in 2025', async () => {
    const ask = await nation()
    const of = async (unit: string, year: number) => {
      const whole = period(`${year}-01-01`, `${year}-12-31`)
      const asked = {
        intent: 'target',
        indicators: ['full_process_rate'],
        units: [unit],
        period: whole,
      } as const
      const [told] = await ask('vp', '2024-09-10', {
        ...asked,
        indicators: ['full_process_rate'],
        units: [unit],
      })
      return told?.target
    }
    expect([
      await of('B-GD', 2024),
      await of('KH', 2024),
      await of('B-GD', 2025),
      await of('KH', 2025),
    ]).toEqual([70, 30, 85, 70])
  })

  test('47,18 %, 36,46 %, and two denominators side by side', async () => {
    const ask = await nation()
    const told = await ask('khanhhoa', '2024-09-10', {
      intent: 'value',
      indicators: ['online_rate', 'online_payment_rate', 'full_process_rate', 'full_process_of_all_rate'],
      period: period('2024-01-01', '2024-08-31'),
    })
    expect(told.map(one => [one.value, one.denominator])).toEqual([
      [47.18, 10000],
      [36.46, 10000],
      [82, 1000],
      [41, 1000],
    ])
  })
})
