import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { invite } from '../../src/bot/invites.ts'
import { mac } from '../../src/channels/zalo-oa/signature.ts'
import { DAY_MS, HOUR_MS } from '../../src/core/durations.ts'
import { createService } from '../../src/service.ts'
import { APP, oaError, oaSettings, SECRET_KEY, startFakeOa } from '../channels/zalo-oa/fake-oa.ts'
import { tempFolder } from '../db/temp-database.ts'
import { createVirtualTime, ended } from '../lib/virtual-time.ts'
import { MEMBERS } from './everybody.ts'
import { bring, bringWeek, smallProvince } from './province.ts'

const MONDAY = Date.parse('2024-05-13T08:00:00+07:00')
const MOST_WAITED_MS = 60_000
const AN = '246845883529197922'
const HOA = '388613280878808645'
const TEMPLATES = [
  {
    topic: 'alert',
    template_id: 'T1',
    params: {
      ten: { from: 'member', max: 30 },
      don_vi: { from: 'unit', max: 50 },
      noi_dung: { from: 'text', max: 200 },
    },
  },
]

/** The whole service on an account of its own, with the platform on the other side. */
async function account() {
  let now = MONDAY
  const clock = { now: () => now }
  // Waits of the program end by seconds; days go by at once.
  const waits = createVirtualTime(MONDAY)
  const fake = await startFakeOa(clock.now)
  const file = join(tempFolder(), 'mau-tin.json')
  writeFileSync(file, JSON.stringify(TEMPLATES))
  const { app } = await smallProvince(clock, {
    HOST: '127.0.0.1',
    ...oaSettings(fake, file),
    ZALO_OA_LINK: 'https://zalo.me/388613280878808645',
  })
  await bring(app, 'members', MEMBERS)
  const service = createService(app, { timer: waits.timer })
  onTestFinished(async () => await service.stop())
  const { url } = await service.start()

  async function pass(ms: number): Promise<void> {
    now += ms
    await waits.advance(Math.min(ms, MOST_WAITED_MS))
    await ended(service.settle(), async second => {
      now += second
      await waits.advance(second)
    })
  }

  /** An event that the platform signed; the status that it got. */
  async function tell(event: object, signature?: string): Promise<number> {
    const at = String(clock.now())
    const body = JSON.stringify({ app_id: APP.appId, timestamp: at, ...event })
    const own = `mac=${mac(APP.appId, body, at, SECRET_KEY)}`
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature ?? own }
    const { status } = await fetch(`${url}/webhooks/zalo-oa`, { method: 'POST', headers, body })
    for (let second = 0; second < 3; second++) await pass(1_000)
    return status
  }

  let messages = 0
  async function write(user: string, text: string): Promise<void> {
    fake.wrote(user, clock.now())
    const message = { text, msg_id: `m${++messages}` }
    expect(await tell({ event_name: 'user_send_text', sender: { id: user }, message })).toBe(200)
  }

  let seen = 0
  /** What went to whom since it was last asked: how, and what it said. */
  function sent(): { user: string; kind: string; said: string }[] {
    const fresh = fake.sent.slice(seen)
    seen = fake.sent.length
    return fresh.map(({ user, kind, text, body }) => ({ user, kind, said: text ?? JSON.stringify(body) }))
  }

  const code = async (member: string) =>
    (await app.db.write(async stores => await invite(stores, member, clock.now()))).code
  return { app, service, url, fake, clock, pass, tell, write, sent, code }
}

const to = (user: string, kind: string, said: string) => ({
  user,
  kind,
  said: expect.stringContaining(said),
})

