import { describe, expect, it } from 'vitest'
import { eventually } from '../../lib/virtual-time.ts'
import { textMessage, zaloError } from './fake-zalo.ts'
import { HOA, SECRET, zaloWorld, type ZaloWorld } from './zalo-world.ts'

const URL = 'https://chitieu.example/webhooks/zalo-bot'
const RIGHT = { 'x-bot-api-secret-token': SECRET }

interface WebhookWorld extends ZaloWorld {
  post: (body: unknown, headers?: Record<string, string | string[]>) => Promise<number>
}

async function webhookWorld(groups = false): Promise<WebhookWorld> {
  const world = await zaloWorld({ groups, webhook: { url: URL, secret: SECRET } })
  return {
    ...world,
    post: async (body, headers = RIGHT) =>
      (await world.channel.webhook?.handle({
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })) ?? 0,
  }
}

describe('receiving by webhook', () => {
  it('registers the address with its secret, and looks now and then whether it is still there', async () => {
    const { fake, channel, receive, time } = await webhookWorld()
    fake.webhook = { url: URL, secret: 'an older secret' }
    await channel.start(receive)
    expect(fake.webhook).toEqual({ url: URL, secret: SECRET })
    expect(channel.health()).toEqual({ ok: true })
    await time.advance(600_000)
    await eventually(() => fake.of('getWebhookInfo').length === 1 && time.next() === 600_000)
    expect(fake.of('setWebhook')).toHaveLength(1)
    fake.webhook = null
    await time.advance(600_000)
    await eventually(() => fake.webhook !== null)
    expect(fake.of('getUpdates')).toHaveLength(0)
  })

  it('says when the platform cannot reach us, tries again, and believes a message that arrives', async () => {
    const { fake, channel, receive, time, post } = await webhookWorld()
    fake.verification = { ok: false, outcome: 'webhook.err.unreachable' }
    await channel.start(receive)
    expect(channel.health().cause).toBe('webhook not reachable for the platform: webhook.err.unreachable')
    expect(await post(textMessage('a'))).toBe(200)
    expect(channel.health()).toEqual({ ok: true })
    fake.verification = null
    await time.advance(1_000)
    await eventually(() => time.next() === 600_000)
    expect(fake.of('setWebhook')).toHaveLength(2)
  })

  it('goes on trying while the platform is out', async () => {
    const { fake, channel, receive, time } = await webhookWorld()
    fake.fail('setWebhook', { kind: 'html', status: 504 }, zaloError(403, 'Internal server error'))
    await channel.start(receive)
    await time.advance(1_000)
    await eventually(() => time.next() === 2_000)
    expect(channel.health().cause).toBe('403 Internal server error')
    await time.advance(2_000)
    await eventually(() => channel.health().ok)
    expect(fake.webhook?.url).toBe(URL)
  })

  it('lets nobody in without the secret, whatever the body', async () => {
    const { channel, receive, received, post } = await webhookWorld()
    await channel.start(receive)
    expect(await post(textMessage('a'), {})).toBe(401)
    expect(await post(textMessage('a'), { 'x-bot-api-secret-token': `${SECRET}x` })).toBe(401)
    expect(await post(textMessage('a'), { 'x-telegram-bot-api-secret-token': SECRET })).toBe(401)
    expect(await post('{', {})).toBe(401)
    expect(received).toEqual([])
  })

  it('takes an update in its envelope and bare; the same one has the same number', async () => {
    const { channel, receive, received, post } = await webhookWorld()
    await channel.start(receive)
    expect(await post({ ok: true, result: textMessage('a') })).toBe(200)
    expect(await post(textMessage('a'))).toBe(200)
    expect(received).toHaveLength(2)
    expect(received[0]).toEqual(received[1])
  })

  it('says 200 only for what is kept, and answers what is not an update without harm', async () => {
    const { channel, receive, received, post, breakKeeping } = await webhookWorld()
    await channel.start(receive)
    breakKeeping(1)
    expect(await post(textMessage('a'))).toBe(503)
    expect(await post('{"event_name"')).toBe(400)
    for (const body of ['', 'null', '7', '{}', '{"ok":true}', '{"ok":false,"error_code":408}'])
      expect(await post(body)).toBe(200)
    expect(received).toEqual([])
  })

  it('is closed before it is started and after it is stopped', async () => {
    const { channel, receive, post } = await webhookWorld()
    expect(await post(textMessage('a'))).toBe(503)
    await channel.start(receive)
    expect(await post(textMessage('a'))).toBe(200)
    await channel.stop()
    expect(await post(textMessage('a'))).toBe(503)
  })

  it.each([
    [
      'a sticker',
      textMessage('', { text: undefined, sticker: 'x', url: 'y' }, 'message.sticker.received'),
      '',
    ],
    ['a picture', textMessage('', { text: undefined, photo: 'x' }, 'message.image.received'), ''],
    [
      'a picture with words',
      textMessage('', { text: undefined, photo_url: 'x', caption: 'đây' }, 'message.image.received'),
      'đây',
    ],
    ['a voice message', textMessage('', { text: undefined, voice_url: 'x' }, 'message.voice.received'), ''],
    ['what the law withholds', textMessage('', { text: undefined }, 'message.unsupported.received'), ''],
    ['a date in seconds', textMessage('a', { date: 1_716_120_000 }), 'a'],
  ])('reads %s', async (_name, update, text) => {
    const { channel, receive, received, post } = await webhookWorld()
    await channel.start(receive)
    expect(await post(update)).toBe(200)
    expect(received).toEqual([expect.objectContaining({ text, address: HOA, private: true })])
    expect(received[0]?.sentAt).toBeGreaterThanOrEqual(1_716_120_000_000)
  })

  it.each([
    [{ id: 'g1', chat_type: 'GROUP' }, false],
    [{ id: 'g1' }, false],
    [{ id: HOA }, true],
    [{ id: HOA, chat_type: 'private' }, true],
  ])('knows the chat %j as private: %s', async (chat, inPrivate) => {
    const { channel, receive, received, post } = await webhookWorld(true)
    await channel.start(receive)
    await post(textMessage('a', { chat }))
    expect(received.map(one => [one.address, one.private])).toEqual([[chat.id, inPrivate]])
  })

  it('leaves out what another bot wrote, and gives a message without a date that of its arrival', async () => {
    const { channel, receive, received, post, time } = await webhookWorld()
    await channel.start(receive)
    await post(textMessage('a', { from: { id: 'b', is_bot: true } }))
    expect(received).toEqual([])
    await post(textMessage('a', { date: undefined }))
    expect(received[0]?.sentAt).toBe(time.clock.now())
  })
})
