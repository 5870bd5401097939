import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/lib/message.ts'
import { mac } from '../../../src/channels/zalo-oa/signature.ts'
import { APP, oaError, SECRET_KEY } from './fake-oa.ts'
import { HOA, HOUR, oaWorld } from './oa-world.ts'

const PICTURE = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(30), description: 'Biểu đồ' }
const SITE = 'https://chitieu.example'
const says = (text: string, more: Partial<Message> = {}): Message => ({
  blocks: [{ text }],
  choices: [],
  ...more,
})
const ALERT = {
  purpose: 'alert' as const,
  notice: { topic: 'alert', member: 'Nguyễn Thị Hoa', unit: 'Sở Y tế' },
}
const TEMPLATES = [
  {
    topic: 'alert',
    template_id: 'T1',
    params: {
      ten: { from: 'member' as const, max: 30 },
      don_vi: { from: 'unit' as const, max: 50 },
      noi_dung: { from: 'text' as const, max: 20 },
    },
  },
]

const at = (iso: string) => ({ afterMs: Date.parse(iso), named: true })

describe('receiving', () => {
  test('only what the platform signed comes in, whatever the shape; the same event keeps its number', async () => {
    const { tell, write, received, channel } = await oaWorld()
    expect(await write('tỷ lệ của tôi', 'm1')).toBe(200)
    expect(await write('tỷ lệ của tôi', 'm1')).toBe(200)
    expect(received.map(({ address, updateId, text, kind }) => [address, updateId, text, kind])).toEqual([
      [HOA, 'm1', 'tỷ lệ của tôi', 'text'],
      [HOA, 'm1', 'tỷ lệ của tôi', 'text'],
    ])
    const event = { event_name: 'user_send_text', sender: { id: HOA }, message: { text: 'x', msg_id: '9' } }
    for (const wrong of [null, '', 'mac=', `mac=${'0'.repeat(64)}`, mac(APP.appId, '{}', '1', SECRET_KEY)])
      expect(await tell(event, wrong)).toBe(401)
    const right = await channel.webhook?.handle({
      headers: { 'x-zevent-signature': 'mac=x' },
      body: '{"timestamp"',
    })
    expect(right).toBe(401)
    expect(received).toHaveLength(2)
  })

  test('the signature may begin with the account instead of the application', async () => {
    const { channel, received } = await oaWorld()
    const oa = '388613280878808645'
    const body = `{"event_name":"user_send_text","oa_id":"${oa}","sender":{"id":"${HOA}"},"message":{"text":"a","msg_id":"1"},"timestamp":"154390853474"}`
    const headers = { 'x-zevent-signature': `mac=${mac(oa, body, '154390853474', SECRET_KEY)}` }
    expect(await channel.webhook?.handle({ headers, body })).toBe(200)
    expect(received).toHaveLength(1)
  })

  test('other events: coming, leaving, a phone number, a picture, what is none of ours', async () => {
    const { tell, received, keep, alarms } = await oaWorld({ templates: TEMPLATES })
    expect(await tell({ event_name: 'follow', follower: { id: HOA }, oa_id: '3' })).toBe(200)
    expect(received[0]).toMatchObject({ text: '/start', address: HOA })
    await tell({
      event_name: 'user_submit_info',
      sender: { id: HOA },
      info: { phone: '84912345678', name: 'x' },
    })
    expect(await keep.contact(HOA)).toMatchObject({ follows: true, phone: '84912345678' })
    await tell({ event_name: 'unfollow', follower: { id: HOA } })
    expect(await keep.contact(HOA)).toMatchObject({ follows: false })
    await tell({ event_name: 'user_send_image', sender: { id: HOA }, message: { msg_id: '5' } })
    expect(received[1]).toMatchObject({ kind: 'photo', text: '', updateId: '5' })
    for (const name of ['oa_send_text', 'user_seen_message', 'user_received_message', 'một sự kiện lạ'])
      expect(await tell({ event_name: name, sender: { id: HOA } })).toBe(200)
    expect(await tell({ event_name: 7 })).toBe(200)
    expect(
      await tell({
        event_name: 'change_template_status',
        template_id: 'T1',
        status: { new_status: 'REJECT' },
      }),
    ).toBe(200)
    expect(alarms.map(({ about }) => about)).toEqual([{ what: 'template', template: 'T1', status: 'REJECT' }])
    expect(received).toHaveLength(2)
  })
})

