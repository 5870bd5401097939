import { expect, test } from 'vitest'
import { plainText } from '../../src/lib/message.ts'
import type { AlertLine, AlertNews } from '../../src/notices/alert-lines.ts'
import { sayNews } from '../../src/notices/say-alerts.ts'
import { stale } from '../../src/notices/stale.ts'
import { DUC_CO, IA_GRAI, saying, TERM_2 } from '../replies/province.ts'

function line(parts: Partial<AlertLine> = {}): AlertLine {
  return {
    what: 'fell',
    unit: IA_GRAI,
    term: TERM_2,
    indicator: 'online_rate',
    value: 47.1,
    target: 60,
    pace: 'behind',
    since: '2024-05-06',
    need: {
      needed: 580,
      perDay: 14,
      reachable: true,
      bestReachable: 88,
      daysLeft: 42,
      expectedDenominator: 1040,
    },
    changeSinceTold: null,
    targetBefore: null,
    explanation: null,
    ...parts,
  }
}

function news(lines: AlertLine[], parts: Partial<AlertNews> = {}): AlertNews {
  return { lines, corrections: [], gone: 0, over: false, dataTo: '2024-05-19', escalationDays: 7, ...parts }
}

/** What the leader of the district is told on 19 May. */
function said(about: AlertNews, member = 'ct-iagrai'): string {
  return plainText(sayNews(about, saying(member)))
}

const digitization = line({ indicator: 'digitization_rate', pace: 'on_track', need: null })

test('a fall: one message for all indicators of the unit, with what is needed', () => {
  expect(said(news([line(), digitization]))).toBe(`Huyện Ia Grai – dưới chỉ tiêu giai đoạn 2

2 chỉ số vừa xuống dưới chỉ tiêu:
Hồ sơ trực tuyến: 47,1%, chỉ tiêu 60%, thiếu 12,9 điểm phần trăm (chậm tiến độ)
- cần thêm 580 hồ sơ, khoảng 14/ngày
Số hóa hồ sơ: 47,1%, chỉ tiêu 60%, thiếu 12,9 điểm phần trăm (đúng tiến độ)

Còn 42 ngày đến hết giai đoạn 2 (30/6/2024)
Số liệu đến 19/5/2024`)
})

/** What is told on 19 May of a phase that ends then. */
function until(to: string): string {
  return said(news([line({ term: { ...TERM_2, to }, need: null })]))
}

test('told after the end of its phase it says so, on the last day that it is the last', () => {
  expect(until('2024-05-18')).toContain('Giai đoạn 2 đã kết thúc (18/5)')
  expect(until('2024-05-18')).not.toContain('ngày cuối')
  expect(until('2024-05-19')).toContain('Hôm nay là ngày cuối của giai đoạn 2')
})

test('the first evaluation of a phase is a summary, not a fall', () => {
  const text = said(news([line({ what: 'first' }), { ...digitization, what: 'first' }]))
  expect(text).toContain('2 chỉ số đang dưới chỉ tiêu giai đoạn 2:')
})

function sends(member: string): string[] {
  return sayNews(news([line()]), saying(member)).choices.map(choice => choice.send)
}

test('what can be done is offered to the leader of the unit, to nobody else', () => {
  expect(sends('ct-iagrai')).toEqual([
    'Đã nhận',
    'Nhắc lại sau 1 ngày',
    'Nhắc lại sau 3 ngày',
    'Nhắc lại kỳ sau',
    'Giải trình',
    'Biểu đồ hồ sơ trực tuyến huyện Ia Grai',
    'Cảnh báo của tôi',
  ])
  expect(sends('bcd-tinh')).not.toContain('Đã nhận')
})

test('a recovery says nothing of the days that are left', () => {
  const text = said(news([line({ what: 'recovered', value: 61.25, pace: null })]))
  expect(text).toContain('Huyện Ia Grai – đã đạt lại chỉ tiêu giai đoạn 2')
  expect(text).toContain('Hồ sơ trực tuyến: 61,25%, chỉ tiêu 60%')
  expect(text).not.toContain('Còn 42 ngày')
})

