import { expect, test } from 'vitest'
import type { IncomingKind } from '../../src/channels/channel.ts'
import { startTalk } from './talk.ts'
import { bringWeek } from '../stories/province.ts'

const AT = '2024-05-10T08:00:00+07:00'

test('what has no words gets one true sentence, each its own', async () => {
  const talk = await startTalk(AT)
  const kinds: IncomingKind[] = ['voice', 'photo', 'video', 'sticker', 'location', 'contact', 'file']
  const said = []
  for (const kind of kinds) said.push(await talk.hear('gd', '', { kind }))
  expect(new Set(said).size).toBe(kinds.length)
  expect(said[0]).toMatch(/^Tôi chưa nghe được tin thoại\./)
})

test('an album is answered once, its caption as a question', async () => {
  const talk = await startTalk(AT)
  const replies = async (): Promise<number> =>
    (await talk.app.db.read.outbox.list()).filter(row => row.key.startsWith('reply:')).length
  await talk.hear('gd', '', { kind: 'photo', album: 'A1' })
  await talk.hear('gd', '', { kind: 'photo', album: 'A1' })
  expect(await replies()).toBe(1)
  await talk.hear('gd', '', { kind: 'photo', album: 'A2' })
  expect(await replies()).toBe(2)
  expect(await talk.hear('gd', 'cảm ơn em', { kind: 'photo' })).not.toContain('ảnh')
})

test('a forwarded order is not obeyed, an edited question is asked anew', async () => {
  const talk = await startTalk(AT)
  expect(await talk.hear('bcd', 'ngừng gửi báo cáo', { kind: 'forwarded' })).toContain('tin chuyển tiếp')
  expect(await talk.hear('bcd', 'đồng ý')).not.toContain('Đã ngừng')
  expect(await talk.hear('bcd', 'đang nhận báo cáo gì', { kind: 'edited' })).toContain('báo cáo tuần')
})

test('under an answer one can say that it is not what was meant: the operator finds the question', async () => {
  const talk = await startTalk(AT)
  await bringWeek(talk.app, '2024-W18', 80)
  const { choices } = await talk.say('gd', 'tỷ lệ trực tuyến tuần 18')
  expect(choices.at(-1)?.label).toBe('Chưa đúng ý')
  expect(await talk.hear('gd', String(choices.length))).toContain('đã ghi lại')
  expect((await talk.app.db.read.unanswered.list(9)).map(({ text }) => text)).toEqual([
    'tỷ lệ trực tuyến tuần 18',
  ])
})

test('"sai rồi" right under an answer offers what else was possible; with nothing before it, it is no such word', async () => {
  const talk = await startTalk(AT)
  await bringWeek(talk.app, '2024-W18', 80)
  for (const text of ['sai rồi em', 'không phải', 'tôi không hỏi cái đó']) {
    await talk.hear('gd', 'tỷ lệ trực tuyến tuần 18')
    const { choices } = await talk.say('gd', text)
    expect(choices.map(({ label }) => label)).toEqual(expect.arrayContaining(['Đạt chưa', 'Xếp hạng']))
  }
  expect(await talk.hear('gd', '2')).toContain('xếp')
})
