/**
 * What is said to a person, free of any platform: paragraphs in a small neutral markup,
 * choices to tap or to answer with their number, at most one picture and one file.
 */
export interface Message {
  /** Paragraphs, in order. A channel joins them with a blank line and may split a long text only between lines. */
  blocks: Block[]
  /** Quick replies: `send` is the text that the chat sends for the person when `label` is chosen. */
  choices: Choice[]
  image?: Attachment
  file?: Attachment
  /** The same for when the picture does not get through; made by a channel's fitting. */
  withoutImage?: Message
  /** What it is for: where a platform allows only so much, answers are the last to be kept back. An answer when absent. */
  purpose?: MessagePurpose
  /** An earlier message that this takes the place of where that can be done, as the channel named it; otherwise it follows. */
  replaces?: string
  /** Where it cannot take that place, it is not shown at all. */
  onlyReplaces?: true
  /** What a notice is about, for platforms that let nothing else through than forms approved beforehand. */
  notice?: NoticeForm
}

export type MessagePurpose = 'answer' | 'alert' | 'digest'

/** The fields that a form may use. */
export interface NoticeForm {
  topic: string
  /** The name of who is told. */
  member: string
  /** The name of the unit of that person. */
  unit: string
}

/** Plain text (never markup: a channel escapes all of it); `**` is not special. `strong` is shown bold where that exists. */
export interface Block {
  text: string
  strong?: boolean
  /** Where it is shown; everywhere when absent. */
  where?: Where
}

export interface Choice {
  label: string
  send: string
  /** Where it is offered; everywhere when absent. */
  where?: Where
}

/** Only on channels that can show a picture (a file), because it speaks of one; or only on those that cannot. */
export type Where = 'image' | 'file' | 'no_image' | 'no_file'

export interface Attachment {
  /** File name with its extension, for example `bieu-do.png`. */
  name: string
  /** MIME type, for example `image/png`. */
  type: string
  bytes: Uint8Array
  /** What the picture or file shows, in words, for who cannot see it. */
  description: string
}

/** The message as plain text: what a channel without markup shows, and what `ask` prints. */
export function plainText(message: Message): string {
  return message.blocks.map(block => block.text).join('\n\n')
}
