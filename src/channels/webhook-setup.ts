import { z } from 'zod'
import type { SetupFault } from './channel.ts'

const registered = z.object({
  url: z.string(),
  pending_update_count: z.number().optional(),
  last_error_message: z.string().optional(),
})

/**
 * What is wrong with the webhook that a platform has for us.
 * @param info what `getWebhookInfo` gave; of another shape it says nothing.
 * @param ours the address that we registered; null where updates are asked for.
 * @returns at most one fault; of another's address the host alone, for its path may be a secret.
 */
export function webhookFaults(info: unknown, ours: string | null): SetupFault[] {
  const read = registered.safeParse(info)
  if (!read.success) return []
  const { url, pending_update_count: waiting = 0, last_error_message: trouble } = read.data
  if (url === '') return ours === null ? [] : [{ what: 'noWebhook', seen: '' }]
  if (ours === null) return [{ what: 'strayWebhook', seen: hostOf(url) }]
  if (url !== ours) return [{ what: 'otherWebhook', seen: hostOf(url) }]
  return waiting > 0 && trouble !== undefined ? [{ what: 'notDelivered', seen: trouble }] : []
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? '?'
}
