import { expect, test } from 'vitest'
import type { Figure, PhaseProgress } from '../../../src/answers/answer.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, behind, catalog, DUC_CO, figureOf, IA_GRAI, saying, WEEK_20 } from '../province.ts'

const MAIN = { mainIndicator: 'online_rate' } as const
const running: PhaseProgress = {
  phase: catalog.phases[1]!,
  state: 'running',
  day: 18,
  days: 60,
  daysLeft: 42,
  met: [
    { indicator: 'online_rate', met: 4, of: 13 },
    { indicator: 'digitization_rate', met: 6, of: 13 },
    { indicator: 'on_time_rate', met: 2, of: 13 },
  ],
}

test('how things stand with a unit and those below it, worst first, in at most ten lines', () => {
  const own = behind({ unit: IA_GRAI, rank: 11, of: 17 })
  const more = behind({ unit: IA_GRAI, indicator: 'on_time_rate', pace: { state: 'behind', expected: 60 } })
  const answer = answerOf(
    { intent: 'situation', units: [IA_GRAI] },
    { figures: [own, more], phases: [running], groupSize: 13, assigned: 13 },
  )
  const text = plainText(sayAnswer(answer, saying('ct-iagrai', MAIN)))
  expect(text).toContain(
    'hồ sơ trực tuyến, giai đoạn 2 đến 19/5/2024: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm; thứ 11/17',
  )
  expect(text).toContain('- Tiến độ giải quyết: 47,1%, thiếu 12,9 điểm phần trăm – chậm tiến độ')
  expect(text).toContain(
    '4/13 đơn vị đạt chỉ tiêu hồ sơ trực tuyến; ít đơn vị đạt hơn: tiến độ giải quyết 2/13\n',
  )
  expect(text).toContain('Không có đơn vị nào chậm tiến độ về hồ sơ trực tuyến, trong 13 đơn vị có chỉ tiêu.')
  expect(text.split('\n').filter(line => line !== '').length).toBeLessThanOrEqual(10)
})

test('of one indicator that was asked about the progress of that one', () => {
  const indicators = ['on_time_rate']
  const answer = answerOf({ intent: 'progress', indicators }, { phases: [running] })
  const text = plainText(sayAnswer(answer, saying('bcd-tinh', MAIN)))
  expect(text).toContain('2/13 đơn vị đạt chỉ tiêu tiến độ giải quyết')
  expect(text).not.toContain('Số hóa')
})

const run = (indicator: string, periods: number, more: Partial<Figure> = {}) =>
  behind({ indicator, window: WEEK_20, streak: { periods, since: '2024-04-01' }, ...more })

const say = (...asked: Parameters<typeof answerOf>) =>
  plainText(sayAnswer(answerOf(...asked), saying('bcd-tinh', MAIN)))
const gap = (indicator: string, op: '>' | '<=') =>
  ({ indicator, measure: 'gap', op, value: 0, to: null }) as const

test('a run is counted in the periods of the province; of many indicators the unit is named once', () => {
  expect(say({ intent: 'since' }, { figures: [run('online_rate', 3)] })).toContain(
    'dưới chỉ tiêu 3 tuần liền, từ 1/4/2024',
  )
  const april = { from: '2024-04-01', to: '2024-04-30' }
  expect(say({ intent: 'since' }, { figures: [run('online_rate', 2, { window: april })] })).toContain(
    '2 tháng liền',
  )
  const many = say(
    { intent: 'since' },
    { figures: [run('online_rate', 3), run('on_time_rate', 7), run('digitization_rate', 5)] },
  )
  expect(many).toContain('3/3 chỉ số đang dưới chỉ tiêu\n\nTiến độ giải quyết: 7 tuần, từ 1/4/2024\nSố hóa')
})

test('that nobody moved says by what and when', () => {
  const group = { kind: 'district', within: null } as const
  const found = { groupSize: 17, window: WEEK_20 }
  expect(say({ intent: 'movers', group, by: 'value', direction: 'down' }, found)).toBe(
    'Không có đơn vị cấp huyện nào giảm về hồ sơ trực tuyến, tuần 20 (13–19/5/2024), trong 17 đơn vị.',
  )
  expect(say({ intent: 'movers', group, by: 'place', direction: 'up' }, found)).toContain('nào lên hạng về')
  expect(say({ intent: 'movers', group, by: 'place', direction: 'down' }, found)).toContain('nào tụt hạng về')
  expect(say({ intent: 'movers', group, by: 'value', direction: 'up' }, found)).toContain('nào tăng về')
  expect(say({ intent: 'movers', group, by: 'status', direction: 'up' }, found)).toContain(
    'nào vừa đạt lại chỉ tiêu',
  )
})

test('what is left of a list is offered, and goes on where it ended', () => {
  const response = { acknowledged: false, explained: false, explanation: null, due: null }
  const figures = Array.from({ length: 23 }, () => behind({ unit: DUC_CO, response }))
  const listed = (offset: number | null) =>
    sayAnswer(
      answerOf(
        { intent: 'responses', response: 'explained', offset },
        { figures, groupSize: 23, matched: 23 },
      ),
      saying('bcd-tinh', MAIN),
    )
  expect(listed(null).choices.map(choice => choice.label)).toContain('Xem tiếp')
  expect(plainText(listed(null)).match(/^- /gm)).toHaveLength(20)
  expect(plainText(listed(20)).match(/^- /gm)).toHaveLength(3)
  expect(listed(20).choices.map(choice => choice.label)).not.toContain('Xem tiếp')
})

