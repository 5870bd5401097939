import { expect, test } from 'vitest'
import { newConversation } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import { readScene } from '../../src/answers/scene.ts'
import { fitMessage } from '../../src/channels/fit-message.ts'
import { ZALO_BOT_ABILITIES } from '../../src/channels/zalo-bot/abilities.ts'
import { textsOf } from '../../src/channels/zalo-bot/render.ts'
import { createWords } from '../../src/i18n/words.ts'
import { type Message, plainText } from '../../src/lib/message.ts'
import { momentOf, smallProvince, type SmallProvince, weeks } from '../answers/small-province.ts'

const ROWS = [
  ...weeks('S1', 'online_rate', {
    16: [38, 100],
    17: [39, 100],
    18: [40, 100],
    19: [50, 100],
    20: [51, 100],
  }),
  ...weeks('S2', 'online_rate', {
    16: [60, 100],
    17: [60, 100],
    18: [60, 100],
    19: [60, 100],
    20: [50, 100],
  }),
  ...weeks('S1', 'on_time_rate', { 18: [40, 100], 19: [50, 100], 20: [51, 100] }),
]
/** Months from the 21st to the 20th; the newest is that of May. */
const MONTHS = ['2024-02-21/2024-03-20', '2024-03-21/2024-04-20', '2024-04-21/2024-05-20'].flatMap(
  (month, at) => [
    `S1,online_rate,${month},${40 + 5 * at},100,`,
    `S2,online_rate,${month},${60 - 5 * at},100,`,
    `S1,on_time_rate,${month},90,100,`,
  ],
)
const OWN = 'tuần này tỷ lệ trực tuyến của tôi bao nhiêu, đứng thứ mấy, còn thiếu bao nhiêu hồ sơ'
const ENGLISH = "what's my online rate this week"
const words = createWords('vi')

async function answered({ db }: SmallProvince, at: string, text: string): Promise<Message> {
  const { observations, alerts, explanations, imports, subscriptions, outbox, chats } = db.read
  const scene = await readScene(db.read, momentOf(at))
  const member = scene.members.get('an')!
  const rows = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
  return (await converse({ ...rows, scene, member, words, text, conversation: newConversation })).message
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line !== '')
}

const NIGHT = '2024-05-24 02:00'
const FRIDAY = '2024-05-24 09:30'
const HOLIDAY = '2024-05-01 08:00'

test('at night, all that was asked is one reply of at most eight lines', async () => {
  const text = plainText(await answered(await smallProvince(ROWS), NIGHT, OWN))
  expect(text).toBe(`Tuần 21 (20–26/5/2024) chưa có số liệu; dưới đây là tuần 20 (13–19/5/2024).

Sở Một – trực tuyến, tuần 20 (13–19/5/2024): 51% – chưa đạt, thiếu 9 điểm phần trăm

51 hồ sơ trực tuyến trên 100 hồ sơ
Chỉ tiêu giai đoạn 2: 60%
Xếp thứ 1/2 sở, ban, ngành, tăng 1 bậc so với tuần liền trước
Cần thêm 399 hồ sơ trực tuyến đến 30/6/2024, khoảng 11 trong 16 hồ sơ mỗi ngày
Số liệu đến 19/5/2024`)
})

test.each([
  ['on a Sunday whose week has come', '2024-05-19 20:00'],
  ['on a Friday', FRIDAY],
  ['on a weekend', '2024-05-25 12:00'],
  ['on a holiday', HOLIDAY],
])('the same %s', async (_, at) => {
  const text = plainText(await answered(await smallProvince(ROWS), at, OWN))
  expect(linesOf(text).length).toBeLessThanOrEqual(8)
  expect(text).toMatch(/Sở Một – trực tuyến, tuần \d+ \(.*\): \d+% – /)
  expect(text).toContain('Xếp thứ')
  expect(text).toContain('Cần thêm')
  expect(text).not.toContain('Đúng hạn')
})

