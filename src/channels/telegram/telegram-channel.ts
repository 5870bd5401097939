import type { Clock } from '../../lib/clock.ts'
import { type Log, silentLog } from '../../lib/log.ts'
import { sameSecret, withoutSecrets } from '../../lib/secret.ts'
import { systemTimer, type Timer, withDeadline } from '../../lib/timer.ts'
import type { Channel, Receive, Webhook } from '../channel.ts'
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

/** Path at which the HTTP server mounts the webhook. */
const PATH = '/webhooks/telegram'
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const QUICK_MS = 5_000

/** Telegram. What arrives is only handed to `receive`; what is sent goes through Telegraf's client. */
export function createTelegramChannel(options: TelegramOptions): Channel & { webhook?: Webhook } {
  const { token, clock, timer = systemTimer, log = silentLog, words, commands = [] } = options
  const root = options.apiRoot ?? 'https://api.telegram.org'
  const gateway = options.gateway ?? createTelegrafGateway(token, root)
  const secrets = [token, options.webhook?.secret]
  const sends = createLongSends()
  const receiving = createReceiving({ channel: 'telegram', timer, log })
  const underway = new Set<Promise<unknown>>()
  let receive: Receive | null = null
  let open = false

  const call: Call = async (method, payload, timeoutMs, stopping) => {
    const came = await withDeadline(timer, timeoutMs, stopping, signal =>
      gateway.call(method, payload, signal),
    )
    if (came.ok) return came
    const description = withoutSecrets(came.failure.description, secrets)
    return { ok: false, failure: { ...came.failure, description } }
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underway.add(work)
    return work.finally(() => underway.delete(work))
  }

  /** Hands the update over; a pressed button stops spinning once it is kept. */
  async function keep(value: unknown): Promise<void> {
    const update = readUpdate(value)
    if (update === null) return log.warn({ channel: 'telegram' }, 'an update of unknown shape was left out')
    const incoming = incomingOf(update, clock.now(), sends)
    if (incoming !== null) await receive?.(incoming)
    const pressed = update.callback_query?.id
    if (pressed !== undefined)
      void track(call('answerCallbackQuery', { callback_query_id: pressed }, QUICK_MS))
  }

  async function handle(body: string): Promise<number> {
    const value = parseJson(body)
    if (value === undefined) return 400
    try {
      await keep(value)
    } catch (error) {
      log.error({ channel: 'telegram', error: errorName(error) }, 'an update could not be kept')
      return 500
    }
    receiving.works()
    return 200
  }

  const channel: Channel = {
    name: 'telegram',
    abilities: { buttons: true, images: 'upload', files: true, maxText: MAX_TEXT },
    async start(into) {
      receive = into
      open = true
      const turns = options.webhook ? webhookTurns(call, options.webhook) : pollingTurns(call, keep)
      if (commands.length > 0) void track(call('setMyCommands', { commands }, QUICK_MS))
      await receiving.start(turns)
    },
    async stop() {
      open = false
      await receiving.stop()
      await Promise.allSettled(underway)
    },
    send: createSending({ call, clock, timer, log, sends, label: words.part }),
    async typing(address) {
      await call('sendChatAction', { chat_id: address, action: 'typing' }, QUICK_MS)
    },
    health: () => receiving.health(),
  }
  const webhook = options.webhook
  if (!webhook) return channel
  return {
    ...channel,
    webhook: {
      path: PATH,
      async handle({ headers, body }) {
        const given = headers[SECRET_HEADER]
        if (!sameSecret(typeof given === 'string' ? given : undefined, webhook.secret)) return 401
        return open ? track(handle(body)) : 503
      },
    },
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
