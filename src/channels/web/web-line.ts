import { z } from 'zod'
import type { Block, Choice, Message } from '../../lib/message.ts'
import { pngSize } from './png-size.ts'

/** What a page shows of a picture; the bytes are fetched by the line's id. */
export interface WebPicture {
  name: string
  description: string
  /** Pixels, where the picture says so: the page reserves the place before it is loaded. */
  width: number | null
  height: number | null
}

export interface WebDocument {
  name: string
  description: string
  /** Bytes. */
  size: number
}

/** One line of the chat without its id and time: what is stored as JSON. */
export interface WebLine {
  from: 'person' | 'bot'
  blocks: Block[]
  choices: Choice[]
  image: WebPicture | null
  file: WebDocument | null
  /** The page's own id of what the person sent: the same id again is the same message. */
  clientId: string | null
}

const where = z.enum(['image', 'file', 'no_image', 'no_file']).exactOptional()
const named = { name: z.string(), description: z.string() }
const size = z.number().nullable()

/** A line as it is read back: rows outlive releases. */
export const storedLine: z.ZodType<WebLine> = z.object({
  from: z.enum(['person', 'bot']),
  blocks: z.array(z.object({ text: z.string(), strong: z.boolean().exactOptional(), where })),
  choices: z.array(z.object({ label: z.string(), send: z.string(), where })),
  image: z.object({ ...named, width: size, height: size }).nullable(),
  file: z.object({ ...named, size: z.number() }).nullable(),
  clientId: z.string().nullable(),
})

/** One line of the chat as a page gets it. */
export interface WebMessage extends WebLine {
  id: number
  at: number
}

/** What an open page is told, in this order: `hello`, the lines that it lacks, `ready`, then whatever happens. */
export type WebEvent =
  /** `reset`: the history known to the page is not this one any more; it starts afresh. */
  | { kind: 'hello'; reset: boolean }
  | { kind: 'message'; message: WebMessage }
  | { kind: 'ready' }
  | { kind: 'typing' }

/** The line that shows `message` from the bot. */
export function botLine(message: Message): WebLine {
  const { image, file } = message
  return {
    from: 'bot',
    blocks: message.blocks,
    choices: message.choices,
    image: image ? { name: image.name, description: image.description, ...pngSize(image.bytes) } : null,
    file: file ? { name: file.name, description: file.description, size: file.bytes.length } : null,
    clientId: null,
  }
}

/** The line that shows `text` from the person. */
export function personLine(text: string, clientId: string): WebLine {
  return { from: 'person', blocks: [{ text }], choices: [], image: null, file: null, clientId }
}
