import { expect, test } from 'vitest'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'

const MONDAYS = ['2024-05-13', '2024-05-20', '2024-05-27', '2024-06-03'] as const

test('a committee pauses its report, moves its hour, and sees what it gets; each change is asked for and can be undone', async () => {
  const talk = await startTalk('2024-05-10T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 80)
  const told = async (day: string): Promise<string[]> => {
    const before = (await talk.app.db.read.outbox.list()).length
    talk.clock.set(`${day}T07:30:00+07:00`)
    const job = talk.app.jobs().find(one => one.name === 'digest-weekly')
    await job?.run(talk.clock.now(), false)
    const rows = (await talk.app.db.read.outbox.list()).slice(before)
    return rows.map(row => new Date(row.notBefore + 7 * 3_600_000).toISOString().slice(11, 16))
  }
  expect(await talk.hear('bcd', 'đang nhận báo cáo gì')).toBe(
    'Anh/Chị đang nhận:\n- báo cáo tuần, sáng thứ Hai hằng tuần\n- báo cáo đầu và cuối giai đoạn, khi bắt đầu và kết thúc mỗi giai đoạn',
  )
  await talk.hear('bcd', 'tam dung bao cao 2 tuan')
  expect(await told(MONDAYS[0])).toEqual(['07:30'])
  talk.clock.set('2024-05-13T08:00:00+07:00')
  await talk.hear('bcd', 'tạm dừng báo cáo 2 tuần')
  expect(await talk.hear('bcd', 'đồng ý')).toBe(
    'Đã đặt: tạm dừng báo cáo định kỳ, gửi lại từ 27/5/2024; cảnh báo vẫn được gửi.',
  )
  expect(await told(MONDAYS[1])).toEqual([])
  await talk.hear('bcd', 'đổi giờ gửi báo cáo sang 9h')
  await talk.hear('bcd', 'đồng ý')
  expect(await told(MONDAYS[2])).toEqual(['09:00'])
  await talk.hear('bcd', 'chỉ gửi báo cáo khi có gì mới')
  await talk.hear('bcd', 'đồng ý')
  expect(await talk.hear('bcd', 'đang nhận báo cáo gì')).toContain('Giờ gửi: 09:00')
  expect(await told(MONDAYS[3])).toEqual([])
  expect((await talk.app.db.read.audit.since(0)).filter(one => one.action === 'subscription')).toHaveLength(3)
})

test('a report is ordered with its hour, of which "tôi" says nothing; an order of an hour alone orders the report', async () => {
  const talk = await startTalk('2024-05-10T08:00:00+07:00')
  const ask = async (text: string) => (await talk.hear('gd', text)).replace(/\? Trả lời.*/, '')
  expect(await ask('gửi báo cáo tuần cho tôi mỗi sáng thứ ba lúc 8h')).toBe(
    'Anh/Chị muốn nhận báo cáo tuần, gửi 08:00 thứ Ba hằng tuần',
  )
  await talk.hear('gd', 'đồng ý')
  expect(await talk.app.db.read.subscriptions.preferences()).toMatchObject([
    { member: 'gd', hour: '08:00', weekday: 2 },
  ])
  expect(await ask('gui bao cao cho toi luc 9h')).toBe('Gửi báo cáo lúc 09:00')
  expect(await ask('gui bao cao cho toi luc 9h toi')).toBe('Gửi báo cáo lúc 21:00')
  expect(await ask('đăng ký báo cáo tuần lúc 4 rưỡi chiều')).toBe('Gửi báo cáo lúc 16:30')
  await talk.hear('gd', 'ngừng gửi báo cáo')
  await talk.hear('gd', 'đồng ý')
  expect(await ask('cho em nhận báo cáo tháng lúc 7 giờ')).toBe(
    'Anh/Chị muốn nhận báo cáo tháng, gửi 07:00 ngày đầu mỗi tháng',
  )
})

test('what cannot be had of a wish changes nothing, and it is said what can; a day until which nothing is wanted pauses', async () => {
  const talk = await startTalk('2024-05-14T08:00:00+07:00')
  for (const [text, part] of [
    ['đừng nhắn buổi tối nữa', '“buổi tối”'],
    ['báo cáo gửi hai tuần một lần thôi', '“hai tuần một lần”'],
    ['gửi báo cáo 3 ngày 1 lần nhé', '“3 ngày 1 lần”'],
  ] as const) {
    expect(await talk.hear('bcd', text)).toContain(`Tôi chưa đặt được ${part}, nên chưa thay đổi gì.`)
    await talk.hear('bcd', 'đồng ý')
  }
  expect(await talk.app.db.read.subscriptions.all()).toEqual([])
  expect(await talk.hear('bcd', 'đừng gửi gì đến hết thứ sáu')).toContain('gửi lại từ 18/5/2024')
  await talk.hear('bcd', 'đồng ý')
  expect(await talk.app.db.read.subscriptions.preferences()).toMatchObject([
    { member: 'bcd', pausedUntil: '2024-05-18' },
  ])
  expect(await talk.hear('bcd', 'đừng gửi báo cáo nữa')).toContain('ngừng hẳn tất cả báo cáo')
})
