import type { Answer } from '../answers/answer.ts'
import type { World } from '../answers/world.ts'
import type { DigestKind, Question } from '../ask/question.ts'
import type { Explanation } from '../ask/reading.ts'
import type { Member } from '../core/member.ts'
import type { Moment } from '../core/moment.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Words } from '../i18n/words.ts'
import type { Message } from '../lib/message.ts'
import type { SayContext } from '../replies/context.ts'
import type { AlertAction } from './alert-actions.ts'
import type { Conversation } from './conversation.ts'

/** What a turn changes besides the conversation; applied with it in one transaction. */
export type Effect =
  | { do: 'subscribe'; kind: DigestKind; active: boolean }
  | { do: 'alerts'; action: Exclude<AlertAction, { do: 'how_to_explain' }>; alerts: AlertRow[] }
  | { do: 'keep_unanswered'; text: string }

/** One turn of a conversation: what was understood, what is said, and what changes. */
export interface Turn {
  questions: Question[]
  answers: Answer[]
  message: Message
  conversation: Conversation
  effects: Effect[]
  explanation: Explanation | null
}

export interface TurnInput {
  stores: Stores
  words: Words
  timeZone: string
  member: Member
  text: string
  moment: Moment
  conversation: Conversation
  sample: boolean
}

/** Everything that the steps of a turn share. */
export interface TurnContext extends TurnInput {
  world: World
  say: SayContext
}
