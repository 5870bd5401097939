import type { Attachment, Block, Message } from '../../lib/message.ts'
import { type Part, partText, splitBlocks } from '../split-text.ts'
import { InputBytes, type Payload } from './gateway.ts'
import { keyboardOf, type LongSends } from './keyboard.ts'

/** Limits of the Bot API, in UTF-16 units after the markup is read. */
export const MAX_TEXT = 4_096
const MAX_CAPTION = 1_024

/** One call that shows a part of a message. */
export interface Step {
  method: 'sendMessage' | 'sendPhoto' | 'sendDocument' | 'editMessageText'
  payload: Payload
  /** The same without markup, for an answer that ours cannot be parsed; null where there is none. */
  plain: Payload | null
}

/**
 * The calls that show the message, in order: a picture with the text as its caption where that fits, else the picture,
 * then the text in parts, then the file; without a picture the text is the file's caption where that fits. The buttons are
 * under the end of the text.
 */
export function stepsOf(
  address: string,
  message: Message,
  sends: LongSends,
  label: (part: number, of: number) => string,
): Step[] {
  const { image, file } = message
  const parts = splitBlocks(message.blocks, MAX_TEXT, label)
  const caption = parts.length === 1 ? parts.find(part => partText(part).length <= MAX_CAPTION) : undefined
  const steps: Step[] = []
  if (image !== undefined) steps.push(photo(image, caption ?? described(image)))
  const isCarried = image === undefined && file !== undefined && caption !== undefined
  if (!isCarried && (image === undefined || caption === undefined)) steps.push(...parts.map(text))
  if (file !== undefined) steps.push(attached(file, isCarried ? caption : described(file)))
  const keyboard = keyboardOf(message.choices, sends)
  const last = Math.max(
    0,
    steps.findLastIndex(step => step.method !== 'sendDocument'),
  )
  return steps.map((step, i) => {
    const extra = keyboard !== null && i === last ? { reply_markup: keyboard } : {}
    const complete = (payload: Payload): Payload => ({ chat_id: address, ...payload, ...extra })
    return { ...step, payload: complete(step.payload), plain: step.plain && complete(step.plain) }
  })
}

/**
 * The call that shows the message in the place of the one that it replaces; null where it takes more than one text, or
 * replaces none.
 */
export function editOf(message: Message, steps: readonly Step[]): Step | null {
  const [only] = steps
  const id = Number(message.replaces)
  if (only?.method !== 'sendMessage' || steps.length > 1 || !Number.isSafeInteger(id)) return null
  const there = (payload: Payload): Payload => ({ ...payload, message_id: id })
  return { method: 'editMessageText', payload: there(only.payload), plain: only.plain && there(only.plain) }
}

function text(part: Part): Step {
  const common = { link_preview_options: { is_disabled: true } }
  return {
    method: 'sendMessage',
    payload: { text: html(part), parse_mode: 'HTML', ...common },
    plain: { text: partText(part), ...common },
  }
}

function photo(image: Attachment, caption: Part): Step {
  const common = { photo: new InputBytes(image.bytes, image.name) }
  if (caption.blocks.length === 0) return { method: 'sendPhoto', payload: common, plain: null }
  return {
    method: 'sendPhoto',
    payload: { ...common, caption: html(caption), parse_mode: 'HTML' },
    plain: { ...common, caption: partText(caption) },
  }
}

function attached(file: Attachment, caption: Part): Step {
  const common = { document: new InputBytes(file.bytes, file.name) }
  if (caption.blocks.length === 0) return { method: 'sendDocument', payload: common, plain: null }
  return {
    method: 'sendDocument',
    payload: { ...common, caption: html(caption), parse_mode: 'HTML' },
    plain: { ...common, caption: partText(caption) },
  }
}

/** The description as a caption: who cannot see the picture has it read out. */
function described({ description }: Attachment): Part {
  const [first] = splitBlocks([{ text: description }], MAX_CAPTION, () => '')
  return { label: null, blocks: first?.blocks ?? [] }
}

function html(part: Part): string {
  const paragraphs = part.blocks.map(htmlOfBlock).join('\n\n')
  return part.label === null ? paragraphs : `${escapeHtml(part.label)}\n${paragraphs}`
}

function htmlOfBlock({ text: words, strong }: Block): string {
  return strong === true ? `<b>${escapeHtml(words)}</b>` : escapeHtml(words)
}

function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
