import type { Question } from '../ask/question.ts'
import type { Choice } from '../lib/message.ts'

/** A follow-up keeps what was said for so long, milliseconds. */
const REMEMBERED_MS = 10 * 60_000
/** How many questions back "quay lại" can go. */
const HISTORY = 6

/** What was said in one chat: the questions answered, oldest first, and what was offered last. */
export interface Conversation {
  history: Question[]
  choices: Choice[]
}

export const newConversation: Conversation = { history: [], choices: [] }

/** Reads a stored conversation; one that is older than ten minutes, or unreadable, starts anew. */
export function recall(stored: { state: string; at: number } | null, now: number): Conversation {
  if (!stored || now - stored.at > REMEMBERED_MS) return newConversation
  try {
    const conversation: Conversation = JSON.parse(stored.state)
    return conversation
  } catch {
    return newConversation
  }
}

/** The last question of the conversation, or null. */
export function previousQuestion(conversation: Conversation): Question | null {
  return conversation.history.at(-1) ?? null
}

/** The conversation after a question was answered and these choices were offered. */
export function remember(
  conversation: Conversation,
  question: Question | null,
  choices: readonly Choice[],
): Conversation {
  const history = question ? [...conversation.history, question].slice(-HISTORY) : conversation.history
  return { history, choices: [...choices] }
}

/** The conversation with its last question taken back. */
export function goBack(conversation: Conversation): Conversation {
  return { history: conversation.history.slice(0, -1), choices: [] }
}
