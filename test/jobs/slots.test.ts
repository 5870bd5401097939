import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideSlot, latestSlot } from '../../src/jobs/slots.ts'
import type { Rhythm } from '../../src/jobs/slots.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const HANOI = 'Asia/Ho_Chi_Minh'

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ every: fc.constant('day'), at: time }),
  fc.record({ every: fc.constant('week'), weekday: fc.integer({ min: 1, max: 7 }), at: time }),
  fc.record({ every: fc.constant('month'), day: fc.integer({ min: 1, max: 31 }), at: time }),
)
const moment = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2028, 11, 31) })
const zone = fc.constantFrom(
  HANOI,
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Kiritimati',
)

/** What clock and calendar on the wall show at a moment. */
function wall(at: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
  return {
    time: `${part('hour')}:${part('minute')}`,
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1,
    day: Number(part('day')),
  }
}

/** The last slot by plain arithmetic, for a wall that is always seven hours ahead of UTC. */
function plainSlot(rhythm: Rhythm, now: number): number {
  const [hour = 0, minute = 0] = rhythm.at.split(':').map(Number)
  const midnight = Math.floor((now + 7 * HOUR) / DAY) * DAY
  for (let day = midnight; ; day -= DAY) {
    const slot = day + hour * HOUR + minute * 60_000 - 7 * HOUR
    const date = new Date(day)
    const falls =
      rhythm.every === 'day' ||
      (rhythm.every === 'week'
        ? (date.getUTCDay() || 7) === rhythm.weekday
        : date.getUTCDate() === rhythm.day)
    if (falls && slot <= now) return slot
  }
}

/** Ticks at these moments, keeping the last slot as the database does; what ran, and when. */
function ticked(one: Rhythm, ticks: readonly number[], graceMs: number, timeZone: string) {
  let lastDone: number | null = null
  const ran: { slot: number; at: number; late: boolean }[] = []
  for (const now of ticks) {
    const decision = decideSlot(lastDone, latestSlot(one, now, timeZone), now, graceMs)
    if (decision.do === 'nothing') continue
    if (decision.do === 'run') ran.push({ slot: decision.slot, at: now, late: decision.late })
    lastDone = Math.max(lastDone ?? decision.slot, decision.slot)
  }
  return ran
}

describe('the last slot', () => {
  test('in Vietnam is what plain arithmetic finds, over ends of months, years and in leap years', () => {
    fc.assert(
      fc.property(anyRhythm, moment, (one, now) => {
        expect(latestSlot(one, now, HANOI)).toBe(plainSlot(one, now))
      }),
      { numRuns: 1000 },
    )
  })

  test('is never later than now, is its own last slot, and stands on the wall as it was asked for', () => {
    fc.assert(
      fc.property(anyRhythm, moment, zone, (one, now, timeZone) => {
        const slot = latestSlot(one, now, timeZone)
        expect(slot).toBeLessThanOrEqual(now)
        expect(latestSlot(one, slot, timeZone)).toBe(slot)
        expect(latestSlot(one, slot - 1, timeZone)).toBeLessThan(slot)
        const seen = wall(slot, timeZone)
        // A time that the change to summer time skips is put off by what was skipped.
        expect(seen.time >= one.at).toBe(true)
        expect(seen).toMatchObject(one.every === 'week' ? { weekday: one.weekday } : {})
        expect(seen).toMatchObject(one.every === 'month' ? { day: one.day } : {})
      }),
      { numRuns: 500 },
    )
  })

  test('does not go back while time goes on', () => {
    fc.assert(
      fc.property(anyRhythm, moment, fc.nat(40 * DAY), zone, (one, now, later, timeZone) => {
        expect(latestSlot(one, now + later, timeZone)).toBeGreaterThanOrEqual(latestSlot(one, now, timeZone))
      }),
      { numRuns: 300 },
    )
  })

  test('where a change of the clock skips its time, it comes an hour later; where the time comes twice, at the first', () => {
    const daily = { every: 'day', at: '02:30' } as const
    const spring = latestSlot(daily, Date.parse('2024-03-31T12:00:00+02:00'), 'Europe/Berlin')
    expect(spring).toBe(Date.parse('2024-03-31T03:30:00+02:00'))
    const autumn = latestSlot(daily, Date.parse('2024-10-27T12:00:00+01:00'), 'Europe/Berlin')
    expect(autumn).toBe(Date.parse('2024-10-27T02:30:00+02:00'))
    expect(latestSlot(daily, Date.parse('2024-10-27T02:29:00+01:00'), 'Europe/Berlin')).toBe(autumn)
  })

  test('of the 31st is in the last month that has one', () => {
    const monthly = { every: 'month', day: 31, at: '07:30' } as const
    expect(latestSlot(monthly, Date.parse('2024-07-01T00:00:00+07:00'), HANOI)).toBe(
      Date.parse('2024-05-31T07:30:00+07:00'),
    )
  })

  test('on the minute itself is this one', () => {
    const weekly = { every: 'week', weekday: 1, at: '07:30' } as const
    const monday = Date.parse('2024-05-20T07:30:00+07:00')
    expect(latestSlot(weekly, monday, HANOI)).toBe(monday)
    expect(latestSlot(weekly, monday - 1, HANOI)).toBe(monday - 7 * DAY)
  })
})

