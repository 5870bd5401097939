import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, behind, DUC_CO, figureOf, saying, SGTVT } from '../province.ts'

const ask = { intent: 'compare' } as const

test('one indicator: in order of value, with the difference in percentage points', () => {
  const figures = [behind({ unit: DUC_CO, value: 42.53, gap: 17.47 }), behind()]
  expect(plainText(sayAnswer(answerOf(ask, { figures }), saying('bcd-tinh'))))
    .toBe(`Hồ sơ trực tuyến, giai đoạn 2 đến 19/5/2024: huyện Ia Grai cao hơn huyện Đức Cơ 4,57 điểm phần trăm

1. Ia Grai: 47,1% – chưa đạt, thiếu 12,9 điểm phần trăm
2. Đức Cơ: 42,53% – chưa đạt, thiếu 17,47 điểm phần trăm

Số liệu đến 19/5/2024`)
})

test('where lower is better the lower one comes first', () => {
  const late = { indicator: 'late_rate', target: null, gap: null, met: null }
  const figures = [behind({ ...late, value: 7 }), behind({ ...late, unit: DUC_CO, value: 3 })]
  const text = plainText(sayAnswer(answerOf(ask, { figures }), saying('bcd-tinh')))
  expect(text).toContain(
    'huyện Đức Cơ thấp hơn huyện Ia Grai 4 điểm phần trăm\n\n1. Đức Cơ: 3%\n2. Ia Grai: 7%',
  )
})

test('equal values are equal; a missing one has its reason and no place', () => {
  const equal = plainText(
    sayAnswer(answerOf(ask, { figures: [behind(), behind({ unit: DUC_CO })] }), saying()),
  )
  expect(equal).toContain('huyện Ia Grai và huyện Đức Cơ bằng nhau')
  const figures = [behind(), figureOf({ unit: DUC_CO, reason: 'no_data' })]
  expect(plainText(sayAnswer(answerOf(ask, { figures }), saying()))).toContain('- Đức Cơ: chưa có số liệu')
})

test('all indicators of two units: pairs, and who is ahead in how many', () => {
  const figures = ['online_rate', 'digitization_rate', 'on_time_rate'].flatMap((indicator, index) => [
    behind({ indicator, value: 50 + index }),
    behind({ unit: DUC_CO, indicator, value: 51 }),
  ])
  const text = plainText(sayAnswer(answerOf(ask, { figures }), saying('bcd-tinh')))
  expect(text).toContain(
    'Hồ sơ trực tuyến: 50% – 51%\nSố hóa hồ sơ: 51% – 51%\nTiến độ giải quyết: 52% – 51%',
  )
  expect(text).toContain(
    'Ia Grai – Đức Cơ, giai đoạn 2 đến 19/5/2024: Ia Grai tốt hơn ở 1 chỉ số, Đức Cơ ở 1\n',
  )
})

test('three units of mixed kinds', () => {
  const figures = [behind(), behind({ unit: DUC_CO, value: 60 }), behind({ unit: SGTVT, value: 70 })]
  const text = plainText(sayAnswer(answerOf(ask, { figures }), saying('bcd-tinh')))
  expect(text).toContain('Sở GTVT dẫn đầu, hơn huyện Đức Cơ 10 điểm phần trăm')
  expect(text).toContain('1. Sở GTVT: 70%')
  expect(text).toContain('3. Huyện Ia Grai: 47,1%')
})
