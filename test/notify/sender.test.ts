import { describe, expect, it } from 'vitest'
import type { Delivery, Retry } from '../../src/channels/channel.ts'
import { telegramDelivery } from '../../src/channels/telegram/failure.ts'
import { AMBIGUOUS_PAUSE_MS } from '../../src/notify/verdict.ts'
import { LEASE_MS } from '../../src/notify/looking.ts'
import { eventually, settle } from '../lib/virtual-time.ts'
import { senderWorld, THEIR_LIMITS } from './sender-world.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** What is the same for all that Telegram itself refuses. */
const FAILED = { description: '', spoken: true, retryAfter: null, ambiguous: false, migrateTo: null }

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
      attempts: 0,
      leaseUntil: null,
      owner: null,
      lastError: null,
    })
    expect(delivered).toMatchObject([{ channel: 'telegram', topic: 'alert', outcome: 'sent', calls: 1 }])
    expect(await sender.pass()).toBe(0)
    expect(telegram.received).toHaveLength(1)
  })

  it('leaves what is not due yet', async () => {
    const { sender, chat, queue, telegram, time } = senderWorld()
    await queue('later', await chat('hoa'), { notBefore: time.clock.now() + 1 })
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
    expect(await row('b')).toMatchObject({ state: 'withdrawn', lastError: 'no longer true' })
  })

  it('keeps the order of a chat: one message at a time, oldest first', async () => {
    const { sender, chat, queue, telegram } = senderWorld()
    const hoa = await chat('hoa')
    for (const key of ['1', '2', '3']) await queue(key, hoa)
    expect([await sender.pass(), await sender.pass(), await sender.pass()]).toEqual([1, 1, 1])
    expect(telegram.received.map(one => one.text)).toEqual(['1', '2', '3'])
  })

  it('answers people before it tells news, behind any backlog', async () => {
    const { sender, chat, queue, telegram, db, time } = senderWorld()
    await db.write(async ({ outbox, chats }) => {
      for (let i = 0; i < 1_200; i++) {
        const { id } = await chats.touch('telegram', `chat ${i}`)
        const news = { key: `news ${i}`, topic: 'alert', facts: '{}', member: null, chat: id } as const
        await outbox.add({ ...news, notBefore: 1, createdAt: time.clock.now() })
      }
    })
    await queue('answer', await chat('hoa', { member: 'm1' }), { topic: 'reply' })
    await sender.pass()
    expect(telegram.received[0]?.text).toBe('answer')
  })
})

describe('a flood of strangers', () => {
  it('is greeted behind all that is for members, but not who is being linked', async () => {
    const { sender, chat, queue, telegram, db, time } = senderWorld()
    await queue('news', await chat('an'))
    await db.write(async ({ outbox, chats }) => {
      for (let i = 0; i < 40; i++) {
        const { id } = await chats.touch('telegram', `stranger ${i}`)
        const greeting = {
          key: `greeting ${i}`,
          topic: 'reply',
          facts: '{}',
          member: null,
          chat: id,
        } as const
        await outbox.add({ ...greeting, notBefore: 1, createdAt: time.clock.now() })
      }
    })
    await queue('answer', await chat('hoa', { member: 'm1' }), { topic: 'reply' })
    const joining = await chat('lan')
    await db.write(({ chats }) => chats.ask(joining.id, 'confirm', time.clock.now()))
    await queue('joining', joining, { topic: 'reply' })
    while ((await sender.pass()) > 0);
    const came = telegram.received.map(one => one.text.split(' ')[0])
    expect(came.slice(0, 4)).toEqual(['answer', 'joining', 'news', 'greeting'])
  })
})

