import { LIST_LINES } from '../../ask/question.ts'
import type { Block, Choice, Message, Where } from '../../lib/message.ts'
import type { SayContext } from './context.ts'
import { lowerFirst } from './names.ts'

/** Longest text that a quick reply may send. */
export const MAX_SEND = 60
/** Lines of a list before it is cut with "và N đơn vị nữa". */
export const MAX_LINES = LIST_LINES
const MAX_CHOICES = 4

/**
 * One paragraph of lines; `null` lines are left out, and a paragraph without lines does not appear. A line with `where`
 * is shown only by channels that can show a picture (a file), or only by those that cannot.
 */
export type Paragraph = { title: string } | { line: string; where: Where } | (string | null)[] | string | null

/** Parts of one line, the later ones without their capitals; null where there is none. */
export function joinParts(parts: readonly (string | null)[]): string | null {
  const known = parts.filter(part => part !== null)
  return known.length === 0 ? null : known.map((part, at) => (at === 0 ? part : lowerFirst(part))).join('; ')
}

/** How many indicators have a line of their own: six, or five where the others share one. A reply has eight lines. */
export function ownLines(indicators: number): number {
  return indicators > 6 ? 5 : 6
}

/**
 * Paragraphs and quick replies → message. Titles are strong. On sample data the last paragraph says so.
 */
export function compose(
  ctx: Pick<SayContext, 'words' | 'sample'>,
  paragraphs: readonly Paragraph[],
  choices: readonly (Choice | null)[] = [],
  maxChoices = MAX_CHOICES,
): Message {
  const blocks = paragraphs.flatMap(toBlock)
  if (ctx.sample) blocks.push({ text: ctx.words.say('answers.sample') })
  return { blocks, choices: distinct(choices).slice(0, maxChoices) }
}

function toBlock(paragraph: Paragraph): Block[] {
  if (paragraph === null) return []
  if (typeof paragraph === 'string') return [{ text: paragraph }]
  if ('line' in paragraph) return [{ text: paragraph.line, where: paragraph.where }]
  if ('title' in paragraph) return [{ text: paragraph.title, strong: true }]
  const lines = paragraph.filter(line => line !== null)
  return lines.length > 0 ? [{ text: lines.join('\n') }] : []
}

function distinct(choices: readonly (Choice | null)[]): Choice[] {
  const known = choices.filter(choice => choice !== null)
  return known.filter((choice, place) => known.findIndex(one => one.send === choice.send) === place)
}
