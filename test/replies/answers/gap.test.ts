import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { ahead, answerOf, behind, figureOf, saying } from '../province.ts'

const gap = { intent: 'gap' } as const

test('not met: how far first, then value, target, pace', () => {
  const figures = [behind({ pace: { state: 'behind', expected: 55.2 } })]
  expect(plainText(sayAnswer(answerOf(gap, { figures }), saying()))).toBe(`Huyện Ia Grai – Hồ sơ trực tuyến

Chưa đạt: còn thiếu 12,9 điểm phần trăm
Hiện 47,1%; chỉ tiêu giai đoạn 2 là 60%
584 hồ sơ nộp trực tuyến trên 1.240 hồ sơ tiếp nhận
Chậm tiến độ (đến nay cần 55,2%)
Số liệu đến 19/5/2024`)
})

test('met: by how much, and no pace any more', () => {
  const figures = [ahead({ pace: { state: 'met', expected: 50 } })]
  const text = plainText(sayAnswer(answerOf(gap, { figures }), saying()))
  expect(text).toContain('Đã đạt, vượt chỉ tiêu 1,25 điểm phần trăm')
  expect(text).not.toContain('tiến độ')
})

const uncompared = (parts: object) =>
  plainText(sayAnswer(answerOf(gap, { figures: [figureOf(parts)] }), saying()))

test('without a value or a target nothing is judged', () => {
  expect(uncompared({ reason: 'no_dossiers', target: 60 })).not.toMatch(/[Đđ]ã đạt|[Cc]hưa đạt/)
  expect(uncompared({ reason: 'not_assigned', value: 50 })).toContain('Không được giao chỉ tiêu giai đoạn 2')
})

test('lower is better', () => {
  const figures = [ahead({ indicator: 'late_rate', target: 5, value: 7, gap: 2, met: false })]
  expect(plainText(sayAnswer(answerOf(gap, { figures }), saying()))).toContain(
    'Chưa đạt: còn cao hơn chỉ tiêu 2 điểm phần trăm',
  )
})
