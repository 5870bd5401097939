import { expect, test } from 'vitest'
import { phaseTerm, yearTerm } from '../../../src/core/term.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, behind, catalog, figureOf, IA_GRAI, saying } from '../province.ts'

const target = { intent: 'target' } as const
const PHASE_1 = phaseTerm(catalog.phases[0]!)

test('one indicator: the target, the term with its days, and the document that assigned it', () => {
  const text = plainText(sayAnswer(answerOf(target, { figures: [behind()] }), saying()))
  expect(text).toBe(`Huyện Ia Grai – chỉ tiêu hồ sơ trực tuyến

Giai đoạn 2 (2/5–30/6/2024), theo 629/KH-UBND
Chỉ tiêu: 60%; hiện đạt 47,1%

Số liệu đến 19/5/2024`)
})

test('several terms stand apart', () => {
  const figures = [behind({ term: PHASE_1, target: 50, value: null, dataTo: null }), behind()]
  const text = plainText(sayAnswer(answerOf(target, { figures }), saying()))
  expect(text).toContain('Giai đoạn 1 (22/3–1/5/2024), theo 629/KH-UBND\nChỉ tiêu: 50%\n')
  expect(text).toContain('Giai đoạn 2 (2/5–30/6/2024), theo 629/KH-UBND\nChỉ tiêu: 60%; hiện đạt 47,1%')
})

test('all indicators: one line each under their term; what was not assigned follows', () => {
  const figures = [
    behind(),
    behind({ indicator: 'digitization_rate', target: 100, value: null }),
    figureOf({ unit: IA_GRAI, indicator: 'full_process_rate', reason: 'not_assigned' }),
  ]
  const text = plainText(sayAnswer(answerOf(target, { figures }), saying()))
  expect(text).toContain('Hồ sơ trực tuyến: 60% (hiện 47,1%)\nSố hóa hồ sơ: 100%')
  expect(text).toContain('Huyện Ia Grai không được giao chỉ tiêu trực tuyến toàn trình trong giai đoạn 2.')
})

test('a unit without any target is told so in one sentence', () => {
  const term = yearTerm(2024, '')
  const figures = [figureOf({ unit: 'GL-S17', term, reason: 'not_assigned', value: 50 })]
  expect(plainText(sayAnswer(answerOf(target, { figures }), saying('bcd-tinh')))).toContain(
    'Thanh tra tỉnh không được giao chỉ tiêu trong năm 2024.',
  )
  const exempt = [figureOf({ unit: 'GL-S17', reason: 'exempt' })]
  expect(plainText(sayAnswer(answerOf(target, { figures: exempt }), saying('bcd-tinh')))).toContain(
    'Thanh tra tỉnh được miễn chỉ tiêu trong giai đoạn 2.',
  )
})

test('a named indicator without a target is named', () => {
  const figures = [figureOf({ reason: 'not_assigned' })]
  const answer = answerOf({ ...target, indicators: ['online_rate'] }, { figures })
  expect(plainText(sayAnswer(answer, saying()))).toBe(
    'Sở GTVT không được giao chỉ tiêu hồ sơ trực tuyến trong giai đoạn 2.',
  )
})

test('a group: who has which target, many by their number, and who has none', () => {
  const sames = ['GL-S01', 'GL-S02', 'GL-S03', 'GL-S04', 'GL-S05', 'GL-S06', 'GL-S07']
  const figures = [
    behind({ unit: 'GL-S08', target: 74.9 }),
    ...sames.map(unit => behind({ unit })),
    behind({ unit: 'GL-S17', target: null, reason: 'exempt' }),
  ]
  const group = { kind: 'department', within: null } as const
  const message = sayAnswer(answerOf({ ...target, group }, { figures }), saying())
  expect(plainText(message)).toBe(
    'Sở, ban, ngành – chỉ tiêu hồ sơ trực tuyến giai đoạn 2 (2/5–30/6/2024), theo 629/KH-UBND\n\n' +
      '74,9%: Sở Xây dựng\n60%: 7 đơn vị\nKhông giao: Thanh tra tỉnh',
  )
  expect(message.choices.length).toBeGreaterThan(0)
})

test('a group in all indicators: a line each, what most have and between what the others lie, at most eight lines', () => {
  const indicators = catalog.indicators.filter(({ unit }) => unit === 'percent').map(({ code }) => code)
  const figures = indicators.flatMap((indicator, at) =>
    ['GL-S01', 'GL-S02', 'GL-S03', 'GL-S04', 'GL-S05'].map((unit, i) =>
      behind({ unit, indicator, target: at === 0 && i > 2 ? 70 + i : 60 }),
    ),
  )
  const none = behind({ unit: 'GL-S17', indicator: indicators[0]!, target: null, reason: 'exempt' })
  const group = { kind: 'department', within: null } as const
  const message = sayAnswer(
    answerOf({ ...target, group }, { figures: [...figures, none] }),
    saying('bcd-tinh'),
  )
  const lines = plainText(message)
    .split('\n')
    .filter(line => line !== '')
  expect(lines[1]).toBe(
    'Công khai, minh bạch: 60% (3 đơn vị); các đơn vị khác từ 73% đến 74%; không giao: Thanh tra tỉnh',
  )
  expect(lines[2]).toMatch(/: 60%$/)
  expect(lines.length).toBeLessThanOrEqual(8)
  expect(message.choices[0]?.send).toBe('Chỉ tiêu công khai, minh bạch của các sở')
})

test('many different targets: the highest, how many more and between what', () => {
  const units = catalog.units.filter(({ kind }) => kind === 'commune').slice(0, 30)
  const figures = units.map(({ code }, i) => behind({ unit: code, target: 50 + i }))
  const group = { kind: 'commune', within: null } as const
  const text = plainText(sayAnswer(answerOf({ ...target, group }, { figures }), saying('bcd-tinh')))
  expect(text).toContain('\n79%: ')
  expect(text).toMatch(/\nvà 25 mức khác, từ 50% đến 74%$/)
})
