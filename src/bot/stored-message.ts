import { z } from 'zod'
import type { Attachment, Message } from '../lib/message.ts'

const where = z.enum(['image', 'file', 'no_image', 'no_file']).exactOptional()
const attachment = z.object({
  name: z.string(),
  type: z.string(),
  description: z.string(),
  base64: z.string(),
})
export const storedChoice = z.object({ label: z.string(), send: z.string(), where })
/** For whom an answer was made: under which link of its chat, and of whom it tells. */
const askedUnder = z.object({
  /** When the chat was linked: names the link. */
  linkedAt: z.number().nullable(),
  /** Who the person was then, where it tells what only that person may read. */
  identity: z.string().nullable(),
})
export type AskedUnder = z.infer<typeof askedUnder>

/** What is kept of a message; rows outlive releases. */
const storedMessage = z.object({
  blocks: z.array(z.object({ text: z.string(), strong: z.boolean().exactOptional(), where })),
  choices: z.array(storedChoice),
  image: attachment.exactOptional(),
  file: attachment.exactOptional(),
  replaces: z.string().exactOptional(),
  under: askedUnder.nullable().default(null),
})

type StoredAttachment = z.infer<typeof attachment>

/** A message as JSON, its pictures and files included: what the outbox keeps of a reply until it is sent, and for whom it was made. */
export function storeMessage(message: Message, under?: AskedUnder): string {
  const { blocks, choices, image, file, replaces } = message
  return JSON.stringify({
    blocks,
    choices,
    ...(image ? { image: storeAttachment(image) } : {}),
    ...(file ? { file: storeAttachment(file) } : {}),
    ...(replaces === undefined ? {} : { replaces }),
    ...(under === undefined ? {} : { under }),
  })
}

/** The message of a stored reply. Throws for what is none. */
export function restoreMessage(facts: string): Message {
  return restoreReply(facts).message
}

/**
 * The same with for whom it was made; null where that was not kept: words of the service, rows of earlier releases.
 * Throws for what is no reply.
 */
export function restoreReply(facts: string): { message: Message; under: AskedUnder | null } {
  const stored = storedMessage.parse(JSON.parse(facts))
  const message = {
    blocks: stored.blocks,
    choices: stored.choices,
    ...(stored.image ? { image: restoreAttachment(stored.image) } : {}),
    ...(stored.file ? { file: restoreAttachment(stored.file) } : {}),
    ...(stored.replaces === undefined ? {} : { replaces: stored.replaces }),
  }
  return { message, under: stored.under }
}

function storeAttachment({ bytes, ...rest }: Attachment): StoredAttachment {
  return { ...rest, base64: Buffer.from(bytes).toString('base64') }
}

function restoreAttachment({ base64, ...rest }: StoredAttachment): Attachment {
  return { ...rest, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}
