import { describe, expect, test } from 'vitest'
import type { Answer, Figure } from '../../../src/answers/answer.ts'
import { chanceOf } from '../../../src/core/forecast/verdict.ts'
import type { Question } from '../../../src/ask/question.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, behind, DUC_CO, saying } from '../province.ts'

const ask = { intent: 'forecast' } as const

function said(
  value: number | null,
  low: number | null,
  high: number | null,
  parts: Partial<Figure> = {},
): string {
  const figures = [behind({ forecast: { value, low, high }, ...chance(value, low, high, parts), ...parts })]
  return plainText(sayAnswer(answerOf(ask, { figures }), saying()))
}

/** The chance that belongs to an interval around a value. */
function chance(
  value: number | null,
  low: number | null,
  high: number | null,
  parts: Partial<Figure>,
): Partial<Figure> {
  if (value === null || low === null || high === null) return {}
  const target = parts.target ?? 60
  const better = target === 60 ? 'higher' : 'lower'
  return { chance: chanceOf({ value, halfWidth: (high - low) / 2, target, better }) }
}

test('the value at the end with its range, and what that means for the target', () => {
  expect(said(58.2, 55.1, 61.3))
    .toBe(`Huyện Ia Grai – hồ sơ trực tuyến: dự báo đến hết giai đoạn 2 (30/6/2024) là 58,2% – có thể không đạt chỉ tiêu 60%

Khả năng 80% trong khoảng 55,1% đến 61,3%
Hiện 47,1% (giai đoạn 2 đến 19/5/2024)
Chỉ tiêu giai đoạn 2: 60%
Tính theo đà từ đầu giai đoạn của đơn vị và các đơn vị cùng loại
Số liệu đến 19/5/2024`)
})

test('the interval decides how sure the words are', () => {
  expect(said(65, 60, 70)).toContain('nhiều khả năng đạt chỉ tiêu 60%')
  expect(said(61, 58, 64)).toContain('có thể đạt chỉ tiêu 60%, chưa chắc chắn')
  expect(said(50, 45, 55)).toContain('khó đạt chỉ tiêu 60% nếu giữ đà hiện nay')
})

test('where lower is better the interval is read from the other side', () => {
  const late = { indicator: 'late_rate', target: 5, gap: 2, met: false }
  expect(said(4, 3, 4.5, late)).toContain('nhiều khả năng đạt chỉ tiêu không quá 5%')
  expect(said(8, 7, 9, late)).toContain('khó đạt chỉ tiêu không quá 5%')
})

test('too little history: no number, and why', () => {
  const text = said(null, null, null, { reason: 'too_little_history' })
  expect(text).toContain('chưa dự báo được: cần ít nhất 2 kỳ số liệu của giai đoạn')
  expect(text).not.toContain('Tính theo đà')
})

test('all indicators in one line each', () => {
  const figures = [
    behind({ forecast: { value: 65, low: 61, high: 69 }, chance: 0.95 }),
    behind({
      indicator: 'digitization_rate',
      forecast: { value: null, low: null, high: null },
      reason: 'too_little_history',
    }),
  ]
  const text = plainText(sayAnswer(answerOf(ask, { figures }), saying()))
  expect(text).toContain('Hồ sơ trực tuyến: 65%, chỉ tiêu 60% – nhiều khả năng đạt')
  expect(text).toContain('Số hóa hồ sơ: chưa đủ số liệu')
})

describe('of a group', () => {
  const group = { kind: 'district', within: null } as const
  const figures = [
    behind({ unit: DUC_CO, value: 55, forecast: { value: 71, low: 68, high: 74 }, chance: 0.99 }),
    behind({ forecast: { value: 61, low: 58, high: 64 }, chance: 0.6 }),
  ]
  const of = (parts: Partial<Question>, more: Partial<Answer> = {}): string =>
    plainText(
      sayAnswer(
        answerOf({ ...ask, group, ...parts }, { figures, matched: 2, assigned: 17, leftOut: 0, ...more }),
        saying('bcd-tinh'),
      ),
    )

  test('how many will rather meet the target, and who', () => {
    expect(of({}))
      .toBe(`Dự báo đến hết giai đoạn 2 (30/6/2024): 2/17 đơn vị cấp huyện có khả năng đạt chỉ tiêu về hồ sơ trực tuyến

1. Đức Cơ – hiện 55%, dự báo 71%, nhiều khả năng đạt
2. Ia Grai – hiện 47,1%, dự báo 61%, có thể đạt

Số liệu đến 19/5/2024`)
  })

  test('or miss it, or the number that was named; who cannot be foretold is counted', () => {
    expect(of({ order: 'worst' })).toContain('2/17 đơn vị cấp huyện có nguy cơ không đạt chỉ tiêu')
    expect(of({ threshold: 70 })).toContain('có khả năng đạt 70% về hồ sơ trực tuyến')
    expect(of({}, { leftOut: 3 })).toContain('3 đơn vị không có chỉ tiêu hoặc chưa đủ số liệu để dự báo')
  })

  test('nobody, and none that has a target', () => {
    expect(of({}, { figures: [], matched: 0 })).toContain('0/17 đơn vị cấp huyện có khả năng đạt chỉ tiêu')
    expect(of({}, { figures: [], matched: 0, assigned: 0 })).toContain('Chưa dự báo được cho nhóm này')
  })
})