describe('one message for a person', () => {
  it('goes to the first of several chats, over another only when that is gone', async () => {
    const { sender, chat, queue, row, telegram, zalo, db } = senderWorld()
    const first = await chat('hoa', { member: 'm1' })
    await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
    await queue('1', first)
    await sender.pass()
    expect([telegram.received.length, zalo.received.length]).toEqual([1, 0])
    telegram.next('hoa', { outcome: 'gone', cause: '403 blocked' })
    await queue('2', first)
    await sender.pass()
    await sender.pass()
    expect(zalo.received.map(one => one.text)).toEqual(['2'])
    expect((await row('2')).state).toBe('sent')
    expect((await db.read.chats.get(first.id))?.goneAt).not.toBeNull()
  })

  it('waits for who has no chat any more, and is sent where the person comes back', async () => {
    const { sender, chat, queue, row, db, telegram, zalo } = senderWorld()
    await queue('1', await chat('hoa', { member: 'm1' }))
    telegram.next('hoa', { outcome: 'gone', cause: '403 blocked' })
    await sender.pass()
    await sender.pass()
    expect(await row('1')).toMatchObject({
      state: 'held',
      heldFor: 'recipient',
      chat: null,
      lastError: '403 blocked',
    })
    const other = await chat('hoa', { channel: 'zalo-bot', member: 'm1' })
    expect(await db.write(({ outbox }) => outbox.address('m1', other.id, 0))).toBe(1)
    await sender.pass()
    expect(zalo.received.map(one => one.text)).toEqual(['1'])
  })

  it.each([
    ['lost afterwards', 'held', 'recipient'],
    ['lost before', 'withdrawn', null],
    ['muted as well', 'withdrawn', null],
    ['to be confirmed', 'held', 'recipient'],
  ] as const)('one chat muted and the other %s: %s', async (other, state, heldFor) => {
    const { sender, chat, queue, row, db, time } = senderWorld()
    const first = await chat('hoa', { member: 'm1' })
    const second = await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
    const now = time.clock.now()
    await db.write(async ({ chats }) => {
      await chats.mute(first.id, now - 5_000)
      if (other === 'muted as well') await chats.mute(second.id, now - 4_000)
      else if (other === 'to be confirmed') await chats.ask(second.id, 'confirm', now)
      else await chats.markGone(second.id, other === 'lost before' ? now - 6_000 : now - 4_000)
    })
    await queue('1', first)
    await sender.pass()
    expect(await row('1')).toMatchObject({ state, heldFor })
  })

  it('an answer goes nowhere but to the chat of its question', async () => {
    const { sender, chat, queue, row, telegram, zalo } = senderWorld()
    const hoa = await chat('hoa', { member: 'm1' })
    await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
    await queue('answer', hoa, { topic: 'reply' })
    telegram.always = () => ({ outcome: 'gone', cause: '403 blocked' })
    await sender.pass()
    expect((await row('answer')).state).toBe('refused')
    expect(zalo.received).toEqual([])
  })

  it('follows a chat that has moved, and sends there at once, but not for ever', async () => {
    const { sender, chat, queue, row, db, telegram } = senderWorld()
    const group = await chat('-5')
    await queue('a', group)
    telegram.next('-5', { outcome: 'moved', address: '-1005' })
    await sender.pass()
    expect(telegram.received.map(one => [one.address, one.text])).toEqual([['-1005', 'a']])
    expect((await db.read.chats.get(group.id))?.address).toBe('-1005')
    await queue('b', await chat('1'))
    telegram.next('1', { outcome: 'moved', address: '2' })
    telegram.next('2', { outcome: 'moved', address: '3' })
    await sender.pass()
    expect(await row('b')).toMatchObject({ state: 'refused', lastError: 'the chat kept moving' })
  })
})