test('over an Official Account: invited, linked by a code and by a button, answered, told, by form when silent', async () => {
  const { app, service, fake, clock, pass, tell, write, sent, code } = await account()
  // Whoever comes learns how to be invited, once.
  fake.wrote(AN, clock.now())
  await tell({ event_name: 'follow', follower: { id: AN }, oa_id: '388613280878808645' })
  expect(sent()).toEqual([to(AN, 'text', 'mã mời')])
  await write(AN, await code('gd'))
  expect(sent()).toEqual([to(AN, 'buttons', 'Anh/Chị là Giám đốc Sở GTVT (Sở Giao thông vận tải)?')])
  await write(AN, 'Đúng')
  expect(sent()).toEqual([to(AN, 'buttons', 'Đã liên kết.')])
  // The button of an invitation says what a deep link would.
  await write(HOA, `/start ${await code('bcd')}`)
  await write(HOA, 'Đúng')
  expect(sent().map(({ user, said }) => [user, said.split('.')[0]])).toEqual([
    [HOA, expect.stringContaining('Anh/Chị là Ban Chỉ đạo')],
    [HOA, 'Đã liên kết'],
  ])

  await bringWeek(app, '2024-W18', 80)
  await write(AN, 'ty le truc tuyen tuan 18 cua toi')
  expect(sent()).toEqual([to(AN, 'buttons', '80%')])

  // Inside the window an alert is a message like any other.
  await pass(DAY_MS)
  await bringWeek(app, '2024-W19', 20)
  await pass(1_000)
  expect(sent()).toEqual([to(AN, 'text', 'dưới chỉ tiêu')])
  expect(fake.refreshes).toBeGreaterThan(0)

  // Eight days later, nobody has written: a report that was sent by hand waits, and does not stand in the way of the form for an alert.
  await pass(8 * DAY_MS)
  sent()
  const facts = JSON.stringify({ kind: 'weekly', slot: clock.now(), late: false, byHand: true })
  const now = clock.now()
  await app.db.write(async ({ outbox }) => {
    const report = { key: 'digest:weekly:gd', topic: 'digest', facts, member: 'gd', chat: null }
    await outbox.add({ ...report, notBefore: now, createdAt: now })
  })
  await pass(1_000)
  expect(sent()).toEqual([])
  await bringWeek(app, '2024-W20', 95)
  await pass(1_000)
  sent()
  await pass(7 * DAY_MS)
  await bringWeek(app, '2024-W21', 0)
  await pass(1_000)
  expect(sent()).toEqual([to(AN, 'template', 'Giám đốc Sở GTVT')])
  // The person writes again, and gets the answer and what has waited.
  await write(AN, 'tỷ lệ trực tuyến tuần 21 của tôi')
  expect(sent()).toEqual([to(AN, 'buttons', '0%')])
  await pass(HOUR_MS)
  expect(sent().map(({ user }) => user)).toContain(AN)
  expect(fake.refreshes).toBeGreaterThanOrEqual(3)
  expect((await service.channels.get('zalo-oa')?.probe())?.ok).toBe(true)
})

test('over an Official Account: who leaves it is reached by phone, for what has a form, and by nothing else', async () => {
  const { app, fake, pass, tell, write, sent, code } = await account()
  await write(AN, await code('gd'))
  await write(AN, 'Đúng')
  await tell({
    event_name: 'user_submit_info',
    sender: { id: AN },
    info: { phone: '+84912345678', name: 'An' },
  })
  await tell({ event_name: 'unfollow', follower: { id: AN } })
  fake.left.add(AN)
  sent()
  await bringWeek(app, '2024-W18', 80)
  await pass(DAY_MS)
  await bringWeek(app, '2024-W19', 20)
  await pass(1_000)
  expect(sent()).toEqual([to('84912345678', 'phone', 'Sở Giao thông vận tải')])
  const data = JSON.stringify(fake.sent.at(-1)?.body)
  expect(data).toContain('Giám đốc Sở GTVT')
})

