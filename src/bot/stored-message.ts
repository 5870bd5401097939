import type { Attachment, Message } from '../lib/message.ts'

type StoredAttachment = Omit<Attachment, 'bytes'> & { base64: string }
type StoredMessage = Omit<Message, 'image' | 'file'> & { image?: StoredAttachment; file?: StoredAttachment }

/** A message as JSON, its pictures and files included: what the outbox keeps of a reply until it is sent. */
export function storeMessage(message: Message): string {
  const { blocks, choices, image, file } = message
  return JSON.stringify({
    blocks,
    choices,
    ...(image ? { image: storeAttachment(image) } : {}),
    ...(file ? { file: storeAttachment(file) } : {}),
  })
}

/** The message of a stored reply. */
export function restoreMessage(facts: string): Message {
  const stored: StoredMessage = JSON.parse(facts)
  return {
    blocks: stored.blocks,
    choices: stored.choices,
    ...(stored.image ? { image: restoreAttachment(stored.image) } : {}),
    ...(stored.file ? { file: restoreAttachment(stored.file) } : {}),
  }
}

function storeAttachment({ bytes, ...rest }: Attachment): StoredAttachment {
  return { ...rest, base64: Buffer.from(bytes).toString('base64') }
}

function restoreAttachment({ base64, ...rest }: StoredAttachment): Attachment {
  return { ...rest, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}
