import { expect, test } from 'vitest'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'
import type { Talk } from './talk.ts'

async function province(): Promise<Talk> {
  const talk = await startTalk('2024-05-10T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 80)
  return talk
}

/** Who gets the report of that kind at that time. */
async function readers(talk: Talk, job: string, at: string): Promise<(string | null)[]> {
  const before = (await talk.app.db.read.outbox.list()).length
  talk.clock.set(at)
  await talk.app
    .jobs()
    .find(one => one.name === job)
    ?.run(talk.clock.now(), false)
  return (await talk.app.db.read.outbox.list()).slice(before).map(row => row.member)
}

test('a committee gets the weekly report unless it stops it, a leader once he asked for it', async () => {
  const talk = await province()
  expect(await readers(talk, 'digest-weekly', '2024-05-13T07:30:00+07:00')).toEqual(['bcd'])
  expect(await talk.hear('gd', 'đăng ký nhận báo cáo tuần')).toContain('Trả lời “đồng ý”')
  expect(await readers(talk, 'digest-weekly', '2024-05-13T07:30:00+07:00')).toEqual([])
  await talk.hear('gd', 'đăng ký nhận báo cáo tuần')
  expect(await talk.hear('gd', 'đồng ý')).toBe(
    'Đã đăng ký báo cáo tuần. Báo cáo được gửi sáng thứ Hai hằng tuần.',
  )
  expect(await readers(talk, 'digest-weekly', '2024-05-20T07:30:00+07:00')).toEqual(['gd', 'bcd'])
  await talk.hear('bcd', 'ngừng gửi báo cáo tuần')
  expect(await talk.hear('bcd', 'có')).toBe('Đã ngừng gửi báo cáo tuần.')
  expect(await readers(talk, 'digest-weekly', '2024-05-27T07:30:00+07:00')).toEqual(['gd'])
  expect(await talk.hear('gd', 'đăng ký nhận báo cáo tuần')).toContain('đang nhận báo cáo tuần')
  expect(await talk.hear('bcd', 'dừng báo cáo tuần')).toBe('Anh/Chị hiện không nhận báo cáo tuần.')
})

test('the kinds are told apart, and all can be stopped at once; alerts go on', async () => {
  const talk = await province()
  expect(await talk.hear('gd', 'đăng ký nhận báo cáo ngày')).toContain('báo cáo ngày')
  await talk.hear('gd', 'đồng ý')
  expect(await talk.hear('gd', 'đăng ký nhận báo cáo tháng')).toContain('báo cáo tháng')
  await talk.hear('gd', 'ok')
  // Figures come by the week here: there is nothing to report of a day.
  expect(await readers(talk, 'digest-daily', '2024-05-13T07:30:00+07:00')).toEqual([])
  expect(await readers(talk, 'digest-monthly', '2024-06-01T07:30:00+07:00')).toEqual(['gd'])
  await talk.hear('gd', 'ngừng gửi báo cáo')
  expect(await talk.hear('gd', 'đồng ý')).toBe('Đã ngừng gửi tất cả báo cáo định kỳ. Cảnh báo vẫn được gửi.')
  for (const job of ['digest-daily', 'digest-weekly', 'digest-monthly']) {
    expect(await readers(talk, job, '2024-06-03T07:30:00+07:00')).not.toContain('gd')
  }
  talk.clock.set('2024-05-13T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W19', 10)
  expect((await talk.app.db.read.outbox.list()).filter(row => row.topic === 'alert')).toHaveLength(1)
})

test.each([
  'thoi gian con bao lau',
  'het nam duoc bao nhieu',
  'thoi han den bao gio',
  'đừng tin báo cáo này',
  'đừng có báo cáo kiểu đó, cho tôi số thật',
  'bat dau chien dich tu hom nao',
  'đang nhận báo cáo gì',
  'ngừng gửi báo cáo',
  'đăng ký báo cáo ngày',
])('"%s" changes nothing by itself', async text => {
  const talk = await province()
  const before = await talk.app.db.read.subscriptions.all()
  await talk.hear('bcd', text)
  expect(await talk.app.db.read.subscriptions.all()).toEqual(before)
})

test('a report can be had at once, and says what the scheduled one says', async () => {
  const talk = await province()
  talk.clock.set('2024-05-13T07:30:00+07:00')
  await readers(talk, 'digest-weekly', '2024-05-13T07:30:00+07:00')
  const asked = await talk.hear('bcd', 'báo cáo tuần')
  expect(asked).toMatch(/^Tuần 18 \(29\/4–5\/5\/2024\): /)
  expect(asked).toContain('Tuần 19 (6–12/5/2024) chưa có số liệu')
  expect(await talk.notice('digest')).toBe(asked)
})

test('what is asked beside a wish is answered, and the wish still waits for its yes', async () => {
  const talk = await province()
  const said = await talk.hear('gd', 'Gửi báo cáo tuần cho tôi hằng tuần nhé. Sở tôi đang đứng thứ mấy?')
  expect(said).toContain('xếp thứ')
  expect(said).toContain('Trả lời “đồng ý”')
  expect(await talk.hear('gd', 'đồng ý')).toContain('Đã đăng ký báo cáo tuần')
})
