import { expect, test } from 'vitest'
import type { Intent } from '../../src/ask/question.ts'
import { smallProvince, weeks } from './small-province.ts'

const AT = '2024-05-19 20:00'
/** S1 is to have 60 % online in phase 2 and 70 % in the year, and 95 % on time in the year. */
const TARGETS = `campaign,phase,year,unit,kind,indicator,target,document,except
C,2,,,department,online_rate,60,1/KH,
,,2024,,department,online_rate,70,3/QĐ,
,,2024,,department,on_time_rate,95,3/QĐ,
,,2024,,department,service_score,90,3/QĐ,
`
const ROWS = [
  ...weeks('S1', 'online_rate', { 19: [40, 100], 20: [50, 100] }),
  ...weeks('S1', 'on_time_rate', { 19: [90, 100], 20: [90, 100] }),
  'S1,service_score,2024-W20,,,71',
]
const YEAR = { from: '2024-01-01', to: '2024-12-31', shape: 'fixed' } as const

async function asked(intent: Intent, indicators: string[], period: typeof YEAR | null = null) {
  const { ask } = await smallProvince(ROWS, { targets: TARGETS })
  const { figures } = await ask('an', AT, { intent, indicators, period })
  return figures.map(({ indicator, target, gap, term }) => [indicator, target, gap, term?.name])
}

test.each<Intent>(['target', 'gap', 'need', 'forecast'])('of a year that is named: %s', async intent => {
  expect(await asked(intent, ['on_time_rate'], YEAR)).toEqual([['on_time_rate', 95, 5, '2024']])
  expect(await asked(intent, ['service_score'], YEAR)).toEqual([['service_score', 90, 19, '2024']])
  expect(await asked(intent, ['online_rate'])).toEqual([['online_rate', 60, 15, 'Giai đoạn 2']])
})

test('a year that is named is that year, for one indicator and for all', async () => {
  expect(await asked('target', ['online_rate'], YEAR)).toEqual([['online_rate', 70, 25, '2024']])
  expect((await asked('target', [], YEAR)).map(([code, target]) => [code, target])).toEqual([
    ['online_rate', 70],
    ['on_time_rate', 95],
    ['service_score', 90],
  ])
})