describe('what a platform may say', () => {
  it('is obeyed to the second when it asks to wait, without counting on', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    const until = time.clock.now() + 3_000
    telegram.next('hoa', retry({ named: true, afterMs: until, scope: 'chat' }))
    await sender.pass()
    expect(await row('a')).toMatchObject({
      state: 'queued',
      attempts: 1,
      lastError: 'no answer',
      notBefore: until,
    })
    await queue('to another', await chat('bình'))
    expect(await sender.pass()).toBe(1)
    await time.advance(2_999)
    expect(await sender.pass()).toBe(0)
    await time.advance(1)
    expect(await sender.pass()).toBe(1)
    expect(telegram.received.map(one => one.text)).toEqual(['to another', 'a'])
  })

  it('a limit that does not say whose it is rests all, until another chat shows that it was one chat alone', async () => {
    const { sender, chat, queue, telegram, time } = senderWorld()
    const start = time.clock.now()
    await queue('a', await chat('hoa'))
    telegram.next('hoa', retry({ named: true, afterMs: start + 40_000 }))
    await sender.pass()
    for (let i = 0; i < 20; i++) await queue(`n${i}`, await chat(`c${i}`))
    await time.advance(4_900)
    expect(await sender.pass()).toBe(0)
    await time.advance(200)
    expect(await sender.pass()).toBe(1)
    expect(await sender.pass()).toBe(19)
    await time.advance(34_900)
    await sender.pass()
    expect(telegram.received.at(-1)).toMatchObject({ text: 'a', at: start + 40_000 })
  })

  it('an hour that one chat was told binds that chat, however often it is written to, and nobody else', async () => {
    const { sender, chat, queue, telegram, time } = senderWorld({ limits: THEIR_LIMITS })
    const [flooded, other] = [await chat('hoa'), await chat('bình')]
    const until = time.clock.now() + 60 * MINUTE
    const tried: number[] = []
    const limited = async () => {
      tried.push(time.clock.now())
      return retry({ named: true, afterMs: until })
    }
    telegram.next('hoa', ...Array.from({ length: 9 }, () => limited))
    for (let i = 0; i < 3; i++) await queue(`for hoa ${i}`, flooded)
    for (let i = 0; i < 20; i++) {
      await sender.pass()
      await time.advance(30_000)
    }
    await queue('for bình', other)
    await sender.pass()
    expect(telegram.received.map(one => one.text)).toEqual(['for bình'])
    expect(tried).toHaveLength(1)
  })

  it('an hour that the whole bot was told is looked after with one message every five minutes', async () => {
    const { sender, chat, queue, telegram, time } = senderWorld()
    const start = time.clock.now()
    const tried: number[] = []
    telegram.always = () => {
      tried.push((time.clock.now() - start) / MINUTE)
      return retry({ named: true, afterMs: start + 60 * MINUTE, scope: 'channel' })
    }
    for (let i = 0; i < 24; i++) {
      await queue(`n${i}`, await chat(`c${i}`))
      if (i === 22) telegram.always = null
      await sender.pass()
      await time.advance(30_000)
    }
    expect(tried).toEqual([0, 5, 10])
    await time.advance(4 * MINUTE)
    await sender.pass()
    await sender.pass()
    expect(telegram.received).toHaveLength(21)
  })

  it("a long wait that is the whole bot's is kept by all, and then all goes out", async () => {
    const { sender, chat, queue, telegram, time } = senderWorld()
    const until = time.clock.now() + 90_000
    for (let i = 0; i < 20; i++) await queue(`n${i}`, await chat(`c${i}`))
    telegram.always = () =>
      time.clock.now() < until ? retry({ named: true, afterMs: until }) : { outcome: 'sent', messageId: '1' }
    let calls = 0
    for (; time.clock.now() < until; await time.advance(1_000)) calls += await sender.pass()
    // Those on their way, and one to find out whose wait it is.
    expect(calls).toBeLessThanOrEqual(25)
    for (let i = 0; i < 4; i++) await sender.pass()
    expect(new Set(telegram.received.map(one => one.text)).size).toBe(20)
  })

  it('tries again and again what was not delivered, and lets nothing overtake it for a minute', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    const hoa = await chat('hoa')
    await queue('1', hoa)
    await queue('2', hoa)
    telegram.next('hoa', ...Array.from({ length: 15 }, () => retry()))
    await sender.pass()
    expect(await sender.pass()).toBe(0)
    for (let i = 0; i < 15 && telegram.received.length === 0; i++) {
      await time.advance(30 * MINUTE)
      await sender.pass()
    }
    expect((await row('1')).attempts).toBeGreaterThan(3)
  })

  it('gives up after days what could never be delivered, and says why', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'), { topic: 'reply' })
    telegram.always = () => retry()
    for (let hours = 0; hours < 30; hours++) {
      await sender.pass()
      await time.advance(60 * MINUTE)
    }
    expect(await row('a')).toMatchObject({ state: 'expired', lastError: 'no answer' })
  })

  it('tries what nobody knows a few times', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    telegram.always = () => retry({ scope: 'chat', mostTries: 5, cause: '418 teapot' })
    let tries = 0
    for (; (await row('a')).state === 'queued'; await time.advance(60 * MINUTE)) tries += await sender.pass()
    expect(tries).toBe(5)
    expect(await row('a')).toMatchObject({ state: 'dead', lastError: '418 teapot' })
  })

  it('sends once more, after a pause, what was perhaps delivered; then leaves it and says so', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    telegram.always = () => retry({ ambiguous: true })
    await sender.pass()
    await time.advance(AMBIGUOUS_PAUSE_MS)
    expect(await sender.pass()).toBe(0)
    await time.advance(AMBIGUOUS_PAUSE_MS)
    expect(await sender.pass()).toBe(1)
    expect(await row('a')).toMatchObject({ state: 'dead', lastError: 'perhaps delivered, twice: no answer' })
    await time.advance(DAY)
    expect(await sender.pass()).toBe(0)
  })

  it('ends a message that is refused, and goes on with the chat', async () => {
    const { sender, chat, queue, row, telegram } = senderWorld()
    const hoa = await chat('hoa')
    await queue('1', hoa)
    await queue('2', hoa)
    telegram.next('hoa', { outcome: 'refused', cause: '400 message is too long', ours: true })
    await sender.pass()
    await sender.pass()
    expect(await row('1')).toMatchObject({ state: 'dead', lastError: '400 message is too long' })
    expect(telegram.received.map(one => one.text)).toEqual(['2'])
  })

  it('keeps what was refused for a fault of ours to be sent again, and lets go what can never be sent', async () => {
    const { sender, chat, queue, row, telegram, time, db } = senderWorld()
    const hoa = await chat('hoa')
    const bad = (description: string) =>
      telegramDelivery({ ...FAILED, code: 400, description }, time.clock.now())
    telegram.next('hoa', bad('Bad Request: BUTTON_TYPE_INVALID'), bad("Bad Request: message can't be edited"))
    for (const key of ['ours', 'never']) await queue(key, hoa)
    await sender.pass()
    await sender.pass()
    expect((await row('ours')).state).toBe('dead')
    expect((await row('never')).state).toBe('refused')
    const again = await db.write(({ outbox }) => outbox.redrive('all_dead', time.clock.now()))
    expect(again).toBe(1)
    await sender.pass()
    expect(await row('ours')).toMatchObject({ state: 'sent' })
  })

  it('waits an hour at most for what a platform asks, however absurd, until the row is too old', async () => {
    const { sender, chat, queue, row, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    const tried: number[] = []
    telegram.always = () => {
      tried.push(time.clock.now())
      return telegramDelivery({ ...FAILED, code: 429, retryAfter: 1e9 }, time.clock.now())
    }
    for (let i = 0; i < 3 * 60; i++) {
      await sender.pass()
      await time.advance(60_000)
    }
    expect(tried.length).toBeGreaterThanOrEqual(3)
    expect((await row('a')).notBefore).toBeLessThanOrEqual(time.clock.now() + 60 * 60_000)
    await time.advance(14 * DAY)
    await sender.pass()
    expect((await row('a')).state).toBe('expired')
  })
})

