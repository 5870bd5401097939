import type { Retry } from '../channels/channel.ts'

/** A limit that does not say whose it is rests everybody, where it is no longer than this; behind a longer one nobody waits who has another chat. */
export const LONGEST_REST_MS = 10_500
/** A longer one is hardly the whole bot's while its pace is kept: after this another chat is tried. */
const GUESS_OF_LONG_MS = 5_000
/** After so long of a longer one a message shows whether it is true: an absurd one silences nobody for an hour. */
const LONGEST_BELIEVED_MS = 5 * 60_000
/** A limit met so long after the end of another belongs to it, where nothing was delivered in between. */
const SAME_MS = 60_000
/** How long a channel rests where the platform names no time: it doubles up to the longest. */
const FLOOD_WAITS = { first: 5_000, longest: 5 * 60_000 }

/** How a channel rests because the platform said so, or is taken to have. All moments in milliseconds. */
export interface ChannelRest {
  /**
   * A limit: the chat's where something went there just before (`fresh`) or where it has one already, else everybody's until
   * another chat shows that it is not. True when it is everybody's for sure.
   */
  flooded(limit: Retry, of: { chat: number; fresh: boolean }): boolean
  /** Until when it rests; 0 where it never did. */
  until(): number
  /** Since when it rests, where it is long enough for a person's next channel to take over; else null. */
  longSince(at: number): number | null
  /** A limit was met and nothing has been delivered since. */
  isCareful(): boolean
  /** Something was delivered. */
  delivered(): void
}

export function createChannelRest(now: () => number, random: () => number): ChannelRest {
  let until = 0
  let since = 0
  let floods = 0
  const limited = new Map<number, number>()

  /** Notes that the chat is limited, and tells whether it was. */
  function noteLimit(chat: number, limitedTo: number, at: number): boolean {
    const before = limited.get(chat) ?? 0
    for (const [one, end] of limited) if (end <= at) limited.delete(one)
    limited.set(chat, Math.max(before, limitedTo))
    return before > at
  }

  return {
    flooded({ afterMs, named, scope }, { chat, fresh }) {
      const at = now()
      const isKnown = named && noteLimit(chat, afterMs, at)
      if (scope === 'chat' || (scope === 'unclear' && (fresh || isKnown))) return false
      floods++
      const wait = Math.min(FLOOD_WAITS.longest, FLOOD_WAITS.first * 2 ** (floods - 1))
      const asked = named ? afterMs : at + wait * (0.5 + random() / 2)
      const isAnother = until <= at && (floods === 1 || at - until > SAME_MS)
      if (isAnother || since > at) [since, until] = [at, at]
      const isGuess = scope === 'unclear' && floods === 1 && asked - at > LONGEST_REST_MS
      until = Math.max(until, isGuess ? at + GUESS_OF_LONG_MS : Math.min(asked, at + LONGEST_BELIEVED_MS))
      return scope === 'channel' || floods > 1
    },
    // A rest that begins later than now began by a clock that was wrong.
    until: () => (since > now() ? 0 : until),
    longSince: at => (since <= at && until > at && until - since > LONGEST_REST_MS ? since : null),
    isCareful: () => floods > 0,
    delivered() {
      floods = 0
    },
  }
}
