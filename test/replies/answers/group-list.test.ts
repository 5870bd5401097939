import { expect, test } from 'vitest'
import type { Figure } from '../../../src/answers/answer.ts'
import type { Question } from '../../../src/ask/question.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, behind, catalog, DUC_CO, IA_GRAI, saying } from '../province.ts'

const districts = { kind: 'district', within: null } as const
const PHASE = ', giai đoạn 2 đến 19/5/2024'
const communes = { kind: 'commune', within: null } as const

function communeFigures(count: number): Figure[] {
  const codes = catalog.units.filter(unit => unit.kind === 'commune').map(unit => unit.code)
  return codes
    .slice(0, count)
    .map((unit, index) =>
      behind({ unit, value: 90 - index, rank: index + 1, of: count, gap: index - 30, met: index <= 30 }),
    )
}

test('who has not met the target: worst first, with how far each is', () => {
  const figures = [behind({ unit: DUC_CO, value: 42.53, gap: 17.47 }), behind()]
  const answer = answerOf(
    { intent: 'below', group: districts },
    { figures, groupSize: 17, leftOut: 1, matched: 2 },
  )
  expect(plainText(sayAnswer(answer, saying('bcd-tinh'))))
    .toBe(`2/16 đơn vị cấp huyện chưa đạt chỉ tiêu về hồ sơ trực tuyến, giai đoạn 2 đến 19/5/2024

1. Đức Cơ – 42,53%, thiếu 17,47
2. Ia Grai – 47,1%, thiếu 12,9

1 đơn vị chưa có số liệu, không xếp hạng; mức thiếu, vượt tính bằng điểm phần trăm; số liệu đến 19/5/2024`)
})

test('a ranking: place, unit, value, a tick for who has met the target', () => {
  const figures = [
    behind({ unit: DUC_CO, value: 70, met: true, rank: 1 }),
    behind({ rank: 2 }),
    behind({ unit: 'GL-H627', rank: 2 }),
  ]
  const text = plainText(
    sayAnswer(answerOf({ intent: 'ranking', group: districts }, { figures }), saying('bcd-tinh')),
  )
  expect(text).toContain('Xếp hạng 3 đơn vị cấp huyện về hồ sơ trực tuyến, giai đoạn 2 đến 19/5/2024')
  expect(text).toContain('1. Đức Cơ – 70% ✓\n2. Ia Grai – 47,1%\n2. Chư Păh – 47,1%')
  expect(text).toContain('✓ là đã đạt chỉ tiêu')
})

test('a long list is cut at twenty, says how many more there are, and keeps the own unit', () => {
  const figures = communeFigures(40)
  const own = figures[33]!.unit
  const ctx = saying('ct-iapnon')
  const text = plainText(
    sayAnswer(answerOf({ intent: 'ranking', group: communes }, { figures }), {
      ...ctx,
      asker: { ...ctx.asker, unit: own },
    }),
  )
  expect(text).toContain('và 20 đơn vị nữa')
  expect(text).toMatch(/34\. .* – 57% \(đơn vị của Anh\/Chị\)/)
  expect(text.split('\n').length).toBeLessThan(32)
})

test('top and bottom name how many; the bottom keeps the true places', () => {
  const figures = communeFigures(220).slice(-3).toReversed()
  const bottom = plainText(
    sayAnswer(answerOf({ intent: 'bottom', group: communes, limit: 3 }, { figures }), saying()),
  )
  expect(bottom).toContain('3 đơn vị cấp xã thấp nhất về hồ sơ trực tuyến')
  expect(bottom).toMatch(/220\. .*\n219\. .*\n218\. /)
  const top = plainText(
    sayAnswer(
      answerOf(
        { intent: 'top', group: { kind: 'commune', within: DUC_CO }, limit: 1 },
        { figures: figures.slice(0, 1) },
      ),
      saying(),
    ),
  )
  expect(top).toContain('Đơn vị cấp xã thuộc huyện Đức Cơ cao nhất về hồ sơ trực tuyến')
})

const titleOf = (question: object) =>
  plainText(
    sayAnswer(
      answerOf({ intent: 'below', group: districts, ...question }, { figures: [behind()] }),
      saying(),
    ),
  ).split('\n')[0]

test('a number named in the question takes the place of the target', () => {
  expect(titleOf({ threshold: 50 })).toBe('1/1 đơn vị cấp huyện dưới 50% về hồ sơ trực tuyến' + PHASE)
  expect(titleOf({ threshold: 0 })).toBe('1/1 đơn vị cấp huyện chưa có hồ sơ nộp trực tuyến' + PHASE)
  expect(titleOf({ threshold: 30, thresholdTo: 50 })).toBe(
    '1/1 đơn vị cấp huyện từ 30% đến 50% về hồ sơ trực tuyến' + PHASE,
  )
  expect(titleOf({ intent: 'met', threshold: 40 })).toBe(
    '1/1 đơn vị cấp huyện từ 40% trở lên về hồ sơ trực tuyến' + PHASE,
  )
})

