import { expect, test } from 'vitest'
import { burnUpOf } from '../../src/answers/burn-up.ts'
import { readingOf } from './scene.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'

const ROWS = [
  ...weeks('S1', 'online_rate', { 12: [20, 100], 19: [50, 100], 20: [60, 100] }),
  ...weeks('H1', 'online_rate', { 20: [45, 100] }),
]

async function towards(unit: string) {
  const { db } = await smallProvince(ROWS)
  const reading = await readingOf(db, momentOf('2024-05-20 07:30'), 'dung')
  const phase = reading.scene.catalog.phases.find(one => one.phase === '2')!
  return await burnUpOf(reading, { unit, indicator: 'online_rate', phase })
}

test('goes by the value to date of each period, beside the line from the phase before to the target', async () => {
  const found = await towards('S1')
  expect(found).toMatchObject({ start: 20, figure: { value: 55, target: 60, pace: { state: 'on_track' } } })
  expect(found?.points.map(point => [point.from, point.to, point.value])).toEqual([
    ['2024-04-29', '2024-05-05', null],
    ['2024-04-29', '2024-05-12', 50],
    ['2024-04-29', '2024-05-19', 55],
  ])
})

test('has no line without a target, and is none without a value', async () => {
  expect(await towards('H1')).toMatchObject({ start: null, figure: { value: 45, target: null } })
  expect(await towards('X3')).toBeNull()
})
