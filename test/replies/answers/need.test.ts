import { expect, test } from 'vitest'
import type { Need } from '../../../src/answers/answer.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { ahead, answerOf, behind, figureOf, saying } from '../province.ts'

const ask = { intent: 'need' } as const
const need: Need = {
  needed: 580,
  perDay: 14,
  reachable: true,
  bestReachable: 88.2,
  daysLeft: 42,
  expectedDenominator: 1040,
}

function said(parts: Partial<Need>, figure: object = {}): string {
  const figures = [behind({ need: { ...need, ...parts }, ...figure })]
  return plainText(sayAnswer(answerOf(ask, { figures }), saying()))
}

test('how many in all and a day, until when, and what that rests on', () => {
  expect(said({}))
    .toBe(`Huyện Ia Grai – hồ sơ trực tuyến: cần thêm 580 hồ sơ nộp trực tuyến đến 30/6/2024, khoảng 14 trong 25 hồ sơ mỗi ngày

Giai đoạn 2 đến 19/5/2024: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm
584 hồ sơ nộp trực tuyến trên 1.240 hồ sơ tiếp nhận
Chỉ tiêu giai đoạn 2: 60%
Còn 42 ngày đến hết giai đoạn 2 (30/6/2024); ước tính còn 1.040 hồ sơ tiếp nhận trong thời gian này
Số liệu đến 19/5/2024`)
})

test('out of reach: that, and the most that can be', () => {
  expect(said({ reachable: false, needed: 2000, bestReachable: 58.31 })).toContain(
    'không thể đạt 60% trước 30/6/2024: cao nhất có thể là 58,31%',
  )
})

test('on the last day there is no pace a day', () => {
  const text = said({ perDay: null, daysLeft: 0, needed: 12 })
  expect(text).toContain('cần thêm 12 hồ sơ nộp trực tuyến đến 30/6/2024')
  expect(text).toContain('Hôm nay là ngày cuối của giai đoạn 2')
})

test('met so far: the number is what keeps it met', () => {
  const figures = [ahead({ need })]
  const text = plainText(sayAnswer(answerOf(ask, { figures }), saying()))
  expect(text).toContain('đang đạt; để vẫn đạt: cần thêm 580 hồ sơ nộp trực tuyến')
  const enough = plainText(
    sayAnswer(answerOf(ask, { figures: [ahead({ need: { ...need, needed: 0 } })] }), saying()),
  )
  expect(enough).toContain('đã đủ, không cần thêm hồ sơ nộp trực tuyến nào')
})

test('what cannot be computed says why', () => {
  expect(said({ needed: null, perDay: null }, { value: null, reason: 'no_data' })).toContain(
    'chưa tính được số cần thêm: chưa có số liệu',
  )
  const latest = { indicator: 'active_services_rate' }
  expect(said({ needed: null, perDay: null }, latest)).toContain('không tính theo số lượng')
})

test('no target, nothing needed', () => {
  const figures = [figureOf({ value: 50, reason: 'not_assigned' })]
  const text = plainText(sayAnswer(answerOf(ask, { figures }), saying()))
  expect(text).toContain(': 50% – không được giao chỉ tiêu giai đoạn 2')
  expect(text).not.toContain('Cần thêm')
})

test('all indicators in one line each', () => {
  const figures = [
    behind({ need }),
    behind({ indicator: 'digitization_rate', need: { ...need, reachable: false, bestReachable: 70.5 } }),
    behind({ indicator: 'satisfaction_rate', met: true, need: { ...need, needed: 0 } }),
    behind({ indicator: 'online_payment_rate', met: true, need }),
    figureOf({ unit: 'GL-H628', indicator: 'on_time_rate', target: 97, reason: 'no_data' }),
  ]
  expect(plainText(sayAnswer(answerOf(ask, { figures }), saying())))
    .toBe(`Huyện Ia Grai – cần thêm đến hết giai đoạn 2: còn đạt được 4/5 chỉ tiêu

Hồ sơ trực tuyến: cần thêm 580 hồ sơ, khoảng 14/ngày
Số hóa hồ sơ: không thể đạt 60%, cao nhất 70,5%
Mức độ hài lòng: đã đủ
Thanh toán trực tuyến: cần thêm 580 hồ sơ, khoảng 14/ngày (đang đạt, để vẫn đạt)
Tiến độ giải quyết: chưa có số liệu

Còn 42 ngày đến hết giai đoạn 2 (30/6/2024); số liệu đến 19/5/2024`)
})

test('where lower is better it is the most that may still come', () => {
  const late = { indicator: 'late_rate', target: 5 }
  expect(said({ needed: 12, perDay: null }, late)).toContain(
    'đến 30/6/2024 chỉ được thêm tối đa 12 hồ sơ trễ hạn',
  )
  expect(said({ needed: 0, perDay: null }, late)).toContain('không được thêm hồ sơ trễ hạn nào')
  const lost = { needed: -8, perDay: null, reachable: false, bestReachable: 6.5 }
  expect(said(lost, late)).toContain('không thể còn không quá 5% vào 30/6/2024: thấp nhất có thể là 6,5%')
})

test('for a number that was asked about there is a need without any target', () => {
  const asked = { askedTarget: { target: 70, gap: 22.9, met: false }, target: null, gap: null, met: null }
  expect(said({}, { ...asked, reason: 'not_assigned' })).toContain('cần thêm 580 hồ sơ nộp trực tuyến')
})
