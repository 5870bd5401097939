import type { Clock } from '../../lib/clock.ts'
import { type Log, silentLog } from '../../lib/log.ts'
import { systemTimer, type Timer, withDeadline } from '../../lib/timer.ts'
import { shortReason } from '../api-call.ts'
import type { Channel, Receive, Webhook } from '../channel.ts'
import { createGuardedWebhook } from '../guarded-webhook.ts'
import { createReceiving } from '../receiving.ts'
import type { Call, TelegramGateway } from './gateway.ts'
import { createLongSends } from './keyboard.ts'
import { MAX_TEXT } from './render.ts'
import { createSending } from './sending.ts'
import { createTelegrafGateway } from './telegraf-gateway.ts'
import { pollingTurns, webhookTurns } from './turns.ts'
import { incomingOf, readUpdate } from './update.ts'

export interface TelegramOptions {
  token: string
  /** Default `https://api.telegram.org`. */
  apiRoot?: string
  /** Where the platform delivers updates; absent or null means long polling. */
  webhook?: { url: string; secret: string } | null
  clock: Clock
  timer?: Timer
  log?: Log
  words: {
    /** Heads the parts of a long text: "(1/3)". */
    part: (part: number, of: number) => string
  }
  /** The menu of commands that the platform shows beside the input field. */
  commands?: readonly { command: string; description: string }[]
  /** Instead of Telegraf. */
  gateway?: TelegramGateway
}

const QUICK_MS = 5_000

/** Telegram. What arrives is only handed to `receive`; what is sent goes through Telegraf's client. */
export function createTelegramChannel(options: TelegramOptions): Channel & { webhook?: Webhook } {
  const { token, clock, timer = systemTimer, log = silentLog, words, commands = [] } = options
  const root = options.apiRoot ?? 'https://api.telegram.org'
  const gateway = options.gateway ?? createTelegrafGateway(token, root)
  const receiving = createReceiving({ channel: 'telegram', timer, log })
  const sends = createLongSends()
  const aside = new Set<Promise<unknown>>()
  let receive: Receive | null = null

  const call: Call = async (method, payload, timeoutMs, stopping) => {
    const came = await withDeadline(timer, timeoutMs, stopping, signal =>
      gateway.call(method, payload, signal),
    )
    if (came.ok) return came
    const description = shortReason(came.failure.description, [token, options.webhook?.secret])
    return { ok: false, failure: { ...came.failure, description } }
  }

  /** A call whose answer nobody waits for but `stop`. */
  function callAside(method: string, payload: object): void {
    const work = call(method, { ...payload }, QUICK_MS).finally(() => aside.delete(work))
    aside.add(work)
  }

  /** Hands the update over; a pressed button stops spinning once it is kept. */
  async function keep(value: unknown): Promise<void> {
    const update = readUpdate(value)
    if (update === null) return log.warn({ channel: 'telegram' }, 'an update of unknown shape was left out')
    const incoming = incomingOf(update, clock.now(), sends)
    if (incoming !== null) await receive?.(incoming)
    const pressed = update.callback_query?.id
    if (pressed !== undefined) callAside('answerCallbackQuery', { callback_query_id: pressed })
  }

  const webhook = options.webhook
    ? createGuardedWebhook({
        channel: 'telegram',
        path: '/webhooks/telegram',
        header: 'x-telegram-bot-api-secret-token',
        secret: options.webhook.secret,
        log,
        keep: update => keep(update).then(() => receiving.works()),
      })
    : null

  return {
    name: 'telegram',
    abilities: { buttons: true, images: 'upload', files: true, maxText: MAX_TEXT },
    async start(into) {
      receive = into
      webhook?.open()
      if (commands.length > 0) callAside('setMyCommands', { commands })
      await receiving.start(options.webhook ? webhookTurns(call, options.webhook) : pollingTurns(call, keep))
    },
    async stop() {
      await webhook?.close()
      await receiving.stop()
      await Promise.allSettled(aside)
    },
    send: createSending({ call, clock, timer, log, sends, label: words.part }),
    async typing(address) {
      await call('sendChatAction', { chat_id: address, action: 'typing' }, QUICK_MS)
    },
    health: () => receiving.health(),
    ...(webhook === null ? {} : { webhook }),
  }
}
