import type { Retry } from '../../../src/channels/channel.ts'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../lib/virtual-time.ts'
import { silentRoot } from '../http-server.ts'
import { botError, pressedButton, textMessage, TOKEN } from './fake-telegram.ts'
import { GATEWAYS } from './gateways.ts'
import { HOA, message, telegramWorld } from './telegram-world.ts'

const PICTURE = {
  name: 'bieu-do.png',
  type: 'image/png',
  bytes: Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255]),
  description: 'Biểu đồ 12 tuần',
}
const SHEET = {
  ...PICTURE,
  name: 'báo cáo "tuần"\r\n20.xlsx',
  type: 'application/vnd.ms-excel',
  description: 'Báo cáo',
}
const FALLBACK = 'Tỷ lệ hồ sơ xử lý trực tuyến của Sở Giao thông vận tải tuần 20 là bao nhiêu?'

describe.each(GATEWAYS)('sending through %s', (_, gateway) => {
  it('escapes every word, shows what is strong in bold, and no link preview', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const delivery = await channel.send(HOA, {
      blocks: [
        { text: 'Sở <b>Y tế</b> & "bạn"', strong: true },
        { text: '**61,25%** < 62%\nhttps://gov.vn' },
      ],
      choices: [],
    })
    expect(delivery).toEqual({ outcome: 'sent', messageId: '41' })
    expect(fake.calls.map(({ method, params }) => ({ method, params }))).toEqual([
      {
        method: 'sendMessage',
        params: {
          chat_id: HOA,
          text: '<b>Sở &lt;b&gt;Y tế&lt;/b&gt; &amp; "bạn"</b>\n\n**61,25%** &lt; 62%\nhttps://gov.vn',
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
        },
      },
    ])
  })

  it('puts a message in the place of an earlier one, and says it anew where that can be changed no more', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const undo = [{ label: 'Hoàn tác', send: 'hoàn tác' }]
    const first = await channel.send(HOA, message('Đã nhận 3 cảnh báo.', { choices: undo, replaces: '17' }))
    expect(first).toMatchObject({ outcome: 'sent' })
    const gone = 'Bad Request: message to edit not found'
    const same = 'Bad Request: message is not modified: specified new message content is the same'
    fake.fail('editMessageText', botError(400, gone), botError(400, same))
    await channel.send(HOA, message('Đã hoàn tác.', { replaces: '18' }))
    const again = await channel.send(HOA, message('Đã hoàn tác.', { replaces: '19' }))
    expect(again).toEqual({ outcome: 'sent', messageId: '19' })
    await channel.send(HOA, message('Chữ', { image: PICTURE, replaces: '20' }))
    fake.fail('editMessageText', botError(400, gone))
    const silent = await channel.send(HOA, message('Tin đã sửa', { replaces: '21', onlyReplaces: true }))
    expect(silent).toMatchObject({ outcome: 'refused', ours: false })
    const shown = fake.calls.map(({ method, params }) => [method, params.message_id ?? null])
    expect(shown).toEqual([
      ['editMessageText', 17],
      ['editMessageText', 18],
      ['sendMessage', null],
      ['editMessageText', 19],
      ['sendPhoto', null],
      ['editMessageText', 21],
    ])
    expect(fake.calls[0]?.params).toMatchObject({
      reply_markup: { inline_keyboard: [[{ text: 'Hoàn tác' }]] },
    })
  })

  it('splits a long text into numbered parts, with the buttons under the last', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const line = 'Sở Tài nguyên & Môi trường: 61,25% (<62%)'
    const text = Array.from({ length: 250 }, (_line, i) => `${i + 1}. ${line}`).join('\n')
    const delivery = await channel.send(HOA, message(text, { choices: [{ label: 'Nữa', send: 'nữa' }] }))
    expect(delivery).toEqual({ outcome: 'sent', messageId: '43' })
    const sent = fake.of('sendMessage').map(call => call.params)
    expect(sent.map(({ text: part }) => String(part).split('\n')[0])).toEqual(['(1/3)', '(2/3)', '(3/3)'])
    expect(sent.map(({ reply_markup: keyboard }) => keyboard)).toEqual([
      undefined,
      undefined,
      { inline_keyboard: [[{ text: 'Nữa', callback_data: 'nữa' }]] },
    ])
  })

  it('sends a picture with a short text as its caption, and the buttons with it', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const choices = [
      { label: 'Tuần trước', send: 'tuần trước' },
      { label: 'So sánh', send: 'so sánh' },
      { label: 'Xuất bảng tính đầy đủ của tuần này', send: 'xuất bảng' },
    ]
    await channel.send(HOA, message('Xu hướng <12 tuần>', { image: PICTURE, choices }))
    const [call] = fake.calls
    expect(fake.calls).toHaveLength(1)
    expect(call?.method).toBe('sendPhoto')
    expect(call?.params).toEqual({
      chat_id: HOA,
      caption: 'Xu hướng &lt;12 tuần&gt;',
      parse_mode: 'HTML',
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Tuần trước', callback_data: 'tuần trước' },
            { text: 'So sánh', callback_data: 'so sánh' },
          ],
          [{ text: 'Xuất bảng tính đầy đủ của tuần này', callback_data: 'xuất bảng' }],
        ],
      },
    })
    expect(call?.files.photo).toEqual({ name: 'bieu-do.png', bytes: Buffer.from(PICTURE.bytes) })
  })

  it('sends a picture before a long text, a file after it, the buttons under the text', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const text = 'Dòng dài. '.repeat(150).trim()
    const choices = [{ label: 'Nữa', send: 'nữa' }]
    await channel.send(HOA, message(text, { image: PICTURE, file: SHEET, choices }))
    expect(
      fake.calls.map(({ method, params }) => [method, params.caption ?? 'text', 'reply_markup' in params]),
    ).toEqual([
      ['sendPhoto', 'Biểu đồ 12 tuần', false],
      ['sendMessage', 'text', true],
      ['sendDocument', 'Báo cáo', false],
    ])
    expect(fake.calls[2]?.files.document?.name).toBe('báo cáo _tuần___20.xlsx')
  })

  it('sends a picture or a file alone', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const nothing = { blocks: [], choices: [] }
    await channel.send(HOA, { ...nothing, image: { ...PICTURE, description: '' } })
    await channel.send(HOA, { ...nothing, file: { ...SHEET, description: '' } })
    expect(fake.calls.map(call => [call.method, call.params])).toEqual([
      ['sendPhoto', { chat_id: HOA }],
      ['sendDocument', { chat_id: HOA }],
    ])
    expect(await channel.send(HOA, nothing)).toEqual({
      outcome: 'refused',
      cause: 'nothing to send',
      ours: true,
    })
  })

  it('keeps what a button sends when it is too long for the platform; after a restart it sends its label', async () => {
    const { fake, channel, receive, received, again } = await telegramWorld(gateway)
    await channel.start(receive)
    await channel.send(HOA, message('Ý bạn là', { choices: [{ label: 'Sở GTVT, tuần 20', send: FALLBACK }] }))
    const keyboard = fake.of('sendMessage')[0]?.params.reply_markup
    const data = /"callback_data":"(~[\w-]{22})"/.exec(JSON.stringify(keyboard))?.[1] ?? ''
    fake.push(pressedButton(data, keyboard))
    await eventually(() => received.length === 1)
    await channel.stop()
    await again().start(receive)
    fake.push(pressedButton(data, keyboard))
    fake.push(textMessage('sau đó'))
    await eventually(() => received.some(one => one.text === 'sau đó'))
    expect(received.map(one => one.text).filter((text, i, all) => text !== all[i - 1])).toEqual([
      FALLBACK,
      'Sở GTVT, tuần 20',
      'sau đó',
    ])
  })

  it('sends the same without markup when the platform cannot read ours', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    fake.fail(
      'sendMessage',
      botError(400, "Bad Request: can't parse entities: Unsupported start tag at byte offset 7"),
    )
    const delivery = await channel.send(HOA, { blocks: [{ text: 'a <x> & b', strong: true }], choices: [] })
    expect(delivery.outcome).toBe('sent')
    expect(fake.of('sendMessage')[1]?.params).toEqual({
      chat_id: HOA,
      text: 'a <x> & b',
      link_preview_options: { is_disabled: true },
    })
  })

  it('sends the text when the platform does not take the picture, and without the file likewise', async () => {
    const { fake, channel, log } = await telegramWorld(gateway)
    fake.fail('sendPhoto', botError(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'))
    fake.fail('sendDocument', botError(413, 'Request Entity Too Large'))
    const delivery = await channel.send(HOA, message('Chữ', { image: PICTURE, file: SHEET }))
    expect(delivery).toEqual({ outcome: 'sent', messageId: '41' })
    expect(fake.of('sendMessage').map(call => call.params.text)).toEqual(['Chữ'])
    expect(log.lines.map(line => line.message)).toEqual(['picture left out', 'file left out'])
  })

  it('is done with a message whose words are there when the chat is closed to the rest', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    fake.fail('sendDocument', botError(403, 'Forbidden: bot was blocked by the user'))
    const delivery = await channel.send(HOA, message('Chữ', { image: PICTURE, file: SHEET }))
    expect(delivery).toEqual({ outcome: 'sent', messageId: '41' })
    expect(fake.of('sendPhoto')).toHaveLength(1)
  })

  const NOW = Date.UTC(2024, 4, 19, 13)
  const later = (cause: string, more: Partial<Retry> = {}): Retry => ({
    outcome: 'retry',
    cause,
    scope: 'unclear',
    afterMs: NOW,
    named: false,
    mostTries: null,
    ambiguous: false,
    ...more,
  })
  it.each([
    [
      '403 blocked',
      botError(403, 'Forbidden: bot was blocked by the user'),
      { outcome: 'gone', cause: '403 Forbidden: bot was blocked by the user' },
    ],
    [
      '403 deactivated',
      botError(403, 'Forbidden: user is deactivated'),
      { outcome: 'gone', cause: '403 Forbidden: user is deactivated' },
    ],
    [
      '400 chat not found',
      botError(400, 'Bad Request: chat not found'),
      { outcome: 'gone', cause: '400 Bad Request: chat not found' },
    ],
    [
      '400 of the message',
      botError(400, 'Bad Request: message is too long'),
      { outcome: 'refused', cause: '400 Bad Request: message is too long', ours: true },
    ],
    [
      'a move',
      botError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1001234567890,
      }),
      { outcome: 'moved', address: '-1001234567890' },
    ],
    ['401', botError(401, 'Unauthorized'), { outcome: 'channel_down', cause: '401 Unauthorized' }],
    [
      '404, as for a token of no bot',
      botError(404, 'Not Found'),
      { outcome: 'channel_down', cause: '404 Not Found' },
    ],
    [
      '429',
      botError(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
      later('429 Too Many Requests: retry after 35', { afterMs: NOW + 35_000, named: true }),
    ],
    ['500', botError(500, 'Internal Server Error'), later('500 Internal Server Error')],
    ['a reset', { kind: 'reset' } as const, later('no answer: ECONNRESET')],
    ['an answer that got lost', { kind: 'lost' } as const, later('no answer: ECONNRESET')],
  ])('classifies %s', async (_name, fault, expected) => {
    const { fake, channel } = await telegramWorld(gateway)
    fake.fail('sendMessage', fault)
    expect(await channel.send(HOA, message('bí mật'))).toEqual(expected)
    expect(fake.of('sendMessage')).toHaveLength(1)
  })

  it('tries later what a proxy answered, and what nobody answered', async () => {
    const { fake, channel, time } = await telegramWorld(gateway)
    fake.fail('sendMessage', { kind: 'html', status: 502 }, { kind: 'hang' })
    expect(await channel.send(HOA, message('a'))).toMatchObject({ outcome: 'retry', ambiguous: false })
    const sending = channel.send(HOA, message('a'))
    await eventually(() => fake.of('sendMessage').length === 2)
    await time.advance(15_000)
    expect(await sending).toMatchObject({ outcome: 'retry', afterMs: NOW + 15_000, ambiguous: true })
    expect(time.waiting()).toBe(0)
  })

  it('knows that nothing was sent where nobody listens', async () => {
    const root = await silentRoot()
    const { channel } = await telegramWorld(() => gateway(TOKEN, root))
    expect(await channel.send(HOA, message('a'))).toMatchObject({ outcome: 'retry', ambiguous: false })
  })

  it('goes on with the second part after a flood limit, without sending the first again', async () => {
    const { fake, channel, time } = await telegramWorld(gateway)
    fake.fail('sendMessage', botError(429, 'Too Many Requests: retry after 3', { retry_after: 3 }))
    const sending = channel.send(HOA, message('c'.repeat(2_000), { image: PICTURE }))
    await eventually(() => time.next() === 3_000)
    await time.advance(3_000)
    expect(await sending).toMatchObject({ outcome: 'sent' })
    expect(fake.of('sendPhoto')).toHaveLength(1)
  })

  it('notes each part that has arrived, and a later try sends the others alone', async () => {
    const { fake, channel, time } = await telegramWorld(gateway)
    const kept: { left: number | null; messageId: string | null }[] = []
    const parts = {
      left: null,
      messageId: null,
      note: async (left: number, messageId: string | null) => void kept.push({ left, messageId }),
    }
    const long = message('c'.repeat(6_000), {
      image: PICTURE,
      file: SHEET,
      choices: [{ label: 'a', send: 'a' }],
    })
    const fault = botError(500, 'Internal Server Error')
    fake.fail('sendDocument', fault, fault, fault)
    const sending = channel.send(HOA, long, undefined, parts)
    for (const calls of [1, 2]) {
      await eventually(() => fake.of('sendDocument').length === calls && time.next() === 1_000)
      await time.advance(1_000)
    }
    expect(await sending).toMatchObject({ outcome: 'retry', ambiguous: false })
    expect(kept.map(({ left }) => left)).toEqual([3, 2, 1])
    const again = await channel.send(HOA, long, undefined, { ...parts, ...kept.at(-1) })
    // As what the part with the buttons is known, which had arrived before.
    expect(again).toEqual({ outcome: 'sent', messageId: kept.at(-1)?.messageId })
    const calls = (['sendPhoto', 'sendMessage', 'sendDocument'] as const).map(
      method => fake.of(method).length,
    )
    expect(calls).toEqual([1, 2, 4])
    const short = await channel.send(HOA, message('ngắn'), undefined, { ...parts, left: 1, messageId: '7' })
    expect(short).toEqual({ outcome: 'sent', messageId: '7' })
  })

  it('sends a spreadsheet with the text as its caption and the buttons, and the text alone where it is not taken', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    const list = message('Ba <đơn vị>', { file: SHEET, choices: [{ label: 'Xem', send: 'xem' }] })
    expect(await channel.send(HOA, list)).toMatchObject({ outcome: 'sent' })
    const [sent] = fake.calls
    expect(sent?.method).toBe('sendDocument')
    expect(sent?.params).toMatchObject({ caption: 'Ba &lt;đơn vị&gt;', parse_mode: 'HTML' })
    expect(JSON.stringify(sent?.params.reply_markup)).toContain('Xem')
    fake.fail('sendDocument', botError(400, 'Bad Request: file is too big'))
    expect(await channel.send(HOA, list)).toMatchObject({ outcome: 'sent' })
    expect(fake.calls.map(({ method }) => method)).toEqual(['sendDocument', 'sendDocument', 'sendMessage'])
    await channel.send(HOA, message('d'.repeat(1_025), { file: SHEET }))
    expect(fake.calls.slice(3).map(({ method }) => method)).toEqual(['sendMessage', 'sendDocument'])
  })

  it('gives up a later part that keeps failing, and says that it may have arrived', async () => {
    const { fake, channel, time } = await telegramWorld(gateway)
    const busy = botError(429, 'Too Many Requests: retry after 3', { retry_after: 3 })
    fake.fail('sendMessage', busy, busy, busy)
    const sending = channel.send(HOA, message('c'.repeat(2_000), { image: PICTURE }))
    for (const calls of [1, 2]) {
      await eventually(() => fake.of('sendMessage').length === calls && time.next() === 3_000)
      await time.advance(3_000)
    }
    expect(await sending).toMatchObject({ outcome: 'retry', ambiguous: true })
  })

  it('shows that it types, and does not mind when that fails', async () => {
    const { fake, channel } = await telegramWorld(gateway)
    fake.fail('sendChatAction', botError(403, 'Forbidden: bot was blocked by the user'))
    await channel.typing(HOA)
    await channel.typing(HOA)
    expect(fake.of('sendChatAction').map(call => call.params)).toEqual([
      { chat_id: HOA, action: 'typing' },
      { chat_id: HOA, action: 'typing' },
    ])
  })

  it('works behind an address with a path', async () => {
    for (const slash of ['', '/']) {
      const { fake, channel } = await telegramWorld((token, root) => gateway(token, `${root}/proxy${slash}`))
      fake.prefix = '/proxy'
      expect(await channel.send(HOA, message('a'))).toMatchObject({ outcome: 'sent' })
      expect(fake.calls).toHaveLength(1)
    }
  })
})
