import { describe, expect, test } from 'vitest'
import { figureJson } from '../../src/answers/answer-json.ts'
import { readScene } from '../../src/answers/scene.ts'
import { newConversation } from '../../src/bot/conversation.ts'
import { converse } from '../../src/bot/converse.ts'
import type { Turn } from '../../src/bot/turn.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { createWords } from '../../src/i18n/words.ts'
import { plainText } from '../../src/lib/message.ts'
import { articleWorld } from './article-world.ts'
import { momentOf, smallProvince, weeks } from './small-province.ts'

const words = createWords('vi')

/** Sở Ba never reported, Xã Bốn had no dossiers, Xã Ba nothing since week 16; nobody has a figure of what is late. */
const BY_WEEK = [
  ...weeks('S1', 'online_rate', { 16: [38, 100], 17: [39, 100], 18: [40, 100], 19: [50, 100] }),
  ...weeks('S2', 'online_rate', { 16: [60, 100], 17: [60, 100], 18: [60, 100], 19: [60, 100] }),
  ...weeks('S4', 'online_rate', { 18: [70, 100], 19: [71, 100] }),
  ...weeks('X3', 'online_rate', { 15: [20, 80], 16: [30, 80] }),
  ...weeks('X4', 'online_rate', { 17: [0, 0], 18: [0, 0], 19: [0, 0] }),
  ...weeks('X1', 'online_rate', { 18: [20, 40], 19: [22, 40] }),
  'S1,service_score,2024-W19,,,71.5,',
]
const BY_MONTH = ['2024-03', '2024-04', '2024-05'].flatMap((month, at) => [
  `S1,online_rate,${month},${40 + 5 * at},100,`,
  `S2,online_rate,${month},${60 - 5 * at},100,`,
  `S4,online_rate,${month},70,100,`,
  `X4,online_rate,${month},0,0,`,
  `X1,online_rate,${month},20,40,`,
  ...(at === 0 ? [`X3,online_rate,${month},20,80,`] : []),
  `S1,service_score,${month},,,${70 + at},`,
])

type Row = [as: string, asked: string, says: string]

/** The same in a province by week and in one by month, which differ by what they call a period. */
const OF_A_PROVINCE: Row[] = [
  // A unit without data.
  ['dung', 'Sở Ba trực tuyến bao nhiêu', 'Đơn vị này chưa có số liệu nào về chỉ số này'],
  ['dung', 'từ khi nào Sở Ba dưới chỉ tiêu trực tuyến', 'Sở Ba – trực tuyến: chưa có số liệu, nên chưa biết'],
  ['dung', 'Sở Ba muốn lên hạng 1 về trực tuyến thì cần gì', 'Hiện chưa có số liệu, chưa xếp hạng'],
  ['dung', 'Sở Ba xếp thứ mấy về trực tuyến', 'chưa xếp hạng'],
  ['dung', 'Sở Ba đạt chỉ tiêu trực tuyến chưa', 'chưa có số liệu'],
  ['dung', 'trực tuyến tháng 4 của Xã Ba', 'tháng 4/2024'],
  // No dossiers.
  ['dung', 'Xã Bốn trực tuyến bao nhiêu', 'chưa phát sinh hồ sơ'],
  ['dung', 'Xã Bốn cần thêm bao nhiêu hồ sơ trực tuyến', 'chưa tính được số cần thêm: chưa phát sinh hồ sơ'],
  // A window before the data.
  ['an', 'trực tuyến tháng 3 năm 2021 của tôi', 'Số liệu trong hệ thống chỉ có từ'],
  ['an', 'trực tuyến năm 2020 thế nào', 'chưa có số liệu'],
  ['dung', 'Sở Một trực tuyến 50% tháng 1 năm 2022 đúng không', 'Chưa có số liệu để đối chiếu'],
  // Of no target.
  ['dung', 'Thanh tra tỉnh đạt chỉ tiêu trực tuyến chưa', 'chỉ tiêu'],
  ['dung', 'Huyện Hai được giao chỉ tiêu trực tuyến bao nhiêu', 'không được giao chỉ tiêu'],
  // An indicator of which nobody has a figure, and one without counts.
  ['an', 'trễ hạn của tôi bao nhiêu', 'Hệ thống chưa có số liệu nào về chỉ số này'],
  ['dung', 'xếp hạng các sở về trễ hạn', 'chưa có số liệu.'],
  ['dung', 'dự báo điểm của Sở Một', 'số liệu công bố, không kèm số lượng'],
  ['dung', 'Sở Một cần thêm bao nhiêu điểm', 'không được giao chỉ tiêu'],
  // Alone of its kind.
  ['dung', 'tỉnh xếp thứ mấy về trực tuyến', 'không có đơn vị cùng loại để xếp hạng'],
]

