import type { Block, Message } from '../../lib/message.ts'
import type { ChannelWords } from '../channel-kind.ts'
import { type Part, partText, splitBlocks } from '../split-text.ts'

/** Longest text of a message and of a caption, in UTF-16 units of NFC. */
export const MAX_TEXT = 2_000
const MAX_CAPTION = 200

/** Where a text is set in bold, in UTF-16 units. The platform's own markup has no safe escapes, so it is never used. */
export interface TextStyle {
  start: number
  len: number
  st: string[]
}

export interface StyledText {
  text: string
  text_styles?: TextStyle[]
}

/** The texts that show the message: its paragraphs with titles in bold, then the choices as numbered lines. */
export function textsOf(message: Message, words: ChannelWords): StyledText[] {
  const choices = message.choices.map(({ label }, i) => `${i + 1}. ${label}`)
  const offered: Block[] = choices.length === 0 ? [] : [{ text: [words.choose, ...choices].join('\n') }]
  const blocks = [...message.blocks, ...offered].map(block => ({
    ...block,
    text: block.text.normalize('NFC'),
  }))
  return splitBlocks(blocks, MAX_TEXT, words.part).map(styled)
}

/** A description as the caption of its picture. */
export function captionOf(description: string): string {
  return description.normalize('NFC').slice(0, MAX_CAPTION).toWellFormed()
}

function styled(part: Part): StyledText {
  const styles: TextStyle[] = []
  let start = part.label === null ? 0 : part.label.length + 1
  for (const { text, strong } of part.blocks) {
    if (strong === true && text !== '') styles.push({ start, len: text.length, st: ['b'] })
    start += text.length + 2
  }
  const text = partText(part)
  return styles.length === 0 ? { text } : { text, text_styles: styles }
}
