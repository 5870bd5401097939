import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { invite } from '../../src/bot/invites.ts'
import { mac } from '../../src/channels/zalo-oa/signature.ts'
import { DAY_MS, MINUTE_MS } from '../../src/core/durations.ts'
import { createService } from '../../src/service.ts'
import { startFakeTelegram, textMessage } from '../channels/telegram/fake-telegram.ts'
import { startFakeZalo, textMessage as zaloMessage, TOKEN } from '../channels/zalo-bot/fake-zalo.ts'
import { APP, oaSettings, SECRET_KEY, startFakeOa } from '../channels/zalo-oa/fake-oa.ts'
import { tempFolder } from '../db/temp-database.ts'
import { createVirtualTime, ended } from '../lib/virtual-time.ts'
import { bringWeek, smallProvince } from './province.ts'

const MONDAY = Date.parse('2024-05-13T08:00:00+07:00')
const SITE = 'https://chitieu.example'
const SECRET = 'webhook-secret_1'
const ON_OA = '246845883529197922'

type Place = 'bot' | 'oa' | 'telegram'

/** The whole service with a Zalo bot, an Official Account and a Telegram bot, and the platforms on the other side. */
async function threeChannels() {
  let now = MONDAY
  const clock = { now: () => now }
  const waits = createVirtualTime(MONDAY)
  const [bot, oa, telegram] = [
    await startFakeZalo({ now: clock.now, messages: 3_000, people: 50 }),
    await startFakeOa(clock.now),
    await startFakeTelegram(),
  ]
  const forms = join(tempFolder(), 'mau-tin.json')
  writeFileSync(forms, '[]')
  const { app } = await smallProvince(clock, {
    HOST: '127.0.0.1',
    PUBLIC_URL: SITE,
    ZALO_BOT_TOKEN: TOKEN,
    ZALO_BOT_API_ROOT: bot.root,
    ZALO_BOT_WEBHOOK_URL: `${SITE}/webhooks/zalo-bot`,
    ZALO_BOT_WEBHOOK_SECRET: SECRET,
    ...oaSettings(oa, forms),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_WEBHOOK_URL: `${SITE}/webhooks/telegram`,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  })
  const service = createService(app, { timer: waits.timer })
  onTestFinished(async () => await service.stop())
  const { url } = await service.start()

  async function pass(ms: number): Promise<void> {
    now += ms
    await waits.advance(Math.min(ms, MINUTE_MS))
    await ended(service.settle(), async second => {
      now += second
      await waits.advance(second)
    })
  }

  async function post(path: string, body: string, headers: Record<string, string>): Promise<void> {
    const sent = { 'content-type': 'application/json', ...headers }
    const { status } = await fetch(`${url}/webhooks/${path}`, { method: 'POST', headers: sent, body })
    expect(status).toBe(200)
    for (let second = 0; second < 3; second++) await pass(1_000)
  }

  let messages = 700
  const write: Record<Place, (text: string) => Promise<void>> = {
    async bot(text) {
      const chat = { chat: { id: 'an', chat_type: 'PRIVATE' }, from: { id: 'an', is_bot: false } }
      const update = zaloMessage(text, { ...chat, message_id: `m${++messages}` })
      expect(bot.hears(update)).toBe(true)
      await post('zalo-bot', JSON.stringify(update), { 'x-bot-api-secret-token': SECRET })
    },
    async oa(text) {
      oa.wrote(ON_OA, now)
      const said = { sender: { id: ON_OA }, message: { text, msg_id: `m${++messages}` } }
      const event = { app_id: APP.appId, timestamp: String(now), event_name: 'user_send_text', ...said }
      const body = JSON.stringify(event)
      const signature = `mac=${mac(APP.appId, body, String(now), SECRET_KEY)}`
      await post('zalo-oa', body, { 'x-zevent-signature': signature })
    },
    async telegram(text) {
      const update = { update_id: ++messages, ...textMessage(text, { message_id: messages }) }
      await post('telegram', JSON.stringify(update), { 'x-telegram-bot-api-secret-token': SECRET })
    },
  }

  const seen: Record<Place, number> = { bot: 0, oa: 0, telegram: 0 }
  /** What was shown where since it was last asked. */
  function shown(): [Place, string][] {
    const all: Record<Place, string[]> = {
      bot: bot.of('sendMessage').map(({ params }) => String(params.text)),
      oa: oa.sent.map(({ user, text }) => (user === ON_OA ? (text ?? '') : '')),
      telegram: telegram.of('sendMessage').flatMap(one => (one.carriedOut ? [String(one.params.text)] : [])),
    }
    return (['bot', 'oa', 'telegram'] as const).flatMap(place => {
      const fresh = all[place].slice(seen[place])
      seen[place] = all[place].length
      return fresh.map((text): [Place, string] => [place, text])
    })
  }

  const code = async () => (await app.db.write(async stores => await invite(stores, 'gd', now))).code
  return { app, telegram, pass, write, shown, code }
}

