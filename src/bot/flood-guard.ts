import { MINUTE_MS } from '../core/durations.ts'

/** What is done with a message of a chat: it is answered, answered with a word about patience, or not at all. */
export type Admission = 'answer' | 'ask_patience' | 'silence'

/** So many messages of one chat are answered within a minute. */
export const MESSAGES_A_MINUTE = 20
/** Beyond so many chats those that have been quiet are forgotten. */
const MOST_CHATS = 10_000

/** Counts the messages of each chat: beyond its measure a chat is asked once to be patient, then it gets no answer until it was. */
export function createFloodGuard(): { admit(chat: string, now: number): Admission } {
  const chats = new Map<string, { at: number[]; asked: boolean }>()

  function forgetQuiet(now: number): void {
    for (const [chat, { at }] of chats) if ((at.at(-1) ?? 0) <= now - MINUTE_MS) chats.delete(chat)
  }

  return {
    admit(chat, now) {
      const state = chats.get(chat) ?? { at: [], asked: false }
      state.at = state.at.filter(moment => moment > now - MINUTE_MS)
      if (state.at.length < MESSAGES_A_MINUTE) {
        state.at.push(now)
        state.asked = false
        chats.set(chat, state)
        if (chats.size > MOST_CHATS) forgetQuiet(now)
        return 'answer'
      }
      if (state.asked) return 'silence'
      state.asked = true
      return 'ask_patience'
    },
  }
}