test('in a province that reports from the 21st to the 20th the newest month answers', async () => {
  const province = await smallProvince(MONTHS)
  await province.db.write(async ({ settings }) => await settings.set('report_month', '21'))
  const text = plainText(await answered(province, FRIDAY, OWN))
  expect(linesOf(text).length).toBeLessThanOrEqual(8)
  expect(text).toContain('Sở Một – trực tuyến, tháng 5 (21/4–20/5/2024): 50%')
  expect(text).toContain('Xếp thứ 1/2 sở, ban, ngành, tăng 1 bậc so với tháng liền trước')
  // Its middle lies in phase 2, which is judged by the same figures.
  expect(text).toContain('50% – chưa đạt')
  expect(text).toContain('Chỉ tiêu giai đoạn 2: 60%')
  expect(text).toContain('Cần thêm')
})

test('the same in English', async () => {
  const text = plainText(await answered(await smallProvince(ROWS), FRIDAY, ENGLISH))
  expect(linesOf(text).length).toBeLessThanOrEqual(8)
  expect(text).toContain('Sở Một – trực tuyến, tuần 20 (13–19/5/2024): 51% – chưa đạt')
})

test.each([OWN, ENGLISH])('on Zalo the reply is one message, with its finding in bold: %s', async asked => {
  const message = await answered(await smallProvince(ROWS), FRIDAY, asked)
  const [sent, ...more] = textsOf(fitMessage(message, ZALO_BOT_ABILITIES), {
    choose: 'Trả lời bằng số:',
    part: () => '',
    fileAt: () => '',
    shortened: '',
  })
  expect(more).toEqual([])
  const [reply = ''] = sent!.text.split('Trả lời bằng số:')
  expect(linesOf(reply).length).toBeLessThanOrEqual(8)
  const [bold] = sent!.text_styles ?? []
  expect(sent!.text.slice(bold!.start, bold!.start + bold!.len)).toContain('51% – chưa đạt')
})

test('who newly fell in a week without figures is told of the newest week, named once', async () => {
  const falling = weeks('S2', 'online_rate', { 18: [65, 100], 19: [62, 100], 20: [10, 100] })
  const asked = 'đơn vị nào vừa tụt xuống dưới chỉ tiêu tuần này'
  const text = plainText(await answered(await smallProvince(falling), FRIDAY, asked))
  expect(text).toMatch(
    /^Tuần 21 \(20–26\/5\/2024\) chưa có số liệu; dưới đây là tuần 20 \(13–19\/5\/2024\)\.\n/,
  )
  expect(text).toMatch(/tuần 20 \(13–19\/5\/2024\) \(lũy kế/i)
  expect(text).not.toMatch(/(?<!^)tuần 21/i)
  expect(text).toContain('Sở Hai')
})

test('a report of another unit is refused, and not replaced by one’s own', async () => {
  const message = await answered(await smallProvince(ROWS), FRIDAY, 'báo cáo tuần của Sở Hai')
  expect(plainText(message)).toBe(
    'Sở Hai: phần này ngoài phạm vi được xem. Anh/Chị xem được giá trị, chỉ tiêu, thứ hạng của đơn vị này.',
  )
  expect(message.choices[0]?.send).toBe('Tất cả chỉ số của Sở Hai')
})

test('a number without an indicator is held against the main one alone', async () => {
  const text = plainText(await answered(await smallProvince(ROWS), FRIDAY, 'đạt 70% chưa'))
  expect(text).toMatch(/^Sở Một – trực tuyến, [^\n]*chưa đạt 70%, thiếu /)
  expect(text).not.toContain('Đúng hạn')
})

test('one figure on two weeks is two figures, each with its days', async () => {
  const asked = 'tuần 18 trực tuyến của tôi bao nhiêu? tuần 20 bao nhiêu, hạng mấy?'
  const text = plainText(await answered(await smallProvince(ROWS), FRIDAY, asked))
  expect(text).toContain('tuần 18 (29/4–5/5/2024): 40%')
  expect(text).toContain('tuần 20 (13–19/5/2024): 51%')
  // The value and the place of one week are one paragraph.
  expect(text.match(/tuần 20 \(13–19\/5\/2024\): /g)).toHaveLength(1)
})
