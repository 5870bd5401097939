import { expect, test } from 'vitest'
import { queueStale } from '../../src/watch/stale.ts'
import { local, watchedProvince } from './watched-province.ts'
import type { Watched } from './watched-province.ts'

/** Queues what is stale at a time; gives the units of each new notice. */
async function staleAt({ db }: Watched, at: string): Promise<string[][]> {
  const before = new Set((await db.read.outbox.list()).map(row => row.id))
  await queueStale(db, local(at))
  const rows = (await db.read.outbox.list()).filter(row => !before.has(row.id))
  return rows.map(row => {
    const { units }: { units: string[] } = JSON.parse(row.facts)
    return [row.member ?? '', ...units]
  })
}

test('ten days without figures are told to data officers, once, and not to leaders', async () => {
  const watched = await watchedProvince()
  await watched.week('2024-W18', { 'P-X1.online': 60, 'P-X1.pay': 40, 'P-S1.online': 60 }, '2024-05-06T08:00')
  expect(await staleAt(watched, '2024-05-15T06:30')).toEqual([])
  expect(await staleAt(watched, '2024-05-16T06:30')).toEqual([['sl', 'P-S1', 'P-X1']])
  expect(await staleAt(watched, '2024-05-16T06:30')).toEqual([])
  expect(await staleAt(watched, '2024-05-20T06:30')).toEqual([])
})

test('a unit that falls silent later is told alone; one that sent and fell silent again is told again', async () => {
  const watched = await watchedProvince()
  await watched.week('2024-W18', { 'P-S1.online': 60 }, '2024-05-06T08:00')
  await watched.week('2024-W19', { 'P-X1.online': 60 }, '2024-05-13T08:00')
  expect(await staleAt(watched, '2024-05-16T06:30')).toEqual([['sl', 'P-S1']])
  expect(await staleAt(watched, '2024-05-23T06:30')).toEqual([['sl', 'P-X1']])
  await watched.week('2024-W21', { 'P-S1.online': 60 }, '2024-05-26T08:00')
  await watched.week('2024-W22', { 'P-S1.online': 60, 'P-X1.online': 70 }, '2024-06-03T08:00')
  // In the second phase only the commune has a target.
  expect(await staleAt(watched, '2024-06-13T06:30')).toEqual([['sl', 'P-X1']])
})

test('a phase that has just begun is given its ten days, and units without targets are left alone', async () => {
  const watched = await watchedProvince()
  expect(await staleAt(watched, '2024-05-08T06:30')).toEqual([])
  expect(await staleAt(watched, '2024-05-09T06:30')).toEqual([['sl', 'P-S1', 'P-X1']])
})

test('at night it waits for the morning', async () => {
  const watched = await watchedProvince()
  await staleAt(watched, '2024-05-09T03:00')
  expect((await watched.outbox())[0]?.notBefore).toBe(local('2024-05-09T06:30').at)
})
