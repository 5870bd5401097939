import type { ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { monthAt } from '../../../src/core/month.ts'
import { parseJson } from '../../../src/lib/parse-json.ts'
import { doFault, type Fault, startLocalServer } from '../http-server.ts'
import { checkCall } from './check-call.ts'

export const TOKEN = '3905871202:kXvPqTzRmWsYbNcLdFgH'

export interface FakeCall {
  method: string
  params: Record<string, unknown>
}

export interface FakeZalo {
  root: string
  token: string
  calls: FakeCall[]
  of(method: string): FakeCall[]
  /** The next calls of the method meet these faults, one each. */
  fail(method: string, ...faults: Fault[]): void
  /** Takes an update in for a poll, where there is room for it. */
  push(update: object): void
  /** Whether there is room for what a person says; it counts then. For updates that go to a webhook. */
  hears(update: object): boolean
  /** How many messages went both ways, by month. */
  carried(): Record<string, number>
  /** Ends the poll that is held back, as after its time. */
  endPoll(): void
  webhook: { url: string; secret: unknown } | null
  /** What the platform finds when it looks at a new webhook. */
  verification: { ok: boolean; outcome: string } | null
}

/** What the platform holds itself to, and its clock. What is left out is without a limit. */
export interface FakeLimits {
  now: () => number
  /** Messages of a month, both ways. */
  messages: number
  /** How many people may talk with the bot; who is none of them is not heard. Nobody else can be written to. */
  people?: number
  /** Messages within any second: of the bot, and into one chat. */
  aSecond?: { bot: number; chat: number }
  /** Pictures are fetched before they are shown, from this place instead of the public one. */
  pictures?: { publicly: string; here: () => string }
}

/** The Zalo Bot API as documented: one update a poll, handed out once; numbers of errors of its own; what runs out. */
export async function startFakeZalo(limits: FakeLimits | null = null): Promise<FakeZalo> {
  const { root, bots } = await startFakeBots([TOKEN], limits)
  const [only] = bots
  if (only === undefined) throw new Error('no bot')
  return Object.assign(only, { root })
}

/** One platform with several bots, each with a token, people and a month of its own. */
export async function startFakeBots(
  tokens: readonly string[],
  limits: FakeLimits | null,
): Promise<{ root: string; bots: Omit<FakeZalo, 'root'>[] }> {
  const served = tokens.map(token => createFakeBot(token, limits))
  const server = await startLocalServer((request, body, response) => {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const one = served.find(({ bot }) => bot.token === token)
    if (one === undefined) return refuse(response, 401, 'Unauthorized')
    const value = parseJson(body.toString())
    one.handle({ method, params: { ...(typeof value === 'object' ? value : null) } }, response)
  })
  onTestFinished(() => server.close())
  return { root: server.root, bots: served.map(({ bot }) => bot) }
}

function createFakeBot(token: string, limits: FakeLimits | null) {
  const faults = new Map<string, Fault[]>()
  const updates: object[] = []
  const meters = createMeters(limits)
  let poll: (() => void) | null = null
  let nextMessage = 0x82599fa3

  const bot: Omit<FakeZalo, 'root'> = {
    token,
    calls: [],
    webhook: null,
    verification: { ok: true, outcome: 'webhook.ok' },
    of: method => bot.calls.filter(call => call.method === method),
    fail: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    hears: said => meters.hears(said),
    carried: () => meters.carried(),
    push(update) {
      if (!meters.hears(update)) return
      updates.push(update)
      poll?.()
    },
    endPoll: () => poll?.(),
  }

  function getUpdates(response: ServerResponse): void {
    if (bot.webhook !== null) return refuse(response, 400, 'Webhook is active')
    const finish = (): void => {
      poll = null
      const update = updates.shift()
      if (update === undefined) refuse(response, 408, 'Request timeout')
      else answer(response, update)
    }
    if (updates.length > 0) return finish()
    poll = finish
    response.on('close', () => {
      if (poll === finish) poll = null
    })
  }

  async function carryOut({ method, params }: FakeCall, response: ServerResponse): Promise<void> {
    const wrong = checkCall(method, params)
    if (wrong !== null) return refuse(response, 400, wrong)
    switch (method) {
      case 'getUpdates':
        return getUpdates(response)
      case 'getMe':
        return answer(response, { id: token.split(':')[0], account_type: 'BASIC', can_join_groups: false })
      case 'setWebhook':
        bot.webhook = { url: String(params.url), secret: params.secret_token }
        return answer(response, { url: params.url, updated_at: 1, verification: bot.verification })
      case 'testWebhook':
        return refuse(response, 426, 'Daily limit exceeded')
      case 'deleteWebhook':
        if (bot.webhook === null) return refuse(response, 400, 'Bad request')
        bot.webhook = null
        return answer(response, { url: '', updated_at: 1 })
      case 'getWebhookInfo':
        return answer(response, { url: bot.webhook?.url ?? '', updated_at: 1 })
      case 'sendChatAction':
        return doFault({ kind: 'answer', status: 200, body: { ok: true } }, response)
    }
    const full = meters.refuses(String(params.chat_id))
    if (full !== null) return refuse(response, ...full)
    if (!(await canFetch(params.photo, limits))) return refuse(response, 400, 'photo cannot be fetched')
    meters.count()
    answer(response, { message_id: `${(nextMessage++).toString(16)}2f56d00e8941`, date: 1_749_632_637_199 })
  }

  function handle(call: FakeCall, response: ServerResponse): void {
    bot.calls.push(call)
    const fault = faults.get(call.method)?.shift()
    if (fault === undefined) void carryOut(call, response)
    else doFault(fault, response)
  }
  return { bot, handle }
}

/** Counts what a bot carries, and says what it has no room for. */
function createMeters(limits: FakeLimits | null) {
  const carried = new Map<string, number>()
  const people = new Set<string>()
  let recent: { chat: string; at: number }[] = []
  const month = (): string => monthAt(limits?.now() ?? 0, 'Asia/Ho_Chi_Minh').key
  const used = (): number => carried.get(month()) ?? 0
  const count = (): void => void carried.set(month(), used() + 1)

  /** A burst; a second is any second, not one of the clock's. */
  function isTooFast(chat: string, { now, aSecond }: FakeLimits): boolean {
    if (aSecond === undefined) return false
    recent = recent.filter(({ at }) => now() - at < 1_000)
    const here = recent.filter(one => one.chat === chat).length
    if (recent.length >= aSecond.bot || here >= aSecond.chat) return true
    recent.push({ chat, at: now() })
    return false
  }

  return {
    count,
    carried: () => Object.fromEntries(carried),
    /** Whether the bot hears this, which counts. */
    hears(said: object): boolean {
      if (limits === null) return true
      const chat = chatIn.safeParse(said).data?.message.chat.id ?? ''
      const isFull = !people.has(chat) && people.size >= (limits.people ?? Infinity)
      if (isFull || used() >= limits.messages) return false
      people.add(chat)
      count()
      return true
    },
    /** Why the chat cannot be written to now, or null. */
    refuses(chat: string): [number, string] | null {
      if (limits === null) return null
      if (limits.people !== undefined && !people.has(chat)) return [404, 'Chat not found']
      if (used() >= limits.messages) return [429, 'Quota exceeded']
      return isTooFast(chat, limits) ? [429, 'Too many requests'] : null
    },
  }
}

const chatIn = z.object({ message: z.object({ chat: z.object({ id: z.string() }) }) })

/** Whether the platform gets the picture that it is to show. */
async function canFetch(photo: unknown, limits: FakeLimits | null): Promise<boolean> {
  if (typeof photo !== 'string' || limits?.pictures === undefined) return true
  const { publicly, here } = limits.pictures
  const got = await fetch(photo.replace(publicly, here()))
  await got.arrayBuffer()
  return got.ok && got.headers.get('content-type')?.startsWith('image/') === true
}

/** An error as the platform answers it: in the body, under HTTP 200. */
export function zaloError(code: number, description: string, status = 200): Fault {
  return { kind: 'answer', status, body: { ok: false, error_code: code, description } }
}

function refuse(response: ServerResponse, code: number, description: string): void {
  doFault(zaloError(code, description), response)
}

function answer(response: ServerResponse, result: unknown): void {
  doFault({ kind: 'answer', status: 200, body: { ok: true, result } }, response)
}

const HOA = '6ede9afa66b88fe6d6a9'

/** A text message of Hoa's, in her own chat with the bot unless said otherwise. */
export function textMessage(text: string, more: object = {}, event = 'message.text.received'): object {
  return {
    event_name: event,
    message: {
      from: { id: HOA, display_name: 'Hoa', is_bot: false },
      chat: { id: HOA, chat_type: 'PRIVATE' },
      text,
      message_id: '2d758cb5e222177a4e35',
      date: 1_716_120_000_602,
      ...more,
    },
  }
}
