import { describe, expect, it } from 'vitest'
import { InputBytes } from '../../../src/channels/telegram/gateway.ts'
import { botError, startFakeTelegram, TOKEN } from './fake-telegram.ts'
import { GATEWAYS } from './gateways.ts'

const signal = new AbortController().signal

describe.each(GATEWAYS)('the gateway through %s', (_, makeGateway) => {
  it('keeps every object beside an upload', async () => {
    const fake = await startFakeTelegram()
    const gateway = makeGateway(TOKEN, fake.root)
    const extras = {
      reply_parameters: { message_id: 12, allow_sending_without_reply: true },
      caption_entities: [{ type: 'bold', offset: 0, length: 1 }],
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
    }
    const photo = new InputBytes(Uint8Array.from([0, 255, 13, 10]), 'ảnh.png')
    const came = await gateway.call('sendPhoto', { chat_id: '7', photo, caption: 'x', ...extras }, signal)
    expect(came).toMatchObject({ ok: true, result: { message_id: 41 } })
    expect(fake.calls[0]?.params).toEqual({ chat_id: '7', caption: 'x', ...extras })
    expect(fake.calls[0]?.files.photo).toEqual({ name: 'ảnh.png', bytes: Buffer.from([0, 255, 13, 10]) })
  })

  it('sends numbers, lists and objects as they are without an upload, and leaves out what is undefined', async () => {
    const fake = await startFakeTelegram()
    const gateway = makeGateway(TOKEN, fake.root)
    await gateway.call('getUpdates', { offset: undefined, limit: 3, allowed_updates: ['message'] }, signal)
    expect(fake.calls[0]?.params).toEqual({ limit: 3, allowed_updates: ['message'] })
  })

  it('hands on what the platform says, in all parts', async () => {
    const fake = await startFakeTelegram()
    const gateway = makeGateway(TOKEN, fake.root)
    fake.fail('sendMessage', botError(429, 'Too Many Requests: retry after 5', { retry_after: 5 }))
    expect(await gateway.call('sendMessage', { chat_id: '7', text: 'a' }, signal)).toEqual({
      ok: false,
      failure: {
        code: 429,
        description: 'Too Many Requests: retry after 5',
        spoken: true,
        ambiguous: false,
        retryAfter: 5,
        migrateTo: null,
      },
    })
  })

  it('gives up when told, and says so without rejecting', async () => {
    const fake = await startFakeTelegram()
    const gateway = makeGateway(TOKEN, fake.root)
    fake.fail('sendMessage', { kind: 'hang' })
    const stop = new AbortController()
    const calling = gateway.call('sendMessage', { chat_id: '7', text: 'a' }, stop.signal)
    stop.abort()
    expect(await calling).toMatchObject({ ok: false, failure: { code: null, ambiguous: false } })
  })
})
