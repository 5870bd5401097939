import { expect, test } from 'vitest'
import { plainText } from '../../src/lib/message.ts'
import type { Message } from '../../src/lib/message.ts'
import { alert } from '../../src/notices/alert.ts'
import { escalation } from '../../src/notices/escalation.ts'
import { recovered } from '../../src/notices/recovered.ts'
import { reminder } from '../../src/notices/reminder.ts'
import { stale } from '../../src/notices/stale.ts'
import type { AlertLine, UnitAlerts } from '../../src/notices/unit-alerts.ts'
import type { SayContext } from '../../src/replies/phrases/context.ts'
import { DUC_CO, IA_GRAI, saying, TERM_2 } from '../replies/province.ts'

function line(parts: Partial<AlertLine> = {}): AlertLine {
  return {
    indicator: 'online_rate',
    value: 47.1,
    target: 60,
    pace: 'behind',
    expected: 55.2,
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
    explanation: null,
    ...parts,
  }
}

const about: UnitAlerts = {
  unit: IA_GRAI,
  term: TERM_2,
  daysLeft: 42,
  lines: [line(), line({ indicator: 'digitization_rate', pace: 'on_track', need: null })],
  dataTo: '2024-05-19',
}

/** What the leader of the district is told. */
async function said<Known>(
  topic: { say: (known: Known, ctx: SayContext) => Message | Promise<Message> },
  known: Known,
): Promise<string> {
  return plainText(await topic.say(known, saying('ct-iagrai')))
}

test('an alert: one message for all indicators of the unit, with what is needed', async () => {
  expect(await said(alert, { first: false, ...about })).toBe(`Huyện Ia Grai – dưới chỉ tiêu giai đoạn 2

2 chỉ số vừa xuống dưới chỉ tiêu hoặc chậm tiến độ:
Hồ sơ trực tuyến: 47,1%, chỉ tiêu 60%, thiếu 12,9 điểm phần trăm (chậm tiến độ)
- cần thêm 580 hồ sơ, khoảng 14/ngày
Số hóa hồ sơ: 47,1%, chỉ tiêu 60%, thiếu 12,9 điểm phần trăm (đúng tiến độ)

Còn 42 ngày đến hết giai đoạn 2 (30/6/2024)
Số liệu đến 19/5/2024`)
})

test('the first evaluation of a phase is a summary, not a fall', async () => {
  expect(await said(alert, { first: true, ...about })).toContain('2 chỉ số đang dưới chỉ tiêu giai đoạn 2:')
})

test('an alert can be acknowledged and snoozed', async () => {
  const { choices } = await alert.say({ first: false, ...about }, saying('ct-iagrai'))
  expect(choices.map(choice => choice.send)).toEqual([
    'Đã nhận',
    'Nhắc lại sau 3 ngày',
    'Tất cả chỉ số của huyện Ia Grai',
    'Đơn vị tôi cần thêm bao nhiêu hồ sơ để đạt chỉ tiêu?',
  ])
})

test('recovered', async () => {
  const text = await said(recovered, { ...about, lines: [line({ value: 61.25 })] })
  expect(text).toContain('Huyện Ia Grai – đã đạt lại chỉ tiêu giai đoạn 2')
  expect(text).toContain('Hồ sơ trực tuyến: 61,25%, chỉ tiêu 60%')
  expect(text).not.toContain('Còn 42 ngày')
})

test('a reminder says what has changed since', async () => {
  const lines = [line({ changeSinceTold: 1.4 }), line({ changeSinceTold: -2 }), line({ changeSinceTold: 0 })]
  const text = await said(reminder, { ...about, lines })
  expect(text).toContain('tăng 1,4 điểm phần trăm từ lần báo trước')
  expect(text).toContain('giảm 2 điểm phần trăm từ lần báo trước')
  expect(text).toContain('không đổi từ lần báo trước')
})

test('an escalation names the unit, since when, and its explanation', async () => {
  const lines = [line({ explanation: 'Máy chủ hỏng <b>từ 10/5</b>' })]
  const text = await said(escalation, { parent: 'GL', days: 7, ...about, lines })
  expect(text).toContain('Đơn vị thuộc tỉnh Gia Lai, 1 chỉ số chậm tiến độ, chưa xác nhận sau 7 ngày:')
  expect(text).toContain('(chậm tiến độ), từ 6/5/2024')
  expect(text).toContain('Giải trình: Máy chủ hỏng <b>từ 10/5</b>')
})

test('stale data: which units, and up to when theirs reach', async () => {
  const units = [
    { unit: IA_GRAI, dataTo: '2024-05-05' },
    { unit: DUC_CO, dataTo: null },
  ]
  const text = await said(stale, { days: 10, units })
  expect(text).toContain('2 đơn vị không có số liệu mới trong 10 ngày:')
  expect(text).toContain('- Huyện Ia Grai: số liệu đến 5/5/2024\n- Huyện Đức Cơ: chưa có số liệu')
})

test('out of reach, the last day, and lower is better', async () => {
  const unreachable = { ...line().need!, reachable: false, bestReachable: 52.5 }
  const text = await said(alert, {
    first: false,
    ...about,
    daysLeft: 0,
    lines: [line({ need: unreachable }), line({ indicator: 'late_rate', value: 7, target: 5, need: null })],
  })
  expect(text).toContain('không thể đạt trước hạn, cao nhất 52,5%')
  expect(text).toContain('chỉ tiêu không quá 5%, cao hơn 2 điểm phần trăm')
  expect(text).toContain('Hôm nay là ngày cuối của giai đoạn 2')
})
