import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { sayUnderstood } from '../../../src/replies/answers/understood.ts'
import { answerOf, IA_GRAI, questionOf, saying, WEEK_20 } from '../province.ts'

const unknown = { intent: 'unknown' } as const

test('outside the subject: declined in a sentence, with what can be asked', () => {
  const message = sayAnswer(answerOf({ ...unknown, unknownReason: 'outside' }), saying())
  expect(plainText(message)).toContain('ngoài phạm vi')
  expect(plainText(message)).toContain('- Tỷ lệ trực tuyến tuần này của đơn vị tôi')
  expect(message.choices.length).toBeGreaterThan(1)
})

test('data are not changed by chat: how it is done', () => {
  const text = plainText(sayAnswer(answerOf({ ...unknown, unknownReason: 'change_data' }), saying()))
  expect(text).toContain('Tôi không sửa số liệu qua tin nhắn.')
  expect(text).toContain('cán bộ số liệu')
})

test('a period that has not come', () => {
  const period = { from: '2025-01-01', to: '2025-12-31', shape: 'fixed' } as const
  const text = plainText(
    sayAnswer(answerOf({ ...unknown, unknownReason: 'future_period', period }), saying()),
  )
  expect(text).toBe('Khoảng thời gian này chưa tới hoặc chưa có số liệu: năm 2025.')
})

test('not understood: honest, with examples, and what was understood if anything', () => {
  const nothing = plainText(sayAnswer(answerOf({ ...unknown, unknownReason: 'not_understood' }), saying()))
  expect(nothing).toContain('Xin lỗi, tôi chưa hiểu câu hỏi này.')
  const half = sayAnswer(
    answerOf({
      ...unknown,
      unknownReason: 'not_understood',
      units: [IA_GRAI],
      indicators: ['digitization_rate'],
    }),
    saying(),
  )
  expect(plainText(half)).toContain(
    'Tôi hiểu: số hóa hồ sơ, huyện Ia Grai; nhưng chưa rõ Anh/Chị cần biết gì.',
  )
  expect(half.choices[0]?.send).toBe('Tất cả chỉ số của huyện Ia Grai')
})

test('half understood: what, of whom, when; and how to correct it', () => {
  const question = questionOf({
    intent: 'rank',
    indicators: ['online_rate'],
    units: [IA_GRAI],
    period: { ...WEEK_20, shape: 'week' },
  })
  expect(sayUnderstood(question, saying())?.split('\n')[0]).toBe(
    'Tôi hiểu: thứ hạng, hồ sơ trực tuyến, huyện Ia Grai, tuần 20 (13–19/5/2024)',
  )
  expect(sayUnderstood(questionOf({ intent: 'unknown' }), saying())).toBeNull()
})

test('the threshold and group of a half understood question', () => {
  const question = questionOf({ intent: 'below', group: { kind: 'department', within: null }, threshold: 50 })
  expect(sayUnderstood(question, saying())).toContain('đơn vị chưa đạt, sở, ban, ngành, 50%')
})
