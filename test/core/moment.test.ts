import { describe, expect, test } from 'vitest'
import { civilDay, momentAt } from '../../src/core/moment.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

describe('a moment on the wall of the province', () => {
  test.each([
    ['2024-05-19T16:59:59Z', '2024-05-19', 23 * 60 + 59],
    ['2024-05-19T17:00:00Z', '2024-05-20', 0],
    ['2024-12-31T17:00:00Z', '2025-01-01', 0],
    ['2024-02-28T23:30:00Z', '2024-02-29', 6 * 60 + 30],
  ])('%s', (instant, today, minute) => {
    const at = Date.parse(instant)
    expect(momentAt(at, ZONE)).toEqual({ at, today, minute, zone: ZONE })
    expect(civilDay(at, ZONE)).toBe(today)
  })

  test('a time zone that does not exist is an error', () => {
    expect(() => momentAt(0, 'Asia/Saigon_City')).toThrow(RangeError)
  })
})
