import { expect, test } from 'vitest'
import type { PhaseProgress } from '../../../src/answers/answer.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, catalog, saying } from '../province.ts'

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
  ],
}

test('each phase with its days, then how many units meet which target', () => {
  const answer = answerOf({ intent: 'progress' }, { phases: [ended, running] })
  expect(plainText(sayAnswer(answer, saying('bcd-tinh'))))
    .toBe(`Chiến dịch cao điểm 100 ngày đêm nâng cao hiệu quả sử dụng dịch vụ công

Giai đoạn 1 (22/3–1/5/2024): đã kết thúc
Giai đoạn 2 (2/5–30/6/2024): ngày thứ 18/60, còn 42 ngày

Số đơn vị đạt chỉ tiêu giai đoạn 2:
Hồ sơ trực tuyến: 93/257 đơn vị
Số hóa hồ sơ: chưa có số liệu

Theo 629/KH-UBND
Số liệu đến 19/5/2024`)
})

test('who sees one unit only is told which targets it meets', () => {
  const met = [
    { indicator: 'online_rate', met: 1, of: 1 },
    { indicator: 'on_time_rate', met: 0, of: 1 },
  ]
  const text = plainText(
    sayAnswer(answerOf({ intent: 'progress' }, { phases: [{ ...running, met }] }), saying()),
  )
  expect(text).toContain(
    'Sở GTVT đạt 1/2 chỉ tiêu giai đoạn 2:\nHồ sơ trực tuyến: đạt\nTiến độ giải quyết: chưa đạt',
  )
})

const saidOf = (phase: PhaseProgress) =>
  plainText(sayAnswer(answerOf({ intent: 'progress' }, { phases: [phase] }), saying()))

test('before the beginning, on the last day, and without any campaign', () => {
  expect(saidOf({ ...ended, state: 'not_started' })).toContain('Giai đoạn 1 (22/3–1/5/2024): chưa bắt đầu')
  expect(saidOf({ ...running, day: 60, daysLeft: 0 })).toContain(
    'Giai đoạn 2 (2/5–30/6/2024): hôm nay là ngày cuối',
  )
  expect(plainText(sayAnswer(answerOf({ intent: 'progress' }), saying()))).toBe(
    'Hiện không có chiến dịch nào trong hệ thống.',
  )
})
