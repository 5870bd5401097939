import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { believed, freeAt, leftBy, pacedBy, rhythmOf } from '../../src/notify/pace.ts'
import { TELEGRAM_LIMITS } from '../../src/channels/telegram/abilities.ts'

const FREE = { channel: null, chat: null, group: null }

/** Calls as fast as the rhythm lets them, each after a gap of its own: when they were made. */
function made(limit: { calls: number; ms: number }, gaps: readonly number[]): number[] {
  const rhythm = rhythmOf(limit)
  let left: number | null = null
  let now = 0
  return gaps.map(gap => {
    now = freeAt(left, rhythm, now + gap)
    left = leftBy(left, rhythm, now)
    return now
  })
}

describe('the pace', () => {
  it('never makes more calls than the platform takes, in any stretch, whatever went before', () => {
    const limits = fc.record({
      calls: fc.integer({ min: 1, max: 60 }),
      ms: fc.constantFrom(1_000, 5_000, 60_000),
    })
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(200), fc.nat(200_000)), { maxLength: 200 })
    fc.assert(
      fc.property(limits, gaps, (limit, waits) => {
        const at = made(limit, waits)
        for (const [i, from] of at.entries()) {
          const within = at.slice(i).filter(moment => moment - from < limit.ms)
          expect(within.length).toBeLessThanOrEqual(limit.calls)
        }
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['30 a second', { calls: 30, ms: 1_000 }, 3_321, 125],
    ['one a second', { calls: 1, ms: 1_000 }, 60, 63],
    ['20 a minute', { calls: 20, ms: 60_000 }, 60, 215],
  ])('comes close to %s', (_name, limit, calls, seconds) => {
    const at = made(
      limit,
      Array.from({ length: calls }, () => 0),
    )
    expect((at.at(-1) ?? 0) / 1_000).toBeLessThanOrEqual(seconds)
  })

  it('gains nothing from a clock that goes back', () => {
    const rhythm = rhythmOf({ calls: 30, ms: 1_000 })
    let left: number | null = null
    for (let calls = 0; calls < rhythm.burst; calls++) left = leftBy(left, rhythm, 1_000_000)
    expect(freeAt(left, rhythm, 900_000)).toBeGreaterThanOrEqual(1_000_000)
  })

  it('waits for no moment that no bucket can hold: a clock that was ahead has written it', () => {
    const [whole, chat] = pacedBy('telegram', TELEGRAM_LIMITS, 7, false)
    const [, group] = pacedBy('telegram', TELEGRAM_LIMITS, 7, true)
    const now = 1_000_000
    for (const paced of [whole, chat, group]) {
      if (paced === undefined) throw new Error('not paced')
      const { rhythm } = paced
      expect(freeAt(believed(now + 2 * 3_600_000, paced, now), rhythm, now)).toBe(now)
      // What a full bucket holds is waited for as ever.
      let left: number | null = null
      for (let calls = 0; calls < rhythm.burst; calls++) left = leftBy(left, rhythm, now)
      expect(believed(left, paced, now)).toBe(left)
    }
  })

  it('knows the channel and the chat, the group in place of the chat, and nothing where all goes', () => {
    expect(pacedBy('telegram', TELEGRAM_LIMITS, 7, false).map(({ key }) => key)).toEqual([
      'telegram',
      'telegram/7',
    ])
    const [, chat] = pacedBy('telegram', TELEGRAM_LIMITS, 7, false)
    const [, group] = pacedBy('telegram', TELEGRAM_LIMITS, 7, true)
    expect([chat?.rhythm.burst, group?.rhythm.burst]).toEqual([1, 4])
    expect(pacedBy('web', FREE, 7, false)).toEqual([])
  })
})
