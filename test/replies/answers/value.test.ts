import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { phaseTerm } from '../../../src/core/term.ts'
import {
  ahead,
  answerOf,
  behind,
  catalog,
  figureOf,
  GIA_LAI,
  IA_GRAI,
  IA_PNON,
  saying,
  WEEK_20,
} from '../province.ts'

const value = { intent: 'value' } as const

test('one indicator: value, counts, target, rank with its change, and the day of the figures', () => {
  const message = sayAnswer(answerOf(value, { figures: [ahead()] }), saying())
  expect(plainText(message))
    .toBe(`Sở GTVT – hồ sơ trực tuyến, tuần 20 (13–19/5/2024): 61,25% – đã đạt, vượt 1,25 điểm phần trăm

245 hồ sơ nộp trực tuyến trên 400 hồ sơ tiếp nhận
Chỉ tiêu giai đoạn 2: 60%
Xếp thứ 3/19 sở, ban, ngành, tăng 1 bậc so với tuần liền trước
Số liệu đến 19/5/2024`)
  expect(message.blocks[0]?.strong).toBe(true)
})

test('below its target, the reply says what to do', () => {
  const need = {
    needed: 580,
    perDay: 14,
    reachable: true,
    bestReachable: 88,
    daysLeft: 42,
    expectedDenominator: 1040,
  }
  const text = plainText(sayAnswer(answerOf(value, { figures: [behind({ need })] }), saying()))
  expect(text).toContain('giai đoạn 2 đến 19/5/2024: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm')
  expect(text).toContain('Cần thêm 580 hồ sơ nộp trực tuyến đến 30/6/2024, khoảng 14 trong 25 hồ sơ mỗi ngày')
  expect(text).toContain('Xếp thứ 9/17 đơn vị cấp huyện, giảm 2 bậc so với 7 ngày trước')
  expect(text.split('\n').length).toBeLessThanOrEqual(8)
})

test('all indicators of a unit: one line each, and how many targets are met', () => {
  const figures = [
    behind(),
    behind({ indicator: 'digitization_rate', value: 65, gap: -5, met: true, rank: 1 }),
    behind({
      indicator: 'full_process_rate',
      target: null,
      gap: null,
      met: null,
      reason: 'not_assigned',
      rank: null,
    }),
    figureOf({ unit: IA_GRAI, indicator: 'satisfaction_rate', reason: 'no_dossiers' }),
    figureOf({ unit: IA_GRAI, indicator: 'on_time_rate', reason: 'no_data' }),
  ]
  expect(plainText(sayAnswer(answerOf(value, { figures }), saying('ct-iagrai'))))
    .toBe(`Huyện Ia Grai, giai đoạn 2 đến 19/5/2024: đạt 1/2 chỉ tiêu

Hồ sơ trực tuyến: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm; thứ 9/17
Số hóa hồ sơ: 65% – đã đạt, vượt 5 điểm phần trăm; thứ 1/17

Còn: mức độ hài lòng chưa phát sinh lượt đánh giá, tiến độ giải quyết chưa có số liệu; không giao chỉ tiêu: trực tuyến toàn trình 47,1%
Số liệu đến 19/5/2024`)
})

test('without targets the main indicator is the finding, whichever comes first', () => {
  const none = { target: null, gap: null, met: null, reason: 'not_assigned', rank: null } as const
  const figures = ['transparency_rate', 'online_rate'].map(indicator =>
    figureOf({ unit: IA_GRAI, indicator, value: 52.49, ...none }),
  )
  const ctx = { ...saying('ct-iagrai'), mainIndicator: 'online_rate' }
  expect(plainText(sayAnswer(answerOf(value, { figures }), ctx))).toMatch(
    /^Huyện Ia Grai – hồ sơ trực tuyến, /,
  )
})

test('no figures at all in the window: one sentence, and how far those of the province reach', () => {
  const none = { unit: IA_GRAI, window: WEEK_20, reason: 'no_data' } as const
  const figures = [figureOf(none), figureOf({ ...none, indicator: 'on_time_rate' })]
  const text = plainText(sayAnswer(answerOf(value, { figures, dataTo: '2024-05-12' }), saying()))
  expect(text).toContain('Chưa có số liệu của huyện Ia Grai trong tuần 20 (13–19/5/2024).')
  expect(text).toContain('Số liệu trong hệ thống hiện đến 12/5/2024')
})

const withReason = (reason: 'no_data' | 'no_dossiers') =>
  plainText(sayAnswer(answerOf(value, { figures: [figureOf({ reason, target: 60 })] }), saying()))

test('what does not exist is said with its reason, never as 0', () => {
  expect(withReason('no_data')).toContain('giai đoạn 2 đến 19/5/2024: chưa có số liệu')
  expect(withReason('no_dossiers')).toContain('giai đoạn 2 đến 19/5/2024: chưa phát sinh hồ sơ')
  expect(withReason('no_dossiers')).toContain('Chỉ tiêu giai đoạn 2: 60%')
  expect(withReason('no_dossiers')).not.toMatch(/\b0%|Xếp thứ/)
})

test('without a target: not assigned, or exempted', () => {
  const without = { target: null, gap: null, met: null }
  const text = (reason: 'not_assigned' | 'exempt') =>
    plainText(sayAnswer(answerOf(value, { figures: [ahead({ ...without, reason })] }), saying()))
  expect(text('not_assigned')).toContain('Không được giao chỉ tiêu giai đoạn 2')
  expect(text('exempt')).toContain('Được miễn chỉ tiêu giai đoạn 2')
})

