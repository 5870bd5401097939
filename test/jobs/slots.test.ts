import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideSlots, latestSlot, slotsBetween } from '../../src/jobs/slots.ts'
import type { Catching, Done, Rhythm } from '../../src/jobs/slots.ts'
import { sized } from '../sizes.ts'

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

/** Ticks at these moments, keeping the last slot as the database does: what ran, and what was left out. */
function ticked(one: Catching, ticks: readonly number[], timeZone: string) {
  let last: Done | null = null
  const ran: { slot: number; at: number; late: boolean }[] = []
  const left: number[] = []
  for (const now of ticks) {
    for (const decision of decideSlots(one, last, { now, timeZone })) {
      if (decision.do === 'run') ran.push({ slot: decision.slot, at: now, late: decision.late })
      if (decision.do === 'skip') left.push(decision.slot)
      const slot: number =
        decision.do === 'adopt' ? decision.slot : Math.max(last?.slot ?? decision.slot, decision.slot)
      last = { slot, at: now }
    }
  }
  return { ran, left }
}

describe('the last slot', () => {
  test('in Vietnam is what plain arithmetic finds, over ends of months, years and in leap years', () => {
    fc.assert(
      fc.property(anyRhythm, moment, (one, now) => {
        expect(latestSlot(one, now, HANOI)).toBe(plainSlot(one, now))
      }),
      { numRuns: sized({ quick: 100, usual: 500, long: 1000 }) },
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
      { numRuns: sized({ quick: 50, usual: 250, long: 500 }) },
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

describe('what to do about slots', () => {
  const daily = { every: 'day', at: '07:30' } as const
  const slot = Date.parse('2024-05-20T07:30:00+07:00')
  const job = { rhythm: daily, graceMs: HOUR }
  const decided = (lastDone: number | null, now: number, more: Partial<Catching> = {}) =>
    decideSlots({ ...job, ...more }, lastDone === null ? null : { slot: lastDone, at: lastDone }, {
      now,
      timeZone: HANOI,
    })

  test('the first time the newest is taken over, later it runs, on time or late, beyond its grace it is left out', () => {
    expect(decided(null, slot)).toEqual([{ do: 'adopt', slot }])
    expect(decided(slot - DAY, slot)).toEqual([{ do: 'run', slot, late: false }])
    expect(decided(slot - DAY, slot + 10 * 60_000)).toEqual([{ do: 'run', slot, late: false }])
    expect(decided(slot - DAY, slot + 11 * 60_000)).toEqual([{ do: 'run', slot, late: true }])
    expect(decided(slot - DAY, slot + HOUR)).toEqual([{ do: 'run', slot, late: true }])
    expect(decided(slot - DAY, slot + HOUR + 1)).toEqual([{ do: 'skip', slot }])
    expect(decided(slot, slot + HOUR)).toEqual([])
    expect(decided(slot, slot - HOUR)).toEqual([])
  })

  test('of several missed ones only the newest is made up for; the others are left out by name', () => {
    expect(decided(slot - 3 * DAY, slot + HOUR, { graceMs: 5 * DAY })).toEqual([
      { do: 'skip', slot: slot - 2 * DAY },
      { do: 'skip', slot: slot - DAY },
      { do: 'run', slot, late: true },
    ])
  })

  test('where what is done depends on the day, each one within the grace is made up for', () => {
    const each = { each: true, graceMs: 2 * DAY }
    expect(decided(slot - 4 * DAY, slot + HOUR, each).map(one => [one.do, (slot - one.slot) / DAY])).toEqual([
      ['skip', 3],
      ['skip', 2],
      ['run', 1],
      ['run', 0],
    ])
  })

  test('by a clock that was ahead by several slots, or left the last one out, it goes on anew', () => {
    const anew = [
      { do: 'adopt', slot: slot - DAY },
      { do: 'run', slot, late: true },
    ]
    expect(decided(slot + DAY, slot + HOUR)).toEqual([])
    expect(decided(slot + 2 * DAY, slot + HOUR)).toEqual(anew)
    const leftOut = { slot: slot + DAY, at: slot + DAY + 2 * HOUR }
    expect(decideSlots(job, leftOut, { now: slot + HOUR, timeZone: HANOI })).toEqual(anew)
    expect(decided(slot + 300 * DAY, slot + 2 * HOUR)).toEqual([{ do: 'adopt', slot }])
    const each = decided(slot + 9 * DAY, slot + HOUR, { each: true, graceMs: 2 * DAY })
    expect(each.map(one => [one.do, (slot - one.slot) / DAY])).toEqual([
      ['adopt', 2],
      ['run', 1],
      ['run', 0],
    ])
  })

  test('after a time with a clock that was ahead, however far, every slot that comes runs', () => {
    fc.assert(
      fc.property(anyRhythm, moment, fc.nat(90 * DAY), (rhythm, start, ahead) => {
        const made = { rhythm, graceMs: 3 * DAY }
        const days = [0, 1, 2].map(day => start + day * DAY)
        const later = Array.from({ length: 34 }, (_, day) => start + (3 + day) * DAY)
        const { ran } = ticked(made, [...days, start + 2 * DAY + ahead, ...later], HANOI)
        const [from = 0, to = 0] = [later[0], later.at(-1)]
        const coming = slotsBetween(rhythm, { after: from, now: to, timeZone: HANOI, limit: 1_000 })
        const done = new Set(ran.map(run => run.slot))
        expect(coming.filter(one => !done.has(one))).toEqual([])
      }),
      { numRuns: sized({ quick: 20, usual: 30, long: 500 }) },
    )
  })

  test('however often the program stops and however the clock jumps, each slot runs once or is left out once', () => {
    const steps = fc.array(fc.oneof(fc.nat(90 * 60_000), fc.integer({ min: -2 * HOUR, max: 5 * DAY })), {
      maxLength: 80,
    })
    fc.assert(
      fc.property(anyRhythm, moment, steps, fc.boolean(), (rhythm, start, waits, each) => {
        let now = start
        const ticks = [start, ...waits.map(wait => (now += wait))]
        const { ran, left } = ticked({ rhythm, graceMs: 3 * DAY, each }, ticks, HANOI)
        const seen = [...ran.map(run => run.slot), ...left].toSorted((a, b) => a - b)
        const after = latestSlot(rhythm, start, HANOI)
        const last = Math.max(...ticks)
        expect(seen).toEqual(slotsBetween(rhythm, { after, now: last, timeZone: HANOI, limit: 1_000 }))
        for (const run of ran) expect(run.at).toBeGreaterThanOrEqual(run.slot)
      }),
      { numRuns: 200 },
    )
  })
})
