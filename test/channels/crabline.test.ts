import { join } from 'node:path'
import { type ServerRequestEvent, startTelegramServer, startZaloServer } from '@openclaw/crabline'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Channel, Incoming, Webhook } from '../../src/channels/channel.ts'
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts'
import { createZaloBotChannel } from '../../src/channels/zalo-bot/zalo-bot-channel.ts'
import { ZALO_BOT_LIMITS } from '../../src/channels/zalo-bot/abilities.ts'
import { silentLog } from '../../src/lib/log.ts'
import { memoryKeep } from './memory-keep.ts'
import { WORDS } from './zalo-bot/zalo-world.ts'
import { tempFolder } from '../db/temp-database.ts'
import { createVirtualTime, eventually } from '../lib/virtual-time.ts'
import { startLocalServer } from './http-server.ts'

/** A platform that nobody here wrote, with our channel on it. */
interface World {
  channel: Channel & { webhook?: Webhook }
  received: Incoming[]
  /** What the platform was asked, by the last part of the path. */
  asked: (method: string) => ServerRequestEvent[]
  /** A person writes to the bot. */
  write: (text: string) => Promise<number>
}

const SECRET = 'crabline-secret_1'
const { clock, timer } = createVirtualTime()
const part = (one: number, of: number): string => `(${one}/${of})`

async function world(name: 'telegram' | 'zalo', withWebhook: boolean): Promise<World> {
  const events: ServerRequestEvent[] = []
  const received: Incoming[] = []
  const startServer = name === 'telegram' ? startTelegramServer : startZaloServer
  const server = await startServer({
    port: 0,
    recorderPath: join(tempFolder(), 'recorded.jsonl'),
    onEvent: event => void events.push(event),
  })
  onTestFinished(() => server.close())
  const { botToken: token, adminToken, endpoints } = server.manifest
  const { apiRoot, adminInboundUrl } = endpoints

  let channel: (Channel & { webhook?: Webhook }) | null = null
  const door = await startLocalServer((request, body, response) => {
    const handled = channel?.webhook?.handle({ headers: request.headers, body: body.toString() })
    void handled?.then(status => response.writeHead(status).end())
  })
  onTestFinished(() => door.close())
  const common = {
    token,
    apiRoot,
    clock,
    timer,
    webhook: withWebhook ? { url: `${door.root}/webhooks`, secret: SECRET } : null,
  }
  channel =
    name === 'telegram'
      ? createTelegramChannel({ ...common, words: { part } })
      : createZaloBotChannel({
          ...common,
          name: 'zalo-bot',
          random: () => 0,
          words: { ...WORDS, part },
          log: silentLog,
          fetch,
          limits: ZALO_BOT_LIMITS,
          quota: null,
          timeZone: 'Asia/Ho_Chi_Minh',
          groups: false,
          keep: memoryKeep(),
          alarm: () => undefined,
        })
  const made = channel
  onTestFinished(() => made.stop())
  await made.start(async incoming => void received.push(incoming))
  return {
    channel: made,
    received,
    asked: method => events.filter(event => event.path.endsWith(`/${method}`)),
    async write(text) {
      const person =
        name === 'telegram' ? { chatId: 100_001 } : { chatId: 'hoa', senderId: 'hoa', chatType: 'PRIVATE' }
      const answer = await fetch(adminInboundUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-crabline-admin-token': adminToken },
        body: JSON.stringify({ ...person, text }),
      })
      return answer.status
    },
  }
}

describe.each(['telegram', 'zalo'] as const)('%s as somebody else understands it', name => {
  it.each([false, true])('a person asks and is answered (by webhook: %s)', async withWebhook => {
    const { channel, received, write, asked } = await world(name, withWebhook)
    expect(channel.health()).toEqual({ ok: true })
    expect(await write('tỷ lệ trực tuyến tuần này')).toBe(200)
    expect(await write('còn tuần trước?')).toBe(200)
    await eventually(() => received.length === 2)
    expect(received.map(one => one.text)).toEqual(['tỷ lệ trực tuyến tuần này', 'còn tuần trước?'])
    expect(received.every(one => one.private)).toBe(true)
    expect(new Set(received.map(one => one.updateId)).size).toBe(2)

    const address = received[0]?.address ?? ''
    await channel.typing(address)
    const delivery = await channel.send(address, {
      blocks: [{ text: 'Sở <Y tế> & bạn', strong: true }, { text: '61,25%' }],
      choices: [{ label: 'Tuần trước', send: 'tuần trước' }],
    })
    expect(delivery).toMatchObject({ outcome: 'sent', messageId: expect.stringMatching(/./) })
    expect(asked('sendChatAction')).toHaveLength(1)
    expect(asked('sendMessage').map(event => event.body)).toEqual([
      name === 'telegram'
        ? {
            chat_id: address,
            text: '<b>Sở &lt;Y tế&gt; &amp; bạn</b>\n\n61,25%',
            parse_mode: 'HTML',
            link_preview_options: { is_disabled: true },
            reply_markup: { inline_keyboard: [[{ text: 'Tuần trước', callback_data: 'tuần trước' }]] },
          }
        : {
            chat_id: address,
            text: 'Sở <Y tế> & bạn\n\n61,25%\n\nTrả lời bằng số:\n1. Tuần trước',
            text_styles: [{ start: 0, len: 15, st: ['b'] }],
          },
    ])
    expect(asked('getUpdates').length > 0).toBe(!withWebhook)
  })

  it('a long answer comes in parts that fit', async () => {
    const { channel, asked } = await world(name, false)
    const lines = Array.from({ length: 300 }, (_line, i) => `${i + 1}. Sở Tài nguyên & Môi trường: 61,25%`)
    const delivery = await channel.send(name === 'telegram' ? '100001' : 'hoa', {
      blocks: [{ text: lines.join('\n') }],
      choices: [],
    })
    expect(delivery.outcome).toBe('sent')
    expect(asked('sendMessage').length).toBeGreaterThan(2)
  })
})

it('telegram takes pictures and spreadsheets as uploads', async () => {
  const { channel, asked } = await world('telegram', false)
  const bytes = Uint8Array.from([137, 80, 78, 71, 0, 255])
  const delivery = await channel.send('100001', {
    blocks: [{ text: 'Xu hướng <12 tuần>' }],
    choices: [{ label: 'Nữa', send: 'nữa' }],
    image: { name: 'biểu đồ.png', type: 'image/png', bytes, description: '' },
    file: { name: 'báo cáo.xlsx', type: 'application/octet-stream', bytes, description: 'Báo cáo' },
  })
  expect(delivery.outcome).toBe('sent')
  expect(asked('sendPhoto')).toHaveLength(1)
  expect(asked('sendDocument')).toHaveLength(1)
})
