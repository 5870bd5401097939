import { expect, onTestFinished, test } from 'vitest'
import { invite } from '../../src/bot/invites.ts'
import { createService } from '../../src/service.ts'
import { startFakeZalo, textMessage, TOKEN, zaloError } from '../channels/zalo-bot/fake-zalo.ts'
import { createVirtualTime, ended } from '../lib/virtual-time.ts'
import { MEMBERS } from './everybody.ts'
import { bring, bringWeek, smallProvince } from './province.ts'

const MONDAY = Date.parse('2024-05-13T08:00:00+07:00')
const SECRET = 'webhook-secret_1'
const SITE = 'https://chitieu.example'

/** The whole service on one bot, with the platform on the other side. */
async function bot() {
  let now = MONDAY
  const clock = { now: () => now }
  const waits = createVirtualTime(MONDAY)
  const fake = await startFakeZalo({ now: clock.now, messages: 3_000, people: 50 })
  const { app } = await smallProvince(clock, {
    HOST: '127.0.0.1',
    PUBLIC_URL: SITE,
    ZALO_BOT_TOKEN: TOKEN,
    ZALO_BOT_API_ROOT: fake.root,
    ZALO_BOT_WEBHOOK_URL: `${SITE}/webhooks/zalo-bot`,
    ZALO_BOT_WEBHOOK_SECRET: SECRET,
  })
  await bring(app, 'members', MEMBERS)
  const service = createService(app, { timer: waits.timer })
  onTestFinished(async () => await service.stop())
  const { url } = await service.start()

  async function pass(ms: number): Promise<void> {
    now += ms
    await waits.advance(Math.min(ms, 60_000))
    await ended(service.settle(), async second => {
      now += second
      await waits.advance(second)
    })
  }

  /** What the platform posts; the status that it got. */
  async function post(body: string, secret = SECRET): Promise<number> {
    const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': secret }
    const { status } = await fetch(`${url}/webhooks/zalo-bot`, { method: 'POST', headers, body })
    for (let second = 0; second < 3; second++) await pass(1_000)
    return status
  }

  let messages = 0
  async function write(who: string, text: string, more: object = {}, event?: string): Promise<void> {
    const chat = { chat: { id: who, chat_type: 'PRIVATE' }, from: { id: who, is_bot: false } }
    const update = textMessage(text, { ...chat, message_id: `m${++messages}`, ...more }, event)
    expect(fake.hears(update)).toBe(true)
    expect(await post(JSON.stringify(update))).toBe(200)
  }

  let seen = 0
  /** What was shown to whom since it was last asked. */
  function shown(): string[] {
    const sent = fake.calls.filter(({ method }) => method === 'sendMessage' || method === 'sendPhoto')
    const fresh = sent.slice(seen)
    seen = sent.length
    return fresh.map(
      ({ method, params }) =>
        `${String(params.chat_id)}: ${method === 'sendPhoto' ? '[hình]' : String(params.text)}`,
    )
  }

  async function link(who: string, member: string): Promise<void> {
    await write(who, (await app.db.write(async stores => await invite(stores, member, now))).code)
    await write(who, 'Đúng')
    shown()
  }
  return { app, fake, service, url, pass, post, write, shown, link }
}

