import { createHash } from 'node:crypto'
import { z } from 'zod'
import { DAY_MS } from '../../core/durations.ts'
import type { Message } from '../../lib/message.ts'
import type { ApiFailure, Called } from '../api-call.ts'
import type { Delivery } from '../channel.ts'
import { deliveryFrom } from './deliver.ts'
import type { OaDeps } from './deps.ts'
import { FORM_DOWN_ERRORS } from './failure.ts'
import { filled, type Template } from './templates.ts'

const TIMEOUT_MS = 15_000
const MAX_TRACKING = 48

const sent = z.object({
  message_id: z.string().optional(),
  msg_id: z.string().optional(),
  quota: z.unknown().optional(),
})

/**
 * Sends a notice as a form that was approved: to the person's account, and where that does not take it, to the phone
 * number that the person gave. What has no form waits until the person writes.
 * @param why why it cannot go as it is.
 */
export function createTemplateSending(
  deps: OaDeps,
): (address: string, message: Message, why: string) => Promise<Delivery> {
  const { channel, call, clock, keep, templates, businessRoot, alarm } = deps

  async function byAccount(address: string, { template_id }: Template, data: object): Promise<Called> {
    const payload = { user_id: address, template_id, template_data: data }
    return await call({ path: '/v3.0/oa/message/template', payload, timeoutMs: TIMEOUT_MS })
  }

  async function byPhone(phone: string, { template_id }: Template, data: object): Promise<Called> {
    const payload = {
      phone,
      template_id,
      template_data: data,
      tracking_id: trackingOf(phone, data, clock.now()),
    }
    return await call({ root: businessRoot, path: '/message/template', payload, timeoutMs: TIMEOUT_MS })
  }

  async function done(result: unknown): Promise<Delivery> {
    const { message_id, msg_id, quota } = sent.safeParse(result).data ?? {}
    await keep.count('templates', 1, clock.now())
    if (quota !== undefined) await keep.keep('template_quota', JSON.stringify(quota)).catch(() => undefined)
    return { outcome: 'sent', messageId: message_id ?? msg_id ?? null }
  }

  /** No form goes: an operator is told once a month, and the notice waits for a better one, or for the person to write. */
  function stopped({ template_id: template }: Template, { code }: ApiFailure): Delivery {
    const key = `form:${keep.month(clock.now()).key}:${template}:${code}`
    alarm({ channel, key, about: { what: 'form', template, code: code ?? 0 } })
    return { outcome: 'gone', cause: `${code} forms are not taken`, forms: true }
  }

  return async (address, message, why) => {
    const form = filled(templates, message)
    const contact = await keep.contact(address)
    if (form === null) {
      const reached = contact?.follows !== false || contact.phone !== null
      return { outcome: 'gone', cause: why, forms: reached && templates.length > 0 }
    }
    if (contact?.follows !== false) {
      const came = await byAccount(address, form.template, form.data)
      if (came.ok) return await done(came.result)
      if (FORM_DOWN_ERRORS.includes(came.failure.code ?? 0)) return stopped(form.template, came.failure)
      const delivery = deliveryFrom(deps, came.failure)
      if (delivery.outcome !== 'gone' && came.failure.code !== BY_PHONE_ONLY) return delivery
    }
    const phone = contact?.phone ?? null
    if (phone === null) return { outcome: 'gone', cause: why }
    const came = await byPhone(phone, form.template, form.data)
    if (came.ok) return await done(came.result)
    if (FORM_DOWN_ERRORS.includes(came.failure.code ?? 0)) return stopped(form.template, came.failure)
    return deliveryFrom(deps, came.failure)
  }
}

/** The form cannot be sent to an account. */
const BY_PHONE_ONLY = -249

/** The same form to the same phone on the same day has the same number. */
function trackingOf(phone: string, data: object, now: number): string {
  const day = Math.floor(now / DAY_MS)
  const hash = createHash('sha256')
    .update(JSON.stringify([phone, data, day]))
    .digest('hex')
  return hash.slice(0, MAX_TRACKING)
}
