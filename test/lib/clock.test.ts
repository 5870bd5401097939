import { expect, test } from 'vitest'
import { watchedClock } from '../../src/lib/clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A clock on the wall that can be put wrong, and a steady one that only counts. */
function clocks() {
  const at = { wall: 1_000 * DAY, steady: 5 }
  const pass = (ms: number) => {
    at.wall += ms
    at.steady += ms
  }
  const clock = watchedClock(
    () => at.wall,
    () => at.steady,
  )
  return { at, pass, clock, doubted: () => (clock.doubtedUntil?.() ?? 0) - at.wall }
}

test('time that passes is believed, however long nobody looks', () => {
  const { pass, doubted } = clocks()
  pass(500 * DAY)
  expect(doubted()).toBeLessThan(0)
})

test('a clock that leaps far ahead is not believed for ten minutes, then it is', () => {
  const { at, pass, doubted } = clocks()
  at.wall += 400 * DAY
  expect(doubted()).toBe(10 * 60_000)
  pass(9 * 60_000)
  expect(doubted()).toBe(60_000)
  pass(60_000)
  expect(doubted()).toBeLessThan(0)
})

test('it is believed at once when it comes back, and a clock that is corrected a little always', () => {
  const { at, pass, doubted } = clocks()
  at.wall += 400 * DAY
  expect(doubted()).toBeGreaterThan(0)
  at.wall -= 400 * DAY
  expect(doubted()).toBeLessThan(0)
  for (const step of [2 * HOUR, -3 * HOUR, 2 * HOUR]) {
    at.wall += step
    pass(1_000)
    expect(doubted()).toBeLessThan(0)
  }
})

test('a process that begins long after the last one stopped waits for its clock to be put right', () => {
  const { at, pass, clock, doubted } = clocks()
  clock.resume?.(at.wall - 59 * DAY)
  expect(doubted()).toBeLessThan(0)
  clock.resume?.(at.wall - 61 * DAY)
  expect(doubted()).toBe(10 * 60_000)
  pass(10 * 60_000)
  expect(doubted()).toBeLessThan(0)
})