test('nobody: said as such, among how many', () => {
  const empty = { figures: [], groupSize: 17, leftOut: 2, matched: 0 }
  const july = { from: '2023-07-01', to: '2023-07-31', shape: 'month' } as const
  const unassigned = answerOf(
    { intent: 'below', group: districts, indicators: ['online_rate'], period: july },
    { ...empty, assigned: 0 },
  )
  expect(plainText(sayAnswer(unassigned, saying()))).toContain(
    'Đơn vị cấp huyện chưa đạt chỉ tiêu về hồ sơ trực tuyến, tháng 7/2023\n\nKhông có chỉ tiêu nào được giao',
  )
  const said = (intent: 'below' | 'met') =>
    plainText(sayAnswer(answerOf({ intent, group: districts, indicators: ['online_rate'] }, empty), saying()))
  expect(said('below')).toContain('Không có đơn vị nào chưa đạt, trong 15 đơn vị có số liệu.')
  expect(said('met')).toContain('Chưa có đơn vị nào đạt, trong 15 đơn vị có số liệu.')
  const none = answerOf({ intent: 'ranking', group: districts }, { ...empty, leftOut: 17 })
  expect(plainText(sayAnswer(none, saying()))).toContain('Chưa có số liệu.')
  const nowhere = answerOf({ intent: 'ranking', group: districts }, { ...empty, groupSize: 0, leftOut: 0 })
  expect(plainText(sayAnswer(nowhere, saying()))).toContain('Không có đơn vị nào trong nhóm này.')
})

test('mixed kinds and homonyms are told apart', () => {
  const figures = [behind({ unit: IA_GRAI }), behind({ unit: 'GL-X24073' }), behind({ unit: 'GL-S01' })]
  const text = plainText(sayAnswer(answerOf({ intent: 'below' }, { figures }), saying('bcd-tinh')))
  expect(text).toContain('1. Huyện Ia Grai –')
  expect(text).toContain('2. Xã Ia Sao (thị xã Ayun Pa) –')
  expect(text).toContain('3. Sở GTVT –')
})

test('conditions are named, and where lower is better the words for the ends follow', () => {
  const gap = { indicator: null, measure: 'gap', op: '>', value: 10, to: null } as const
  expect(titleOf({ conditions: [gap] })).toContain('đơn vị cấp huyện thiếu trên 10 điểm phần trăm')
  expect(titleOf({ intent: 'met', conditions: [{ ...gap, op: '<', value: -5 }] })).toContain(
    'đơn vị cấp huyện vượt trên 5 điểm phần trăm',
  )
  const both = [gap, { ...gap, indicator: 'on_time_rate', measure: 'value', op: '<=', value: 90 }]
  expect(titleOf({ conditions: both })).toContain('và tiến độ giải quyết không quá 90%')
  const late = plainText(
    sayAnswer(answerOf({ intent: 'bottom' }, { figures: [behind({ indicator: 'late_rate' })] }), saying()),
  )
  expect(late).toContain('Đơn vị kém nhất về hồ sơ trễ hạn')
})

test('a later part of a list goes on counting', () => {
  const answer = answerOf({ intent: 'below', group: communes, offset: 20 }, { figures: communeFigures(25) })
  const message = sayAnswer(answer, saying('bcd-tinh'))
  expect(plainText(message)).toMatch(/\n21\. /)
  expect(message.choices[0]).toEqual({ label: 'Xem tiếp', send: 'Xem tiếp' })
})

test('how much of the group it is, and how far its ends are apart, where that was asked', () => {
  const figures = [behind({ unit: DUC_CO, value: 72.5, rank: 1 }), behind({ rank: 2 })]
  const said = (parts: Partial<Question> & Pick<Question, 'intent'>): string =>
    plainText(
      sayAnswer(
        answerOf({ group: districts, ...parts }, { figures, groupSize: 17, leftOut: 1, matched: 2 }),
        saying('bcd-tinh'),
      ),
    )
  expect(said({ intent: 'below', parts: [{ part: 'share', text: '' }] })).toContain(
    '2/16 đơn vị cấp huyện chưa đạt chỉ tiêu về hồ sơ trực tuyến, tức 12,5%, giai đoạn 2',
  )
  expect(said({ intent: 'ranking', parts: [{ part: 'spread', text: '' }] })).toContain(
    'Chênh giữa cao nhất và thấp nhất: 25,4 điểm phần trăm',
  )
})
