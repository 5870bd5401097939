import { z } from 'zod'
import { emptyQuestion } from '../ask/intents/assemble.ts'
import { INTENTS } from '../ask/question.ts'
import type { Intent, Question } from '../ask/question.ts'
import { isRecent, MINUTE_MS } from '../core/durations.ts'
import type { Choice } from '../lib/message.ts'
import { parseJson } from '../lib/parse-json.ts'
import type { SystemNotice } from '../replies/say-system.ts'
import type { Effect, TakingBack } from './effects.ts'
import { storedChoice } from './stored-message.ts'

/** A follow-up keeps what was said for so long, milliseconds. */
const REMEMBERED_MS = 10 * MINUTE_MS
/** Who was asked for the text of an explanation may take so long to write it. */
const WRITING_MS = 60 * MINUTE_MS
/** How many questions back "quay lại" can go. */
const HISTORY = 6

/** What was said in one chat: the questions answered, oldest first, and what was offered last. */
export interface Conversation {
  history: Question[]
  choices: Choice[]
  /** Codes of the units that the last answer listed, in its order. */
  shown?: string[]
  /** The one unit that the last answer has found, where it was asked which. */
  focus?: string | null
  /** The wish about digests or alerts that was spoken of last, until something else is. */
  act?: Intent | null
  /** When the reply was made that offered these choices, or asks for a yes; milliseconds. */
  saidAt?: number
  /** The text that was answered last. */
  asked?: string | undefined
  /** Pictures that were sent together and have their answer. */
  album?: string | undefined
  /** What was asked and waits for a yes. */
  pending?: PendingAct | null
  /** What was done and may be taken back, oldest first. */
  done?: DoneAct[]
  /** The next message is the text of an explanation of these alerts, by their numbers. */
  explaining?: number[] | null
}

/** An act that was understood and is done on a yes. */
export interface PendingAct {
  effects: Effect[]
  undo: TakingBack[]
  /** What is said once it is done. */
  done: SystemNotice
  /** What was asked; absent in conversations of releases that did not keep it. */
  asks?: SystemNotice
}

/** An act that was done, named by its moment (milliseconds): the reply that says so was made then. */
export interface DoneAct extends Pick<PendingAct, 'effects' | 'undo' | 'done'> {
  at: number
}

export const newConversation: Conversation = { history: [], choices: [] }

type StoredQuestion = Pick<Question, 'intent'> & Partial<Question>

/** A question may have been stored by an earlier release: what it did not know yet was not asked. */
const storedConversation = z.object({
  history: z.array(
    z.custom<StoredQuestion>(isQuestion).transform(one => ({ ...emptyQuestion(one.intent), ...one })),
  ),
  choices: z.array(storedChoice),
  pending: z
    .custom<PendingAct>(isPendingAct)
    .nullish()
    .catch(null)
    .transform(one => one ?? null),
  done: z.array(z.custom<DoneAct>(isDoneAct)).catch([]),
  saidAt: z.number().catch(0),
  explaining: z.array(z.number()).nullable().catch(null),
  shown: z.array(z.string()).catch([]),
  focus: z.string().nullable().catch(null),
  act: z.enum(INTENTS).nullable().catch(null),
  asked: z.string().optional().catch(undefined),
  album: z.string().optional().catch(undefined),
})

/** An act of an earlier release that is no longer known is not done. */
function isEffect(value: unknown): boolean {
  return z
    .looseObject({
      do: z.enum([
        'subscribe',
        'prefer',
        'alerts',
        'restore_alerts',
        'request',
        'withdraw_request',
        'hand_on',
        'draft',
        'take_back_draft',
        'take_back',
        'remind',
        'forget_reminder',
        'redrive',
        'give_up',
      ]),
    })
    .refine(one => (NEEDED[one.do] ?? 'do') in one)
    .safeParse(value).success
}

/** What earlier releases did not keep of an effect, and without which it cannot be done. */
const NEEDED: Partial<Record<string, string>> = {
  restore_alerts: 'action',
  remind: 'instead',
  forget_reminder: 'instead',
}

const effects = z.array(z.custom<Effect>(isEffect))
const act = z.looseObject({ effects, undo: effects, done: z.looseObject({ about: z.string() }) })

function isPendingAct(value: unknown): boolean {
  return act.safeParse(value).success
}

function isDoneAct(value: unknown): boolean {
  return act.extend({ at: z.number() }).safeParse(value).success
}

/** Whether the value has the shape of a question as far as it goes: a known intent, lists where lists belong. */
function isQuestion(value: unknown): boolean {
  const found = z.looseObject({ intent: z.enum(INTENTS) }).safeParse(value)
  if (!found.success) return false
  const lists = Object.entries(emptyQuestion(found.data.intent)).filter(([, empty]) => Array.isArray(empty))
  return lists.every(([name]) => !(name in found.data) || Array.isArray(found.data[name]))
}

/** Reads a stored conversation; one that is older than ten minutes, or unreadable, starts anew. */
export function recall(stored: { state: string; at: number } | null, now: number): Conversation {
  if (!stored || !isRecent(stored.at, now, WRITING_MS)) return newConversation
  const known = storedConversation.safeParse(parseJson(stored.state)).data ?? newConversation
  if (isRecent(stored.at, now, REMEMBERED_MS)) return known
  return known.explaining ? { ...newConversation, explaining: known.explaining } : newConversation
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
  const { shown, focus, done } = conversation
  return {
    history,
    choices: [...choices],
    ...(shown && { shown }),
    ...(focus && { focus }),
    ...(done && { done }),
  }
}

/** The conversation with its last question taken back. */
export function goBack(conversation: Conversation): Conversation {
  const { history, done } = conversation
  return { history: history.slice(0, -1), choices: [], ...(done && { done }) }
}
