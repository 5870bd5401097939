import { expect, test } from 'vitest'
import { isSubscribed } from '../../src/notices/digest.ts'
import { queueDigests } from '../../src/watch/digests.ts'
import { local, watchedProvince } from './watched-province.ts'
import type { Watched } from './watched-province.ts'

async function queue(
  { db }: Watched,
  kind: 'daily' | 'weekly' | 'monthly' | 'phase',
  at: string,
): Promise<number> {
  return await queueDigests(db, { kind, slot: local(at).at, late: false }, local(at))
}

function chosen(member: string, kind: string, active: boolean) {
  return [{ member, kind, active, at: 0 }]
}

const rows = (month: string) =>
  `unit,indicator,period,numerator,denominator,value,note\nP-X1,online,${month},30,100,,`

test('a weekly report goes to each subscriber once for its slot, however many chats there are', async () => {
  const watched = await watchedProvince()
  await watched.chat('bcd', 'telegram', '1')
  await watched.chat('bcd', 'zalo-bot', '2')
  expect(await queue(watched, 'weekly', '2024-05-13T07:30')).toBe(1)
  expect(await queue(watched, 'weekly', '2024-05-13T07:30')).toBe(0)
  expect(await queue(watched, 'weekly', '2024-05-20T07:30')).toBe(1)
  expect(await watched.told()).toEqual(Array.from({ length: 2 }, () => 'digest bcd queued'))
})

test('a phase is reported on its first day and on the day after its last, on no other', async () => {
  const watched = await watchedProvince()
  const days: string[] = []
  for (let day = Date.UTC(2024, 3, 25); day < Date.UTC(2024, 6, 5); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    if ((await queue(watched, 'phase', `${date}T07:30`)) > 0) days.push(date)
  }
  // The second phase begins the day after the last of the first.
  expect(days).toEqual(['2024-04-29', '2024-05-27', '2024-07-01'])
})

test('no daily report where figures do not come daily; by month, a weekly one when a month has come', async () => {
  const weekly = await watchedProvince()
  await weekly.db.write(async ({ subscriptions }) => await subscriptions.set('bcd', 'daily', true, 0))
  expect(await queue(weekly, 'daily', '2024-05-14T07:30')).toBe(0)
  const monthly = await watchedProvince()
  await monthly.import('observations', rows('2024-03'), '2024-04-02T08:00')
  await monthly.import('observations', rows('2024-04'), '2024-05-09T08:00')
  expect(await queue(monthly, 'weekly', '2024-05-06T07:30')).toBe(0)
  expect(await queue(monthly, 'weekly', '2024-05-13T07:30')).toBe(1)
  expect(await queue(monthly, 'weekly', '2024-05-20T07:30')).toBe(0)
})

test('what is made up for at night waits for the morning', async () => {
  const watched = await watchedProvince()
  await queue(watched, 'weekly', '2024-05-13T23:10')
  expect((await watched.outbox())[0]?.notBefore).toBe(local('2024-05-14T06:30').at)
})

test('what a person chose wins over what the role gets', () => {
  const committee = { member: 'bcd', name: '', role: 'committee', unit: 'P' } as const
  const leader = { member: 'gd', name: '', role: 'leader', unit: 'P-S1' } as const
  const kinds = ['daily', 'weekly', 'monthly', 'phase'] as const
  expect(kinds.filter(kind => isSubscribed(committee, kind, []))).toEqual(['weekly', 'phase'])
  expect(kinds.filter(kind => isSubscribed(leader, kind, []))).toEqual([])
  expect(isSubscribed(committee, 'weekly', chosen('bcd', 'weekly', false))).toBe(false)
  expect(isSubscribed(leader, 'daily', chosen('gd', 'daily', true))).toBe(true)
  expect(isSubscribed(leader, 'weekly', chosen('bcd', 'weekly', true))).toBe(false)
})
