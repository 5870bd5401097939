import { z } from 'zod'
import type { Clock } from '../../lib/clock.ts'
import { type Log, silentLog } from '../../lib/log.ts'
import { systemTimer, type Timer, withDeadline } from '../../lib/timer.ts'
import { shortReason } from '../api-call.ts'
import type { ChannelKeep } from '../channel-keep.ts'
import type { Channel, Command, Limits, MenuOutcome, Probe, Receive } from '../channel.ts'
import { createGuardedWebhook } from '../guarded-webhook.ts'
import { meaningOf } from '../failure-table.ts'
import { createReceiving } from '../receiving.ts'
import { webhookFaults } from '../webhook-setup.ts'
import { TELEGRAM_ABILITIES, TELEGRAM_LIMITS } from './abilities.ts'
import type { Call, TelegramGateway } from './gateway.ts'
import { TELEGRAM_ERRORS } from './failure.ts'
import { createLongSends } from './keyboard.ts'
import { stepsOf } from './render.ts'
import { createSending } from './sending.ts'
import { createTelegrafGateway } from './telegraf-gateway.ts'
import { pollingTurns, webhookTurns } from './turns.ts'
import { incomingOf, readUpdate } from './update.ts'
import { createUpdateNames } from './update-names.ts'

export interface TelegramOptions {
  limits?: Limits
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
  commands?: readonly Command[]
  /** Instead of Telegraf. */
  gateway?: TelegramGateway
  /** What a channel of a name keeps; without it nothing is known of an earlier bot. */
  keep?: (channel: string) => Pick<ChannelKeep, 'value' | 'swap'>
}

const QUICK_MS = 5_000
const me = z.object({ username: z.string() })

/** Telegram. What arrives is only handed to `receive`; what is sent goes through Telegraf's client. */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const { token, clock, timer = systemTimer, log = silentLog, words, commands = [] } = options
  const root = options.apiRoot ?? 'https://api.telegram.org'
  const gateway = options.gateway ?? createTelegrafGateway(token, root)
  const receiving = createReceiving({ channel: 'telegram', timer, log })
  const sends = createLongSends()
  const aside = new Set<Promise<unknown>>()
  const call = createCall(gateway, timer, [token, options.webhook?.secret])
  const self = createSelf(call)
  const nameOf = createUpdateNames(token, options.keep?.('telegram'))
  let receive: Receive | null = null

  /** A call whose answer nobody waits for but `stop`. */
  function callAside(method: string, payload: object): void {
    const work = call(method, { ...payload }, QUICK_MS).finally(() => aside.delete(work))
    aside.add(work)
  }

  /** Hands the update over; a pressed button stops spinning once it is kept. */
  async function keep(value: unknown): Promise<void> {
    const update = readUpdate(value)
    if (update === null) return log.warn({ channel: 'telegram' }, 'an update of unknown shape was left out')
    const incoming = incomingOf(update, clock.now(), sends, self.username())
    if (incoming !== null) await receive?.({ ...incoming, updateId: await nameOf(incoming.updateId) })
    const pressed = update.callback_query?.id
    if (pressed !== undefined) callAside('answerCallbackQuery', { callback_query_id: pressed })
  }

  const webhook = createWebhook(options, update => keep(update).then(() => receiving.works()))

  return {
    name: 'telegram',
    abilities: TELEGRAM_ABILITIES,
    limits: options.limits ?? TELEGRAM_LIMITS,
    async start(into) {
      receive = into
      webhook?.open()
      aside.add(self.probe())
      if (commands.length > 0) callAside('setMyCommands', { commands })
      await receiving.start(options.webhook ? webhookTurns(call, options.webhook) : pollingTurns(call, keep))
    },
    async stop() {
      await webhook?.close()
      await receiving.stop()
      await Promise.allSettled(aside)
    },
    send: createSending({ call, clock, timer, log, sends, label: words.part }),
    callsOf: message => Math.max(1, stepsOf('', message, sends, words.part).length),
    isGroup: address => address.startsWith('-'),
    async typing(address) {
      await call('sendChatAction', { chat_id: address, action: 'typing' }, QUICK_MS)
    },
    menu: async (address, shown) => await showMenu(call, address, shown),
    probe: self.probe,
    setup: async () => await webhookFaults(call, options.webhook?.url ?? null),
    startLink: self.startLink,
    health: () => receiving.health(),
    ...(webhook === null ? {} : { webhook }),
  }
}

/** The menu beside the input field of one chat, instead of everybody's. */
async function showMenu(
  call: Call,
  address: string,
  commands: readonly Command[] | null,
): Promise<MenuOutcome> {
  const scope = { type: 'chat', chat_id: address }
  const came =
    commands === null
      ? await call('deleteMyCommands', { scope }, QUICK_MS)
      : await call('setMyCommands', { commands, scope }, QUICK_MS)
  if (came.ok) return 'kept'
  const meaning = meaningOf(TELEGRAM_ERRORS, came.failure)
  return meaning === 'later' || meaning === 'down' ? 'later' : 'refused'
}

/** The door for updates that the platform delivers; null where they are asked for. */
function createWebhook(
  { webhook, log = silentLog }: TelegramOptions,
  keep: (update: unknown) => Promise<void>,
) {
  if (!webhook) return null
  return createGuardedWebhook({
    channel: 'telegram',
    path: '/webhooks/telegram',
    header: 'x-telegram-bot-api-secret-token',
    secret: webhook.secret,
    log,
    keep,
  })
}

/** Calls within a time. A failure holds no secret, and says whether the platform may have taken the call all the same. */
function createCall(gateway: TelegramGateway, timer: Timer, secrets: readonly (string | undefined)[]): Call {
  return async function call(method, payload, timeoutMs, stopping) {
    let late = false
    const came = await withDeadline(timer, timeoutMs, stopping, async (signal, timedOut) => {
      const answer = await gateway.call(method, payload, signal)
      late = timedOut()
      return answer
    })
    if (came.ok) return came
    const description = shortReason(came.failure.description, secrets, payload)
    const ambiguous = late && came.failure.code === null
    return { ok: false, failure: { ...came.failure, description, ambiguous } }
  }
}

/** Who we are: whether the bot is served at all, and by which name its commands and links go, once that is known. */
function createSelf(call: Call) {
  let username: string | null = null
  return {
    username: () => username,
    probe: async (): Promise<Probe> => {
      const came = await call('getMe', {}, QUICK_MS)
      if (came.ok) {
        username = me.safeParse(came.result).data?.username ?? username
        return { ok: true }
      }
      const { code, description } = came.failure
      const cause = code === null ? description : `${code} ${description}`
      return { ok: false, cause, down: meaningOf(TELEGRAM_ERRORS, came.failure) === 'down' }
    },
    startLink: (word: string) =>
      username === null ? null : `https://t.me/${username}?start=${encodeURIComponent(word)}`,
  }
}
