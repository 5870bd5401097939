import { describe, expect, test } from 'vitest'
import { measure } from '../../src/core/measure.ts'
import { rankAll } from '../../src/core/rank.ts'
import { hundredths, round2 } from '../../src/core/rounding.ts'
import { readTable } from './reference-province.ts'
import { at, indicator, row, window } from './rows.ts'

const PARTS = [
  'tien_do_giai_quyet_20',
  'muc_do_hai_long_18',
  'so_hoa_ho_so_22',
  'thanh_toan_truc_tuyen_10',
  'dich_vu_truc_tuyen_12',
  'cong_khai_minh_bach_18',
]

describe.each([
  ['2025', 'qd766-2025/qd766_34tinh_nam2025_2025-10-16.csv'],
  ['2025-10', 'qd766-2025/qd766_34tinh_thang10-2025_2025-10-16.csv'],
])('scores of the 34 provinces for %s as published on 16 October 2025', (period, file) => {
  const table = readTable(file)

  test('the six parts add up to the total of every province', () => {
    expect(table).toHaveLength(34)
    for (const cells of table) {
      const parts = PARTS.map(part => Number(cells[part]))
      const total = parts.reduce((sum, part) => sum + hundredths(part), 0)
      expect([cells.ten, total / 100]).toEqual([cells.ten, Number(cells.tong_diem_100)])
      expect(round2(parts.reduce((sum, part) => sum + part, 0))).toBe(Number(cells.tong_diem_100))
    }
  })

  test('totals and places come out as published', () => {
    const score = indicator('published', { code: 'service_score', unit: 'points' })
    const values = new Map<string, number>()
    for (const cells of table) {
      const published = row(period, null, {
        value: Number(cells.tong_diem_100),
        recorded: '2025-10-16 08:00',
      })
      const found = measure(score, [published], window(period), at('2025-10-16 12:00'))
      expect(found).toMatchObject({ state: 'value', value: Number(cells.tong_diem_100), publishedFor: null })
      if (found.state === 'value') values.set(cells.ten!, found.value)
    }
    expect(Object.fromEntries(rankAll(values, 'higher'))).toEqual(
      Object.fromEntries(table.map(cells => [cells.ten, Number(cells.hang)])),
    )
  })
})