test('a sum over several units says so', () => {
  const figures = [behind({ unit: GIA_LAI, rolledUpFrom: 257, rank: null, of: null })]
  const text = plainText(sayAnswer(answerOf(value, { figures }), saying('bcd-tinh')))
  expect(text).toContain('Tỉnh Gia Lai – hồ sơ trực tuyến')
  expect(text).toContain('Tổng hợp từ 257 đơn vị')
})

test('a published percent has no counts; a published score has its class and names its period', () => {
  const percent = ahead({ numerator: null, denominator: null })
  expect(plainText(sayAnswer(answerOf(value, { figures: [percent] }), saying()))).toContain('Số liệu công bố')
  const score = ahead({
    indicator: 'service_score',
    value: 86.74,
    numerator: null,
    denominator: null,
    target: 90,
    gap: 3.26,
    met: false,
    publishedFor: { from: '2024-04-01', to: '2024-04-30' },
  })
  const text = plainText(sayAnswer(answerOf(value, { figures: [score] }), saying()))
  expect(text).toContain('86,74/100 điểm, loại tốt – chưa đạt, thiếu 3,26 điểm')
  expect(text).toContain('Số liệu công bố của tháng 4/2024')
  expect(text).toContain('Chỉ tiêu giai đoạn 2: 90 điểm\n')
  expect(text).not.toContain('phần trăm')
  const bands = { excellent: 85.5, good: 75, fair: 65, average: 45 }
  const stricter = plainText(sayAnswer(answerOf(value, { figures: [score] }), saying('gd-sgtvt', { bands })))
  expect(stricter).toContain('86,74/100 điểm, loại xuất sắc')
})

test('where counts say something else than what was published, both are told', () => {
  const counted = { value: 60.5, numerator: 242, denominator: 400 }
  const figure = ahead({ numerator: null, denominator: null, counted })
  const text = plainText(sayAnswer(answerOf(value, { figures: [figure] }), saying()))
  expect(text).toContain(
    'tuần 20 (13–19/5/2024): 61,25% – đã đạt, vượt 1,25 điểm phần trăm\n\nSố công bố; tính từ 242/400 hồ sơ là 60,5%',
  )
})

test('counts of a longer period than the window name it', () => {
  const figure = ahead({ publishedFor: { from: '2024-05-01', to: '2024-05-31' } })
  const text = plainText(sayAnswer(answerOf(value, { figures: [figure] }), saying()))
  expect(text).toContain('245 hồ sơ nộp trực tuyến trên 400 hồ sơ tiếp nhận\nSố liệu của cả tháng 5/2024')
})

test('where lower is better the words turn round', () => {
  const late = { indicator: 'late_rate', target: 5 }
  const text = (parts: object) =>
    plainText(sayAnswer(answerOf(value, { figures: [ahead({ ...late, ...parts })] }), saying()))
  expect(text({ value: 3.5, gap: -1.5, met: true })).toContain('3,5% – đã đạt, thấp hơn 1,5 điểm phần trăm')
  expect(text({ value: 7, gap: 2, met: false })).toContain('7% – chưa đạt, cao hơn 2 điểm phần trăm')
})

test('exactly on target is met, with nothing over', () => {
  const text = plainText(sayAnswer(answerOf(value, { figures: [ahead({ value: 60, gap: 0 })] }), saying()))
  expect(text).toContain(': 60% – đã đạt\n')
})

test('a unit outside of what the asker may see: no figure, and what may be seen', () => {
  const figures = [figureOf({ unit: IA_GRAI, reason: 'not_allowed' })]
  const message = sayAnswer(answerOf(value, { figures }), saying('ct-iapnon'))
  expect(plainText(message)).toContain('ngoài phạm vi được xem')
  expect(plainText(message)).toContain(
    'Anh/Chị xem được xã Ia Pnôn; giá trị, chỉ tiêu, thứ hạng của các đơn vị cấp xã khác; số chung của tỉnh.',
  )
  expect(plainText(message)).not.toContain('%')
})

test('homonyms carry their parent, in the title and in what quick replies send', () => {
  const figures = [behind({ unit: 'GL-X24073' })]
  const message = sayAnswer(answerOf(value, { figures }), saying('bcd-tinh'))
  expect(plainText(message)).toContain('Xã Ia Sao (thị xã Ayun Pa) – hồ sơ trực tuyến')
  expect(message.choices.map(choice => choice.send)).toContain('Tất cả chỉ số của xã Ia Sao thị xã Ayun Pa')
})

test('several units in one question come one after the other', () => {
  const figures = [behind(), behind({ unit: IA_PNON, value: 51 })]
  const text = plainText(sayAnswer(answerOf(value, { figures }), saying('bcd-tinh')))
  expect(text.indexOf('Huyện Ia Grai')).toBeLessThan(text.indexOf('Xã Ia Pnôn'))
})

test('a window over two phases has the target of each', () => {
  const targets = [
    { term: phaseTerm(catalog.phases[0]!), target: 50 },
    { term: phaseTerm(catalog.phases[1]!), target: 60 },
  ]
  const none = { target: null, gap: null, met: null, reason: 'not_assigned', targets } as const
  const text = plainText(sayAnswer(answerOf(value, { figures: [ahead(none)] }), saying()))
  expect(text).toContain('Chỉ tiêu: giai đoạn 1 50%, giai đoạn 2 60%')
  expect(text).not.toContain('Không được giao')
})
