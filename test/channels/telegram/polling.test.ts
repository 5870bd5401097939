import { describe, expect, it } from 'vitest'
import { eventually, settle } from '../../lib/virtual-time.ts'
import { botError, pressedButton, textMessage } from './fake-telegram.ts'
import { GATEWAYS } from './gateways.ts'
import { HOA, message, telegramWorld } from './telegram-world.ts'

describe.each(GATEWAYS)('receiving by polling, through %s', (_, gateway) => {
  it('asks for messages and pressed buttons only, after removing a webhook', async () => {
    const { fake, channel, receive } = await telegramWorld(gateway)
    fake.webhook = { url: 'https://old.example', secret: 'x' }
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    const methods = fake.calls.map(call => call.method).filter(method => method !== 'getMe')
    expect(methods).toEqual(['deleteWebhook', 'getUpdates'])
    expect(fake.of('getUpdates')[0]?.params).toEqual({
      timeout: 30,
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    })
    expect(channel.health()).toEqual({ ok: true })
  })

  it('hands over what a person wrote, and confirms it with the next poll', async () => {
    const { fake, channel, receive, received } = await telegramWorld(gateway)
    await channel.start(receive)
    const id = fake.push(textMessage('tỷ lệ trực tuyến tuần này'))
    await eventually(() => fake.of('getUpdates').at(-1)?.params.offset === id + 1)
    expect(received).toEqual([
      {
        channel: 'telegram',
        address: HOA,
        updateId: String(id),
        kind: 'text',
        album: null,
        messageId: null,
        text: 'tỷ lệ trực tuyến tuần này',
        sentAt: 1_716_120_000_000,
        private: true,
      },
    ])
  })

  it('keeps the order of updates, and polls on when one of them is of no use', async () => {
    const { fake, channel, receive, received } = await telegramWorld(gateway)
    fake.push(textMessage('một'))
    fake.push({ message: { message_id: 8, date: 1, chat: { id: -5, type: 'group' }, new_chat_members: [] } })
    fake.push({ message: 'not a message' })
    fake.push(textMessage('hai'))
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 2)
    expect(received.map(incoming => incoming.text)).toEqual(['một', 'hai'])
  })

  it('sends what a button stands for, and lets it stop spinning', async () => {
    const { fake, channel, receive, received, time } = await telegramWorld(gateway)
    await channel.start(receive)
    await channel.send(HOA, message('Chọn:', { choices: [{ label: 'Sở Y tế', send: 'tỷ lệ Sở Y tế' }] }))
    const keyboard = fake.of('sendMessage')[0]?.params.reply_markup
    fake.push(pressedButton('tỷ lệ Sở Y tế', keyboard))
    await eventually(() => fake.of('answerCallbackQuery').length === 1)
    expect(received.map(({ text, address, sentAt }) => ({ text, address, sentAt }))).toEqual([
      { text: 'tỷ lệ Sở Y tế', address: HOA, sentAt: time.clock.now() },
    ])
    expect(fake.of('answerCallbackQuery')[0]?.params).toEqual({ callback_query_id: '99' })
  })

  it('fetches again what could not be kept, until it is', async () => {
    const { fake, channel, receive, received, time, breakKeeping } = await telegramWorld(gateway)
    breakKeeping(2)
    await channel.start(receive)
    const id = fake.push(textMessage('đừng mất'))
    await eventually(() => !channel.health().ok)
    expect(channel.health().cause).toBe('receiving failed: Error')
    await time.advance(1_000)
    await eventually(() => fake.of('getUpdates').length === 2 && time.waiting() === 1)
    await time.advance(2_000)
    await eventually(() => received.length === 1)
    await eventually(() => fake.of('getUpdates').at(-1)?.params.offset === id + 1)
    expect(channel.health()).toEqual({ ok: true })
  })

  it.each([
    ['a second poller', botError(409, 'Conflict: terminated by other getUpdates request'), /^409 Conflict/],
    ['an outage behind a proxy', { kind: 'html', status: 502 } as const, /^(502|no answer)/],
    ['a broken connection', { kind: 'reset' } as const, /^no answer: ECONNRESET$/],
    ['a page where JSON should be', { kind: 'html', status: 200 } as const, /^no answer/],
  ])('comes back after %s', async (_name, fault, cause) => {
    const { fake, channel, receive, received, time, log } = await telegramWorld(gateway)
    fake.fail('getUpdates', fault, fault, fault)
    await channel.start(receive)
    for (const wait of [1_000, 2_000, 4_000]) {
      await eventually(() => !channel.health().ok && time.next() === wait)
      expect(channel.health().cause).toMatch(cause)
      await time.advance(wait)
    }
    fake.push(textMessage('còn đó không'))
    await eventually(() => received.length === 1)
    expect(channel.health()).toEqual({ ok: true })
    expect(log.lines.filter(line => line.message === 'not receiving')).toHaveLength(1)
    expect(fake.of('deleteWebhook')).toHaveLength(1)
  })

  it('gives up a poll that is never answered', async () => {
    const { fake, channel, receive, received, time } = await telegramWorld(gateway)
    fake.fail('getUpdates', { kind: 'hang' })
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    await time.advance(45_000)
    await eventually(() => !channel.health().ok)
    fake.push(textMessage('a'))
    await time.advance(1_000)
    await eventually(() => received.length === 1)
    expect(channel.health()).toEqual({ ok: true })
  })

  it('waits as long as a flood limit says', async () => {
    const { fake, channel, receive, time } = await telegramWorld(gateway)
    fake.fail('getUpdates', botError(429, 'Too Many Requests: retry after 17', { retry_after: 17 }))
    await channel.start(receive)
    await eventually(() => time.next() === 17_000)
    expect(channel.health().cause).toBe('429 Too Many Requests: retry after 17')
    await time.advance(17_000)
    await eventually(() => fake.of('getUpdates').length === 2)
  })

  it('tries a refused token once a minute, and says so without it', async () => {
    const { fake, channel, receive, time, log } = await telegramWorld(gateway)
    fake.revoke()
    await channel.start(receive)
    expect(channel.health()).toEqual({ ok: false, cause: '401 Unauthorized' })
    expect(time.next()).toBe(60_000)
    expect(log.lines).toEqual([
      {
        level: 'warn',
        message: 'not receiving',
        fields: { channel: 'telegram', cause: '401 Unauthorized' },
      },
    ])
  })

  it('removes the webhook again when it finds one in its way', async () => {
    const { fake, channel, receive, time } = await telegramWorld(gateway)
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    fake.webhook = { url: 'https://other.example', secret: 'x' }
    fake.endPoll()
    await eventually(() => !channel.health().ok)
    expect(channel.health().cause).toMatch(/^409 Conflict: can't use getUpdates/)
    await time.advance(1_000)
    await eventually(() => fake.of('getUpdates').length === 3)
    fake.endPoll()
    await eventually(() => channel.health().ok)
    expect(fake.webhook).toBeNull()
  })

  it('starts although the platform is out of reach', async () => {
    const { fake, channel, receive, received, time } = await telegramWorld(gateway)
    fake.fail('deleteWebhook', { kind: 'reset' })
    await channel.start(receive)
    expect(channel.health().ok).toBe(false)
    fake.push(textMessage('a'))
    await time.advance(1_000)
    await eventually(() => received.length === 1)
  })

  it('does not hold up the start while the network swallows everything', async () => {
    const { fake, channel, receive, received, time } = await telegramWorld(gateway)
    fake.fail('deleteWebhook', { kind: 'hang' })
    const starting = channel.start(receive)
    await eventually(() => fake.of('deleteWebhook').length === 1)
    await time.advance(3_000)
    await starting
    expect(channel.health()).toEqual({ ok: false, cause: 'not started' })
    await time.advance(12_000)
    await eventually(() => time.next() === 1_000)
    fake.push(textMessage('a'))
    await time.advance(1_000)
    await eventually(() => received.length === 1)
  })

  it('stops at once while it polls, twice if asked, also right after starting or before', async () => {
    const { fake, channel, receive, again, time } = await telegramWorld(gateway)
    await channel.start(receive)
    await eventually(() => fake.of('getUpdates').length === 1)
    await channel.stop()
    await channel.stop()
    expect(channel.health()).toEqual({ ok: false, cause: 'stopped' })
    const second = again()
    const starting = second.start(receive)
    await second.stop()
    await starting
    await again().stop()
    expect(time.waiting()).toBe(0)
  })

  it('stops only when what has arrived is kept', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const steps: string[] = []
    const { promise: slow, resolve: finish } = Promise.withResolvers<void>()
    await channel.start(async () => {
      steps.push('arrived')
      await slow
      steps.push('kept')
    })
    fake.push(textMessage('a'))
    await eventually(() => steps.length === 1)
    const stopping = channel.stop().then(() => steps.push('stopped'))
    finish()
    await stopping
    expect(steps).toEqual(['arrived', 'kept', 'stopped'])
  })

  it('stops only when a pressed button has been answered, or has not been for too long', async () => {
    const { fake, channel, receive, received, time } = await telegramWorld(gateway)
    fake.fail('answerCallbackQuery', { kind: 'hang' })
    await channel.start(receive)
    fake.push(pressedButton('a', undefined))
    await eventually(() => fake.of('answerCallbackQuery').length === 1)
    const steps = [`received ${received.length}`]
    const stopping = channel.stop().then(() => steps.push('stopped'))
    await settle()
    steps.push('waiting')
    await time.advance(5_000)
    await stopping
    expect(steps).toEqual(['received 1', 'waiting', 'stopped'])
  })

  it('shows the menu of commands where it is given one, and starts without it if need be', async () => {
    const commands = [{ command: 'help', description: 'Trợ giúp' }]
    const { fake, channel, receive } = await telegramWorld(gateway, { commands })
    fake.fail('setMyCommands', { kind: 'reset' })
    await channel.start(receive)
    await eventually(() => fake.of('setMyCommands').length === 1 && fake.of('getUpdates').length === 1)
    expect(fake.of('setMyCommands')[0]?.params).toEqual({ commands })
  })
})