test('a reminder says what has changed since, and nothing of what has not', () => {
  const changes = [1.4, -2, 0].map(changeSinceTold => line({ what: 'reminder', changeSinceTold, need: null }))
  const text = said(news(changes))
  expect(text).toContain('(chậm tiến độ), tăng 1,4 điểm phần trăm từ lần báo trước')
  expect(text).toContain('giảm 2 điểm phần trăm từ lần báo trước')
  expect(text).not.toContain('không đổi')
})

test('another target is told with the one before, and is no fall', () => {
  const changed = { what: 'changed', targetBefore: 50, need: null } as const
  const text = said(news([line(changed), line({ ...changed, pace: null, value: 71 })]))
  expect(text).toContain('chỉ tiêu giai đoạn 2 đã thay đổi')
  expect(text).toContain('thiếu 12,9 điểm phần trăm (chậm tiến độ) (chỉ tiêu trước đây 50%)')
  expect(text).toContain('Hồ sơ trực tuyến: 71%, chỉ tiêu 60% (chỉ tiêu trước đây 50%)')
  expect(text).not.toMatch(/vừa xuống|đạt lại/)
})

test('word to who stands above names each unit, since when, and its explanation', () => {
  const explained = line({ what: 'escalated', explanation: 'Máy chủ hỏng <b>từ 10/5</b>', need: null })
  const text = said(news([explained, line({ what: 'escalated', unit: DUC_CO, need: null })]), 'bcd-tinh')
  expect(text).toContain('2 đơn vị chậm tiến độ, chưa xác nhận')
  expect(text).toContain('2 đơn vị, 2 chỉ số chậm tiến độ, chưa xác nhận hay giải trình sau 7 ngày làm việc:')
  expect(text).toContain('Huyện Ia Grai – Hồ sơ trực tuyến: 47,1%')
  expect(text).toContain('(chậm tiến độ), từ 6/5/2024\n- Giải trình: Máy chủ hỏng <b>từ 10/5</b>')
})

test('a hundred lines fit one phone screen: the first ones, then how many more and where they are', () => {
  const lines = Array.from({ length: 100 }, (_, at) => line({ value: at / 4, need: null }))
  const text = said(news(lines, { gone: 3 }))
  expect(text.length).toBeLessThanOrEqual(900)
  const shown = text.match(/thiếu/g)?.length ?? 0
  expect(shown).toBeGreaterThan(4)
  expect(text).toContain(`Và ${100 - shown} mục nữa: hỏi “cảnh báo của tôi” để xem hết.`)
  expect(text).toContain('Trong thời gian chờ gửi, đã tự hết: 3.')
})

test('what goes beyond the messages of a day is a summary', () => {
  expect(said(news([line()], { over: true }))).toMatch(/^Tổng hợp các cảnh báo khác từ hôm trước/)
})

test('stale data: which units, and up to when theirs reach', async () => {
  const units = [
    { unit: IA_GRAI, dataTo: '2024-05-05' },
    { unit: DUC_CO, dataTo: null },
  ]
  const text = plainText(await stale.say({ days: 10, units, indicators: [] }, saying('ct-iagrai')))
  expect(text).toContain('2 đơn vị không có số liệu mới trong 10 ngày:')
  expect(text).toContain('- Huyện Ia Grai: số liệu đến 5/5/2024\n- Huyện Đức Cơ: chưa có số liệu')
})

test('out of reach, and lower is better', () => {
  const unreachable = { ...line().need!, reachable: false, bestReachable: 52.5 }
  const late = line({ indicator: 'late_rate', value: 7, target: 5, need: null })
  const text = said(news([line({ need: unreachable }), late]))
  expect(text).toContain('không thể đạt trước hạn, cao nhất 52,5%')
  expect(text).toContain('chỉ tiêu không quá 5%, cao hơn 2 điểm phần trăm')
})
