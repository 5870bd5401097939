import type { ChannelName } from '../channels/channel.ts'
import { type Bucket, type Rate, refill, waitForToken } from './token-bucket.ts'

/** How fast a channel may be used in all, and for one chat; null is as fast as it goes. */
export type Limits = Record<ChannelName, { channel: Rate | null; chat: Rate | null }>

/** Under what the platforms are known to stand: Telegram about 30 a second, one for each chat; Zalo publishes nothing. */
export const LIMITS: Limits = {
  telegram: { channel: { perSecond: 25, burst: 25 }, chat: { perSecond: 1, burst: 1 } },
  'zalo-bot': { channel: { perSecond: 5, burst: 5 }, chat: { perSecond: 1, burst: 3 } },
  web: { channel: null, chat: null },
}

export interface Pace {
  /** The first moment, now or later, at which something may be sent to the chat. */
  free(channel: ChannelName, chat: number, now: number): number
  /** Counts a sending. */
  took(channel: ChannelName, chat: number, now: number): void
}

/** Buckets beyond this are looked through for full ones, which need not be kept. */
const MANY_BUCKETS = 5_000

export function createPace(limits: Limits): Pace {
  const buckets = new Map<string, { bucket: Bucket; rate: Rate }>()

  function keysOf(channel: ChannelName, chat: number): [string, Rate][] {
    const { channel: whole, chat: one } = limits[channel]
    const keys: [string, Rate | null][] = [
      [channel, whole],
      [`${channel}/${chat}`, one],
    ]
    return keys.flatMap(([key, rate]) => (rate === null ? [] : [[key, rate] satisfies [string, Rate]]))
  }

  function forgetFull(now: number): void {
    for (const [key, { bucket, rate }] of buckets)
      if (refill(bucket, rate, now).tokens >= rate.burst) buckets.delete(key)
  }

  return {
    free(channel, chat, now) {
      const waits = keysOf(channel, chat).map(([key, rate]) =>
        waitForToken(refill(buckets.get(key)?.bucket, rate, now), rate),
      )
      return now + Math.max(0, ...waits)
    },
    took(channel, chat, now) {
      for (const [key, rate] of keysOf(channel, chat)) {
        const { tokens } = refill(buckets.get(key)?.bucket, rate, now)
        buckets.set(key, { bucket: { tokens: tokens - 1, at: now }, rate })
      }
      if (buckets.size > MANY_BUCKETS) forgetFull(now)
    },
  }
}
