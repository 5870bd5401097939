import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/channels/channel.ts'
import { LEASE_MS } from '../../src/notify/delivering.ts'
import { MAX_ATTEMPTS } from '../../src/notify/verdict.ts'
import { eventually, settle } from '../lib/virtual-time.ts'
import { senderWorld } from './sender-world.ts'

const MINUTE = 60_000

describe('one pass', () => {
  it('sends what is due, and writes down that and how', async () => {
    const { sender, chat, queue, row, telegram, time, delivered } = senderWorld()
    await queue('below:S01', await chat('hoa', { member: 'm1' }))
    expect(await sender.pass()).toBe(1)
    expect(telegram.received).toEqual([{ address: 'hoa', text: 'below:S01', at: time.clock.now() }])
    expect(await row('below:S01')).toMatchObject({
      state: 'sent',
      sentAt: time.clock.now(),
      messageId: 'm1',
      attempts: 1,
      leaseUntil: null,
      lastError: null,
    })
    expect(delivered).toEqual([{ channel: 'telegram', topic: 'alert', outcome: 'sent', ms: 0 }])
    expect(await sender.pass()).toBe(0)
    expect(telegram.received).toHaveLength(1)
  })

  it('leaves what is not due yet, and what has nobody to go to', async () => {
    const { sender, chat, queue, telegram, time, db } = senderWorld()
    const hoa = await chat('hoa')
    await queue('later', hoa, { notBefore: time.clock.now() + 1 })
    await queue('for nobody', hoa, { chat: null, member: 'm1' })
    const bình = await chat('bình')
    await queue('gone', bình)
    await db.write(({ chats }) => chats.markGone(bình.id, time.clock.now()))
    expect(await sender.pass()).toBe(0)
    await time.advance(1)
    expect(await sender.pass()).toBe(1)
    expect(telegram.received.map(one => one.text)).toEqual(['later'])
  })

  it('composes at the moment of sending, and withdraws what is no longer true', async () => {
    let truth: string | null = 'đang dưới chỉ tiêu'
    const { sender, chat, queue, row, telegram } = senderWorld({
      compose: async () => (truth === null ? null : { blocks: [{ text: truth }], choices: [] }),
    })
    const hoa = await chat('hoa')
    await queue('a', hoa)
    await queue('b', hoa)
    await sender.pass()
    truth = null
    await sender.pass()
    expect(telegram.received.map(one => one.text)).toEqual(['đang dưới chỉ tiêu'])
    expect(await row('b')).toMatchObject({ state: 'withdrawn', lastError: 'no longer true', attempts: 1 })
  })

  it('gives each channel its own, and chooses by the chat', async () => {
    const { sender, chat, queue, telegram, zalo } = senderWorld()
    await queue('a', await chat('hoa', { channel: 'zalo-bot' }))
    await queue('b', await chat('hoa', { channel: 'telegram' }))
    expect(await sender.pass()).toBe(2)
    expect([zalo.received[0]?.text, telegram.received[0]?.text]).toEqual(['a', 'b'])
  })

  it('keeps the order of a chat: one message at a time, oldest first', async () => {
    const { sender, chat, queue, telegram } = senderWorld()
    const hoa = await chat('hoa')
    for (const key of ['1', '2', '3']) await queue(key, hoa)
    expect([await sender.pass(), await sender.pass(), await sender.pass()]).toEqual([1, 1, 1])
    expect(telegram.received.map(one => one.text)).toEqual(['1', '2', '3'])
  })

  it('answers people before it tells news', async () => {
    const { sender, chat, queue, telegram } = senderWorld()
    for (let i = 0; i < 20; i++) await queue(`news ${i}`, await chat(`chat ${i}`))
    await queue('answer', await chat('hoa'), { topic: 'reply' })
    await sender.pass()
    expect(telegram.received[0]?.text).toBe('answer')
  })

  it('waits ten minutes with what is for a channel that is off', async () => {
    const { sender, chat, queue, row, time, telegram } = senderWorld()
    await queue('a', await chat('page', { channel: 'web' }))
    expect(await sender.pass()).toBe(0)
    expect(await row('a')).toMatchObject({
      state: 'queued',
      attempts: 0,
      notBefore: time.clock.now() + 10 * MINUTE,
      lastError: 'the channel is off',
    })
    expect(telegram.received).toEqual([])
  })
})

