import { expect, test } from 'vitest'
import { scene } from './scene.ts'
import type { Scene } from './scene.ts'

const WAIT = { interval: 20 }
/** A report for the member, due now, whatever the hour. */
async function queueReport({ within }: Scene, name = 'test'): Promise<void> {
  const now = Date.now()
  await within(async db => {
    await db.write(async ({ outbox, chats }) => {
      const chat = await chats.find('telegram', '5000001')
      await outbox.add({
        key: `digest:${name}`,
        topic: 'digest',
        facts: JSON.stringify({ kind: 'weekly', slot: now, late: false }),
        member: 'bcd',
        chat: chat?.id ?? null,
        notBefore: now,
        createdAt: now,
      })
    })
  })
}

const reports = ({ telegram }: Scene) => telegram.arrived.filter(text => text.includes('Báo cáo tuần'))

test('killed while a message is on its way, it arrives after the restart', async () => {
  const there = await scene()
  const { telegram, start, rows } = there
  await queueReport(there)
  telegram.hold()
  const first = await start()
  await expect.poll(telegram.held, WAIT).toBe(1)
  expect((await rows()).map(row => row.state)).toEqual(['claimed'])
  expect(await first.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
  telegram.release('lose')
  expect(reports(there)).toEqual([])
  const second = await start()
  await expect.poll(() => reports(there).length, WAIT).toBe(1)
  await expect.poll(async () => (await rows()).map(row => row.state), WAIT).toEqual(['sent'])
  expect(await second.kill('SIGTERM')).toEqual({ code: 0, signal: null })
  expect(reports(there)).toHaveLength(1)
})

test('told to stop while a message is on its way, it ends after that, with nothing lost or doubled', async () => {
  const there = await scene()
  const { telegram, start, rows } = there
  await queueReport(there)
  telegram.hold()
  const first = await start()
  await expect.poll(telegram.held, WAIT).toBe(1)
  const ending = first.kill('SIGTERM')
  await expect.poll(async () => await fetch(first.url).catch(() => 'closed'), WAIT).toBe('closed')
  expect(first.running()).toBe(true)
  telegram.release()
  expect(await ending).toEqual({ code: 0, signal: null })
  expect((await rows()).map(row => row.state)).toEqual(['sent'])
  const second = await start()
  telegram.push([1, 'xin chào'])
  await expect.poll(() => telegram.arrived.length, WAIT).toBe(2)
  expect(reports(there)).toHaveLength(1)
  await second.kill('SIGTERM')
})

test('told to stop while a message waits for its turn in the chat, it ends in order after that', async () => {
  const there = await scene()
  const { start, rows } = there
  for (const name of ['1', '2', '3', '4', '5', '6']) await queueReport(there, name)
  const service = await start()
  const states = async () => (await rows()).map(row => row.state)
  await expect.poll(states, WAIT).toEqual(expect.arrayContaining(['sent', 'claimed']))
  expect(await service.kill('SIGTERM')).toEqual({ code: 0, signal: null })
  const left = await states()
  expect(left).not.toContain('claimed')
  expect(reports(there)).toHaveLength(left.filter(state => state === 'sent').length)
})

test('killed in the middle of a turn, or before it, each message is answered after the restart, once', async () => {
  const there = await scene()
  const { telegram, start, within, rows } = there
  telegram.hold()
  const first = await start()
  telegram.push([7, 'xin chào'], [7, 'xin chào'])
  await expect.poll(telegram.held, WAIT).toBe(1)
  await first.kill('SIGKILL')
  telegram.release('lose')
  // As a process leaves it that was killed between storing a message and answering it.
  await within(async db => {
    const message = { channel: 'telegram', address: '5000001', text: 'trợ giúp', private: true }
    await db.write(async ({ inbox }) => {
      await inbox.add({ ...message, updateId: '8', sentAt: Date.now(), receivedAt: Date.now() })
    })
  })
  const second = await start()
  await expect.poll(() => telegram.arrived.length, WAIT).toBe(2)
  telegram.push([9, 'xin chào'])
  await expect.poll(() => telegram.arrived.length, WAIT).toBe(3)
  await second.kill('SIGTERM')
  expect(telegram.arrived).toHaveLength(3)
  expect((await rows()).map(row => [row.topic, row.state])).toEqual([
    ['reply', 'sent'],
    ['reply', 'sent'],
    ['reply', 'sent'],
  ])
  expect(await within(async db => await db.read.inbox.pending(9))).toEqual([])
})
