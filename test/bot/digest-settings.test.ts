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