describe('what a platform may say', () => {
  it('tries again when the platform asks for it, not sooner, and later each time', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    telegram.next('hoa', retry(time.clock.now() + 35_000), retry())
    await sender.pass()
    expect(await row('a')).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: '429',
      notBefore: time.clock.now() + 35_000,
    })
    await time.advance(34_999)
    expect(await sender.pass()).toBe(0)
    await time.advance(1)
    expect(await sender.pass()).toBe(1)
    expect((await row('a')).notBefore).toBe(time.clock.now() + 10_000)
    await time.advance(10_000)
    await sender.pass()
    expect(await row('a')).toMatchObject({ state: 'sent', attempts: 3, lastError: null })
  })

  it('gives up after the last try, loudly', async () => {
    const { sender, chat, queue, row, telegram, time, log, delivered } = senderWorld()
    await queue('a', await chat('hoa'))
    telegram.always = retry
    let tries = 0
    for (; (await row('a')).state === 'queued'; await time.advance(60 * MINUTE)) tries += await sender.pass()
    expect(tries).toBe(MAX_ATTEMPTS)
    expect(await row('a')).toMatchObject({ state: 'dead', lastError: '429' })
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', fields: { outcome: 'dead', attempts: 12 } })
    expect(delivered.at(-1)).toMatchObject({ outcome: 'dead', channel: 'telegram' })
  })

  it('lets nothing overtake a message that is tried again, for a minute', async () => {
    const { sender, chat, queue, telegram, time } = senderWorld()
    const hoa = await chat('hoa')
    await queue('1', hoa)
    await queue('2', hoa)
    telegram.next('hoa', retry(time.clock.now() + 20_000))
    await sender.pass()
    expect(await sender.pass()).toBe(0)
    await time.advance(20_000)
    await sender.pass()
    await sender.pass()
    expect(telegram.received.map(one => one.text)).toEqual(['1', '2'])
  })

  it('ends a message that is refused, and goes on with the chat', async () => {
    const { sender, chat, queue, row, telegram } = senderWorld()
    const hoa = await chat('hoa')
    await queue('1', hoa)
    await queue('2', hoa)
    telegram.next('hoa', { outcome: 'refused', cause: '400 message is too long', ours: true })
    await sender.pass()
    await sender.pass()
    expect(await row('1')).toMatchObject({ state: 'refused', lastError: '400 message is too long' })
    expect(telegram.received.map(one => one.text)).toEqual(['2'])
  })

  it('lets a notice wait for who has left, and finds the person again in another chat', async () => {
    const { sender, chat, queue, row, db, telegram, zalo, time } = senderWorld()
    const hoa = await chat('hoa', { member: 'm1' })
    await queue('1', hoa)
    telegram.next('hoa', { outcome: 'gone', cause: '403 blocked' })
    await sender.pass()
    expect(await row('1')).toMatchObject({
      state: 'queued',
      chat: null,
      member: 'm1',
      lastError: '403 blocked',
    })
    expect(await db.read.chats.get(hoa.id)).toMatchObject({ goneAt: time.clock.now(), member: 'm1' })
    expect(await sender.pass()).toBe(0)
    const other = await chat('hoa', { channel: 'zalo-bot', member: 'm1' })
    await db.write(({ outbox }) => outbox.address('m1', other.id, 0))
    await sender.pass()
    expect(zalo.received.map(one => one.text)).toEqual(['1'])
  })

  it('does not keep an answer for who has left, nor a notice for nobody', async () => {
    const { sender, chat, queue, row, telegram, db } = senderWorld()
    const hoa = await chat('hoa', { member: 'm1' })
    const stranger = await chat('stranger')
    await queue('answer', hoa, { topic: 'reply' })
    await queue('notice', stranger)
    telegram.always = () => ({ outcome: 'gone', cause: '403 blocked' })
    await sender.pass()
    expect((await row('answer')).state).toBe('refused')
    expect((await row('notice')).state).toBe('refused')
    expect((await db.read.chats.get(hoa.id))?.goneAt).not.toBeNull()
  })

  it('follows a chat that has moved, and sends there at once', async () => {
    const { sender, chat, queue, row, db, telegram } = senderWorld()
    const group = await chat('-5')
    await queue('a', group)
    telegram.next('-5', { outcome: 'moved', address: '-1005' })
    await sender.pass()
    expect(telegram.received.map(one => [one.address, one.text])).toEqual([['-1005', 'a']])
    expect((await db.read.chats.get(group.id))?.address).toBe('-1005')
    expect((await row('a')).state).toBe('sent')
  })

  it('does not follow a chat for ever', async () => {
    const { sender, chat, queue, row, telegram } = senderWorld()
    await queue('a', await chat('1'))
    telegram.next('1', { outcome: 'moved', address: '2' })
    telegram.next('2', { outcome: 'moved', address: '3' })
    await sender.pass()
    expect(await row('a')).toMatchObject({ state: 'refused', lastError: 'the chat kept moving' })
  })

  it('rests a channel whose token is refused; its messages cost no tries, other channels go on', async () => {
    const { sender, chat, queue, row, telegram, zalo, time } = senderWorld()
    await queue('1', await chat('hoa'))
    await queue('2', await chat('bình'))
    telegram.always = () => ({ outcome: 'channel_down', cause: '401 Unauthorized' })
    await sender.pass()
    await queue('3', await chat('cúc'))
    await queue('4', await chat('dung', { channel: 'zalo-bot' }))
    await sender.pass()
    expect(zalo.received.map(one => one.text)).toEqual(['4'])
    expect(await row('3')).toMatchObject({
      state: 'queued',
      attempts: 0,
      lastError: '401 Unauthorized',
      notBefore: time.clock.now() + 5 * MINUTE,
    })
    telegram.always = null
    await time.advance(5 * MINUTE)
    for (let i = 0; i < 4; i++) await sender.pass()
    expect(telegram.received.map(one => one.text).toSorted()).toEqual(['1', '2', '3'])
  })
})

