import { z } from 'zod'
import type { Incoming, IncomingKind } from '../channel.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const event = z.object({
  event_name: z.string(),
  timestamp: id.optional(),
  sender: z.object({ id }).optional(),
  follower: z.object({ id }).optional(),
  message: z.object({ text: z.string().optional(), msg_id: id.optional() }).optional(),
  info: z.object({ phone: id.optional() }).optional(),
  template_id: id.optional(),
  status: z.object({ new_status: z.string().optional() }).or(z.string()).optional(),
})

/** What an event of an Official Account says. */
export type OaEvent =
  | { what: 'said'; incoming: Incoming }
  | { what: 'follows'; address: string; at: number; incoming: Incoming }
  | { what: 'left'; address: string; at: number }
  | { what: 'phone'; address: string; at: number; phone: string }
  | { what: 'template'; template: string; status: string }
  /** An event that is none of ours. */
  | { what: 'other' }

const KINDS = new Map<string, IncomingKind>([
  ['user_send_text', 'text'],
  ['user_send_image', 'photo'],
  ['user_send_gif', 'photo'],
  ['user_send_link', 'text'],
  ['user_send_audio', 'voice'],
  ['user_send_video', 'video'],
  ['user_send_sticker', 'sticker'],
  ['user_send_location', 'location'],
  ['user_send_business_card', 'contact'],
  ['user_send_file', 'file'],
])

/** The event, or null when the body has another shape. */
export function readEvent(value: unknown, now: number, channel: string): OaEvent | null {
  const read = event.safeParse(value)
  if (!read.success) return null
  const { event_name: name, sender, follower, message, info } = read.data
  const at = Number(read.data.timestamp ?? now)
  const address = sender?.id ?? follower?.id
  if (name === 'change_template_status') return templateOf(read.data)
  if (address === undefined) return { what: 'other' }
  const kind = KINDS.get(name)
  if (kind !== undefined) {
    const updateId = message?.msg_id ?? `${address}:${at}`
    return {
      what: 'said',
      incoming: said({ channel, address, updateId, kind, text: message?.text ?? '', at }),
    }
  }
  if (name === 'follow') {
    const updateId = `follow:${address}:${at}`
    const incoming = said({ channel, address, updateId, kind: 'text', text: '/start', at })
    return { what: 'follows', address, at, incoming }
  }
  if (name === 'unfollow') return { what: 'left', address, at }
  if (name === 'user_submit_info' && info?.phone !== undefined)
    return { what: 'phone', address, at, phone: info.phone.replace(/^\+/, '') }
  return { what: 'other' }
}

function templateOf({ template_id: template = '', status }: z.infer<typeof event>): OaEvent {
  const named = typeof status === 'string' ? status : status?.new_status
  return { what: 'template', template, status: named ?? '' }
}

function said(
  one: Pick<Incoming, 'channel' | 'address' | 'updateId' | 'kind' | 'text'> & { at: number },
): Incoming {
  const { at, ...rest } = one
  return { ...rest, album: null, messageId: null, sentAt: at, private: true }
}
