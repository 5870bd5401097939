import { z } from 'zod'
import type { Incoming, IncomingKind } from '../channel.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const update = z.object({
  event_name: z.string().optional(),
  message: z.object({
    from: z.object({ id, is_bot: z.boolean().optional() }),
    chat: z.object({ id, chat_type: z.string().optional() }),
    message_id: id,
    date: z.number().optional(),
    text: z.string().optional(),
    caption: z.string().optional(),
  }),
})
const wrapped = z.object({ ok: z.literal(true), result: z.unknown() })

const KINDS = new Map<string, IncomingKind>([
  ['message.text.received', 'text'],
  ['message.image.received', 'photo'],
  ['message.sticker.received', 'sticker'],
  ['message.voice.received', 'voice'],
  ['message.unsupported.received', 'withheld'],
])

function kindOf(event: string | undefined, text: string | undefined): IncomingKind {
  return KINDS.get(event ?? '') ?? (text === undefined ? 'other' : 'text')
}

/** Dates below this are in seconds. */
const FIRST_DATE_IN_MS = 1e11

/**
 * What a person said with an update, as polled or as a webhook's body, in the platform's envelope or bare.
 * Stickers, voice and pictures without a caption come with an empty text. Null for what nobody said, or of another shape.
 * The platform numbers no updates: a message of a chat is one.
 */
export function incomingOf(value: unknown, now: number, channel = 'zalo-bot'): Incoming | null {
  const envelope = wrapped.safeParse(value)
  const read = update.safeParse(envelope.success ? envelope.data.result : value)
  if (!read.success) return null
  const { event_name: event } = read.data
  const { from, chat, message_id: messageId, date = now, text, caption } = read.data.message
  if (from.is_bot === true) return null
  const type = chat.chat_type?.toUpperCase()
  const isPrivate = type === undefined ? chat.id === from.id : type === 'PRIVATE'
  return {
    channel,
    address: chat.id,
    updateId: `${chat.id}:${messageId}`,
    kind: kindOf(event, text),
    text: text ?? caption ?? '',
    album: null,
    messageId: null,
    sentAt: date < FIRST_DATE_IN_MS ? date * 1_000 : date,
    private: isPrivate,
    ...(!isPrivate && { sender: from.id }),
  }
}
