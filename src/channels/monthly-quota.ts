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
const USED_UP = 100
/** From here on no more of this purpose goes out: answers are the last to stop. */
const HELD_FROM: Record<MessagePurpose, number> = { digest: 96, alert: 99, answer: 100 }

/** What strangers write counts as people's who join, for at most this part of the month's messages. */
const JOINING_PART = 20

/** How a message may go. `until`: milliseconds, when the month turns. */
export type Allowance = { go: 'whole' } | { go: 'short' } | { go: 'later'; until: number }

export interface MonthlyQuota {
  /** Whether a message of so many calls may go now. */
  allows(purpose: MessagePurpose, calls: number): Promise<Allowance>
  sent(address: string, calls: number): Promise<void>
  /** A message came in from somebody, who may be new. */
  received(address: string): Promise<void>
  /** Looks at once how the month stands. */
  look(): Promise<void>
  /** Whether it is used up for those whom the bot serves, as it was last seen. */
  isUsedUp(): boolean
}

/**
 * Keeps a bot within its month: tells an operator at 70, 90 and 100 % of all that the platform counts, from 90 % on sends
 * digests as one short text, and holds what is least urgent first, until the month turns. What is held goes by what was
 * exchanged with people who are linked: strangers are counted apart, lest one of them silences the bot for all others.
 * Without a quota it only counts.
 */
export function createMonthlyQuota(deps: {
  channel: string
  quota: Quota | null
  keep: ChannelKeep
  clock: Clock
  alarm: (alarm: ChannelAlarm) => void
}): MonthlyQuota {
  const { channel, quota, keep, clock, alarm } = deps

  let usedUpUntil = 0

  /** `own`: exchanged with people who are linked; `all`: with anybody. */
  async function used(): Promise<{ own: number; all: number }> {
    const now = clock.now()
    const { sent = 0, received = 0, strangers = 0 } = await keep.counts(now)
    const own = sent + received + joiningOf(strangers, quota)
    usedUpUntil = quota !== null && own >= quota.messages ? keep.month(now).ends : 0
    return { own, all: sent + received + strangers }
  }

  async function tell(): Promise<void> {
    if (quota === null) return
    const [of, { all }] = [quota.messages, await used()]
    const percent = [USED_UP, SHORT_FROM, TELL_AT].find(one => all * 100 >= one * of)
    const { key } = keep.month(clock.now())
    if (percent === undefined) return
    alarm({ channel, key: `quota:${key}:${percent}`, about: { what: 'quota', percent, used: all, of } })
  }

  return {
    async allows(purpose, calls) {
      if (quota === null) return { go: 'whole' }
      const [{ own: count }, of] = [await used(), quota.messages]
      const { ends } = keep.month(clock.now())
      const share = (count * 100) / of
      if (share >= HELD_FROM[purpose] || count + 1 > of) return { go: 'later', until: ends }
      const short = purpose === 'digest' && share >= SHORT_FROM
      return short || count + calls > of ? { go: 'short' } : { go: 'whole' }
    },
    async sent(address, calls) {
      await keep.count(await countedAs(keep, address, 'sent'), calls, clock.now())
      await tell()
    },
    async received(address) {
      const now = clock.now()
      await keep.count(await countedAs(keep, address, 'received'), 1, now)
      const known = await keep.contact(address)
      await keep.heard(address, { heardAt: now, follows: true })
      if (known === null && quota !== null) {
        const [count, of] = [await keep.people(), quota.people]
        if (count * 100 >= TELL_AT * of)
          alarm({ channel, key: `people:${count >= of}`, about: { what: 'people', count, of } })
      }
      await tell()
    },
    look: tell,
    isUsedUp: () => clock.now() < usedUpUntil,
  }
}

/** Whoever joins writes a code before being known: so many of strangers' messages are people's. */
function joiningOf(strangers: number, quota: Quota | null): number {
  return Math.min(strangers, quota?.people ?? 0, Math.floor((quota?.messages ?? 0) / JOINING_PART))
}

async function countedAs<Way extends 'sent' | 'received'>(
  keep: ChannelKeep,
  address: string,
  way: Way,
): Promise<Way | 'strangers'> {
  return (await keep.isLinked(address)) ? way : 'strangers'
}
