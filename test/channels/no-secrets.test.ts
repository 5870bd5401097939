import { describe, expect, it } from 'vitest'
import type { Channel, Delivery, Webhook } from '../../src/channels/channel.ts'
import type { Message } from '../../src/lib/message.ts'
import { eventually } from '../lib/virtual-time.ts'
import type { VirtualTime } from '../lib/virtual-time.ts'
import type { Fault } from './http-server.ts'
import type { MemoryLog } from './memory-log.ts'
import { TOKEN as TELEGRAM_TOKEN } from './telegram/fake-telegram.ts'
import { GATEWAYS } from './telegram/gateways.ts'
import { telegramWorld } from './telegram/telegram-world.ts'
import { TOKEN as ZALO_TOKEN } from './zalo-bot/fake-zalo.ts'
import { zaloWorld } from './zalo-bot/zalo-world.ts'

const SECRET = 'webhook-secret_1'
const TEXT = 'Nguyễn Thị Hoa 0912345678'
const PICTURE = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(3), description: TEXT }
const MESSAGE: Message = {
  blocks: [{ text: `${TEXT} `.repeat(200) }],
  choices: [{ label: TEXT, send: TEXT }],
  image: PICTURE,
  file: PICTURE,
}

interface World {
  fake: { fail(method: string, ...faults: Fault[]): void }
  channel: Channel & { webhook?: Webhook }
  time: VirtualTime
  log: MemoryLog
}

type Options = { webhook: { url: string; secret: string } | null }

const WORLDS: [string, string, (options: Options) => Promise<World>][] = [
  ...GATEWAYS.map(
    ([name, gateway]) =>
      [`telegram through ${name}`, TELEGRAM_TOKEN, options => telegramWorld(gateway, options)] satisfies [
        string,
        string,
        (options: Options) => Promise<World>,
      ],
  ),
  ['zalo-bot', ZALO_TOKEN, options => zaloWorld(options, 'https://x.example')],
]

/** A platform that talks too much: it repeats the token, the secret and the text in its error, wherever that is cut. */
function chatty(code: number, token: string): Fault {
  const long = `https://api.example/bot${token}/x?${encodeURIComponent(token)}: ${SECRET}: "${TEXT}"`
  const description = code % 2 === 0 ? `Error ${token} at ${long}` : `${'x'.repeat(40)} ${token} ${long}`
  return { kind: 'answer', status: code, body: { ok: false, error_code: code, description } }
}

describe.each(WORLDS)('%s', (_name, token, makeWorld) => {
  const faults: [string, Fault][] = [
    ...[400, 401, 403, 404, 408, 409, 413, 429, 500, 502].map(
      code => [`error ${code}`, chatty(code, token)] satisfies [string, Fault],
    ),
    ['a page of a proxy', { kind: 'html', status: 502 }],
    ['a page where JSON should be', { kind: 'html', status: 200 }],
    ['a reset', { kind: 'reset' }],
  ]

  it.each(faults)('keeps its secrets, and the text, through %s', async (_fault, fault) => {
    for (const webhook of [null, { url: 'https://chitieu.example/w', secret: SECRET }]) {
      const { fake, channel, time, log } = await makeWorld({ webhook })
      const many = Array.from({ length: 40 }, () => fault)
      for (const method of [
        'getUpdates',
        'setWebhook',
        'deleteWebhook',
        'sendMessage',
        'sendPhoto',
        'sendDocument',
      ])
        fake.fail(method, ...many)
      await channel.start(() => Promise.reject(new Error(`${token} ${SECRET} ${TEXT}`)))
      await eventually(() => time.waiting() > 0)
      const said: unknown[] = [channel.health()]
      await time.advance(60_000)
      for (const { image, ...rest } of [MESSAGE, { ...MESSAGE, image: PICTURE }])
        said.push(await settled(channel.send('5000001', image ? { ...rest, image } : rest), time))
      await channel.webhook?.handle({
        headers: { 'x-telegram-bot-api-secret-token': SECRET, 'x-bot-api-secret-token': SECRET },
        body: JSON.stringify({
          update_id: 1,
          message: {
            message_id: 1,
            date: 1,
            chat: { id: 1, type: 'private', chat_type: 'PRIVATE' },
            from: { id: 1, is_bot: false },
            text: TEXT,
          },
        }),
      })
      said.push(channel.health())
      await channel.stop()
      const everything = JSON.stringify(said) + log.text()
      expect(log.lines.length).toBeGreaterThan(0)
      for (const secret of [
        token,
        token.split(':')[1] ?? '',
        encodeURIComponent(token),
        SECRET,
        TEXT,
        'Hoa',
        token.slice(0, 20),
      ])
        expect(everything).not.toContain(secret)
    }
  })
})

/** What becomes of a sending that may wait between its parts. */
async function settled(sending: Promise<Delivery>, time: VirtualTime): Promise<Delivery> {
  const ended = new AbortController()
  void sending.finally(() => ended.abort())
  for (let turns = 1; !ended.signal.aborted; turns++) await time.advance(turns % 100 === 0 ? 1_000 : 0)
  return sending
}