describe('a channel in trouble', () => {
  it('counts an outage once, costs no message a try, is asked and not tried, and goes on at full pace', async () => {
    const { sender, chat, queue, row, telegram, time, db } = senderWorld()
    for (let i = 0; i < 60; i++) await queue(`n${i}`, await chat(`c${i}`))
    telegram.always = () => retry()
    telegram.says = { ok: false, cause: 'no answer', down: false }
    await sender.pass()
    expect(sender.standing('telegram')).toMatchObject({ refused: false })
    expect(await sender.pass()).toBe(0)
    expect((await row('n0')).attempts).toBe(0)
    expect((await db.read.outbox.countByState())['held']).toBe(60)
    telegram.always = null
    await time.advance(20 * MINUTE)
    void sender.run()
    await eventually(() => telegram.asked > 1)
    telegram.says = { ok: true }
    await time.advance(4_000)
    await eventually(() => telegram.received.length === 60)
    await sender.stop()
    expect(sender.standing('telegram')).toBeNull()
  })

  it('is not taken to be out for a few chats that cannot be reached', async () => {
    const { sender, chat, queue, telegram } = senderWorld()
    for (let i = 0; i < 200; i++) await queue(`n${i}`, await chat(`c${i}`))
    for (let i = 0; i < 4; i++) telegram.next(`c${i * 5}`, retry(), retry(), retry())
    for (let i = 0; i < 12; i++) await sender.pass()
    expect(telegram.received.length).toBe(196)
  })

  it('that refuses the bot hands over to the next chat at once; it is told once, and once when it works again', async () => {
    const told: (string | null)[] = []
    const { sender, chat, queue, telegram, zalo, time, row } = senderWorld({
      rules: async () => ({ opensAt: now => now, fallbackMs: 30 * MINUTE }),
      changed: (channel, standing) => void told.push(standing && `${channel}: ${standing.cause}`),
    })
    telegram.always = () => ({ outcome: 'channel_down', cause: '401 Unauthorized' })
    for (const name of ['hoa', 'bình']) {
      const first = await chat(name, { member: name })
      await chat(name, { channel: 'zalo-bot', member: name })
      await queue(`to ${name}`, first)
    }
    await queue('only here', await chat('cúc', { member: 'cúc' }))
    await sender.pass()
    await sender.pass()
    expect(zalo.received.map(one => one.text).toSorted()).toEqual(['to bình', 'to hoa'])
    expect(await row('only here')).toMatchObject({ state: 'held', heldFor: 'channel:telegram' })
    telegram.always = null
    void sender.run()
    await settle()
    await time.advance(MINUTE)
    await eventually(() => telegram.received.length === 1)
    await sender.stop()
    expect(told).toEqual(['telegram: 401 Unauthorized', null])
  })

  it('is tried by the next message where the first is not sent at all, as what it says is over', async () => {
    const over = new Set<string>()
    const { sender, chat, queue, row, telegram, time } = senderWorld({
      compose: async ({ key }) => (over.has(key) ? null : { blocks: [{ text: key }], choices: [] }),
    })
    telegram.always = () => ({ outcome: 'channel_down', cause: '401 Unauthorized' })
    telegram.says = { ok: false, cause: '401 Unauthorized', down: true }
    for (const key of ['a', 'b', 'c']) await queue(key, await chat(key))
    void sender.run()
    await time.advance(MINUTE)
    for (const key of ['a', 'b']) over.add(key)
    telegram.always = null
    telegram.says = { ok: true }
    await time.advance(2 * MINUTE)
    expect(telegram.received.map(one => one.text)).toEqual(['c'])
    expect((await row('a')).state).toBe('withdrawn')
    await sender.stop()
  })

  it('is waited for as long as the setting says, before the next chat takes over; never a second copy', async () => {
    const { sender, chat, queue, telegram, zalo, time } = senderWorld({
      rules: async () => ({ opensAt: now => now, fallbackMs: 10 * MINUTE }),
    })
    const first = await chat('hoa', { member: 'm1' })
    await chat('hoa', { channel: 'zalo-bot', member: 'm1' })
    telegram.always = () => retry()
    telegram.says = { ok: false, cause: 'no answer', down: false }
    await queue('a', first)
    await sender.pass()
    await time.advance(9 * MINUTE)
    await sender.pass()
    expect(zalo.received).toEqual([])
    await time.advance(MINUTE)
    await sender.pass()
    expect(zalo.received.map(one => one.text)).toEqual(['a'])
    telegram.always = null
    telegram.says = { ok: true }
    void sender.run()
    await settle()
    await time.advance(60 * MINUTE)
    await sender.stop()
    expect(telegram.received).toEqual([])
  })
})