test('over a Zalo bot: what is not the platform’s, of another shape or none of ours changes nothing; what has no words gets its sentence', async () => {
  const { app, pass, post, write, shown, link } = await bot()
  await link('an', 'gd')
  const own = JSON.stringify(textMessage('tỷ lệ của tôi'))
  expect(await post(own, 'webhook-secret_2')).toBe(401)
  expect(await post('{"ok":true,')).toBe(400)
  for (const strange of ['[]', '{}', 'null', '{"event_name":"x","message":7}', ''])
    expect([strange, await post(strange)]).toEqual([strange, 200])
  expect(shown()).toEqual([])
  await write('an', '', { photo_url: 'https://x/y.jpg', text: undefined }, 'message.image.received')
  await write('an', '', { text: undefined }, 'message.unsupported.received')
  expect(shown()).toEqual([
    expect.stringMatching(/^an: Tôi chưa đọc được ảnh/),
    expect.stringMatching(/^an: Nền tảng không chuyển nội dung/),
  ])
  // A stranger learns how to be invited, once, and nothing of the province.
  await bringWeek(app, '2024-W19', 20)
  await pass(1_000)
  shown()
  for (const text of ['tỷ lệ trực tuyến của Sở GTVT', 'tỷ lệ toàn tỉnh', '1']) await write('la', text)
  const told = shown()
  expect(told).toEqual([expect.stringContaining('mã mời')])
  expect(told.join()).not.toMatch(/\d%/)
})

test('over a Zalo bot: a picture that the platform does not take is not spoken of', async () => {
  const { app, fake, pass, write, shown, link } = await bot()
  await link('an', 'gd')
  for (const [week, online] of [
    ['2024-W17', 40],
    ['2024-W18', 50],
    ['2024-W19', 60],
  ] as const)
    await bringWeek(app, week, online)
  await pass(1_000)
  shown()
  await write('an', 'biểu đồ tỷ lệ trực tuyến của tôi')
  const withPicture = shown()
  expect(withPicture[0]).toBe('an: [hình]')
  fake.fail('sendPhoto', zaloError(400, 'photo is too large'))
  await write('an', 'biểu đồ tỷ lệ trực tuyến của tôi')
  const without = shown()
  expect(without.filter(text => text.includes('[hình]'))).toHaveLength(1)
  expect(without.at(-1)).toContain('%')
})

test('over a Zalo bot: while the token is refused everything waits and is seen; with a good one it goes, once', async () => {
  const { fake, url, pass, write, shown, link } = await bot()
  await link('an', 'gd')
  await link('quan-tri', 'qt')
  fake.token = 'another:one-that-was-given-anew'
  await write('an', 'trợ giúp')
  expect(shown()).toEqual([])
  const health = await fetch(`${url}/healthz`).then(async reply => await reply.text())
  expect(JSON.parse(health)).toMatchObject({ ok: false })
  expect(health).not.toContain('kXvPqTz')
  fake.token = TOKEN
  for (let minutes = 0; minutes < 20; minutes++) await pass(60_000)
  const told = shown()
  expect(told.filter(text => text.startsWith('an: '))).toHaveLength(1)
  // That nothing can be sent is not said by the channel that sends again.
  expect(told.filter(text => text.startsWith('quan-tri: '))).toEqual([
    expect.stringContaining('đã hoạt động trở lại'),
  ])
})

test('over a Zalo bot an alert is handed on and put off by the numbers under it', async () => {
  const { app, write, shown, link, pass } = await bot()
  await bring(app, 'members', 'member,name,role,unit\ncb,Nguyễn Văn Bình,officer,P-S1')
  await link('an', 'gd')
  await link('bình', 'cb')
  await bringWeek(app, '2024-W18', 20)
  await pass(2_000)
  const [alert = ''] = shown()
  const [, hand = ''] = /(\d+)\. Chuyển cán bộ/.exec(alert) ?? []
  await write('an', hand)
  const [handed = '', answer] = shown().toSorted(
    (a, b) => Number(a.startsWith('an')) - Number(b.startsWith('an')),
  )
  expect(answer).toContain('Đã chuyển 1 cảnh báo cho Nguyễn Văn Bình.')
  expect(handed).toContain('bình: Sở GTVT – việc được giao')
  const [, later = ''] = /(\d+)\. Nhắc sau 3 ngày/.exec(handed) ?? []
  await write('bình', later)
  expect(shown()).toEqual([
    expect.stringContaining('bình: Sẽ nhắc riêng Anh/Chị sau 3 ngày, vào ngày 16/5/2024.'),
  ])
})