test('who has explained, who is overdue, who has not: all three in one answer, by name', () => {
  const state = { acknowledged: false, explained: false, explanation: null, due: null }
  const explained = { ...state, explained: true, explanation: 'mất mạng' }
  const figures = [
    behind({ unit: IA_GRAI, response: explained }),
    behind({ unit: DUC_CO, response: { ...state, overdue: true } }),
    behind({ unit: DUC_CO, indicator: 'on_time_rate', response: { ...state, overdue: true } }),
  ]
  const asked = { intent: 'responses', group: { kind: null, within: null } } as const
  const said = (of: typeof figures) =>
    plainText(
      sayAnswer(
        answerOf(asked, { figures: of, groupSize: of.length, matched: of.length }),
        saying('bcd-tinh', MAIN),
      ),
    )
  expect(said(figures)).toBe(`1/3 cảnh báo đã giải trình, 2 quá hạn

Đã giải trình (1 cảnh báo): Ia Grai
Quá hạn giải trình (2 cảnh báo): Đức Cơ
Không còn đơn vị nào chưa giải trình.`)
  expect(said(figures.slice(1, 2))).toContain('Chưa đơn vị nào giải trình.\nQuá hạn')
})

test('any gap at all is a target that is missed', () => {
  const conditions = [gap('online_rate', '>'), gap('on_time_rate', '<=')]
  const answer = answerOf(
    { intent: 'below', group: { kind: 'district', within: null }, conditions },
    { figures: [behind({ unit: DUC_CO })], groupSize: 17, matched: 1 },
  )
  expect(plainText(sayAnswer(answer, saying('bcd-tinh', MAIN)))).toContain(
    'đơn vị cấp huyện chưa đạt chỉ tiêu hồ sơ trực tuyến và đã đạt chỉ tiêu tiến độ giải quyết',
  )
})

test('whether a unit has explained: yes, no or so many, then each alert with what was answered', () => {
  const silent = { acknowledged: false, explained: false, explanation: null, due: null, overdue: false }
  const explained = { ...silent, acknowledged: true, explained: true, explanation: 'mất mạng' }
  const said = (responses: (typeof silent | typeof explained)[], negated = false) => {
    const figures = responses.map(response => behind({ unit: IA_GRAI, response }))
    const asked = { intent: 'responses' as const, units: [IA_GRAI], response: 'explained' as const, negated }
    const answer = answerOf(asked, { figures, groupSize: figures.length, matched: 0 })
    return plainText(sayAnswer(answer, saying('bcd-tinh', MAIN)))
  }
  expect(said([silent])).toMatch(/^Huyện Ia Grai chưa giải trình; đang có 1 cảnh báo\n\n- Hồ sơ trực tuyến /)
  expect(said([explained, silent], true)).toMatch(/^Huyện Ia Grai đã giải trình 1\/2 cảnh báo\n/)
  expect(said([explained])).toMatch(/^Huyện Ia Grai đã giải trình 1 cảnh báo đang mở\n/)
  expect(said([])).toBe('Huyện Ia Grai hiện không có cảnh báo nào đang mở.')
})

/** What is said where nobody of a group has answered four alerts, or all have. */
function saidOfNone(response: 'explained' | 'acknowledged' | 'overdue', negated = false): string {
  const asked = { intent: 'responses', group: { kind: null, within: null }, response, negated } as const
  const answer = answerOf(asked, { figures: [], groupSize: 4, matched: 0 })
  return plainText(sayAnswer(answer, saying('bcd-tinh', MAIN)))
}

test('of a group none of whom has, this is said in words', () => {
  expect(saidOfNone('explained')).toBe('Chưa đơn vị nào giải trình; đang có 4 cảnh báo')
  expect(saidOfNone('explained', true)).toBe('Cả 4 cảnh báo đang mở đều đã được giải trình')
  expect(saidOfNone('acknowledged')).toBe('Chưa đơn vị nào xác nhận đã nhận; đang có 4 cảnh báo')
  expect(saidOfNone('acknowledged', true)).toBe('Cả 4 cảnh báo đang mở đều đã được xác nhận')
  expect(saidOfNone('overdue')).toBe('Không có đơn vị nào quá hạn giải trình; đang có 4 cảnh báo')
})

/** What is said of the sum over the departments. */
function saidOfSum(of: Partial<Figure>): string {
  const group = { kind: 'department', within: null } as const
  const figure = figureOf({ unit: IA_GRAI, indicator: 'online_rate', group, ...of })
  const answer = answerOf({ intent: 'total', group }, { figures: [figure] })
  return plainText(sayAnswer(answer, saying('bcd-tinh', MAIN)))
}

test('what was only published is not added up, and that is said', () => {
  const none = saidOfSum({ value: null, reason: 'not_measured', uncounted: 3 })
  expect(none).toMatch(/: chỉ có số công bố riêng của từng đơn vị, không cộng lại được$/m)
  expect(none).not.toContain('chưa có số liệu')
  expect(saidOfSum({ value: 30, reason: null, uncounted: 2 })).toContain(
    'Không gồm 2 đơn vị chỉ có số công bố, không có số hồ sơ',
  )
})