test('over an Official Account: a picture that is too large is not spoken of; who left without a number and comes back gets what waited', async () => {
  const { app, fake, clock, pass, tell, write, sent, code } = await account()
  await write(AN, await code('gd'))
  await write(AN, 'Đúng')
  for (const [week, online] of [
    ['2024-W18', 70],
    ['2024-W19', 80],
  ] as const)
    await bringWeek(app, week, online)
  await pass(1_000)
  sent()
  const chart = 'biểu đồ tỷ lệ trực tuyến của tôi'
  await write(AN, chart)
  expect(sent().map(({ kind }) => kind)).toContain('image')
  fake.fail('/v2.0/oa/upload/image', oaError(-210, 'File is too large'))
  await write(AN, chart)
  const without = sent()
  expect(without.map(({ kind }) => kind)).not.toContain('image')
  expect(without[0]?.said).toContain('%')

  await tell({ event_name: 'unfollow', follower: { id: AN } })
  fake.left.add(AN)
  await bringWeek(app, '2024-W19', 0)
  await pass(1_000)
  expect(sent()).toEqual([])
  await pass(3 * DAY_MS)
  fake.left.delete(AN)
  fake.wrote(AN, clock.now())
  await tell({ event_name: 'follow', follower: { id: AN } })
  await pass(HOUR_MS)
  expect(sent().map(({ said }) => said)).toContainEqual(expect.stringContaining('dưới chỉ tiêu'))
})

test('over an Official Account: what bad input gets, and that it tells nobody a secret', async () => {
  const { app, url, fake, pass, tell, write, sent, code } = await account()
  await write(AN, await code('qt'))
  await write(AN, 'Đúng')
  sent()
  const event = {
    event_name: 'user_send_text',
    sender: { id: HOA },
    message: { text: 'xin chào', msg_id: 'x1' },
  }
  // Not signed, or signed by somebody else: nothing is read. Of another shape, or none of ours: nothing happens.
  expect(await tell(event, `mac=${'0'.repeat(64)}`)).toBe(401)
  for (const strange of [{ event_name: 7 }, { event_name: 'oa_send_text', sender: { id: HOA } }, { lạ: [] }])
    expect(await tell(strange)).toBe(200)
  expect(sent()).toEqual([])
  // A form that was rejected is told to who looks after the members, once.
  const rejected = {
    event_name: 'change_template_status',
    template_id: 'T1',
    status: { new_status: 'REJECT' },
  }
  await tell(rejected)
  await tell(rejected)
  expect(sent().map(({ user, said }) => [user, said])).toEqual([
    [AN, expect.stringContaining('mẫu tin T1 đang ở trạng thái REJECT')],
  ])
  // A token that was revoked is replaced; one that the platform does not replace is told to a human, and is seen.
  fake.revoke()
  await write(AN, 'trợ giúp')
  expect(sent()).toHaveLength(1)
  fake.refuseRefresh = true
  fake.revoke()
  await write(AN, 'trợ giúp')
  await pass(60_000)
  expect(sent()).toEqual([])
  const waiting = (await app.db.read.outbox.list()).filter(({ member }) => member === 'qt')
  expect(waiting.map(({ facts }) => facts).join('\n')).toContain('không làm mới được mã truy cập')
  const [health, metrics, audit] = await Promise.all([
    fetch(`${url}/healthz`).then(async reply => await reply.text()),
    fetch(`${url}/metrics`).then(async reply => await reply.text()),
    app.db.read.audit.since(0),
  ])
  expect(JSON.parse(health)).toMatchObject({ ok: false, parts: { 'channel:zalo-oa': { ok: false } } })
  expect(metrics).toMatch(/^chitieu_channel_month\{channel="zalo-oa",counted="sent"\} \d+$/m)
  expect(metrics).toMatch(/^chitieu_channel_people\{channel="zalo-oa"\} 1$/m)
  const told = [health, metrics, JSON.stringify([audit, waiting])].join('\n')
  for (const secret of [
    APP.appSecret,
    APP.refreshToken,
    SECRET_KEY,
    'bi-mat',
    'truy-cap',
    'mac=',
    'trợ giúp',
  ])
    expect([secret, told.includes(secret)]).toEqual([secret, false])
})
