import type { ChannelName, Delivery } from '../channels/channel.ts'
import { backOff } from '../lib/back-off.ts'

/** What is learned about the health of channels and chats from what became of messages. */
export interface Holds {
  /** Until when the channel rests, and why; null when it does not. */
  channel(name: ChannelName, now: number): { until: number; cause: string } | null
  /** Until when the chat waits (0: it does not), so that nothing overtakes a message that will be tried again. */
  chat(id: number, now: number): number
  holdChat(id: number, until: number, now: number): void
  /** Whether the channel is being tried out after failures: one message at a time. */
  failing(name: ChannelName): boolean
  /**
   * Learns from a delivery. True when it shows an outage of the channel rather than a fault of one message.
   * @param healthy whether the channel itself says that it works.
   */
  learn(name: ChannelName, chat: number, delivery: Delivery, healthy: boolean, now: number): boolean
}

/** So many chats that could not be reached in a row make an outage. */
const CHATS_OF_AN_OUTAGE = 3
const OUTAGE_WAITS = { first: 5_000, longest: 5 * 60_000 }
const DOWN_MS = 5 * 60_000
/** Order within a chat is kept at most this long: then what follows may pass. */
const LONGEST_CHAT_HOLD_MS = 60_000

interface State {
  /** Chats not reached since the last that was. */
  unreached: Set<number>
  outages: number
  until: number
  cause: string
}

export function createHolds(): Holds {
  const states = new Map<ChannelName, State>()
  const chats = new Map<number, number>()

  function stateOf(name: ChannelName): State {
    const state = states.get(name) ?? { unreached: new Set(), outages: 0, until: 0, cause: '' }
    states.set(name, state)
    return state
  }

  function rest(state: State, until: number, cause: string): void {
    state.until = Math.max(state.until, until)
    state.cause = cause
  }

  return {
    channel(name, now) {
      const { until, cause } = stateOf(name)
      return until > now ? { until, cause } : null
    },
    chat(id, now) {
      const until = chats.get(id) ?? 0
      if (until > now) return until
      chats.delete(id)
      return 0
    },
    holdChat(id, until, now) {
      chats.set(id, Math.min(until, now + LONGEST_CHAT_HOLD_MS))
    },
    failing: name => stateOf(name).outages > 0,
    learn(name, chat, delivery, healthy, now) {
      const state = stateOf(name)
      if (delivery.outcome === 'channel_down') {
        state.outages++
        rest(state, now + DOWN_MS, delivery.cause)
        return true
      }
      if (delivery.outcome !== 'retry') {
        states.delete(name)
        return false
      }
      state.unreached.add(chat)
      const outage = !healthy || state.unreached.size >= CHATS_OF_AN_OUTAGE
      if (!outage) return false
      state.outages++
      rest(state, Math.max(delivery.afterMs, now + backOff(state.outages, OUTAGE_WAITS)), delivery.cause)
      return true
    },
  }
}