describe('what to do about a slot', () => {
  const slot = Date.parse('2024-05-20T07:30:00+07:00')

  test('the first time it is taken over, later it runs, on time or late, beyond its grace it is skipped', () => {
    expect(decideSlot(null, slot, slot, HOUR)).toEqual({ do: 'adopt', slot })
    expect(decideSlot(slot - DAY, slot, slot, HOUR)).toEqual({ do: 'run', slot, late: false })
    expect(decideSlot(slot - DAY, slot, slot + 10 * 60_000, HOUR)).toEqual({ do: 'run', slot, late: false })
    expect(decideSlot(slot - DAY, slot, slot + 11 * 60_000, HOUR)).toEqual({ do: 'run', slot, late: true })
    expect(decideSlot(slot - DAY, slot, slot + HOUR, HOUR)).toEqual({ do: 'run', slot, late: true })
    expect(decideSlot(slot - DAY, slot, slot + HOUR + 1, HOUR)).toEqual({ do: 'skip', slot })
    expect(decideSlot(slot, slot, slot + HOUR, HOUR)).toEqual({ do: 'nothing' })
    expect(decideSlot(slot, slot - DAY, slot - HOUR, HOUR)).toEqual({ do: 'nothing' })
  })

  test('however the clock jumps, no slot runs twice, and none before its time', () => {
    const jumps = fc.array(fc.integer({ min: -10 * DAY, max: 10 * DAY }), { maxLength: 60 })
    fc.assert(
      fc.property(anyRhythm, moment, jumps, zone, (one, start, steps, timeZone) => {
        let now = start
        const ran = ticked(
          one,
          steps.map(step => (now += step)),
          3 * DAY,
          timeZone,
        )
        expect(new Set(ran.map(run => run.slot)).size).toBe(ran.length)
        for (const run of ran) expect(run.at - run.slot).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['an hour', HOUR],
    ['three days', 3 * DAY],
    ['three weeks', 21 * DAY],
  ])(
    'after a downtime of %s only the newest slot is made up for, and only within its grace',
    (_name, down) => {
      const daily = { every: 'day', at: '07:30' } as const
      const grace = 12 * HOUR
      fc.assert(
        fc.property(fc.nat(7 * 24 * 60 - 1), minutes => {
          const stopped = Date.parse('2024-05-06T00:00:00+07:00') + minutes * 60_000
          const hours = (from: number, many: number) =>
            Array.from({ length: many }, (_, hour) => from + hour * HOUR)
          const before = hours(stopped - 48 * HOUR, 49)
          const after = hours(stopped + down, 25)
          const ran = ticked(daily, [...before, ...after], grace, HANOI).filter(run => run.at > stopped)
          const newest = plainSlot(daily, stopped + down)
          const missed = newest > plainSlot(daily, stopped)
          const madeUp = missed && stopped + down - newest <= grace
          expect(ran.filter(run => run.slot <= stopped + down).map(run => run.slot)).toEqual(
            madeUp ? [newest] : [],
          )
          // A day of running later, the next morning has come in its time, whatever was missed.
          expect(ran.filter(run => run.slot > stopped + down).length).toBeGreaterThanOrEqual(1)
        }),
        { numRuns: 60 },
      )
    },
  )
})
