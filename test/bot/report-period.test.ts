import { expect, test } from 'vitest'
import { bringWeek } from '../stories/province.ts'
import { startTalk } from './talk.ts'

test('a report of the running period is of it as far as it has come, else of the one before, and says so', async () => {
  const talk = await startTalk('2024-05-10T08:00:00+07:00')
  await bringWeek(talk.app, '2024-W18', 80)
  const first = async (text: string) => (await talk.hear('bcd', text)).split('\n\n').slice(0, 2).join(' | ')
  expect(await first('báo cáo tháng này')).toMatch(/^Tháng 5\/2024: hồ sơ trực tuyến của tỉnh Thử đạt 75%/)
  expect(await first('báo cáo tuần này')).toMatch(
    /^Tuần 18 .* \| Tuần 19 \(6–12\/5\/2024\) chưa có số liệu; đây là báo cáo tuần 18 \(29\/4–5\/5\/2024\)\.$/,
  )
  expect(await first('báo cáo tuần')).toMatch(/^Tuần 18 [^|]* \| Hồ sơ trực tuyến: 75%/)
})