const OF_THE_COUNTRY: Row[] = [
  ['vp', 'Bộ Ngoại giao trực tuyến bao nhiêu', 'Đơn vị này chưa có số liệu nào về chỉ số này'],
  ['vp', 'từ khi nào Hòa Bình dưới chỉ tiêu trực tuyến', 'chưa có số liệu, nên chưa biết'],
  ['vp', 'Quảng Ninh muốn lên hạng 1 về trực tuyến thì cần gì', 'Hiện chưa có số liệu, chưa xếp hạng'],
  ['vp', 'Hòa Bình đạt chỉ tiêu trực tuyến chưa', 'chưa có số liệu'],
  ['vp', 'Quảng Ninh phát sinh hồ sơ năm 2017', 'Số liệu trong hệ thống chỉ có từ'],
  ['vp', 'dự báo phát sinh hồ sơ của Quảng Ninh', 'số liệu công bố, không kèm số lượng'],
  ['vp', 'Việt Nam xếp thứ mấy về trực tuyến', 'không có đơn vị cùng loại để xếp hạng'],
  ['vp', 'tỉnh nào chưa đạt chỉ tiêu trực tuyến', 'không có đơn vị nào đạt hay chưa đạt'],
  ['vp', 'tỉnh nào giảm nhiều nhất về thanh toán', 'chưa so sánh được với kỳ trước'],
]

describe('what cannot be told is said in a true sentence, with what can be asked', () => {
  test('in a province by week', async () => {
    const { db } = await smallProvince(BY_WEEK)
    expect(await wrongOf(db, '2024-05-14 09:00', OF_A_PROVINCE)).toEqual([])
    const [late] = await replies(db, '2024-05-14 09:00', [['dung', 'trực tuyến tuần 19 của Xã Ba', '']])
    expect(plainText(late!.message)).toContain('Số liệu của đơn vị này mới đến 21/4/2024')
  })

  test('in a province by month', async () => {
    const { db } = await smallProvince(BY_MONTH)
    expect(await wrongOf(db, '2024-06-10 09:00', OF_A_PROVINCE)).toEqual([])
    const [late] = await replies(db, '2024-06-10 09:00', [['dung', 'trực tuyến tháng 4 của Xã Ba', '']])
    expect(plainText(late!.message)).toContain('Số liệu của đơn vị này mới đến 31/3/2024')
  })

  test('in a phase of which nothing has come yet', async () => {
    const { db } = await smallProvince(BY_MONTH.filter(row => !row.includes('2024-05')))
    const rows: Row[] = [
      ['an', 'trực tuyến của tôi bao nhiêu', 'Gần nhất, tháng 4/2024: 45%'],
      ['an', 'có gì đáng lo không', 'chưa có chỉ tiêu nào vừa được giao vừa có số liệu'],
      ['dung', 'xếp hạng các sở về trực tuyến', 'Số liệu trong hệ thống hiện đến 30/4/2024'],
      ['dung', 'sở nào chưa đạt chỉ tiêu trực tuyến', 'iai đoạn 2 đến 10/5/2024: chưa có số liệu.'],
      ['dung', 'sở nào mới tụt dưới chỉ tiêu trực tuyến', 'chưa so sánh được với kỳ trước'],
      ['dung', 'sở nào vừa đạt lại chỉ tiêu trực tuyến', 'chưa so sánh được với kỳ trước'],
    ]
    expect(await wrongOf(db, '2024-05-10 09:00', rows)).toEqual([])
    const [own, all] = await replies(db, '2024-05-10 09:00', [
      ['an', 'trực tuyến của tôi bao nhiêu', ''],
      ['an', 'sở tôi đứng thứ mấy', ''],
    ])
    expect(own!.message.choices.map(({ label }) => label)).toContain('Tháng trước')
    expect(all!.message.choices.map(({ label }) => label)).toContain('Tháng trước')
  })

  test('in the country', async () => {
    expect(await wrongOf(await articleWorld(), '2022-09-05 09:00', OF_THE_COUNTRY)).toEqual([])
  })

  test('what an officer without a target asks after is not “nothing to worry about”', async () => {
    const { db } = await smallProvince(weeks('X3', 'online_rate', { 19: [30, 80] }))
    const [turn] = await replies(db, '2024-05-14 09:00', [['chi', 'có gì đáng lo không', '']])
    expect(plainText(turn!.message)).toBe(
      'Xã Một: chưa có chỉ tiêu nào vừa được giao vừa có số liệu để đánh giá.',
    )
  })
})

/** What is not said, no figure of nothing, and nothing offered that can be asked. */
async function wrongOf(db: Database, at: string, rows: readonly Row[]): Promise<string[]> {
  const turns = await replies(db, at, rows)
  return turns.flatMap((turn, i) => {
    const [, asked, says] = rows[i]!
    const text = plainText(turn.message)
    const figures = turn.answers.flatMap(answer => answer.figures.map(figureJson))
    const faults = [
      text.includes(says) ? '' : `“${says}” is not in`,
      /(^|[^\d,.])0%|\/0\b|đã đủ/.test(text) ? 'something of nothing in' : '',
      figures.some(one => one.value === null && (one.reason ?? null) === null)
        ? 'a null without reason in'
        : '',
      turn.message.choices.length > 0 ? '' : 'nothing to ask under',
    ].filter(fault => fault !== '')
    return faults.map(fault => `${asked}: ${fault}\n${text}`)
  })
}

async function replies(db: Database, at: string, rows: readonly Row[]): Promise<Turn[]> {
  const scene = await readScene(db.read, momentOf(at))
  const { observations, alerts, explanations, imports, subscriptions, outbox, chats } = db.read
  const stores = { observations, alerts, explanations, imports, subscriptions, outbox, chats }
  const turns: Turn[] = []
  for (const [as, text] of rows) {
    const member = scene.members.get(as)!
    turns.push(await converse({ ...stores, scene, member, words, text, conversation: newConversation }))
  }
  return turns
}
