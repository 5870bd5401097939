import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, granularityOf } from '../../../src/core/period.ts'
import {
  comparedPeriod,
  dayRange,
  periodName,
  shortPeriodName,
} from '../../../src/replies/phrases/period-name.ts'
import { catalog, words } from '../province.ts'

const ctx = { words, catalog }

test.each([
  ['2024-05-13', '2024-05-19', 'tuần 20 (13–19/5/2024)'],
  ['2024-04-29', '2024-05-05', 'tuần 18 (29/4–5/5/2024)'],
  ['2024-12-30', '2025-01-05', 'tuần 1 (30/12/2024–5/1/2025)'],
  ['2026-12-28', '2027-01-03', 'tuần 53 (28/12/2026–3/1/2027)'],
  ['2024-04-01', '2024-04-30', 'tháng 4/2024'],
  ['2024-02-01', '2024-02-29', 'tháng 2/2024'],
  ['2024-01-01', '2024-03-31', 'quý I/2024'],
  ['2024-10-01', '2024-12-31', 'quý IV/2024'],
  ['2024-01-01', '2024-06-30', '6 tháng đầu năm 2024'],
  ['2024-07-01', '2024-12-31', '6 tháng cuối năm 2024'],
  ['2023-01-01', '2023-12-31', 'năm 2023'],
  ['2024-05-19', '2024-05-19', 'ngày 19/5/2024'],
  ['2024-05-02', '2024-06-30', 'giai đoạn 2 (2/5–30/6/2024)'],
  ['2024-05-02', '2024-05-19', 'giai đoạn 2 đến 19/5/2024'],
  ['2024-03-22', '2024-05-01', 'giai đoạn 1 (22/3–1/5/2024)'],
  ['2024-03-22', '2024-05-19', 'từ đầu chiến dịch (22/3) đến 19/5/2024'],
  ['2024-03-22', '2024-06-30', 'cả chiến dịch (22/3–30/6/2024)'],
  ['2024-01-01', '2024-05-19', 'từ đầu năm đến 19/5/2024'],
  ['2024-04-22', '2024-05-19', 'từ 22/4 đến 19/5/2024'],
  ['2023-12-21', '2024-01-20', 'từ 21/12/2023 đến 20/1/2024'],
])('%s to %s is "%s"', (from, to, name) => {
  expect(periodName(ctx, { from, to })).toBe(name)
})

test('short names, and names for a comparison', () => {
  expect(shortPeriodName(ctx, { from: '2024-05-13', to: '2024-05-19' })).toBe('Tuần 20')
  expect(shortPeriodName(ctx, { from: '2024-04-01', to: '2024-04-30' })).toBe('Tháng 4/2024')
  expect(comparedPeriod(ctx, { from: '2024-03-25', to: '2024-04-21' })).toBe('kỳ 25/3–21/4/2024')
})

test('every window has a name that tells its days or what they are', () => {
  const anyDay = fc.integer({ min: 0, max: 365 * 5 }).map(count => addDays('2023-01-01', count))
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, length) => {
      const window = { from, to: addDays(from, length) }
      const name = periodName(ctx, window)
      expect(name).not.toMatch(/undefined|null|NaN|\{\{/)
      const day = granularityOf(window) === 'span' ? words.day(window.to) : ''
      expect(name).toContain(day)
      expect(dayRange(ctx, window)).toContain(words.day(window.to))
    }),
  )
})