describe('once', () => {
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
    for (let i = 0; i < 9; i++) {
      await time.advance(LEASE_MS / 3)
      expect(await another().pass()).toBe(0)
    }
    finish({ outcome: 'sent', messageId: '1' })
    await passing
    expect((await row('slow')).state).toBe('sent')
    expect(time.waiting()).toBe(0)
  })

  it('takes over what a dead process had claimed when nothing has changed it for long, behind all others, and as no failed try', async () => {
    const { another, chat, queue, row, db, telegram, time } = senderWorld()
    const dead = { owner: 'dead', until: time.clock.now() + LEASE_MS }
    for (const key of ['a', 'b']) {
      await queue(key, await chat(key))
      const { id, chat: to } = await row(key)
      await db.write(({ outbox }) => outbox.claim(id, to ?? 0, dead))
    }
    await queue('c', await chat('c'))
    const next = another({ limits: THEIR_LIMITS })
    expect(await next.pass()).toBe(1)
    await queue('d', await chat('d'))
    for (let i = 0; i < 6; i++, await time.advance(LEASE_MS / 6)) await next.pass()
    await queue('e', await chat('e'))
    await time.advance(1_000)
    for (let i = 0; i < 5; i++, await time.advance(1_000)) await next.pass()
    expect(telegram.received.map(one => one.text)).toEqual(['c', 'd', 'e', 'a', 'b'])
    expect((await row('a')).attempts).toBe(0)
  })

  it('leaves alone what another process holds, also at its start, and what it has lost itself', async () => {
    const { another, chat, queue, row, db, telegram, time } = senderWorld()
    await queue('a', await chat('hoa'))
    const { id, chat: to } = await row('a')
    await db.write(({ outbox }) =>
      outbox.claim(id, to ?? 0, { owner: 'other', until: time.clock.now() + LEASE_MS }),
    )
    const started = another()
    void started.run()
    await settle()
    await started.stop()
    expect(telegram.received).toEqual([])
    const lost = await db.write(({ outbox }) => outbox.conclude({ id, state: 'dead' }, 'somebody else'))
    expect([lost, (await row('a')).state]).toEqual([false, 'claimed'])
  })

  it('writes down what was sent although the database fails at first', async () => {
    const world = senderWorld()
    let broken = 0
    const { db } = world
    const sender = world.another({
      db: {
        read: db.read,
        writeTogether: (work, terms) =>
          broken-- > 0 ? Promise.reject(new Error('disk I/O error')) : db.writeTogether(work, terms),
      },
    })
    await world.queue('a', await world.chat('hoa'))
    world.telegram.next('hoa', async () => {
      broken = 2
      return { outcome: 'sent', messageId: 'x' }
    })
    void sender.run()
    for (let i = 0; i < 4; i++) {
      await settle()
      await world.time.advance(1_000)
    }
    await eventually(() => world.delivered.length === 1)
    await sender.stop()
    expect((await world.row('a')).state).toBe('sent')
    expect(world.telegram.received).toHaveLength(1)
    expect(world.delivered).toMatchObject([{ outcome: 'sent' }])
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

  it('says in the log what became of every row, without its text or its address', async () => {
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
          attempts: 0,
          ms: 0,
        },
      },
    ])
  })
})

