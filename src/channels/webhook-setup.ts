import { z } from 'zod'
import type { SetupFault } from './channel.ts'

const registered = z.object({
  url: z.string(),
  pending_update_count: z.number().optional(),
  last_error_message: z.string().optional(),
})

const TIMEOUT_MS = 5_000

/** A call of a platform, by the name that Telegram gave it and Zalo took over. */
type Ask = (
  method: 'getWebhookInfo',
  payload: Readonly<Record<string, unknown>>,
  timeoutMs: number,
) => Promise<{ ok: true; result?: unknown } | { ok: false }>

/**
 * Asks a platform what is wrong with the webhook that it has for us; where it does not answer, nothing is known to be.
 * @param ours the address that we registered; null where updates are asked for.
 * @returns at most one fault; of another's address the host alone, for its path may be a secret.
 */
export async function webhookFaults(ask: Ask, ours: string | null): Promise<SetupFault[]> {
  const came = await ask('getWebhookInfo', {}, TIMEOUT_MS)
  const read = registered.safeParse(came.ok ? came.result : null)
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
