import { describe, expect, it } from 'vitest'
import { eventually, settle } from '../../lib/virtual-time.ts'
import { botError, pressedButton, textMessage } from './fake-telegram.ts'
import { GATEWAYS } from './gateways.ts'
import { SECRET, telegramWorld, type MakeGateway, type TelegramWorld } from './telegram-world.ts'

const URL = 'https://chitieu.example/webhooks/telegram'
const RIGHT = { 'x-telegram-bot-api-secret-token': SECRET }

interface WebhookWorld extends TelegramWorld {
  post: (body: unknown, headers?: Record<string, string | string[]>) => Promise<number>
}

async function webhookWorld(gateway: MakeGateway): Promise<WebhookWorld> {
  const world = await telegramWorld(gateway, { webhook: { url: URL, secret: SECRET } })
  return {
    ...world,
    post: async (body, headers = RIGHT) =>
      (await world.channel.webhook?.handle({
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })) ?? 0,
  }
}

describe.each(GATEWAYS)('receiving by webhook, through %s', (_, gateway) => {
  it('registers the address with its secret, and again now and then', async () => {
    const { fake, channel, receive, time } = await webhookWorld(gateway)
    await channel.start(receive)
    expect(fake.webhook).toEqual({ url: URL, secret: SECRET })
    expect(fake.of('setWebhook')[0]?.params).toEqual({
      url: URL,
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    })
    expect(channel.health()).toEqual({ ok: true })
    fake.webhook = null
    await time.advance(600_000)
    await eventually(() => fake.webhook !== null)
    expect(fake.of('getUpdates')).toHaveLength(0)
  })

  it('goes on trying to register it', async () => {
    const { fake, channel, receive, time } = await webhookWorld(gateway)
    fake.fail(
      'setWebhook',
      { kind: 'html', status: 503 },
      botError(400, 'Bad Request: bad webhook: no HTTPS'),
    )
    await channel.start(receive)
    await time.advance(1_000)
    await eventually(() => channel.health().cause === '400 Bad Request: bad webhook')
    await time.advance(2_000)
    await eventually(() => channel.health().ok)
    expect(fake.webhook?.url).toBe(URL)
  })

  it('lets nobody in without the secret, whatever the body', async () => {
    const { channel, receive, received, post } = await webhookWorld(gateway)
    await channel.start(receive)
    const update = { update_id: 1, ...textMessage('a') }
    expect(await post(update, {})).toBe(401)
    expect(await post(update, { 'x-telegram-bot-api-secret-token': 'wrong' })).toBe(401)
    expect(await post(update, { 'x-telegram-bot-api-secret-token': [SECRET, SECRET] })).toBe(401)
    expect(await post('{', {})).toBe(401)
    expect(received).toEqual([])
  })

  it('says 200 only for what is kept; the same update again has the same number', async () => {
    const { channel, receive, received, post, breakKeeping } = await webhookWorld(gateway)
    await channel.start(receive)
    const update = { update_id: 12, ...textMessage('một lần') }
    breakKeeping(1)
    expect(await post(update)).toBe(503)
    expect(await post(update)).toBe(200)
    expect(await post(update)).toBe(200)
    expect(received.map(({ updateId, text }) => [updateId, text])).toEqual([
      ['12', 'một lần'],
      ['12', 'một lần'],
    ])
  })

  it('answers what is not an update without harm', async () => {
    const { channel, receive, received, post } = await webhookWorld(gateway)
    await channel.start(receive)
    expect(await post('{"update_id"')).toBe(400)
    for (const body of ['', 'null', '[]', '7', '{"update_id":"x"}', '{"update_id":1,"poll":{}}'])
      expect(await post(body)).toBe(200)
    expect(received).toEqual([])
  })

  it('is closed before it is started and after it is stopped', async () => {
    const { channel, receive, post } = await webhookWorld(gateway)
    const update = { update_id: 12, ...textMessage('a') }
    expect(await post(update)).toBe(503)
    await channel.start(receive)
    expect(await post(update)).toBe(200)
    await channel.stop()
    expect(await post(update)).toBe(503)
  })

  it('stops only when what has arrived is kept', async () => {
    const { channel, post } = await webhookWorld(gateway)
    const { promise: slow, resolve: finish } = Promise.withResolvers<void>()
    const steps: string[] = []
    await channel.start(() => slow.then(() => void steps.push('kept')))
    const posting = post({ update_id: 12, ...textMessage('a') })
    const stopping = channel.stop().then(() => steps.push('stopped'))
    await settle()
    steps.push('waiting')
    finish()
    expect(await posting).toBe(200)
    await stopping
    expect(steps).toEqual(['waiting', 'kept', 'stopped'])
  })

  it.each([
    [
      'a message in a group',
      textMessage('/help@ChiTieuBot', { chat: { id: -77, type: 'supergroup' } }),
      '/help',
      false,
    ],
    ['a command with what follows it', textMessage('/start@ChiTieuBot ABC123'), '/start ABC123', true],
    ['an address in a text', textMessage('gửi a@b.vn'), 'gửi a@b.vn', true],
    ['a picture with words', textMessage('', { text: undefined, photo: [], caption: 'đây' }), 'đây', true],
    ['a sticker', textMessage('', { text: undefined, sticker: {} }), '', true],
    ['a voice message', textMessage('', { text: undefined, voice: {} }), '', true],
    [
      'a button of a message that is too old to be shown',
      pressedButton('sở y tế', undefined),
      'sở y tế',
      true,
    ],
    ['a button without its message', pressedButton('a', [], { message: undefined }), 'a', true],
    [
      'a button in a group',
      pressedButton('a', [], { message: { chat: { id: -77, type: 'group' } } }),
      'a',
      false,
    ],
  ])('reads %s', async (_name, update, text, inPrivate) => {
    const { channel, receive, received, post } = await webhookWorld(gateway)
    await channel.start(receive)
    expect(await post({ update_id: 3, ...update })).toBe(200)
    expect(received.map(one => [one.text, one.private])).toEqual([[text, inPrivate]])
    expect(received[0]?.address).toBe(inPrivate ? '5000001' : '-77')
  })

  it.each([
    ['what another bot wrote', textMessage('a', { from: { id: 2, is_bot: true } })],
    ['a note of the service', textMessage('', { text: undefined, pinned_message: {} })],
    [
      'a post of a channel',
      { channel_post: { message_id: 1, date: 1, chat: { id: -1, type: 'channel' }, text: 'a' } },
    ],
    ['a button that sends nothing', pressedButton('', [], { data: undefined, game_short_name: 'g' })],
  ])('leaves out %s', async (_name, update) => {
    const { channel, receive, received, post } = await webhookWorld(gateway)
    await channel.start(receive)
    expect(await post({ update_id: 3, ...update })).toBe(200)
    expect(received).toEqual([])
  })
})
