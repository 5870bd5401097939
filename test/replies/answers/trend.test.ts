import { expect, test } from 'vitest'
import type { TrendPoint } from '../../../src/answers/answer.ts'
import { isoWeek } from '../../../src/core/period.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, behind, saying, WEEK_20 } from '../province.ts'

const ask = { intent: 'trend' } as const
const WEEK_19 = isoWeek(2024, 19)!

function weeks(from: number, values: readonly (number | null)[]): TrendPoint[] {
  return values.map((value, index) => ({ ...isoWeek(2024, from + index)!, value }))
}

test('the course point by point, then the whole and the change against the stretch before', () => {
  const figure = behind({
    window: { from: '2024-04-22', to: '2024-05-19' },
    points: weeks(17, [31.71, null, 49.58, 53.35]),
    earlier: { window: { from: '2024-03-25', to: '2024-04-21' }, value: 37.1, change: 10 },
  })
  expect(plainText(sayAnswer(answerOf(ask, { figures: [figure] }), saying())))
    .toBe(`Huyện Ia Grai – hồ sơ trực tuyến, từ 22/4 đến 19/5/2024: cả kỳ 47,1%; từ 31,71% (tuần 17) lên 53,35% (tuần 20)

Tuần 17: 31,71% · Tuần 18: chưa có số liệu · Tuần 19: 49,58% · Tuần 20: 53,35%
Tăng 10 điểm phần trăm so với kỳ 25/3–21/4/2024 (37,1%)
584 hồ sơ nộp trực tuyến trên 1.240 hồ sơ tiếp nhận
Chỉ tiêu giai đoạn 2: 60%
Số liệu đến 19/5/2024`)
})

test('a long course is cut to its end; a single point is not told twice', () => {
  const long = plainText(
    sayAnswer(answerOf(ask, { figures: [behind({ points: weeks(11, Array(10).fill(50)) })] }), saying()),
  )
  expect(long).toContain('cả kỳ 47,1%; 50% (tuần 11) và 50% (tuần 20)')
  expect(long).toContain('Tuần 15: 50% · Tuần 16: 50%')
  expect(long).not.toContain('Tuần 14')
  const one = plainText(
    sayAnswer(answerOf(ask, { figures: [behind({ points: weeks(20, [47.1]) })] }), saying()),
  )
  expect(one).not.toContain('Tuần 20: 47,1%')
})

const against = (value: number | null, change: number | null) => {
  const figure = behind({ window: WEEK_20, earlier: { window: WEEK_19, value, change } })
  return plainText(sayAnswer(answerOf(ask, { figures: [figure] }), saying()))
}

test('against last week: up, down, the same, or nothing to compare', () => {
  expect(against(44.6, 2.5)).toContain('47,1%, tăng 2,5 điểm phần trăm so với tuần 19 (6–12/5/2024) (44,6%)')
  expect(against(50, -2.9)).toContain('giảm 2,9 điểm phần trăm')
  expect(against(47.1, 0)).toContain('không đổi so với tuần 19')
  expect(against(null, null)).toContain('chưa có số liệu của tuần 19 (6–12/5/2024) để so sánh')
})

test('all indicators: value and change in one line each', () => {
  const earlier = { window: WEEK_19, value: 44.6, change: 2.5 }
  const figures = [
    behind({ window: WEEK_20, earlier }),
    behind({ window: WEEK_20, indicator: 'digitization_rate', earlier: { ...earlier, change: 0 } }),
    behind({
      window: WEEK_20,
      indicator: 'on_time_rate',
      earlier: { window: WEEK_19, value: null, change: null },
    }),
  ]
  const text = plainText(sayAnswer(answerOf(ask, { figures }), saying()))
  expect(text).toContain(`Huyện Ia Grai, tuần 20 (13–19/5/2024): 1/2 chỉ số tăng so với tuần 19 (6–12/5/2024)

Hồ sơ trực tuyến: 47,1%, tăng 2,5 điểm phần trăm
Số hóa hồ sơ: 47,1%, không đổi
Tiến độ giải quyết: 47,1%, chưa so sánh được`)
})
