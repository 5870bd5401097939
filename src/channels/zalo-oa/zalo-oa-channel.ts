import type { Channel, Limits, Probe, Receive, Webhook } from '../channel.ts'
import type { ChannelKeep } from '../channel-keep.ts'
import type { ChannelParts } from '../channel-kind.ts'
import { createGuardedWebhook } from '../guarded-webhook.ts'
import { formFaults, formsOf } from './form-setup.ts'
import { ZALO_OA_ABILITIES } from './abilities.ts'
import { createOaApi, type OaCall } from './api.ts'
import { callsOf, createSending } from './sending.ts'
import { signedBy } from './signature.ts'
import { isGood, type Template } from './templates.ts'
import { createTokens, type Credentials, type Tokens } from './tokens.ts'
import { readEvent } from './update.ts'

export interface ZaloOaOptions extends Omit<ChannelParts, 'keep' | 'commands'> {
  name: string
  credentials: Credentials
  /** Of the account, shown beside its webhook: another than the application's. */
  secretKey: string
  apiRoot: string
  businessRoot: string
  limits: Limits
  buttons: boolean
  outsideWindow: number | null
  templates: readonly Template[]
  keep: ChannelKeep
}

const QUICK_MS = 5_000
/** A Zalo Official Account: its webhook, its windows and quotas, pictures by upload, forms for notices outside the window. */
export function createZaloOaChannel(options: ZaloOaOptions): Channel {
  const { name, clock, timer, log, keep, alarm, words, buttons } = options
  const tell = (of: string) => alarm({ channel: name, key: `token:${of}`, about: { what: 'token' } })
  const tokens = createTokens({ ...options, channel: name, alarm: tell })
  const call = createOaApi({ apiRoot: options.apiRoot, tokens, fetch: options.fetch, timer })
  let receive: Receive | null = null

  async function take(value: unknown): Promise<void> {
    const event = readEvent(value, clock.now(), name)
    if (event === null) return log.info({ channel: name }, 'an event of unknown shape was left out')
    switch (event.what) {
      case 'said':
        await keep.heard(event.incoming.address, { heardAt: event.incoming.sentAt, follows: true })
        return await receive?.(event.incoming)
      case 'follows':
        await keep.heard(event.address, { heardAt: event.at, follows: true })
        return await receive?.(event.incoming)
      case 'left':
        return await keep.heard(event.address, { heardAt: 0, follows: false })
      case 'phone':
        return await keep.heard(event.address, { heardAt: event.at, follows: true, phone: event.phone })
      case 'template':
        return tellOfTemplate(options, event)
      case 'other':
        return undefined
    }
  }

  const webhook = createGuardedWebhook({
    channel: name,
    path: `/webhooks/${name}`,
    admits: admitSigned(options),
    log,
    keep: take,
  })

  return {
    name,
    abilities: { ...ZALO_OA_ABILITIES, buttons, files: keep.publishes ? 'url' : 'none' },
    limits: options.limits,
    async start(into) {
      receive = into
      webhook.open()
      await tokens.access()
    },
    stop: async () => await webhook.close(),
    send: createSending({ ...options, channel: name, call }),
    callsOf: message => callsOf(message, words, buttons),
    isGroup: () => false,
    typing: async () => undefined,
    probe: async () => await probe(tokens, call),
    setup: async () => await formFaults(options, call),
    forms: async () => formsOf(options.templates, await keep.value('template_quota')),
    health() {
      const cause = receive === null ? 'not started' : tokens.trouble()
      return cause === null ? { ok: true } : { ok: false, cause }
    },
    webhook,
  }
}

/** A form that was declared and carries nothing any more is told to an operator. */
function tellOfTemplate(
  { name, templates, alarm }: ZaloOaOptions,
  { template, status }: { template: string; status: string },
): void {
  if (isGood(status) || !templates.some(one => one.template_id === template)) return
  alarm({
    channel: name,
    key: `template:${template}:${status}`,
    about: { what: 'template', template, status },
  })
}

/** Takes in what is signed, and logs by which of the two keys whenever that changes. */
function admitSigned({ name, credentials: { appId }, secretKey, log }: ZaloOaOptions) {
  let seen: 'app' | 'account' | null = null
  return function admits({ headers, body }: Parameters<Webhook['handle']>[0]): boolean {
    const given = headers['x-zevent-signature']
    const signed = signedBy(body, typeof given === 'string' ? given : undefined, { appId, secretKey })
    if (signed !== null && signed !== seen) log.info({ channel: name, signed }, 'events are signed by')
    seen = signed ?? seen
    return signed !== null
  }
}

/** Whether the account has a good token, and the platform answers it. */
async function probe(tokens: Tokens, call: OaCall): Promise<Probe> {
  const access = await tokens.access()
  if (!access.ok) return { ok: false, cause: access.cause, down: access.refused }
  const came = await call({ method: 'GET', path: '/v2.0/oa/getoa', timeoutMs: QUICK_MS })
  if (came.ok) return { ok: true }
  const { code, description } = came.failure
  return { ok: false, cause: code === null ? description : `${code} ${description}`.trim(), down: false }
}