const at = (place: Place, said: string) => [place, expect.stringContaining(said)]

test('one person on a Zalo bot, an Official Account and Telegram is told each fact once, where that person wants it', async () => {
  const { app, telegram, pass, write, shown, code } = await threeChannels()
  for (const place of ['bot', 'oa', 'telegram'] as const) {
    await write[place](await code())
    await write[place]('Đúng')
  }
  const linked = shown()
  expect(linked.filter(([, text]) => text.includes('Đã liên kết')).map(([place]) => place)).toEqual([
    'bot',
    'oa',
    'telegram',
  ])
  // Chats that were there before hear of each new one.
  expect(linked.filter(([, text]) => text.includes('Một chat khác')).map(([place]) => place)).toEqual([
    'bot',
    'bot',
    'oa',
  ])

  // Without a wish the first chat gets what is told; an answer goes where it was asked.
  await bringWeek(app, '2024-W18', 80)
  await bringWeek(app, '2024-W19', 20)
  await pass(1_000)
  expect(shown()).toEqual([at('bot', 'dưới chỉ tiêu')])
  await write.oa('tỷ lệ trực tuyến tuần 19 của tôi')
  expect(shown()).toEqual([at('oa', '20%')])

  // A wish is asked about, and then holds.
  await write.telegram('nhận tin ở đây')
  expect(shown()).toEqual([at('telegram', 'gửi đến chat này trước')])
  await write.telegram('Đúng')
  expect(shown()).toEqual([at('telegram', 'Đã ghi')])
  await pass(7 * DAY_MS)
  shown()
  await bringWeek(app, '2024-W20', 95)
  await pass(1_000)
  expect(shown()).toEqual([at('telegram', 'Sở')])

  // Where the wish is in trouble and the next one is silent, the third gets it; nothing comes again afterwards.
  await write.bot('tắt tin ở đây')
  expect(shown()).toEqual([at('bot', 'gửi đến Zalo')])
  await write.bot('Đúng')
  expect(shown()).toEqual([at('bot', 'Đã tắt tin ở chat này')])
  await pass(7 * DAY_MS)
  await write.oa('cảm ơn')
  shown()
  telegram.revoke()
  await bringWeek(app, '2024-W21', 0)
  await pass(1_000)
  await pass(15 * MINUTE_MS)
  expect(shown()).toEqual([at('oa', 'dưới chỉ tiêu')])
  telegram.token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
  await pass(DAY_MS)
  expect(shown().filter(([, text]) => text.includes('dưới chỉ tiêu'))).toEqual([])

  const rows = await app.db.read.outbox.list()
  const told = rows.filter(({ member, topic }) => member === 'gd' && topic !== 'reply' && topic !== 'digest')
  expect(told.every(({ state }) => state === 'sent')).toBe(true)
  const chats = (await app.db.read.chats.ofMember('gd')).map(({ id }) => `chat:${id}`)
  const wishes = (await app.db.read.audit.about(chats)).filter(({ action }) => action === 'chat')
  expect(wishes.map(({ before, after }) => `${before} → ${after}`).toSorted()).toEqual([
    'null → mute',
    'null → prefer',
  ])
})
