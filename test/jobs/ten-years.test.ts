import { expect, test } from 'vitest'
import { digestWindow } from '../../src/answers/digest-window.ts'
import { slotsBetween } from '../../src/jobs/slots.ts'
import type { Rhythm } from '../../src/jobs/slots.ts'
import { momentAt } from '../../src/core/moment.ts'

/** Ten years of digests by plain arithmetic: a wall seven hours ahead of UTC, Mondays counted from one, months from a calendar. */

const ZONE = 'Asia/Ho_Chi_Minh'
const DAY = 86_400_000
const FROM = Date.UTC(2024, 0, 1)
const TO = Date.UTC(2034, 0, 1)
const HALF_PAST_SEVEN = 30 * 60_000
const MONDAY = Date.UTC(2024, 0, 1)

const days = Array.from({ length: (TO - FROM) / DAY }, (_, at) => FROM + at * DAY)
const text = (day: number): string => new Date(day).toISOString().slice(0, 10)
const isMonday = (day: number): boolean => ((day - MONDAY) / DAY) % 7 === 0
const isFirst = (day: number): boolean => new Date(day).getUTCDate() === 1

function slots(rhythm: Rhythm): number[] {
  const after = FROM - 7 * 3_600_000 - 1
  return slotsBetween(rhythm, { after, now: TO - 7 * 3_600_000 - 1, timeZone: ZONE, limit: 4_000 })
}

/** 7:30 in Vietnam is half past midnight in London. */
const half = (some: readonly number[]): number[] => some.map(day => day + HALF_PAST_SEVEN)

test('the slots of ten years: every day, every Monday, every first of a month, at half past seven', () => {
  expect(days).toHaveLength(3_653)
  expect(slots({ every: 'day', at: '07:30' })).toEqual(half(days))
  expect(slots({ every: 'week', weekday: 1, at: '07:30' })).toEqual(half(days.filter(isMonday)))
  expect(slots({ every: 'month', day: 1, at: '07:30' })).toEqual(half(days.filter(isFirst)))
})

/** The month before the day, from a day of the month on: to the eve of that day a month later. */
function monthBefore(day: number, first: number): { from: string; to: string } {
  const date = new Date(day)
  const ended = date.getUTCDate() >= first - 1 || first === 1 ? 0 : 1
  const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - ended, first - 1)
  const [to, month] =
    end <= day ? [end, 0] : [Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1, first - 1), 1]
  const from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - ended - month - 1, first)
  return { from: text(from), to: text(to) }
}

test('what each of them is of: the day before, the week before, the month before, also from the 21st to the 20th', () => {
  const differing: unknown[] = []
  const compare = (day: number, found: unknown, expected: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      differing.push({ day: text(day), found, expected })
  }
  for (const day of days) {
    const { today } = momentAt(day + HALF_PAST_SEVEN, ZONE)
    const at = { today, phase: null }
    const weekly = { ...at, rhythm: { every: 'week', monthStart: 1 } } as const
    compare(day, digestWindow('daily', weekly), { from: text(day - DAY), to: text(day - DAY) })
    if (isMonday(day))
      compare(day, digestWindow('weekly', weekly), { from: text(day - 7 * DAY), to: text(day - DAY) })
    if (!isFirst(day)) continue
    compare(day, digestWindow('monthly', weekly), monthBefore(day, 1))
    const monthly = { ...at, rhythm: { every: 'month', monthStart: 21 } } as const
    compare(day, digestWindow('monthly', monthly), monthBefore(day, 21))
  }
  expect(differing).toEqual([])
})
