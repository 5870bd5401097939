import * as fc from 'fast-check'
import type { Retry } from '../../../src/channels/channel.ts'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/lib/message.ts'
import { eventually } from '../../lib/virtual-time.ts'
import { silentRoot } from '../http-server.ts'
import { checkCall } from './check-call.ts'
import { zaloError } from './fake-zalo.ts'
import { HOA, message, zaloWorld } from './zalo-world.ts'
import { sized } from '../../sizes.ts'

const NOW = Date.UTC(2024, 4, 19, 13)

function later(cause: string, more: Partial<Retry> = {}): Retry {
  const retry = { outcome: 'retry', cause, scope: 'unclear', afterMs: NOW } as const
  return { ...retry, named: false, mostTries: null, ambiguous: false, ...more }
}
const PICTURE = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(3), description: 'Biểu đồ 12 tuần' }

const SITE = 'https://chitieu.example'
const SPEAKING: Message = {
  blocks: [
    { text: 'Chữ' },
    { text: 'Xem biểu đồ.', where: 'image' },
    { text: 'Không có hình.', where: 'no_image' },
  ],
  choices: [],
  image: PICTURE,
  file: { ...PICTURE, name: 'bao-cao.xlsx', description: 'Bảng tính' },
}

describe('sending', () => {
  it('sends plain text, whatever is in it, composed, with titles in bold', async () => {
    const { fake, channel } = await zaloWorld()
    const delivery = await channel.send(HOA, {
      blocks: [{ text: 'Sở Y te\u0302\u0301', strong: true }, { text: '**61,25%** <b>&' }],
      choices: [],
    })
    expect(delivery).toEqual({ outcome: 'sent', messageId: '82599fa32f56d00e8941' })
    expect(fake.calls).toEqual([
      {
        method: 'sendMessage',
        params: {
          chat_id: HOA,
          text: 'Sở Y tế\n\n**61,25%** <b>&',
          text_styles: [{ start: 0, len: 7, st: ['b'] }],
        },
      },
    ])
  })

  it('numbers the choices, and says how to choose', async () => {
    const { fake, channel } = await zaloWorld()
    const choices = [
      { label: 'Sở Y tế', send: 'tỷ lệ sở y tế' },
      { label: 'Sở Tài chính', send: 'tỷ lệ sở tài chính' },
    ]
    await channel.send(HOA, message('Ý bạn là đơn vị nào?', { choices }))
    expect(fake.of('sendMessage')[0]?.params.text).toBe(
      'Ý bạn là đơn vị nào?\n\nTrả lời bằng số:\n1. Sở Y tế\n2. Sở Tài chính',
    )
  })

  it('splits a long text into numbered parts, with the choices in the last', async () => {
    const { fake, channel } = await zaloWorld()
    const lines = Array.from({ length: 100 }, (_line, i) => `${i + 1}. Sở Tài nguyên và Môi trường: 61,25%`)
    const choices = [{ label: 'Nữa', send: 'nữa' }]
    await channel.send(HOA, message(lines.join('\n'), { choices }))
    const texts = fake.of('sendMessage').map(call => String(call.params.text))
    expect(texts.map(text => text.split('\n')[0])).toEqual(['(1/3)', '(2/3)', '(3/3)'])
    expect(texts[2]).toMatch(/100\. [^\n]*\n\nTrả lời bằng số:\n1\. Nữa$/)
  })

  it('makes only calls that the platform takes, of whatever text', async () => {
    const texts: string[] = []
    const { channel } = await zaloWorld({
      fetch: async (_url, init) => {
        texts.push(typeof init?.body === 'string' ? init.body : '')
        return Response.json({ ok: true, result: { message_id: 'm', date: 1 } })
      },
    })
    const words = fc.string({
      unit: fc.constantFrom('ệ', 'e\u0323\u0302', ' ', '\n', '\u0301', '👩‍👩‍👧', '\ud83d', '*'),
    })
    const long = fc.tuple(words, fc.integer({ min: 1, max: 700 })).map(([text, times]) => text.repeat(times))
    await fc.assert(
      fc.asyncProperty(fc.array(long, { maxLength: 3 }), words, async (blocks, label) => {
        texts.length = 0
        await channel.send(HOA, {
          blocks: blocks.map((text, i) => ({ text, strong: i % 2 === 0 })),
          choices: [{ label, send: label }],
        })
        for (const text of texts) expect(checkCall('sendMessage', JSON.parse(text))).toBeNull()
      }),
      { numRuns: sized({ quick: 50, usual: 150, long: 300 }) },
    )
  })

  it('without an address outside shows text alone, and speaks of no picture and no file', async () => {
    const plain = await zaloWorld()
    expect(plain.channel.abilities).toMatchObject({ buttons: false, images: 'none', files: 'none' })
    expect((await zaloWorld({}, SITE)).channel.abilities).toMatchObject({ images: 'url', files: 'url' })
    await plain.channel.send(HOA, SPEAKING)
    expect(plain.fake.calls.map(({ method, params }) => [method, params.text])).toEqual([
      ['sendMessage', 'Chữ\n\nKhông có hình.'],
    ])
    expect(plain.channel.callsOf(SPEAKING)).toBe(1)
  })

  it('sends the picture by its address, then the text that speaks of it, and the file as an address', async () => {
    const { fake, channel, keep } = await zaloWorld({}, SITE)
    expect((await channel.send(HOA, SPEAKING)).outcome).toBe('sent')
    const chat = { chat_id: HOA }
    expect(fake.calls.map(({ method, params }) => [method, params])).toEqual([
      ['sendPhoto', { ...chat, photo: `${SITE}/tep/1/a.png`, caption: 'Biểu đồ 12 tuần' }],
      ['sendMessage', { ...chat, text: `Chữ\n\nXem biểu đồ.\n\nBảng tính: ${SITE}/tep/2/bao-cao.xlsx` }],
    ])
    expect(keep.published.map(({ name }) => name)).toEqual(['a.png', 'bao-cao.xlsx'])
  })

  it('says nothing of a picture that did not go, and stops where nothing would go', async () => {
    const { fake, channel, log } = await zaloWorld({}, SITE)
    fake.fail('sendPhoto', zaloError(403, 'Internal server error'), zaloError(400, 'photo is invalid'))
    for (let i = 0; i < 2; i++) expect((await channel.send(HOA, SPEAKING)).outcome).toBe('sent')
    for (const call of fake.of('sendMessage')) expect(call.params.text).toContain('Không có hình.')
    expect(log.lines.map(line => line.message)).toEqual(['picture left out', 'picture left out'])
    fake.fail('sendPhoto', zaloError(401, 'Unauthorized'), zaloError(429, 'Quota exceeded'))
    expect((await channel.send(HOA, SPEAKING)).outcome).toBe('channel_down')
    expect(await channel.send(HOA, SPEAKING)).toMatchObject({ outcome: 'retry', scope: 'channel' })
    expect(fake.of('sendMessage')).toHaveLength(2)
  })

  it('sends a picture alone, and refuses nothing at all', async () => {
    const { fake, channel } = await zaloWorld({}, SITE)
    const nothing = { blocks: [], choices: [] }
    const bare = { ...nothing, image: { ...PICTURE, description: '' } }
    expect(await channel.send(HOA, bare)).toMatchObject({ outcome: 'sent' })
    expect(fake.calls[0]?.params).toEqual({ chat_id: HOA, photo: `${SITE}/tep/1/a.png` })
    expect(await channel.send(HOA, nothing)).toEqual({
      outcome: 'refused',
      cause: 'nothing to send',
      ours: true,
    })
  })

  it.each([
    ['401', zaloError(401, 'Unauthorized', 401), { outcome: 'channel_down', cause: '401 Unauthorized' }],
    [
      '401 in HTML',
      { kind: 'html', status: 401 } as const,
      { outcome: 'channel_down', cause: '401 HTTP 401 without an answer of the platform' },
    ],
    [
      '403, which is its internal error',
      zaloError(403, 'Internal server error'),
      later('403 Internal server error'),
    ],
    ['404 of the chat', zaloError(404, 'Chat not found'), { outcome: 'gone', cause: '404 Chat not found' }],
    [
      '404 of something else',
      zaloError(404, 'Not found'),
      { outcome: 'refused', cause: '404 Not found', ours: true },
    ],
    [
      '400',
      zaloError(400, 'text is too long'),
      { outcome: 'refused', cause: '400 text is too long', ours: true },
    ],
    ['408', zaloError(408, 'Request timeout'), later('408 Request timeout')],
    ['500', zaloError(500, 'Error', 500), later('500 Error')],
    [
      'an outage behind a proxy',
      { kind: 'html', status: 504 } as const,
      later('504 HTTP 504 without an answer of the platform'),
    ],
    [
      'a page where JSON should be',
      { kind: 'html', status: 200 } as const,
      later('HTTP 200 without an answer of the platform'),
    ],
    [
      'an error under another name',
      { kind: 'answer', status: 200, body: { ok: false, errorCode: 401 } } as const,
      { outcome: 'channel_down', cause: '401' },
    ],
    ['a broken connection', { kind: 'reset' } as const, later('no answer: UND_ERR_SOCKET')],
  ])('classifies %s', async (_name, fault, expected) => {
    const { fake, channel } = await zaloWorld()
    fake.fail('sendMessage', fault)
    expect(await channel.send(HOA, message('bí mật'))).toEqual(expected)
    expect(fake.of('sendMessage')).toHaveLength(1)
  })

  it('takes a refusal for quota for everybody, and for no fault of the message', async () => {
    const { fake, channel } = await zaloWorld()
    fake.fail('sendMessage', zaloError(429, 'Quota exceeded'))
    expect(await channel.send(HOA, message('a'))).toEqual(later('429 Quota exceeded', { scope: 'channel' }))
  })

  it('gives up what is never answered', async () => {
    const { fake, channel, time } = await zaloWorld()
    fake.fail('sendMessage', { kind: 'hang' })
    const sending = channel.send(HOA, message('a'))
    await eventually(() => fake.of('sendMessage').length === 1)
    await time.advance(15_000)
    expect(await sending).toMatchObject({ outcome: 'retry', ambiguous: true })
    expect(time.waiting()).toBe(0)
  })

  it('knows that nothing was sent where nobody listens', async () => {
    const { channel } = await zaloWorld({ apiRoot: await silentRoot() })
    expect(await channel.send(HOA, message('a'))).toMatchObject({ outcome: 'retry', ambiguous: false })
  })

  it('tries a later part again, without sending the first twice, and gives up after three', async () => {
    const { fake, channel, time } = await zaloWorld()
    const long = message(`${'a'.repeat(1_900)}\n${'b'.repeat(1_900)}`)
    const busy = zaloError(403, 'Internal server error')
    const sending = channel.send(HOA, long)
    fake.fail(
      'sendMessage',
      { kind: 'answer', status: 200, body: { ok: true, result: { message_id: 'm1' } } },
      busy,
    )
    await eventually(() => time.next() === 2_000)
    await time.advance(2_000)
    expect(await sending).toEqual({ outcome: 'sent', messageId: 'm1' })
    expect(fake.of('sendMessage').map(call => String(call.params.text).slice(0, 5))).toEqual([
      '(1/2)',
      '(2/2)',
      '(2/2)',
    ])

    fake.fail(
      'sendMessage',
      { kind: 'answer', status: 200, body: { ok: true, result: {} } },
      busy,
      busy,
      busy,
    )
    const failing = channel.send(HOA, long)
    for (let i = 0; i < 2; i++) {
      await eventually(() => time.next() === 2_000)
      await time.advance(2_000)
    }
    expect(await failing).toMatchObject({ outcome: 'retry', ambiguous: true })
  })

  it('notes each part that has arrived, and a later try sends the others alone', async () => {
    const { fake, channel } = await zaloWorld()
    const kept: (number | null)[] = []
    const parts = { messageId: 'm1', note: async (left: number) => void kept.push(left) }
    const long = message('e'.repeat(5_000))
    expect(await channel.send(HOA, long, undefined, { ...parts, left: null })).toMatchObject({
      outcome: 'sent',
    })
    expect(kept).toEqual([2, 1])
    expect(await channel.send(HOA, long, undefined, { ...parts, left: 1 })).toEqual({
      outcome: 'sent',
      messageId: 'm1',
    })
    expect(fake.of('sendMessage').map(call => String(call.params.text).slice(0, 5))).toEqual([
      '(1/3)',
      '(2/3)',
      '(3/3)',
      '(3/3)',
    ])
  })

  it('shows that it types, and does not mind when that fails', async () => {
    const { fake, channel } = await zaloWorld()
    fake.fail('sendChatAction', { kind: 'reset' })
    await channel.typing(HOA)
    await channel.typing(HOA)
    expect(fake.of('sendChatAction').map(call => call.params)).toEqual([
      { chat_id: HOA, action: 'typing' },
      { chat_id: HOA, action: 'typing' },
    ])
  })
})