describe('an outage', () => {
  it('is seen after three chats, then tried with one message at a time, and no message dies of it', async () => {
    const { sender, chat, queue, row, telegram, time, db } = senderWorld()
    for (let i = 0; i < 30; i++) await queue(`n${i}`, await chat(`c${i}`))
    telegram.always = lost
    const end = time.clock.now() + 6 * 60 * MINUTE
    let passes = 0
    while (time.clock.now() < end) {
      passes += await sender.pass()
      await time.advance(30_000)
    }
    expect(passes).toBeLessThan(8 + 6 * 12 + 20)
    expect(await db.read.outbox.countByState()).toEqual({ queued: 30 })
    telegram.always = null
    telegram.most = 0
    for (let i = 0; i < 60; i++) {
      await sender.pass()
      await time.advance(30_000)
    }
    expect(await db.read.outbox.countByState()).toEqual({ sent: 30 })
    await queue('next', await chat('c0'))
    telegram.next('c0', retry())
    await sender.pass()
    await queue('not held up', await chat('c1'))
    expect(await sender.pass()).toBe(1)
    expect((await row('n0')).attempts).toBeGreaterThan(MAX_ATTEMPTS)
  })

  it('is believed when the channel itself says so, with only one chat', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    telegram.always = lost
    telegram.healthy = false
    for (let i = 0; i < 6 * 60; i++) {
      await sender.pass()
      await time.advance(MINUTE)
    }
    expect((await row('a')).state).toBe('queued')
    telegram.always = null
    await time.advance(5 * MINUTE)
    await sender.pass()
    expect((await row('a')).state).toBe('sent')
  })
})

