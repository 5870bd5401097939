import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channelKeep } from '../../src/channel-keep.ts'
import { checkChannels, shortcomings } from '../../src/channel-check.ts'
import { startFakeTelegram } from '../channels/telegram/fake-telegram.ts'
import { oaSettings, startFakeOa } from '../channels/zalo-oa/fake-oa.ts'
import { tempFolder } from '../db/temp-database.ts'
import { startFakeZalo, TOKEN, zaloError } from '../channels/zalo-bot/fake-zalo.ts'
import { smallProgram } from './small-program.ts'
import { handClock, smallProvince } from '../stories/province.ts'

const AT = '2024-05-13T08:00:00+07:00'

test('check asks each platform, counts its month, and says in a sentence what is wrong; nothing is sent', async () => {
  const fake = await startFakeZalo()
  const { app } = await smallProvince(handClock(AT), {
    ZALO_BOT_TOKEN: TOKEN,
    ZALO_BOT_TOKEN_2: `${TOKEN}2`,
    ZALO_BOT_API_ROOT: fake.root,
  })
  await app.db.write(async ({ channels }) => {
    await channels.count('zalo-bot', '2024-05', 'sent', 12)
    await channels.heard({ channel: 'zalo-bot', address: 'a', heardAt: 1, follows: true })
  })
  const [first, second] = await checkChannels(app)
  expect(first).toMatchObject({ channel: 'zalo-bot', ok: true, sent: 12, received: 0, people: 1 })
  expect(first?.sentence).toMatch(/^zalo-bot: gửi được; tháng này đã gửi 12 tin.*PUBLIC_URL/)
  expect(second).toMatchObject({ channel: 'zalo-bot-2', ok: false })
  expect(second?.sentence).toMatch(/^zalo-bot-2: nền tảng từ chối \(401/)
  expect(JSON.stringify([first, second])).not.toContain(TOKEN)
  fake.fail('getMe', zaloError(403, 'Internal server error'))
  expect((await checkChannels(app))[0]?.sentence).toMatch(/không gọi được nền tảng/)
  expect(new Set(fake.calls.map(({ method }) => method))).toEqual(new Set(['getMe', 'getWebhookInfo']))
})

test('check says whether the database is whole and how much space is left', async () => {
  const { run, json } = await smallProgram()
  expect(await json(['check'])).toMatchObject({
    ok: true,
    database: { ok: true, faults: [] },
    disk: { ok: true, free: expect.any(Number) },
    channels: [{ channel: 'web', ok: true }],
  })
  expect((await run('check')).out).toMatch(
    /^Cơ sở dữ liệu file:\S+: nguyên vẹn\.\nỔ đĩa: còn [\d.,]+ GB\.\nweb: /,
  )
})

test('an account without a public address still shows pictures, by upload', async () => {
  const { app } = await smallProvince(handClock(AT), {
    ZALO_BOT_TOKEN: TOKEN,
    ZALO_BOT_API_ROOT: 'http://127.0.0.1:9',
    ZALO_OA_APP_ID: '360846524940903967',
    ZALO_OA_APP_SECRET: 'bi-mat-1',
    ZALO_OA_SECRET_KEY: 'bi-mat-2',
    ZALO_OA_REFRESH_TOKEN: 'bi-mat-3',
    ZALO_OA_API_ROOT: 'http://127.0.0.1:9',
    ZALO_OA_OAUTH_ROOT: 'http://127.0.0.1:9',
  })
  const said = (await checkChannels(app)).map(({ sentence }) => sentence)
  expect(said).toEqual([
    expect.stringMatching(/^zalo-bot: .* chỉ gửi được chữ, không gửi hình và bảng tính\.$/),
    expect.stringMatching(/^zalo-oa: .* gửi được chữ và hình, không gửi bảng tính\.$/),
  ])
  expect(said.join()).not.toContain('bi-mat')
})

test('with a public address nothing is missing', async () => {
  const { app } = await smallProvince(handClock(AT), {
    ZALO_BOT_TOKEN: TOKEN,
    ZALO_BOT_API_ROOT: 'http://127.0.0.1:9',
    PUBLIC_URL: 'https://chitieu.example',
  })
  const [only] = await checkChannels(app)
  expect(only?.sentence).not.toContain('PUBLIC_URL')
  expect(shortcomings(app, [])).toEqual([])
})

const WEBHOOK = 'https://chitieu.example/webhooks/zalo-bot'

test.each([
  ['is not registered yet', null, true, /chitieu start sẽ đăng ký\.$/],
  ['is registered as it should be', WEBHOOK, true, /0 người đã nhắn\.$/],
  [
    'belongs to somebody else',
    'https://khac.example/bi/mat',
    false,
    'giao tin về khac.example, không phải về đây',
  ],
])('a webhook of Zalo that %s', async (_, registered, ok, said) => {
  const fake = await startFakeZalo()
  if (registered !== null) fake.webhook = { url: registered, secret: 'x' }
  const { app } = await smallProvince(handClock(AT), {
    ZALO_BOT_TOKEN: TOKEN,
    ZALO_BOT_API_ROOT: fake.root,
    ZALO_BOT_WEBHOOK_URL: WEBHOOK,
    ZALO_BOT_WEBHOOK_SECRET: 'bi-mat-web',
    PUBLIC_URL: 'https://chitieu.example',
  })
  const [only] = await checkChannels(app)
  expect(only?.ok).toBe(ok)
  expect(only?.sentence).toMatch(said)
  expect(only?.sentence).not.toContain('bi/mat')
})

/** How the only channel of these settings stands. */
async function checkedWith(settings: Record<string, string>) {
  return (await checkChannels((await smallProvince(handClock(AT), settings)).app))[0]
}

test('Telegram says what it met at our webhook, and a webhook that stands in the way of asking', async () => {
  const fake = await startFakeTelegram()
  const url = 'https://chitieu.example/webhooks/telegram'
  const asking = { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.root }
  const called = { ...asking, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 'bi-mat-tele' }
  fake.webhook = { url, secret: 'bi-mat-tele' }
  expect(await checkedWith(called)).toMatchObject({
    ok: true,
    sentence: expect.stringMatching(/0 người đã nhắn\.$/),
  })
  fake.trouble = 'Wrong response from the webhook: 502 Bad Gateway'
  const failing = await checkedWith(called)
  expect(failing).toMatchObject({ ok: false, sentence: expect.stringContaining('không giao được tin') })
  expect(failing?.sentence).toContain('502 Bad Gateway')
  const stray = await checkedWith(asking)
  expect(stray).toMatchObject({ ok: true, sentence: expect.stringContaining('chitieu start sẽ gỡ') })
})

const form = (topic: string, template_id: string, max: number) => ({
  topic,
  template_id,
  params: { ten: { from: 'member', max: 30 }, noi_dung: { from: 'text', max } },
})

/** How an account stands that declares these forms; T1 and T2 are approved. */
async function checkedForms(...forms: object[]) {
  const fake = await startFakeOa(() => Date.parse(AT))
  fake.templates.add('T2')
  fake.fields.set('T1', ['ten', 'noi_dung'])
  fake.fields.set('T2', ['ten', 'so_ho_so'])
  const file = join(tempFolder(), 'mau-tin.json')
  writeFileSync(file, JSON.stringify(forms))
  return await checkedWith(oaSettings(fake, file))
}

test('what a form costs and how many more the platform takes is said', async () => {
  const fake = await startFakeOa(() => Date.parse(AT))
  const file = join(tempFolder(), 'mau-tin.json')
  const priced = { ...form('alert', 'T1', 100), price: { uid: 560, phone: 800 } }
  writeFileSync(file, JSON.stringify([priced]))
  const { app } = await smallProvince(handClock(AT), oaSettings(fake, file))
  const [before] = await checkChannels(app)
  expect(before?.sentence).toContain(
    'Mẫu tin T1: 560 đồng một tin theo tài khoản, 800 đồng theo số điện thoại',
  )
  expect(before?.sentence).not.toContain('còn nhận')
  const keep = channelKeep({ ...app, ...app.config }, 'zalo-oa')
  await keep.keep('template_quota', JSON.stringify({ dailyQuota: '500', remainingQuota: '499' }))
  expect((await checkChannels(app))[0]?.sentence).toContain('Zalo còn nhận 499 tin mẫu')
})

test('each form of an account that is not approved, or has other fields, is named', async () => {
  expect(await checkedForms(form('alert', 'T1', 100))).toMatchObject({ ok: true })
  const wrong = await checkedForms(
    form('alert', 'T1', 200),
    form('recovered', 'T2', 100),
    form('digest', 'T9', 100),
  )
  expect(wrong?.ok).toBe(false)
  expect(wrong?.sentence).toContain(
    'Mẫu tin T1 được duyệt với các trường khác tệp khai báo: ten (100), noi_dung (100)',
  )
  expect(wrong?.sentence).toContain(
    'Mẫu tin T2 được duyệt với các trường khác tệp khai báo: ten (100), so_ho_so (100)',
  )
  expect(wrong?.sentence).toContain('Mẫu tin T9 chưa dùng được (REJECT)')
})
