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

test('a feed that stops for a month is one message to who cares for the data, and one when it is back', async () => {
  const watched = await watchedProvince()
  await watched.import('members', 'member,name,role,unit\nqt,Quản trị,admin,P', '2024-05-01T08:00')
  await watched.week('2024-W18', { 'P-X1.online': 20, 'P-X1.pay': 20, 'P-S1.online': 30 }, '2024-05-06T08:00')
  await watched.send('2024-05-06T08:01')
  const before = (await watched.told()).length
  for (let day = Date.UTC(2024, 4, 7); day < Date.UTC(2024, 5, 6); day += 86_400_000) {
    const at = `${new Date(day).toISOString().slice(0, 10)}T06:30`
    await watched.evaluate(at)
    await queueStale(watched.db, local(at))
    await watched.send(at)
  }
  expect((await watched.told()).slice(before)).toEqual(['stale sl sent', 'stale qt sent'])
  await watched.week('2024-W23', { 'P-X1.online': 70, 'P-S1.online': 70 }, '2024-06-10T08:00')
  for (const day of ['11', '12']) await queueStale(watched.db, local(`2024-06-${day}T06:30`))
  expect((await watched.told()).filter(one => one.startsWith('back'))).toEqual([
    'back sl queued',
    'back qt queued',
  ])
})

test('an indicator that stops while another comes is told, too', async () => {
  const watched = await watchedProvince()
  await watched.week('2024-W18', { 'P-X1.online': 70, 'P-X1.pay': 70, 'P-S1.online': 70 }, '2024-05-06T08:00')
  for (const [week, at] of [
    ['2024-W19', '13'],
    ['2024-W20', '20'],
  ] as const)
    await watched.week(week, { 'P-X1.online': 70, 'P-S1.online': 70 }, `2024-05-${at}T08:00`)
  expect(await staleAt(watched, '2024-05-21T06:30')).toEqual([['sl']])
  const row = (await watched.outbox()).at(-1)
  expect(JSON.parse(row?.facts ?? '').indicators).toEqual([{ indicator: 'pay', since: '2024-05-05' }])
})