describe('faults of our own', () => {
  it('tries again what could not be composed, without the error text, and other messages go on', async () => {
    const { sender, chat, queue, row, telegram, log } = senderWorld({
      compose: async ({ key }) => {
        if (key === 'broken') throw new TypeError('secret of Hoa')
        return { blocks: [{ text: key }], choices: [] }
      },
    })
    await queue('broken', await chat('hoa'))
    await queue('fine', await chat('bình'))
    await sender.pass()
    expect(await row('broken')).toMatchObject({ state: 'queued', lastError: 'not composed: TypeError' })
    expect(telegram.received.map(one => one.text)).toEqual(['fine'])
    expect(log.text()).not.toContain('Hoa')
  })

  it('writes down what was sent although the database fails at first', async () => {
    const world = senderWorld()
    let broken = 0
    const sender = world.another({
      db: {
        read: world.db.read,
        write: work => (broken-- > 0 ? Promise.reject(new Error('disk I/O error')) : world.db.write(work)),
      },
    })
    await world.queue('a', await world.chat('hoa'))
    world.telegram.next('hoa', async () => {
      broken = 2
      return { outcome: 'sent', messageId: 'x' }
    })
    const passing = sender.pass()
    await eventually(() => world.time.waiting() === 1)
    await world.time.advance(200)
    await eventually(() => world.time.waiting() === 1)
    await world.time.advance(400)
    await passing
    expect((await world.row('a')).state).toBe('sent')
    expect(await sender.pass()).toBe(0)
  })

  it('never sends a row twice, however many senders there are', async () => {
    const { another, chat, queue, telegram } = senderWorld()
    const keys = Array.from({ length: 60 }, (_key, i) => `n${i}`)
    for (const key of keys) await queue(key, await chat(`c${Number(key.slice(1)) % 20}`))
    const senders = [another(), another(), another()]
    for (let i = 0; i < 6; i++) await Promise.all(senders.map(sender => sender.pass()))
    expect(telegram.received.map(one => one.text).toSorted()).toEqual(keys.toSorted())
  })

  it('renews its claim while a message is on its way, so that nobody else takes it', async () => {
    const { sender, another, chat, queue, row, telegram, time } = senderWorld()
    await queue('slow', await chat('hoa'))
    const { promise: slow, resolve: finish } = Promise.withResolvers<Delivery>()
    telegram.next('hoa', () => slow)
    const passing = sender.pass()
    await settle()
    for (let i = 0; i < 6; i++) {
      await time.advance(LEASE_MS / 2)
      expect(await another().pass()).toBe(0)
    }
    finish({ outcome: 'sent', messageId: '1' })
    await passing
    expect(await row('slow')).toMatchObject({ state: 'sent', attempts: 1 })
    expect(time.waiting()).toBe(0)
  })

  it('delivers after a crash between claim and sending: when the claim has run out, or at the next start', async () => {
    const { another, chat, queue, row, db, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    await queue('b', await chat('bình'))
    const now = time.clock.now()
    for (const key of ['a', 'b']) {
      const { id } = await row(key)
      await db.write(({ outbox }) => outbox.claim(id, now, now + LEASE_MS))
    }
    const next = another()
    expect(await next.pass()).toBe(0)
    await time.advance(LEASE_MS)
    expect(await next.pass()).toBe(2)
    expect(telegram.received).toHaveLength(2)

    await queue('c', await chat('cúc'))
    const { id } = await row('c')
    await db.write(({ outbox }) => outbox.claim(id, time.clock.now(), time.clock.now() + LEASE_MS))
    const started = another()
    const running = started.run()
    await eventually(() => telegram.received.length === 3)
    await started.stop()
    await running
    expect((await row('c')).state).toBe('sent')
  })
})

describe('the log', () => {
  it('says what became of every row, without its text or its address', async () => {
    const { sender, chat, queue, log } = senderWorld({
      compose: async () => ({ blocks: [{ text: 'bí mật của Hoa' }], choices: [] }),
    })
    await queue('below:S01', await chat('0912345678', { member: 'm1' }))
    await sender.pass()
    expect(log.lines).toEqual([
      {
        level: 'info',
        message: 'notice',
        fields: {
          row: 1,
          key: 'below:S01',
          topic: 'alert',
          channel: 'telegram',
          outcome: 'sent',
          attempts: 1,
          ms: 0,
        },
      },
    ])
  })
})

const NOT_YET = {
  outcome: 'retry',
  cause: 'no answer',
  scope: 'unclear',
  afterMs: 0,
  named: false,
  mostTries: null,
  ambiguous: false,
} as const

function retry(afterMs = 0): Delivery {
  return { ...NOT_YET, afterMs, cause: '429' }
}

function lost(): Delivery {
  return { ...NOT_YET, ambiguous: true }
}
