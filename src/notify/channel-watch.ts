import type { Channel, ChannelName, Delivery, Probe, Retry } from '../channels/channel.ts'
import type { Trouble } from './choose.ts'

/** How sending over a channel stands, for /healthz, the metrics and whoever must be told. */
export interface Standing extends Trouble {
  cause: string
}

/** What is learned of a channel from what became of its messages, and by asking the platform. */
export interface ChannelWatch {
  /** Why the channel cannot be used; null when it can, also for a trial after trouble. */
  trouble(now: number): Standing | null
  /** The same, without the trial: as long as nothing has been delivered since. */
  standing(): Standing | null
  /** How many messages may be on their way at once. */
  room(now: number): number
  /** Until when it rests because the platform said so (or is taken to have), milliseconds; 0 where it never did. */
  rests(): number
  /** When the channel is looked at or may be used again; null when it can be used. */
  next(now: number): number | null
  /**
   * Learns from a delivery into the chat. Resolves to true when not the chat but the channel is in trouble: asks the
   * platform where that is not clear.
   * @param fresh whether something went into the chat just before, so that a limit is likely to be the chat's.
   */
  learn(chat: number, delivery: Delivery, fresh: boolean): Promise<boolean>
  /** Asks the platform again, when it is time to. */
  look(): Promise<void>
}

export interface WatchDeps {
  channel: Pick<Channel, 'name' | 'probe'>
  now: () => number
  random: () => number
  /** The channel fell out, is refused, or works again. */
  changed: (channel: ChannelName, standing: Standing | null) => void
  /** A channel that refused the bot says that it is there: a message is tried. */
  trying: (channel: ChannelName) => void
}

const AT_ONCE = 24
/** While nobody knows whether the platform serves at all. */
const AT_ONCE_IN_DOUBT = 4
/** So many chats in a row that could not be reached: from then on one message at a time, although the platform says that it is there. */
const CHATS_OF_DOUBT = 6
const PROBE_EVERY_MS = { out: 3_000, refused: 15_000 }
/** A limit that does not say whose it is rests everybody, but no longer than this before another chat is tried. */
const LONGEST_GUESS_MS = 10_500
/** How long a channel rests where the platform names no time: it doubles up to the longest. */
const FLOOD_WAITS = { first: 5_000, longest: 5 * 60_000 }

export function createChannelWatch({ channel, now, random, changed, trying }: WatchDeps): ChannelWatch {
  let standing: Standing | null = null
  /** After trouble, one message at a time until one has arrived. */
  let trial = false
  let nextProbe = 0
  let restUntil = 0
  let restSince = 0
  let floods = 0
  let asking: Promise<Probe> | null = null
  const unreached = new Set<number>()

  function fall(cause: string, refused: boolean): void {
    const at = now()
    const before = standing
    standing = { since: before?.since ?? at, cause, refused }
    trial = false
    const every = refused ? PROBE_EVERY_MS.refused : PROBE_EVERY_MS.out
    nextProbe = at + every * (0.7 + 0.6 * random())
    if (before === null || before.refused !== refused) changed(channel.name, standing)
  }

  function works(): void {
    const before = standing
    standing = null
    trial = false
    floods = 0
    unreached.clear()
    if (before !== null) changed(channel.name, null)
  }

  async function ask(): Promise<Probe> {
    asking ??= channel.probe().finally(() => (asking = null))
    return await asking
  }

  /** A limit: the chat's where something went there just before, else everybody's until another chat shows that it is not. */
  function flooded({ afterMs, named, scope }: Retry, fresh: boolean): boolean {
    if (scope === 'chat' || (scope === 'unclear' && fresh)) return false
    floods++
    const at = now()
    const wait = Math.min(FLOOD_WAITS.longest, FLOOD_WAITS.first * 2 ** (floods - 1))
    const until = named ? afterMs : at + wait * (0.5 + random() / 2)
    if (restUntil <= at) restSince = at
    const guess = scope === 'unclear' && floods === 1 ? Math.min(until, at + LONGEST_GUESS_MS) : until
    restUntil = Math.max(restUntil, guess)
    return scope === 'channel' || floods > 1
  }

  async function unclear(chat: number, cause: string): Promise<boolean> {
    if (standing !== null && !trial) return true
    const probe = await ask()
    if (!probe.ok) {
      fall(probe.cause, probe.down)
      return true
    }
    unreached.add(chat)
    if (standing !== null) fall(cause, standing.refused)
    return false
  }

  return {
    trouble(at) {
      if (standing !== null && !trial) return standing
      // A long rest that the platform asked for: a person's next channel may take over.
      const rests = restUntil > at && restUntil - restSince > LONGEST_GUESS_MS
      return rests ? { since: restSince, cause: 'asked to wait', refused: false } : null
    },
    standing: () => standing,
    room(at) {
      if ((standing !== null && !trial) || restUntil > at) return 0
      if (trial || floods > 0 || unreached.size >= CHATS_OF_DOUBT) return 1
      return asking === null ? AT_ONCE : AT_ONCE_IN_DOUBT
    },
    rests: () => restUntil,
    next(at) {
      if (restUntil > at) return restUntil
      return standing !== null && !trial ? Math.max(at, nextProbe) : null
    },
    async learn(chat, delivery, fresh) {
      if (delivery.outcome === 'channel_down') {
        fall(delivery.cause, true)
        return true
      }
      if (delivery.outcome !== 'retry') {
        // Whoever says that a chat is gone, or a message wrong, is there.
        if (delivery.outcome === 'sent' || standing === null || !standing.refused) works()
        return false
      }
      if (delivery.scope === 'message') return false
      if (delivery.named || delivery.scope === 'channel') return flooded(delivery, fresh)
      if (delivery.scope === 'chat') return false
      return await unclear(chat, delivery.cause)
    },
    async look() {
      if (standing === null || trial || now() < nextProbe) return
      const { since, cause, refused } = standing
      nextProbe = now() + PROBE_EVERY_MS.out
      const probe = await ask()
      if (!probe.ok) return fall(probe.cause, probe.down)
      // A refused bot is believed only when a message has arrived; a platform that is back is believed at once.
      if (!refused) return works()
      standing = { since, cause, refused }
      trial = true
      trying(channel.name)
    },
  }
}
