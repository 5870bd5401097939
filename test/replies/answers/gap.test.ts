import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { ahead, answerOf, behind, figureOf, saying } from '../province.ts'

const gap = { intent: 'gap' } as const

test('not met: how far first, then value, target, pace', () => {
  const figures = [behind({ pace: { state: 'behind', expected: 55.2 } })]
  expect(plainText(sayAnswer(answerOf(gap, { figures }), saying())))
    .toBe(`Huyện Ia Grai – hồ sơ trực tuyến, giai đoạn 2 đến 19/5/2024: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm

584 hồ sơ nộp trực tuyến trên 1.240 hồ sơ tiếp nhận
Chỉ tiêu giai đoạn 2: 60%
Chậm tiến độ (đến nay cần 55,2%)
Số liệu đến 19/5/2024`)
})

test('met: by how much, and no pace any more', () => {
  const figures = [ahead({ pace: { state: 'met', expected: 50 } })]
  const text = plainText(sayAnswer(answerOf(gap, { figures }), saying()))
  expect(text).toContain('61,25% – đã đạt, vượt 1,25 điểm phần trăm')
  expect(text).not.toContain('tiến độ')
})

const uncompared = (parts: object) =>
  plainText(sayAnswer(answerOf(gap, { figures: [figureOf(parts)] }), saying()))

test('without a value or a target nothing is judged', () => {
  expect(uncompared({ reason: 'no_dossiers', target: 60 })).not.toMatch(/[Đđ]ã đạt|[Cc]hưa đạt/)
  expect(uncompared({ reason: 'not_assigned', value: 50 })).toContain(
    ': 50% – không được giao chỉ tiêu giai đoạn 2',
  )
})

test('lower is better', () => {
  const figures = [ahead({ indicator: 'late_rate', target: 5, value: 7, gap: 2, met: false })]
  expect(plainText(sayAnswer(answerOf(gap, { figures }), saying()))).toContain(
    '7% – chưa đạt, cao hơn 2 điểm phần trăm',
  )
})

test('a number that is asked about has the verdict, and the assigned target its own beside it', () => {
  const asked = { target: 45, gap: -2.1, met: true }
  const text = plainText(sayAnswer(answerOf(gap, { figures: [behind({ askedTarget: asked })] }), saying()))
  expect(text).toContain('47,1% – đã đạt 45%, vượt 2,1 điểm phần trăm')
  expect(text).toContain('Chỉ tiêu giai đoạn 2: 60% – chưa đạt, thiếu 12,9 điểm phần trăm')
  const none = { target: null, gap: null, met: null, reason: 'not_assigned', askedTarget: asked } as const
  const alone = plainText(sayAnswer(answerOf(gap, { figures: [behind(none)] }), saying()))
  expect(alone).toContain('47,1% – đã đạt 45%, vượt 2,1 điểm phần trăm')
})