function retry(more: Partial<Retry> = {}): Delivery {
  const plain: Retry = {
    outcome: 'retry',
    cause: 'no answer',
    scope: 'unclear',
    afterMs: 0,
    named: false,
    mostTries: null,
    ambiguous: false,
  }
  return { ...plain, ...more }
}

describe('whose chat it is', () => {
  it('is not tried again where its person has left while it was on its way, and what arrived has arrived', async () => {
    const { sender, chat, queue, row, telegram, db } = senderWorld()
    const ends: Record<string, Delivery> = {
      failed: retry(),
      wrong: { outcome: 'refused', cause: '400', ours: true },
      blocked: { outcome: 'gone', cause: '403' },
      arrived: { outcome: 'sent', messageId: '1' },
    }
    for (const [name, delivery] of Object.entries(ends)) {
      await queue(name, await chat(name, { member: name }))
      telegram.next(name, async () => {
        await db.write(({ outbox }) => outbox.withdrawOf(name))
        return delivery
      })
    }
    await sender.pass()
    await sender.pass()
    for (const name of ['failed', 'wrong', 'blocked']) expect((await row(name)).state).toBe('withdrawn')
    expect((await row('arrived')).state).toBe('sent')
  })

  it('is asked again when a message sets out: what was read before goes where its person is now', async () => {
    const { db, chat, queue, row, telegram, zalo, another } = senderWorld()
    const hoa = await chat('hoa', { member: 'm1' })
    await chat('hoa-z', { channel: 'zalo-bot', member: 'm1' })
    await queue('alert 1', hoa)
    let isRead = false
    const read: typeof db.read = {
      ...db.read,
      chats: {
        ...db.read.chats,
        async get(id) {
          // Between the look into the outbox and the first call the chat becomes another's.
          if (!isRead) await db.write(({ chats }) => chats.link(hoa.id, 'm2', 1))
          isRead = true
          return await db.read.chats.get(id)
        },
      },
    }
    const sender = another({ db: { ...db, read } })
    await sender.pass()
    expect(telegram.received).toEqual([])
    expect(await row('alert 1')).toMatchObject({ state: 'queued', chat: null, attempts: 0 })
    await sender.pass()
    expect(zalo.received.map(one => one.text)).toEqual(['alert 1'])
  })
})
