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
/** What is kept of a message; rows outlive releases. */
const storedMessage = z.object({
  blocks: z.array(z.object({ text: z.string(), strong: z.boolean().exactOptional(), where })),
  choices: z.array(storedChoice),
  image: attachment.exactOptional(),
  file: attachment.exactOptional(),
  replaces: z.string().exactOptional(),
})

type StoredAttachment = z.infer<typeof attachment>

/** A message as JSON, its pictures and files included: what the outbox keeps of a reply until it is sent. */
export function storeMessage(message: Message): string {
  const { blocks, choices, image, file, replaces } = message
  return JSON.stringify({
    blocks,
    choices,
    ...(image ? { image: storeAttachment(image) } : {}),
    ...(file ? { file: storeAttachment(file) } : {}),
    ...(replaces === undefined ? {} : { replaces }),
  })
}

/** The message of a stored reply. Throws for what is none. */
export function restoreMessage(facts: string): Message {
  const stored = storedMessage.parse(JSON.parse(facts))
  return {
    blocks: stored.blocks,
    choices: stored.choices,
    ...(stored.image ? { image: restoreAttachment(stored.image) } : {}),
    ...(stored.file ? { file: restoreAttachment(stored.file) } : {}),
    ...(stored.replaces === undefined ? {} : { replaces: stored.replaces }),
  }
}

function storeAttachment({ bytes, ...rest }: Attachment): StoredAttachment {
  return { ...rest, base64: Buffer.from(bytes).toString('base64') }
}

function restoreAttachment({ base64, ...rest }: StoredAttachment): Attachment {
  return { ...rest, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}
