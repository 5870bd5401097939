import { expect, test } from 'vitest'
import { senseOf } from '../../src/imports/column-sense.ts'

test.each([
  ['Thực hiện năm 2025'],
  ['Hồ sơ trực tuyến', 'Thực hiện (%)'],
  ['Tỷ lệ hồ sơ trực tuyến thực hiện năm 2025 (%)'],
  ['Ước TH 2025'],
  ['Ước thực hiện cả năm'],
  ['Kết quả 6 tháng đầu năm'],
  ['Kết quả thực hiện chỉ tiêu năm 2025'],
  ['Tỷ lệ thực hiện so với kế hoạch', 'Đã đạt'],
  ['Mức đạt được'],
  ['Tỷ lệ đạt (%)'],
  ['Hiện trạng 2025'],
  ['Kết quả năm 2023', 'Tỷ lệ hồ sơ trực tuyến'],
])('%s › %s is what was reached', (...path) => {
  expect(senseOf(path.filter(title => title !== undefined))).toBe('result')
})

test.each([
  ['Chỉ tiêu năm 2026'],
  ['Kế hoạch thực hiện năm 2026'],
  ['KH 2026'],
  ['Mục tiêu phấn đấu'],
  ['Phấn đấu đạt được (%)'],
  ['Mức phải đạt'],
  ['UBND tỉnh giao'],
  ['Kết quả và chỉ tiêu', 'Chỉ tiêu giao (%)'],
  ['Chỉ tiêu giao', 'Hồ sơ trực tuyến'],
])('%s › %s is what is to be reached', (...path) => {
  expect(senseOf(path.filter(title => title !== undefined))).toBe('target')
})

test.each([
  ['Tỷ lệ hồ sơ thực hiện trực tuyến'],
  ['Thực hiện thanh toán trực tuyến'],
  ['Số hóa hồ sơ, kết quả giải quyết TTHC'],
  ['Trả kết quả điện tử'],
  ['Các chỉ tiêu', 'Hồ sơ trực tuyến'],
  ['Chỉ tiêu 3. Số hóa'],
  ['Sở Kế hoạch và Đầu tư'],
  ['Giải quyết đúng hạn'],
])('%s › %s says neither', (...path) => {
  expect(senseOf(path.filter(title => title !== undefined))).toBeNull()
})
