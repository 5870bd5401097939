import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPace, pacesOf } from '../../src/notify/pace.ts'
import { TELEGRAM_LIMITS } from '../../src/channels/telegram/abilities.ts'
import { WEB_LIMITS } from '../../src/channels/web/abilities.ts'
import { ZALO_BOT_LIMITS } from '../../src/channels/zalo-bot/abilities.ts'
import { refill, waitForToken } from '../../src/notify/token-bucket.ts'

describe('the token bucket', () => {
  it('never lets more through than the burst and the rate allow, in any window', () => {
    const rates = fc.record({
      perSecond: fc.integer({ min: 1, max: 50 }),
      burst: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(rates, fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }), (rate, gaps) => {
        let bucket = refill(undefined, rate, 0)
        let now = 0
        const taken: number[] = []
        for (const gap of gaps) {
          now += gap
          bucket = refill(bucket, rate, now)
          if (waitForToken(bucket, rate) > 0) continue
          bucket = { ...bucket, tokens: bucket.tokens - 1 }
          taken.push(now)
        }
        for (const [i, from] of taken.entries())
          for (const [j, to] of taken.slice(i).entries())
            expect(j + 1).toBeLessThanOrEqual(rate.burst + ((to - from) * rate.perSecond) / 1_000 + 1e-9)
      }),
    )
  })

  it('says exactly how long to wait', () => {
    const rate = { perSecond: 4, burst: 1 }
    const empty = { tokens: 0, at: 1_000 }
    expect(waitForToken(empty, rate)).toBe(250)
    expect(waitForToken(refill(empty, rate, 1_249), rate)).toBe(1)
    expect(waitForToken(refill(empty, rate, 1_250), rate)).toBe(0)
  })

  it('gains nothing from a clock that goes back', () => {
    expect(refill({ tokens: 0.5, at: 1_000 }, { perSecond: 1, burst: 1 }, 0)).toEqual({ tokens: 0.5, at: 0 })
  })
})

const PACES = pacesOf(
  new Map([
    ['telegram', { limits: TELEGRAM_LIMITS }],
    ['zalo-bot', { limits: ZALO_BOT_LIMITS }],
    ['web', { limits: WEB_LIMITS }],
  ]),
)

describe('the pace', () => {
  it('holds a chat to one a second and the channel to its rate, each channel apart', () => {
    const pace = createPace(PACES)
    expect(pace.free('telegram', 1, 0)).toBe(0)
    pace.took('telegram', 1, 0)
    expect(pace.free('telegram', 1, 0)).toBe(1_000)
    expect(pace.free('telegram', 2, 0)).toBe(34)
    expect(pace.free('zalo-bot', 1, 0)).toBe(0)
    pace.took('zalo-bot', 1, 0)
    expect(pace.free('zalo-bot', 2, 0)).toBe(200)
    pace.took('web', 1, 0)
    expect(pace.free('web', 1, 0)).toBe(0)
  })

  it('keeps no account of chats that have rested', () => {
    const pace = createPace(PACES)
    for (let chat = 0; chat < 20_000; chat++) pace.took('telegram', chat, chat * 50)
    expect(pace.free('telegram', 0, 20_000 * 50)).toBe(20_000 * 50)
  })
})
