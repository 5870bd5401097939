import type { Block, Choice, Message } from '../../lib/message.ts'
import type { ChannelWords } from '../channel-kind.ts'
import { partText, splitBlocks } from '../split-text.ts'
import { MAX_TEXT } from './abilities.ts'

const MAX_BUTTONS = 5
const MAX_TITLE = 100
const MAX_PAYLOAD = 1_000

/** The texts that show the message, and the buttons under the last of them; without buttons the choices are numbered lines. */
export function textsOf(message: Message, words: ChannelWords, withButtons: boolean): string[] {
  const lines = message.choices.map(({ label }, i) => `${i + 1}. ${label}`)
  const offered: Block[] =
    lines.length === 0 || withButtons ? [] : [{ text: [words.choose, ...lines].join('\n') }]
  const blocks = [...message.blocks, ...offered].map(({ text }) => ({ text: text.normalize('NFC') }))
  return splitBlocks(blocks, MAX_TEXT, words.part).map(partText)
}

/** Whether the choices fit into buttons. */
export function fitButtons(choices: readonly Choice[]): boolean {
  return (
    choices.length > 0 &&
    choices.length <= MAX_BUTTONS &&
    choices.every(({ label, send }) => label.length <= MAX_TITLE && send.length <= MAX_PAYLOAD)
  )
}

/** The message of a text with a picture or with buttons; what is pressed arrives as a text. */
export function bodyOf(
  text: string | null,
  { image, choices }: { image?: { attachment_id: string } | { url: string }; choices?: readonly Choice[] },
): object {
  const said = text === null ? {} : { text }
  if (image !== undefined) {
    const elements = [{ media_type: 'image', ...image }]
    return { ...said, attachment: { type: 'template', payload: { template_type: 'media', elements } } }
  }
  if (choices === undefined) return said
  const buttons = choices.map(({ label, send }) => ({
    type: 'oa.query.hide',
    title: label,
    payload: send === '' ? label : send,
  }))
  return { ...said, attachment: { type: 'template', payload: { buttons } } }
}
