import type { Answer } from '../answers/answer.ts'
import type { Viewing } from '../answers/asking.ts'
import type { Question } from '../ask/question.ts'
import type { Explanation } from '../ask/reading.ts'
import type { ChatStore } from '../db/stores/chats.ts'
import type { Stores } from '../db/stores/database.ts'
import type { OutboxStore } from '../db/stores/outbox.ts'
import type { Words } from '../i18n/words.ts'
import type { AlertName } from '../notices/alert-facts.ts'
import type { Message } from '../lib/message.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import type { Conversation } from './conversation.ts'
import type { Effect } from './effects.ts'

/** One turn of a conversation: what was understood, what is said, and what changes. */
export interface Turn {
  questions: Question[]
  answers: Answer[]
  message: Message
  conversation: Conversation
  effects: Effect[]
  /** It settles what a message of ours asked about: after a press it takes that message's place. */
  settles?: boolean
  /** How the question was understood, made when it is asked for. */
  explain: (() => Explanation) | null
}

/** What one turn is made from: who says what in which scene, and the rows that it may read. */
export interface TurnInput
  extends Viewing, Pick<Stores, 'alerts' | 'explanations' | 'imports' | 'subscriptions'> {
  /** What was told, and what became of it. */
  outbox: Pick<OutboxStore, 'list' | 'withPrefix'>
  /** Where people are reached. */
  chats: Pick<ChatStore, 'ofMember'>
  words: Words
  text: string
  conversation: Conversation
  /** The text came from a button under a message of ours, or from its number. */
  pressed?: boolean
  /** It stands under a message that was another's, or of which nothing is known any more. */
  isForeign?: boolean
  /** When the reply was made under which it was said, where that is known; milliseconds. */
  replyAt?: number
  /** The same where something was talked about since. */
  olderAt?: number
  /** It stands right under a message that was told unasked: pressed there, said as its answer, or soon after it with nothing between. */
  isRight?: boolean
  /** Something was told unasked since the last reply. */
  isToldSince?: boolean
  /** The alerts of the message of ours under which it was said. */
  about?: readonly AlertName[]
  /** When the draft of that message was made, where it carries one; milliseconds. */
  draftAt?: number
}

/** Everything that the steps of a turn share. */
export interface TurnContext extends TurnInput {
  say: SayContext
  /** Codes of the indicators whose alerts are meant; all, where none is named. */
  indicators?: readonly string[]
}
