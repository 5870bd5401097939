import { expect, it } from 'vitest'
import type { Channel, Delivery } from '../../src/channels/channel.ts'
import type { Parts } from '../../src/channels/parts.ts'
import { stillToSend } from '../../src/channels/parts.ts'
import { senderWorld } from './sender-world.ts'

const MINUTE = 60_000
const FAILS = {
  outcome: 'retry',
  cause: '500',
  scope: 'unclear',
  afterMs: 0,
  named: false,
  mostTries: null,
  ambiguous: false,
} as const satisfies Delivery

/** A report of three parts, whose last one meets errors as long as `broken`; it is known by the message of its second. */
async function report() {
  const { another, chat, queue, row, telegram, zalo, time, db } = senderWorld({
    rules: async () => ({ opensAt: now => now, fallbackMs: 10 * MINUTE }),
  })
  const arrived: string[] = []
  const platform = { broken: true }
  const sends: Channel['send'] = async (address, _message, beforeCall, parts?: Parts) => {
    const all = ['picture', 'text', 'sheet']
    const left = stillToSend(all, parts)
    for (const [at, part] of left.entries()) {
      if (at + all.length - left.length > 0) await parts?.note(left.length - at, 'm2')
      await beforeCall?.()
      if (part === 'sheet' && platform.broken) return FAILS
      arrived.push(`${address} ${part}`)
    }
    return { outcome: 'sent', messageId: 'm2' }
  }
  telegram.send = sends
  const first = await chat('hoa', { member: 'm1' })
  await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
  await queue('report', first)
  return { another, row, zalo, time, db, arrived, platform, first }
}

const WHOLE = ['hoa picture', 'hoa text', 'hoa sheet']

it('a part that has arrived comes no second time, however long the next one fails, and nowhere else', async () => {
  const { another, row, zalo, time, arrived, platform } = await report()
  const sender = another()
  void sender.run()
  await time.advance(30 * MINUTE)
  expect(arrived).toEqual(WHOLE.slice(0, 2))
  expect(await row('report')).toMatchObject({ state: 'queued', partsLeft: 1 })
  platform.broken = false
  await time.advance(30 * MINUTE)
  expect(arrived).toEqual(WHOLE)
  expect(zalo.received).toEqual([])
  expect(await row('report')).toMatchObject({ state: 'sent', messageId: 'm2' })
  await sender.stop()
})

it('what had arrived when a process died does not come again', async () => {
  const { another, row, time, arrived, platform, db, first } = await report()
  const { id } = await row('report')
  platform.broken = false
  await db.write(async ({ outbox }) => {
    await outbox.claim(id, first.id, { owner: 'dead', until: time.clock.now() + MINUTE })
    await outbox.noteParts(id, 'dead', { partsLeft: 1, messageId: 'm2' })
  })
  const next = another()
  void next.run()
  await time.advance(2 * MINUTE)
  expect(arrived).toEqual(['hoa sheet'])
  expect(await row('report')).toMatchObject({ state: 'sent', messageId: 'm2' })
  await next.stop()
})

it('a chat that is gone before all has arrived: the person’s next chat gets the whole', async () => {
  const { another, zalo, time, arrived, db, first } = await report()
  const sender = another()
  void sender.run()
  await time.advance(MINUTE)
  await db.write(({ chats }) => chats.markGone(first.id, time.clock.now()))
  await time.advance(40 * MINUTE)
  expect(arrived).toEqual(WHOLE.slice(0, 2))
  expect(zalo.received.map(one => one.text)).toEqual(['report'])
  await sender.stop()
})
