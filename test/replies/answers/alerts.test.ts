import { expect, test } from 'vitest'
import type { AlertLine } from '../../../src/answers/answer.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, DUC_CO, IA_GRAI, saying, SGTVT } from '../province.ts'

function alert(parts: Partial<AlertLine> = {}): AlertLine {
  return {
    unit: SGTVT,
    indicator: 'online_rate',
    state: 'below',
    pace: 'behind',
    value: 47.1,
    target: 60,
    expected: 55.2,
    since: '2024-05-06',
    term: 'CD100/2',
    acknowledged: false,
    explanation: null,
    ...parts,
  }
}

test('the own unit line by line, with what can be done', () => {
  const alerts = [alert(), alert({ indicator: 'digitization_rate', pace: 'on_track', acknowledged: true })]
  const message = sayAnswer(answerOf({ intent: 'alerts' }, { alerts }), saying())
  expect(plainText(message)).toBe(`Sở GTVT: 2 cảnh báo, 1 chậm tiến độ

Hồ sơ trực tuyến: 47,1% (chỉ tiêu 60%), chậm tiến độ, từ 6/5/2024
Số hóa hồ sơ: 47,1% (chỉ tiêu 60%), đúng tiến độ, từ 6/5/2024 (đã nhận)

Gửi "đã nhận" để xác nhận, "nhắc lại sau 3 ngày" để tạm hoãn, "giải trình: …" để giải trình.`)
  expect(message.choices.map(choice => choice.send)).toContain('Đã nhận')
})

test('a committee sees units in one line each, and is not asked to acknowledge', () => {
  const alerts = [
    alert({ unit: DUC_CO }),
    alert({ unit: DUC_CO, indicator: 'digitization_rate', pace: 'on_track' }),
    alert({ unit: IA_GRAI, pace: null }),
  ]
  const message = sayAnswer(answerOf({ intent: 'alerts' }, { alerts }), saying('bcd-tinh'))
  expect(plainText(message)).toContain(
    'Huyện Đức Cơ: 2 chỉ số dưới chỉ tiêu, 1 chậm tiến độ\nHuyện Ia Grai: 1 chỉ số dưới chỉ tiêu',
  )
  expect(message.choices.map(choice => choice.label)).not.toContain('Đã nhận')
})

test('none', () => {
  expect(plainText(sayAnswer(answerOf({ intent: 'alerts' }), saying()))).toBe(
    'Hiện không có cảnh báo nào trong phạm vi của Anh/Chị.',
  )
})
