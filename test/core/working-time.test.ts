import { assert, integer, property } from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isDayOff } from '../../src/core/holidays.ts'
import { nextOpening } from '../../src/core/working-time.ts'
import type { WorkingTime } from '../../src/core/working-time.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const RULES: WorkingTime = {
  timeZone: ZONE,
  quiet: { from: '21:00', to: '06:30' },
  workingDaysOnly: true,
  holidays: [],
}

function ms(wall: string): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(ZONE).epochMilliseconds
}

function opening(wall: string, rules = RULES): string {
  return Temporal.Instant.fromEpochMilliseconds(nextOpening(ms(wall), rules))
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

describe('the next opening of the window', () => {
  test('is now on a working day', () => {
    expect(opening('2026-11-26T10:15')).toBe('2026-11-26T10:15')
    expect(opening('2026-11-26T06:30')).toBe('2026-11-26T06:30')
    expect(opening('2026-11-26T20:59')).toBe('2026-11-26T20:59')
  })

  test('is the morning after a night, Monday after a weekend', () => {
    expect(opening('2026-11-26T21:00')).toBe('2026-11-27T06:30')
    expect(opening('2026-11-26T00:10')).toBe('2026-11-26T06:30')
    expect(opening('2026-11-27T22:00')).toBe('2026-11-30T06:30')
    expect(opening('2026-11-28T09:00')).toBe('2026-11-30T06:30')
  })

  test('is after Tết: nine days in 2026', () => {
    expect(opening('2026-02-13T21:30')).toBe('2026-02-23T06:30')
    expect(opening('2026-02-17T08:00')).toBe('2026-02-23T06:30')
  })

  test('follows the settings', () => {
    expect(opening('2026-11-28T09:00', { ...RULES, workingDaysOnly: false })).toBe('2026-11-28T09:00')
    expect(opening('2026-11-26T23:00', { ...RULES, quiet: null })).toBe('2026-11-26T23:00')
    expect(opening('2026-11-27T23:00', { ...RULES, quiet: null })).toBe('2026-11-27T23:00')
    expect(opening('2026-11-28T23:00', { ...RULES, quiet: null })).toBe('2026-11-30T00:00')
    const lunch = { ...RULES, quiet: { from: '11:30', to: '13:30' } }
    expect(opening('2026-11-26T12:00', lunch)).toBe('2026-11-26T13:30')
    expect(opening('2026-11-26T23:00', lunch)).toBe('2026-11-26T23:00')
    expect(opening('2026-11-26T23:00', { ...RULES, quiet: { from: '07:00', to: '07:00' } })).toBe(
      '2026-11-26T23:00',
    )
  })

  test('a table without an open day is an error, not a hang', () => {
    const days = Array.from({ length: 80 }, (_, index) => ({
      date: Temporal.PlainDate.from('2026-03-01').add({ days: index }).toString(),
      name: 'Nghỉ',
      kind: 'off' as const,
    }))
    expect(() => opening('2026-03-01T08:00', { ...RULES, holidays: days })).toThrow('no working day')
  })

  test('is never within quiet hours or on a day off, never early, and nothing open lies before it (2024–2027)', () => {
    const within = integer({ min: ms('2024-01-01T00:00'), max: ms('2027-12-31T23:59') })
    assert(
      property(within, at => {
        const opens = nextOpening(at, RULES)
        expect(opens).toBeGreaterThanOrEqual(at)
        expect(isOpen(opens)).toBe(true)
        for (let before = at; before < opens; before += 15 * 60_000) expect(isOpen(before)).toBe(false)
      }),
      { numRuns: 150 },
    )
  })
})

/** A second reading of the rule, by the wall alone. */
function isOpen(at: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE)
  const minute = wall.hour * 60 + wall.minute
  return minute >= 390 && minute < 1260 && !isDayOff(wall.toPlainDate().toString(), [])
}
