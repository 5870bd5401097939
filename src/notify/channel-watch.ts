import type { Delivery } from '../channels/channel.ts'
import { createChannelRest } from './channel-rest.ts'
import { createChannelStanding, type Standing, type StandingDeps } from './channel-standing.ts'

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
  /** Stands as it stood for an earlier process, until the platform has been asked. */
  resume(known: Standing): void
  /** Asks the platform again, when it is time to. */
  look(): Promise<void>
}

const AT_ONCE = 24
/** While nobody knows whether the platform serves at all. */
const AT_ONCE_IN_DOUBT = 4
/** So many chats in a row that could not be reached: from then on one message at a time, although the platform says that it is there. */
const CHATS_OF_DOUBT = 6

export function createChannelWatch(deps: StandingDeps): ChannelWatch {
  const rest = createChannelRest(deps.now, deps.random)
  const unreached = new Set<number>()
  const channel = createChannelStanding(deps, () => {
    rest.delivered()
    unreached.clear()
  })

  async function unclear(chat: number, cause: string): Promise<boolean> {
    if (channel.out() !== null) return true
    const probe = await channel.ask()
    if (!probe.ok) {
      channel.fall(probe.cause, probe.down)
      return true
    }
    unreached.add(chat)
    const standing = channel.standing()
    if (standing !== null) channel.fall(cause, standing.refused)
    return false
  }

  return {
    trouble(at) {
      const out = channel.out()
      if (out !== null) return out
      const since = rest.longSince(at)
      if (since === null) return null
      return { since, until: rest.until(), cause: 'asked to wait', refused: false }
    },
    standing: () => channel.standing(),
    room(at) {
      if (channel.out() !== null || rest.until() > at) return 0
      if (channel.onTrial() || rest.isCareful() || unreached.size >= CHATS_OF_DOUBT) return 1
      return channel.isAsked() ? AT_ONCE_IN_DOUBT : AT_ONCE
    },
    rests: () => rest.until(),
    next(at) {
      if (rest.until() > at) return rest.until()
      return channel.out() === null ? null : Math.max(at, channel.nextProbe())
    },
    async learn(chat, delivery, fresh) {
      if (delivery.outcome === 'channel_down') {
        channel.fall(delivery.cause, true)
        return true
      }
      if (delivery.outcome !== 'retry') {
        // Whoever says that a chat is gone, or a message wrong, is there.
        if (delivery.outcome === 'sent' || channel.standing()?.refused !== true) channel.works()
        return false
      }
      if (delivery.scope === 'message') return false
      if (delivery.named || delivery.scope === 'channel') return rest.flooded(delivery, { chat, fresh })
      if (delivery.scope === 'chat') return false
      return await unclear(chat, delivery.cause)
    },
    resume: known => channel.resume(known),
    look: async () => await channel.look(),
  }
}
