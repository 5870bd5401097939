import { expect, test } from 'vitest'
import { checkChannels, shortcomings } from '../../src/channel-check.ts'
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
  expect(new Set(fake.calls.map(({ method }) => method))).toEqual(new Set(['getMe']))
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