describe('tokens', () => {
  test('one refresh for many at once, renewed before 25 hours, and the new pair is on disk before it is used', async () => {
    const { fake, channel, write, time, keep, again } = await oaWorld()
    await write('a')
    await Promise.all(Array.from({ length: 20 }, () => channel.send(HOA, says('a'))))
    expect(fake.refreshes).toBe(1)
    await time.advance(19 * HOUR)
    await channel.send(HOA, says('a'))
    expect(fake.refreshes).toBe(1)
    await time.advance(2 * HOUR)
    await Promise.all(Array.from({ length: 20 }, () => channel.send(HOA, says('a'))))
    expect(fake.refreshes).toBe(2)
    expect(keep.values.get('tokens')).toContain('lam-moi-2')
    // A restart goes on with the pair that is good now, not with the one of the environment.
    expect((await again().send(HOA, says('b'))).outcome).toBe('sent')
    expect(fake.refreshes).toBe(2)
  })

  test('a pair that could not be kept is not used until it is, and is not asked for again', async () => {
    const { fake, write, time, keep, channel } = await oaWorld()
    await write('a')
    await time.advance(26 * HOUR)
    keep.breakKeeping(1)
    expect(await channel.send(HOA, says('a'))).toMatchObject({ outcome: 'retry' })
    expect(fake.sent).toEqual([])
    expect((await channel.send(HOA, says('a'))).outcome).toBe('sent')
    expect(fake.refreshes).toBe(2)
  })

  test('a pair that another process renewed meanwhile is taken over, since a refresh token works once', async () => {
    const { fake, write, time, channel, again } = await oaWorld()
    await write('a')
    const other = again()
    expect((await other.probe()).ok).toBe(true)
    await time.advance(22 * HOUR)
    expect((await other.probe()).ok).toBe(true)
    expect((await channel.send(HOA, says('a'))).outcome).toBe('sent')
    expect(fake.refreshes).toBe(2)
  })

  test('a token that was revoked is replaced and the call made once more', async () => {
    const { fake, write, channel } = await oaWorld()
    await write('a')
    fake.revoke()
    expect((await channel.send(HOA, says('a'))).outcome).toBe('sent')
    expect(fake.refreshes).toBe(2)
  })

  test('when the platform refuses to renew, an operator is told once and the channel is down; an outage is neither', async () => {
    const { fake, write, channel, alarms, time, log } = await oaWorld()
    await write('a')
    fake.fail('/v4/oa/access_token', { kind: 'html', status: 502 })
    await time.advance(21 * HOUR)
    expect((await channel.send(HOA, says('a'))).outcome).toBe('sent')
    expect(alarms).toEqual([])
    fake.refuseRefresh = true
    await time.advance(5 * HOUR)
    for (let i = 0; i < 3; i++) expect((await channel.send(HOA, says('a'))).outcome).toBe('channel_down')
    expect(alarms.map(({ about }) => about)).toEqual([{ what: 'token' }])
    expect(channel.health().ok).toBe(false)
    expect(await channel.probe()).toMatchObject({ ok: false, down: true })
    for (const secret of ['bi-mat', APP.refreshToken, SECRET_KEY]) expect(log.text()).not.toContain(secret)
  })
})

