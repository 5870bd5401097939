import type { Answer } from '../answers/answer.ts'
import type { Question } from '../ask/question.ts'
import type { Choice, Message } from '../lib/message.ts'
import { ifMade } from '../replies/if-made.ts'
import { illustrate } from '../replies/pictures/illustrate.ts'
import { sheetOfList } from '../replies/sheets/list-sheet.ts'
import type { SayContext } from '../replies/phrases/context.ts'
import { sayAnswer } from '../replies/say-answer.ts'
import { sayReportOf } from '../replies/answers/not-answered.ts'
import { sayUnderstood } from '../replies/answers/understood.ts'
import { composeDigest } from '../notices/compose-digest.ts'
import { reportAsked } from './report-period.ts'
import type { Effect } from './effects.ts'
import type { TurnContext } from './turn.ts'

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
  const message = await sayMade(answer, turn.say)
  const understood =
    halfUnderstood && question.intent !== 'unknown' ? sayUnderstood(question, turn.say) : null
  const blocks = understood === null ? message.blocks : [{ text: understood }, ...message.blocks]
  return { message: { ...message, blocks }, effects: [] }
}

/** An answer in words, with its picture and its file. */
export async function sayMade(answer: Answer, say: SayContext): Promise<Message> {
  const message = sayAnswer(answer, say)
  const [image, file] = await Promise.all([ifMade(illustrate(answer, say)), ifMade(sheetOfList(answer, say))])
  return { ...message, ...(image ? { image } : {}), ...(file ? { file } : {}) }
}

async function sayReport(turn: TurnContext, question: Question): Promise<Message> {
  if (question.notAnswered.some(({ part }) => part === 'report_of')) return sayReportOf(question, turn.say)
  const { kind, window, scene } = reportAsked(turn.scene, question)
  const heat = question.chart
  return (await composeDigest({ ...turn, scene }, { kind, late: false, window, heat }, turn.say)).message
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
