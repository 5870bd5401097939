import { expect, test } from 'vitest'
import { smallProvince, weeks } from './small-province.ts'
import type { Answer } from '../../src/answers/answer.ts'

const AT = '2024-05-19 20:00'
const DEPARTMENTS = { kind: 'department', within: null } as const
const ROWS = [
  // 60 % online and 95 % on time this year: Sở Một meets one, Sở Hai (55 %) both, Sở Ba none; Thanh tra has no target.
  ...weeks('S1', 'online_rate', { 20: [70, 100] }),
  ...weeks('S1', 'on_time_rate', { 20: [90, 100] }),
  ...weeks('S2', 'online_rate', { 20: [58, 100] }),
  ...weeks('S2', 'on_time_rate', { 20: [96, 100] }),
  ...weeks('S3', 'online_rate', { 20: [10, 100] }),
  ...weeks('S4', 'online_rate', { 20: [99, 100] }),
]
const found = ({ figures, matched, assigned }: Answer) => [
  figures.map(figure => figure.unit),
  matched,
  assigned,
]

test('who has met every target that was assigned, and who misses any; who has none is in neither', async () => {
  const { ask } = await smallProvince(ROWS)
  const asked = { group: DEPARTMENTS, every: true } as const
  expect(found(await ask('dung', AT, { intent: 'met', ...asked }))).toEqual([['S1', 'S2'], 2, 3])
  expect(found(await ask('dung', AT, { intent: 'below', ...asked }))).toEqual([['S3'], 1, 3])
  const year = { period: { from: '2024-01-01', to: '2024-12-31', shape: 'fixed' as const } }
  expect(
    found(await ask('dung', AT, { intent: 'met', ...asked, ...year, indicators: ['on_time_rate'] })),
  ).toEqual([['S2'], 1, 3])
})
