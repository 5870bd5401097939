import { errorName } from '../../lib/error-name.ts'
import { backOff } from '../../lib/back-off.ts'
import type { Channel, Limits, Probe, Receive } from '../channel.ts'
import type { ChannelKeep } from '../channel-keep.ts'
import type { ChannelParts } from '../channel-kind.ts'
import { meaningOf } from '../failure-table.ts'
import { createGuardedWebhook } from '../guarded-webhook.ts'
import { createMonthlyQuota, type MonthlyQuota, type Quota } from '../monthly-quota.ts'
import { createReceiving } from '../receiving.ts'
import { webhookFaults } from '../webhook-setup.ts'
import { ZALO_BOT_ABILITIES } from './abilities.ts'
import { type Call, createApi } from './api.ts'
import { ZALO_BOT_ERRORS } from './failure.ts'
import { callsOf, createSending } from './sending.ts'
import { pollingTurns, webhookTurns } from './turns.ts'
import { incomingOf } from './update.ts'

export interface ZaloBotOptions extends Omit<ChannelParts, 'keep' | 'commands'> {
  name: string
  token: string
  apiRoot: string
  /** Where the platform delivers updates; null means long polling. The secret has 8 to 256 characters. */
  webhook: { url: string; secret: string } | null
  limits: Limits
  /** What the platform allows in a month; null: it is only counted. */
  quota: Quota | null
  /** Whether groups may talk with the bot: they are in trial on the platform. */
  groups: boolean
  keep: ChannelKeep
}

const QUICK_MS = 5_000
const KEEP_WAITS = { first: 200, longest: 10_000 }

/** A bot of the Zalo Bot Platform: text both ways, numbered choices, pictures and files by public address. */
export function createZaloBotChannel(options: ZaloBotOptions): Channel {
  const { name, token, clock, timer, random, log, words, keep } = options
  const secrets = [token, options.webhook?.secret]
  const call = createApi({ token, apiRoot: options.apiRoot, secrets, fetch: options.fetch, timer })
  const receiving = createReceiving({ channel: name, timer, log, random })
  const quota = createMonthlyQuota({ channel: name, quota: options.quota, keep, clock, alarm: options.alarm })
  const shows = keep.publishes ? 'url' : 'none'
  let receive: Receive | null = null

  async function take(update: unknown): Promise<void> {
    const incoming = incomingOf(update, clock.now(), name)
    if (incoming === null) return log.info({ channel: name }, 'an update that nobody wrote was left out')
    if (!incoming.private && !options.groups) return log.info({ channel: name }, 'a group was left alone')
    await quota.received(incoming.address)
    return await receive?.(incoming)
  }

  const webhook = options.webhook
    ? createGuardedWebhook({
        channel: name,
        path: `/webhooks/${name}`,
        header: 'x-bot-api-secret-token',
        secret: options.webhook.secret,
        log,
        keep: update => take(update).then(() => receiving.works()),
      })
    : null

  return {
    name,
    abilities: { ...ZALO_BOT_ABILITIES, images: shows, files: shows, groups: options.groups },
    limits: options.limits,
    async start(into) {
      receive = into
      await quota.look()
      webhook?.open()
      const patient = untilKept(options, take)
      await receiving.start(
        options.webhook ? webhookTurns(call, options.webhook) : pollingTurns(call, clock, patient),
      )
    },
    async stop() {
      await webhook?.close()
      await receiving.stop()
    },
    send: createSending({ channel: name, call, clock, timer, log, words, keep, quota }),
    callsOf: message => callsOf(message, words, keep.publishes),
    // Nothing in an address tells a group's from a person's.
    isGroup: () => false,
    async typing(address) {
      await call('sendChatAction', { chat_id: address, action: 'typing' }, QUICK_MS)
    },
    probe: () => probe(call),
    setup: async () => await webhookFaults(call, options.webhook?.url ?? null),
    health: () => healthOf(receiving.health(), quota),
    ...(webhook === null ? {} : { webhook }),
  }
}

/** A bot whose month is used up receives, and answers nobody. */
function healthOf(
  receives: ReturnType<Channel['health']>,
  quota: MonthlyQuota,
): ReturnType<Channel['health']> {
  return receives.ok && quota.isUsedUp() ? { ok: false, cause: 'the month is used up' } : receives
}

async function probe(call: Call): Promise<Probe> {
  const came = await call('getMe', {}, QUICK_MS)
  if (came.ok) return { ok: true }
  const { code, description } = came.failure
  const cause = code === null ? description : `${code} ${description}`.trim()
  return { ok: false, cause, down: meaningOf(ZALO_BOT_ERRORS, came.failure) === 'down' }
}

/** A polled update does not come again: it is tried until it is kept, or until stopping. */
function untilKept(
  { name, log, timer }: Pick<ZaloBotOptions, 'name' | 'log' | 'timer'>,
  take: (update: unknown) => Promise<void>,
): (update: unknown, stopping: AbortSignal) => Promise<void> {
  return async (update, stopping) => {
    for (let tries = 1; ; tries++) {
      try {
        return await take(update)
      } catch (error) {
        const fields = { channel: name, error: errorName(error) }
        if (stopping.aborted) return log.error(fields, 'an update was lost: it could not be kept')
        log.error(fields, 'an update could not be kept yet')
      }
      await timer.wait(backOff(tries, KEEP_WAITS), stopping)
    }
  }
}
