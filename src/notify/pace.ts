import type { Channel, ChannelName, Limit } from '../channels/channel.ts'
import { type Bucket, type Rate, refill, waitForToken } from './token-bucket.ts'

/** How fast a channel may be used in all, and for one chat; null is as fast as it goes. */
export type Paces = (channel: ChannelName) => { channel: Rate | null; chat: Rate | null }

/** The paces that the channels declare. */
export function pacesOf(channels: ReadonlyMap<ChannelName, Pick<Channel, 'limits'>>): Paces {
  return name => {
    const { channel = null, chat = null } = channels.get(name)?.limits ?? {}
    return { channel: rateOf(channel), chat: rateOf(chat) }
  }
}

/** Evenly spread, so that no stretch holds more than the limit. */
function rateOf(limit: Limit | null): Rate | null {
  return limit && { perSecond: (limit.calls * 1_000) / limit.ms, burst: 1 }
}

export interface Pace {
  /** The first moment, now or later, at which something may be sent to the chat. */
  free(channel: ChannelName, chat: number, now: number): number
  /** Counts a sending. */
  took(channel: ChannelName, chat: number, now: number): void
}

/** Buckets beyond this are looked through for full ones, which need not be kept. */
const MANY_BUCKETS = 5_000

export function createPace(paces: Paces): Pace {
  const buckets = new Map<string, { bucket: Bucket; rate: Rate }>()

  function keysOf(channel: ChannelName, chat: number): [string, Rate][] {
    const { channel: whole, chat: one } = paces(channel)
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
