import { expect, test } from 'vitest'
import type { Figure } from '../../../src/answers/answer.ts'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { ahead, answerOf, behind, figureOf, IA_PNON, saying } from '../province.ts'

test('the place comes first, then how it moved and the value behind it', () => {
  const text = plainText(sayAnswer(answerOf({ intent: 'rank' }, { figures: [ahead()] }), saying()))
  expect(text.split('\n')[0]).toBe(
    'Sở GTVT – hồ sơ trực tuyến, tuần 20 (13–19/5/2024): xếp thứ 3/19 sở, ban, ngành, tăng 1 bậc so với tuần liền trước',
  )
  expect(text).toContain('61,25% – đã đạt, vượt 1,25 điểm phần trăm')
})

const ranked = (
  window: { from: string; to: string },
  rankChange: number | null,
  rankSince: Figure['rankSince'] = 'seven_days',
) => {
  const figures = [ahead({ window, rankChange, rankSince })]
  return plainText(sayAnswer(answerOf({ intent: 'rank' }, { figures }), saying()))
}

test('with what a rank is compared is said', () => {
  expect(ranked({ from: '2024-04-01', to: '2024-04-30' }, 0, 'month')).toContain(
    'giữ nguyên so với tháng liền trước',
  )
  expect(ranked({ from: '2024-05-02', to: '2024-05-19' }, -4)).toContain('giảm 4 bậc so với 7 ngày trước')
  const phase1 = { from: '2024-03-22', to: '2024-05-01' }
  expect(ranked({ from: '2024-05-02', to: '2024-05-19' }, 3, phase1)).toContain(
    'tăng 3 bậc so với giai đoạn 1 (22/3–1/5/2024)',
  )
  expect(ranked({ from: '2023-01-01', to: '2023-12-31' }, 0)).toContain('xếp thứ 3/19 sở, ban, ngành\n')
  expect(ranked({ from: '2024-05-02', to: '2024-05-19' }, null)).toContain(
    'Chưa có thứ hạng kỳ trước để so sánh',
  )
})

test('within the own district the parent is named', () => {
  const figures = [ahead({ unit: IA_PNON, rank: 2, of: 10 })]
  const answer = answerOf({ intent: 'rank', rankWithinParent: true }, { figures })
  expect(plainText(sayAnswer(answer, saying('ct-iapnon')))).toContain(
    'xếp thứ 2/10 đơn vị cấp xã trong huyện Đức Cơ',
  )
})

test('who is alone of its kind is not ranked', () => {
  const figures = [ahead({ unit: 'GL', rank: 1, of: 1, rankChange: 0 })]
  const text = plainText(sayAnswer(answerOf({ intent: 'rank' }, { figures }), saying('bcd-tinh')))
  expect(text).toContain('không có đơn vị cùng loại để xếp hạng')
  expect(text).not.toContain('1/1')
})

test('without a value there is no rank', () => {
  const figures = [figureOf({ reason: 'no_data' })]
  const text = plainText(sayAnswer(answerOf({ intent: 'rank' }, { figures }), saying()))
  expect(text).toContain('chưa xếp hạng')
  expect(text).toContain('Chưa có số liệu')
})

test('all indicators: one line each, and since when said once', () => {
  const figures = [
    behind(),
    behind({ indicator: 'digitization_rate', rank: 1, rankChange: 0 }),
    figureOf({ unit: 'GL-H628', indicator: 'on_time_rate', reason: 'no_dossiers' }),
  ]
  expect(plainText(sayAnswer(answerOf({ intent: 'rank' }, { figures }), saying())))
    .toBe(`Huyện Ia Grai, giai đoạn 2 đến 19/5/2024: thứ hạng giữa các đơn vị cấp huyện, so với 7 ngày trước

Hồ sơ trực tuyến: thứ 9/17 (47,1%), giảm 2 bậc
Số hóa hồ sơ: thứ 1/17 (47,1%), giữ nguyên
Tiến độ giải quyết: chưa phát sinh hồ sơ

Số liệu đến 19/5/2024`)
})
