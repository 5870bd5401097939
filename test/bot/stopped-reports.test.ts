import { expect, test } from 'vitest'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

/** Monday's weekly report waits for the committee and for the leader, who asked for it. */
async function waiting(): Promise<Talk> {
  const talk = await startTalk('2024-05-12T19:00:00+07:00')
  await bringWeek(talk.app, '2024-W19', 80)
  await talk.app.db.write(async ({ subscriptions }) => await subscriptions.set('gd', 'weekly', true, 1))
  talk.clock.set('2024-05-13T07:30:00+07:00')
  const job = talk.app.jobs().find(one => one.name === 'digest-weekly')
  await job?.run(talk.clock.now(), false)
  expect(await says(talk, 'bcd')).toContain('Tuần 19')
  expect(await says(talk, 'gd')).toContain('Tuần 19')
  return talk
}

async function says({ app }: Talk, member: string): Promise<string | null> {
  const row = (await app.db.read.outbox.list()).find(one => one.topic === 'digest' && one.member === member)
  const [chat] = await app.db.read.chats.ofMember(member)
  const message = row && chat ? await app.compose(row, chat) : null
  return message && JSON.stringify(message.blocks)
}

test.each([
  ['ngừng báo cáo tuần', true],
  ['ngừng gửi báo cáo', true],
  ['tạm dừng báo cáo 2 tuần', true],
  ['ngừng gửi báo cáo tháng', false],
] as const)('a report that waits behind “%s” stops for that person: %s', async (words, stops) => {
  const talk = await waiting()
  await talk.hear('bcd', words)
  expect(await says(talk, 'bcd')).not.toBeNull()
  await talk.hear('bcd', 'đồng ý')
  expect((await says(talk, 'bcd')) === null).toBe(stops)
  expect(await says(talk, 'gd')).toContain('Tuần 19')
})

test('what the operator turned off is not sent either; what was paused until today is', async () => {
  const talk = await waiting()
  const rest = { hour: null, weekday: null, onlyNews: false }
  await talk.app.db.write(async ({ subscriptions }) => {
    await subscriptions.set('bcd', 'weekly', false, talk.clock.now())
    await subscriptions.prefer({ ...rest, member: 'gd', pausedUntil: '2024-05-14' })
  })
  expect([await says(talk, 'bcd'), await says(talk, 'gd')]).toEqual([null, null])
  talk.clock.set('2024-05-14T07:00:00+07:00')
  expect(await says(talk, 'gd')).toContain('Tuần 19')
})

test('a report that an operator sends by hand goes to who takes none', async () => {
  const talk = await waiting()
  await talk.app.db.write(async ({ subscriptions, outbox }) => {
    await subscriptions.set('bcd', 'weekly', false, talk.clock.now())
    const row = (await outbox.list()).find(one => one.topic === 'digest' && one.member === 'bcd')
    await outbox.amend(row?.id ?? 0, JSON.stringify({ ...JSON.parse(row?.facts ?? '{}'), byHand: true }))
  })
  expect(await says(talk, 'bcd')).toContain('Tuần 19')
})
