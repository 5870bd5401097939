import { expect, test } from 'vitest'
import { plainText } from '../../../src/lib/message.ts'
import { sayAnswer } from '../../../src/replies/say-answer.ts'
import { answerOf, catalog, saying } from '../province.ts'

function defined(...indicators: string[]): string {
  return plainText(sayAnswer(answerOf({ intent: 'define', indicators }), saying()))
}

test('the formula in the words of its counts, how it adds up, points and source', () => {
  const text = defined('digitization_rate')
  expect(text).toContain('Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC')
  expect(text).toContain('Cách tính: số hồ sơ đã số hóa chia cho số hồ sơ phải số hóa, nhân với 100%.')
  expect(text).toContain('không lấy trung bình các tỷ lệ')
  expect(text).toContain('tối đa 22/100 điểm')
  expect(text).toContain('Quyết định 766/QĐ-TTg')
})

test('where two denominators are in use both are named, and which is used here', () => {
  const text = defined('full_process_rate')
  expect(text).toContain('(1) hồ sơ trực tuyến và trực tiếp của các TTHC công bố toàn trình')
  expect(text).toContain('(2) tổng số hồ sơ giải quyết TTHC')
  expect(text).toContain('Hệ thống dùng: hồ sơ của các TTHC công bố toàn trình.')
})

test('a published score: its scale, its classes, its parts', () => {
  const text = defined('service_score')
  expect(text).toContain('Điểm đã công bố, thang 100 điểm.')
  expect(text).toContain('từ 90 xuất sắc')
  expect(text).not.toContain('chia cho')
})

test('an indicator of the province itself is explained by the general sentences', () => {
  const text = defined('late_rate')
  expect(text).toContain('số hồ sơ trễ hạn chia cho số hồ sơ đã giải quyết')
  expect(text).toContain('Giá trị càng thấp càng tốt.')
})

test('the state of a count is the newest one', () => {
  expect(defined('active_services_rate')).toContain('Lấy số mới nhất trong kỳ')
})

test('without an indicator all of them are offered', () => {
  const message = sayAnswer(answerOf({ intent: 'define' }), saying())
  expect(message.choices.map(choice => choice.label)).toEqual(catalog.indicators.map(one => one.shortName))
  expect(message.choices[0]?.send).toBe('Cách tính công khai, minh bạch')
})
