import { expect, test } from 'vitest'
import type { PhaseProgress } from '../../../src/answers/answer.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { ahead, answerOf, behind, catalog, IA_GRAI, saying } from '../province.ts'

const [first, second] = catalog.phases
const ended: PhaseProgress = { phase: first!, state: 'ended', day: 41, days: 41, daysLeft: 0, met: [] }
const running: PhaseProgress = {
  phase: second!,
  state: 'running',
  day: 18,
  days: 60,
  daysLeft: 42,
  met: [
    { indicator: 'online_rate', met: 93, of: 257 },
    { indicator: 'digitization_rate', met: 0, of: 0 },
    { indicator: 'on_time_rate', met: 60, of: 256 },
  ],
}

test('each phase with its days, then how many units meet which target', () => {
  const answer = answerOf({ intent: 'progress' }, { phases: [ended, running] })
  expect(plainText(sayAnswer(answer, saying('bcd-tinh'))))
    .toBe(`Giai đoạn 2 (2/5–30/6/2024), ngày thứ 18/60, còn 42 ngày: 93/257 đơn vị đạt chỉ tiêu hồ sơ trực tuyến

Tiến độ giải quyết: 60/256 đơn vị đạt

Giai đoạn 1 (22/3–1/5/2024) đã kết thúc; theo 629/KH-UBND; số liệu đến 19/5/2024`)
})

test('of one unit which targets are missed, the widest gap first, and how many are behind', () => {
  const figures = [
    behind({ pace: { state: 'behind', expected: 55.2 } }),
    ahead({ unit: IA_GRAI, indicator: 'on_time_rate', pace: { state: 'met', expected: 50 } }),
  ]
  const answer = answerOf({ intent: 'progress' }, { phases: [running], figures, groupSize: 0 })
  expect(plainText(sayAnswer(answer, saying()))).toContain(
    'Huyện Ia Grai – giai đoạn 2 (2/5–30/6/2024), ngày thứ 18/60, còn 42 ngày: đạt 1/2 chỉ tiêu, 1 chậm tiến độ\n\n' +
      '- Hồ sơ trực tuyến: 47,1%, thiếu 12,9 điểm phần trăm – chậm tiến độ\n\nTheo',
  )
})

const saidOf = (phase: PhaseProgress) =>
  plainText(sayAnswer(answerOf({ intent: 'progress' }, { phases: [phase] }), saying()))

test('before the beginning, on the last day, and without any campaign', () => {
  expect(saidOf({ ...ended, state: 'not_started' })).toContain('Giai đoạn 1 (22/3–1/5/2024) chưa bắt đầu')
  expect(saidOf({ ...running, day: 60, daysLeft: 0 })).toContain(
    'Giai đoạn 2 (2/5–30/6/2024), hôm nay là ngày cuối',
  )
  expect(plainText(sayAnswer(answerOf({ intent: 'progress' }), saying()))).toBe(
    'Hiện không có chiến dịch nào trong hệ thống.',
  )
})
