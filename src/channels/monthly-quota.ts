import type { Clock } from '../lib/clock.ts'
import type { MessagePurpose } from '../lib/message.ts'
import type { ChannelAlarm, ChannelKeep } from './channel-keep.ts'

/** What a platform allows one bot in a month. */
export interface Quota {
  /** Messages in both directions. */
  messages: number
  people: number
}

/** Shares of the month's messages, percent. */
const TELL_AT = 70
const SHORT_FROM = 90
/** From here on no more of this purpose goes out: answers are the last to stop. */
const HELD_FROM: Record<MessagePurpose, number> = { digest: 96, alert: 99, answer: 100 }

/** How a message may go. `until`: milliseconds, when the month turns. */
export type Allowance = { go: 'whole' } | { go: 'short' } | { go: 'later'; until: number }

export interface MonthlyQuota {
  /** Whether a message of so many calls may go now. */
  allows(purpose: MessagePurpose, calls: number): Promise<Allowance>
  sent(calls: number): Promise<void>
  /** A message came in from somebody, who may be new. */
  received(address: string): Promise<void>
}

/**
 * Keeps a bot within its month: tells an operator at 70 %, from 90 % on sends digests as one short text, and holds what
 * is least urgent first, until the month turns. Without a quota it only counts.
 */
export function createMonthlyQuota(deps: {
  channel: string
  quota: Quota | null
  keep: ChannelKeep
  clock: Clock
  alarm: (alarm: ChannelAlarm) => void
}): MonthlyQuota {
  const { channel, quota, keep, clock, alarm } = deps

  async function used(): Promise<number> {
    const { sent = 0, received = 0 } = await keep.counts(clock.now())
    return sent + received
  }

  async function tell(): Promise<void> {
    if (quota === null) return
    const [of, count] = [quota.messages, await used()]
    const percent = [SHORT_FROM, TELL_AT].find(one => count * 100 >= one * of)
    const { key } = keep.month(clock.now())
    if (percent === undefined) return
    alarm({ channel, key: `quota:${key}:${percent}`, about: { what: 'quota', percent, used: count, of } })
  }

  return {
    async allows(purpose, calls) {
      if (quota === null) return { go: 'whole' }
      const [count, of] = [await used(), quota.messages]
      const { ends } = keep.month(clock.now())
      const share = (count * 100) / of
      if (share >= HELD_FROM[purpose] || count + 1 > of) return { go: 'later', until: ends }
      const short = purpose === 'digest' && share >= SHORT_FROM
      return short || count + calls > of ? { go: 'short' } : { go: 'whole' }
    },
    async sent(calls) {
      await keep.count('sent', calls, clock.now())
      await tell()
    },
    async received(address) {
      const now = clock.now()
      await keep.count('received', 1, now)
      const known = await keep.contact(address)
      await keep.heard(address, { heardAt: now, follows: true })
      if (known === null && quota !== null) {
        const [count, of] = [await keep.people(), quota.people]
        if (count * 100 >= TELL_AT * of)
          alarm({ channel, key: `people:${count >= of}`, about: { what: 'people', count, of } })
      }
      await tell()
    },
  }
}
