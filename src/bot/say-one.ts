import type { Answer } from '../answers/answer.ts'
import type { Question } from '../ask/question.ts'
import { DIGEST_KINDS } from '../core/digest.ts'
import type { Choice, Message } from '../lib/message.ts'
import { illustrate } from '../replies/pictures/illustrate.ts'
import { sayAnswer } from '../replies/say-answer.ts'
import { saySystem } from '../replies/say-system.ts'
import { sayUnderstood } from '../replies/answers/understood.ts'
import { composeDigest } from '../notices/compose-digest.ts'
import { isSubscribed } from '../notices/digest.ts'
import { reportAsked } from './report-period.ts'
import type { Effect, TurnContext } from './turn.ts'

/** Quick replies shown at most under one message. */
const CHOICES_AT_MOST = 8

interface Said {
  message: Message
  effects: Effect[]
}

/** One answer in words, with its picture, and what it changes. */
export async function sayOne(turn: TurnContext, answer: Answer, halfUnderstood: boolean): Promise<Said> {
  const { question } = answer
  if (question.intent === 'report') return { message: await sayReport(turn, question), effects: [] }
  if (question.intent === 'subscribe' || question.intent === 'unsubscribe')
    return await saySubscription(turn, answer)
  const message = sayAnswer(answer, turn.say)
  const image = await illustrate(answer, turn.say)
  const understood =
    halfUnderstood && question.intent !== 'unknown' ? sayUnderstood(question, turn.say) : null
  const blocks = understood === null ? message.blocks : [{ text: understood }, ...message.blocks]
  return { message: { ...message, blocks, ...(image ? { image } : {}) }, effects: [] }
}

async function sayReport(turn: TurnContext, question: Question): Promise<Message> {
  const { kind, window, scene } = reportAsked(turn.scene, question)
  return (await composeDigest({ ...turn, scene }, { kind, late: false, window }, turn.say)).message
}

async function saySubscription(turn: TurnContext, answer: Answer): Promise<Said> {
  const { digest, intent } = answer.question
  const { member, say } = turn
  const current = await turn.subscriptions.all()
  if (intent === 'subscribe') {
    const kind = digest ?? 'weekly'
    if (isSubscribed(member, kind, current)) {
      return { message: saySystem({ about: 'alreadySubscribed', digest: kind }, say), effects: [] }
    }
    return {
      message: saySystem({ about: 'subscribed', digest: kind }, say),
      effects: [{ do: 'subscribe', kind, active: true }],
    }
  }
  const kinds = (digest ? [digest] : DIGEST_KINDS).filter(kind => isSubscribed(member, kind, current))
  const effects = kinds.map(kind => ({ do: 'subscribe', kind, active: false }) as const)
  if (digest && kinds.length === 0)
    return { message: saySystem({ about: 'notSubscribed', digest }, say), effects }
  return { message: saySystem({ about: 'unsubscribed', digest }, say), effects }
}

/** Several answers as one message: paragraphs in order, the first picture and file, choices without repetition. */
export function joinMessages(messages: readonly Message[]): Message {
  const [first] = messages
  if (first && messages.length === 1) return first
  const blocks = messages.flatMap((message, index) => {
    // What closes every message (the word that this is sample data) is said once, at the end.
    const closing = messages.at(-1)?.blocks.at(-1)?.text
    const last = index === messages.length - 1
    return last ? message.blocks : message.blocks.filter(block => block.text !== closing)
  })
  const image = messages.find(message => message.image)?.image
  const file = messages.find(message => message.file)?.file
  return {
    blocks,
    choices: distinct(messages.flatMap(message => message.choices)),
    ...(image ? { image } : {}),
    ...(file ? { file } : {}),
  }
}

function distinct(choices: readonly Choice[]): Choice[] {
  return choices
    .filter((choice, place) => choices.findIndex(one => one.send === choice.send) === place)
    .slice(0, CHOICES_AT_MOST)
}
