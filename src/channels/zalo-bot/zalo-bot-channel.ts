import { backOff } from '../../lib/back-off.ts'
import type { Clock } from '../../lib/clock.ts'
import { type Log, silentLog } from '../../lib/log.ts'
import type { Attachment } from '../../lib/message.ts'
import { systemTimer, type Timer } from '../../lib/timer.ts'
import type { Channel, Limits, Receive } from '../channel.ts'
import { createGuardedWebhook } from '../guarded-webhook.ts'
import { createReceiving } from '../receiving.ts'
import type { ChannelWords } from '../channel-kind.ts'
import { meaningOf } from '../failure-table.ts'
import { ZALO_BOT_ABILITIES, ZALO_BOT_LIMITS } from './abilities.ts'
import { createApi } from './api.ts'
import { ZALO_BOT_ERRORS } from './failure.ts'
import { callsOf, createSending } from './sending.ts'
import { pollingTurns, webhookTurns } from './turns.ts'
import { incomingOf } from './update.ts'

export interface ZaloBotOptions {
  token: string
  /** Default `https://bot-api.zaloplatforms.com`. */
  apiRoot?: string
  /** Where the platform delivers updates; absent or null means long polling. The secret has 8 to 256 characters. */
  webhook?: { url: string; secret: string } | null
  clock: Clock
  timer?: Timer
  /** In [0, 1): spreads waits. */
  random: () => number
  fetch?: typeof globalThis.fetch
  log?: Log
  words: ChannelWords
  limits?: Limits
  /**
   * Gives a picture a public address that stays good for hours (the platform and every reader's phone fetch it), or null
   * where there is none. Absent: pictures are left out.
   */
  publish?: (attachment: Attachment) => Promise<string | null>
}

const QUICK_MS = 5_000
const KEEP_WAITS = { first: 200, longest: 10_000 }

/** The Zalo Bot Platform: text both ways, numbered choices, pictures by public address. */
export function createZaloBotChannel(options: ZaloBotOptions): Channel {
  const { token, clock, timer = systemTimer, random, fetch = globalThis.fetch, log = silentLog } = options
  const apiRoot = options.apiRoot ?? 'https://bot-api.zaloplatforms.com'
  const call = createApi({ token, apiRoot, secrets: [token, options.webhook?.secret], fetch, timer })
  const receiving = createReceiving({ channel: 'zalo-bot', timer, log, random })
  const publish = options.publish ?? null
  let receive: Receive | null = null

  async function keep(update: unknown): Promise<void> {
    const incoming = incomingOf(update, clock.now())
    if (incoming === null) log.info({ channel: 'zalo-bot' }, 'an update that nobody wrote was left out')
    else await receive?.(incoming)
  }

  /** A polled update does not come again: it is tried until it is kept, or until stopping. */
  async function keepAtLast(update: unknown, stopping: AbortSignal): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await keep(update)
      } catch (error) {
        const fields = { channel: 'zalo-bot', error: error instanceof Error ? error.name : 'unknown' }
        if (stopping.aborted) return log.error(fields, 'an update was lost: it could not be kept')
        log.error(fields, 'an update could not be kept yet')
      }
      await timer.wait(backOff(tries, KEEP_WAITS), stopping)
    }
  }

  const webhook = options.webhook
    ? createGuardedWebhook({
        channel: 'zalo-bot',
        path: '/webhooks/zalo-bot',
        header: 'x-bot-api-secret-token',
        secret: options.webhook.secret,
        log,
        keep: update => keep(update).then(() => receiving.works()),
      })
    : null

  return {
    name: 'zalo-bot',
    abilities: { ...ZALO_BOT_ABILITIES, images: publish === null ? 'none' : 'url' },
    limits: options.limits ?? ZALO_BOT_LIMITS,
    async start(into) {
      receive = into
      webhook?.open()
      await receiving.start(
        options.webhook ? webhookTurns(call, options.webhook) : pollingTurns(call, clock, keepAtLast),
      )
    },
    async stop() {
      await webhook?.close()
      await receiving.stop()
    },
    send: createSending({ call, clock, timer, log, words: options.words, publish }),
    callsOf: message => callsOf(message, options.words),
    // Nothing in an address tells a group's from a person's.
    isGroup: () => false,
    async typing(address) {
      await call('sendChatAction', { chat_id: address, action: 'typing' }, QUICK_MS)
    },
    async probe() {
      const came = await call('getMe', {}, QUICK_MS)
      if (came.ok) return { ok: true }
      const { code, description } = came.failure
      const cause = code === null ? description : `${code} ${description}`
      return { ok: false, cause, down: meaningOf(ZALO_BOT_ERRORS, came.failure) === 'down' }
    },
    health: () => receiving.health(),
    ...(webhook === null ? {} : { webhook }),
  }
}