describe('sending', () => {
  test('text with the picture by upload, the spreadsheet by its address, choices as numbers', async () => {
    const { fake, write, channel, keep, time } = await oaWorld({}, SITE)
    await write('a')
    const message = {
      ...says('Tuần 47: 51,12%'),
      choices: [{ label: 'Biểu đồ', send: 'x' }],
      image: PICTURE,
      file: { ...PICTURE, name: 'bao-cao.xlsx', description: 'Bảng tính' },
    }
    expect((await channel.send(HOA, message)).outcome).toBe('sent')
    expect(fake.sent).toHaveLength(1)
    expect(fake.sent[0]).toMatchObject({
      kind: 'image',
      text: `Tuần 47: 51,12%\n\nBảng tính: ${SITE}/tep/1/bao-cao.xlsx\n\nTrả lời bằng số:\n1. Biểu đồ`,
    })
    expect(await keep.counts(time.clock.now())).toMatchObject({ sent: 1, uploads: 1 })
  })

  test('buttons where they are switched on, under the last text; too many become numbers', async () => {
    const { fake, write, channel } = await oaWorld({ buttons: true })
    await write('a')
    const choices = ['Xếp hạng', 'Dự báo'].map(label => ({ label, send: `hỏi ${label}` }))
    await channel.send(HOA, { ...says('Chọn'), choices })
    expect(fake.sent.map(({ kind, text }) => [kind, text])).toEqual([['buttons', 'Chọn']])
    await channel.send(HOA, { ...says('Hình'), choices, image: PICTURE })
    expect(fake.sent.slice(1).map(({ kind }) => kind)).toEqual(['image', 'buttons'])
    await channel.send(HOA, { ...says('Nhiều'), choices: [...choices, ...choices, ...choices] })
    expect(fake.sent.at(-1)).toMatchObject({ kind: 'text', text: expect.stringContaining('6. Dự báo') })
  })

  test('a picture that cannot go is not spoken of', async () => {
    const { fake, write, channel } = await oaWorld()
    await write('a')
    const message: Message = {
      blocks: [
        { text: 'Chữ' },
        { text: 'Xem hình', where: 'image' },
        { text: 'Không có hình', where: 'no_image' },
      ],
      choices: [],
      image: { ...PICTURE, bytes: new Uint8Array(2_000_000) },
    }
    await channel.send(HOA, message)
    expect(fake.sent.map(({ kind, text }) => [kind, text])).toEqual([['text', 'Chữ\n\nKhông có hình']])
  })

  test('the windows: free for 48 hours, counted to the seventh day, then only an approved form', async () => {
    const { fake, write, channel, time, keep } = await oaWorld({ templates: TEMPLATES })
    await write('a')
    await time.advance(47 * HOUR)
    await channel.send(HOA, says('trong 48 giờ'))
    expect((await keep.counts(time.clock.now())).outside_window).toBeUndefined()
    await time.advance(2 * HOUR)
    for (let i = 0; i < 3; i++) expect((await channel.send(HOA, says('ngoài'))).outcome).toBe('sent')
    expect(await channel.send(HOA, says('hết lượt'))).toMatchObject({
      outcome: 'retry',
      scope: 'message',
      named: true,
    })
    const alert = {
      ...ALERT,
      blocks: [{ text: 'Sở Y tế dưới chỉ tiêu' }, { text: 'Tỷ lệ trực tuyến: 51,12%, thiếu 8,88' }],
      choices: [],
    }
    expect((await channel.send(HOA, alert)).outcome).toBe('sent')
    expect(fake.sent.at(-1)).toMatchObject({
      kind: 'template',
      body: { template_data: { ten: 'Nguyễn Thị Hoa', don_vi: 'Sở Y tế', noi_dung: 'Tỷ lệ trực tuyến: 5…' } },
    })
    await time.advance(8 * 24 * HOUR)
    expect((await channel.send(HOA, alert)).outcome).toBe('sent')
    expect(await channel.send(HOA, says('câu trả lời'))).toMatchObject({ outcome: 'gone' })
    expect(await keep.counts(time.clock.now())).toMatchObject({ templates: 2 })
    expect(await keep.value('template_quota')).toContain('4821')
  })

  test('who has left is reached by phone where a form and a number are there, else not at all', async () => {
    const { fake, channel, tell } = await oaWorld({ templates: TEMPLATES })
    const alert = { ...ALERT, blocks: [{ text: 'A' }, { text: 'b' }], choices: [] }
    await tell({ event_name: 'follow', follower: { id: HOA } })
    await tell({ event_name: 'unfollow', follower: { id: HOA } })
    fake.left.add(HOA)
    expect((await channel.send(HOA, alert)).outcome).toBe('gone')
    await tell({ event_name: 'user_submit_info', sender: { id: HOA }, info: { phone: '+84912345678' } })
    await tell({ event_name: 'unfollow', follower: { id: HOA } })
    expect(await channel.send(HOA, alert)).toEqual({ outcome: 'sent', messageId: 'p1' })
    expect(fake.sent[0]).toMatchObject({ kind: 'phone', user: '84912345678' })
  })

  test.each([
    [-32, 'retry', 'channel'],
    [-200, 'retry', 'channel'],
    [-211, 'retry', 'channel'],
    [-213, 'gone', null],
    [-227, 'gone', null],
    [-230, 'gone', null],
    [-244, 'gone', null],
    [-201, 'refused', null],
    [-210, 'refused', null],
    [-240, 'refused', null],
    [-249, 'refused', null],
    [-204, 'channel_down', null],
    [-224, 'channel_down', null],
    [-136, 'channel_down', null],
    [-1351, 'channel_down', null],
    [-133, 'retry', 'message'],
    [-234, 'retry', 'message'],
    [-144, 'retry', 'message'],
    [-99_999, 'retry', 'chat'],
  ])('error %i means %s', async (code, outcome, scope) => {
    const { fake, write, channel, log } = await oaWorld()
    await write('a')
    fake.fail('/v3.0/oa/message/cs', oaError(code, 'Bad: "Nguyễn Thị Hoa bí mật"'))
    const delivery = await channel.send(HOA, says('Nguyễn Thị Hoa bí mật'))
    expect(delivery).toMatchObject({ outcome, ...(scope === null ? {} : { scope }) })
    expect(JSON.stringify(delivery) + log.text()).not.toContain('bí mật')
  })

  test('what the night keeps goes at six in the morning, what the day keeps after midnight', async () => {
    const { fake, write, channel } = await oaWorld()
    await write('a')
    fake.fail('/v3.0/oa/message/cs', oaError(-234, 'night'), oaError(-144, 'day'))
    expect(await channel.send(HOA, says('a'))).toMatchObject(at('2024-05-20T06:00:00+07:00'))
    expect(await channel.send(HOA, says('a'))).toMatchObject(at('2024-05-20T00:00:00+07:00'))
  })

  test('the platform’s own limits: too many calls, forms of the day, uploads', async () => {
    const { fake, write, channel, time, keep } = await oaWorld({ templates: TEMPLATES }, SITE)
    await write('a')
    await channel.send(HOA, says('a'))
    fake.limits.uploads = 0
    expect((await channel.send(HOA, { ...says('b'), image: PICTURE })).outcome).toBe('sent')
    // The picture goes by its address instead.
    expect(JSON.stringify(fake.sent.at(-1)?.body)).toContain(`${SITE}/tep/`)
    fake.limits.callsAMinute = 0
    expect(await channel.send(HOA, says('c'))).toMatchObject({ outcome: 'retry', scope: 'channel' })
    fake.limits.callsAMinute = 4_000
    await time.advance(60_000)
    expect((await channel.send(HOA, says('c'))).outcome).toBe('sent')
    fake.limits.formsADay = 0
    await keep.heard('silent', { heardAt: 0, follows: true })
    const alert = { ...ALERT, blocks: [{ text: 'A' }, { text: 'b' }], choices: [] }
    expect(await channel.send('silent', alert)).toMatchObject({
      outcome: 'retry',
      scope: 'message',
      named: true,
    })
  })

  test('resets, pages of proxies and silence are tried again', async () => {
    const { fake, write, channel, time } = await oaWorld()
    await write('a')
    fake.fail(
      '/v3.0/oa/message/cs',
      { kind: 'reset' },
      { kind: 'html', status: 502 },
      { kind: 'html', status: 200 },
    )
    for (let i = 0; i < 3; i++)
      expect(await channel.send(HOA, says('a'))).toMatchObject({
        outcome: 'retry',
        scope: 'unclear',
        ambiguous: false,
      })
    fake.fail('/v3.0/oa/message/cs', { kind: 'hang' })
    const sending = channel.send(HOA, says('a'))
    const ended = new AbortController()
    void sending.finally(() => ended.abort())
    while (!ended.signal.aborted) await time.advance(1_000)
    expect(await sending).toMatchObject({ outcome: 'retry', ambiguous: true })
  })
})

test('a form that is not taken, or not paid for: an operator is told once, answers go on, the notice waits', async () => {
  const { fake, channel, write, alarms, keep } = await oaWorld({ templates: TEMPLATES })
  const alert = { ...ALERT, blocks: [{ text: 'A' }, { text: 'b' }], choices: [] }
  await keep.heard('silent', { heardAt: 0, follows: true })
  fake.templates.clear()
  for (let i = 0; i < 2; i++)
    expect(await channel.send('silent', alert)).toMatchObject({ outcome: 'gone', forms: true })
  fake.templates.add('T1')
  fake.fail('/v3.0/oa/message/template', oaError(-137, 'Not enough balance'))
  expect(await channel.send('silent', alert)).toMatchObject({ outcome: 'gone', forms: true })
  fake.fields.set('T1', ['ten'])
  expect(await channel.send('silent', alert)).toMatchObject({ outcome: 'gone', forms: true })
  expect(new Set(alarms.map(({ key }) => key))).toEqual(
    new Set(['form:2024-05:T1:-131', 'form:2024-05:T1:-137', 'form:2024-05:T1:-1122']),
  )
  await write('a')
  expect((await channel.send(HOA, says('câu trả lời'))).outcome).toBe('sent')
})
