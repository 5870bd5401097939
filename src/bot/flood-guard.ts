import { isRecent, MINUTE_MS } from '../core/durations.ts'

/** What is done with a message of a chat: it is answered, answered with a word about patience, or not at all. */
export type Admission = 'answer' | 'ask_patience' | 'silence'

/** Longest text that is read as a question, in UTF-16 units. */
export const LONGEST_TEXT = 1_000
/** So many messages of one chat are answered within a minute. */
export const MESSAGES_A_MINUTE = 20
/** So many of a chat wait while one is being answered. */
const MOST_WAITING = 2
/** Who writes no faster than that within so long waits because of us, and is answered all the same. */
const QUICK_MS = 10_000
/** Beyond so many chats those that have been quiet are forgotten. */
const MOST_CHATS = 10_000

export interface FloodGuard {
  /** @param unanswered how many messages of the chat have no answer yet, this one included. */
  admit(chat: string, now: number, unanswered: number): Admission
}

/** Counts the messages of each chat: beyond its measure a chat is asked to be patient, once a minute, and gets no answer until it was. */
export function createFloodGuard(): FloodGuard {
  const chats = new Map<string, { at: number[]; askedAt: number | null }>()

  function forgetQuiet(now: number): void {
    for (const [chat, { at }] of chats) if (!isRecent(at.at(-1) ?? 0, now, MINUTE_MS)) chats.delete(chat)
  }

  return {
    admit(chat, now, unanswered) {
      const state = chats.get(chat) ?? { at: [], askedAt: null }
      state.at = state.at.filter(moment => isRecent(moment, now, MINUTE_MS - 1))
      const quick = state.at.filter(moment => moment > now - QUICK_MS).length
      const isPatient = unanswered <= 1 + MOST_WAITING || quick <= MOST_WAITING
      if (state.at.length < MESSAGES_A_MINUTE && isPatient) {
        state.at.push(now)
        chats.set(chat, state)
        if (chats.size > MOST_CHATS) forgetQuiet(now)
        return 'answer'
      }
      if (state.askedAt !== null && isRecent(state.askedAt, now, MINUTE_MS - 1)) return 'silence'
      state.askedAt = now
      chats.set(chat, state)
      return 'ask_patience'
    },
  }
}
