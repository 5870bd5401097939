import { describe, expect, test } from 'vitest'
import { civilDay, momentAt } from '../../src/core/moment.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

/** What the wall says there then. */
function seen(instant: string, zone: string): string {
  const { today, minute } = momentAt(Date.parse(instant), zone)
  return `${today} ${Math.floor(minute / 60)}:${minute % 60}`
}

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

  test('each zone and each minute has its own, also where the clock changes or once differed by seconds', () => {
    const berlin = 'Europe/Berlin'
    expect(seen('2024-03-31T00:59:59Z', berlin)).toBe('2024-03-31 1:59')
    expect(seen('2024-03-31T00:59:59Z', ZONE)).toBe('2024-03-31 7:59')
    expect(seen('2024-03-31T01:00:00Z', berlin)).toBe('2024-03-31 3:0')
    expect(seen('2024-03-31T00:59:01Z', berlin)).toBe('2024-03-31 1:59')
    expect(seen('1971-06-01T00:00:10Z', 'Africa/Monrovia')).toBe('1971-05-31 23:15')
    expect(seen('1971-06-01T00:00:40Z', 'Africa/Monrovia')).toBe('1971-05-31 23:16')
    for (let minute = 0; minute < 500; minute++)
      expect(momentAt(Date.UTC(2024, 4, 19, 17, minute), ZONE).minute).toBe(minute)
  })

  test('a time zone that does not exist is an error', () => {
    expect(() => momentAt(0, 'Asia/Saigon_City')).toThrow(RangeError)
  })
})
