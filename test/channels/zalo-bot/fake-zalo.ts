import type { IncomingMessage, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { monthAt } from '../../../src/core/month.ts'
import { parseJson } from '../../../src/lib/parse-json.ts'
import { doFault, type Fault, startLocalServer } from '../http-server.ts'

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
  push(update: object): void
  /** Ends the poll that is held back, as after its time. */
  endPoll(): void
  webhook: { url: string; secret: unknown } | null
  /** What the platform finds when it looks at a new webhook. */
  verification: { ok: boolean; outcome: string } | null
}

/** Parameters of the methods that are used, as documented: true where they are required. */
const PARAMS: Record<string, Record<string, boolean>> = {
  getUpdates: { timeout: false },
  getMe: {},
  setWebhook: { url: true, secret_token: true },
  deleteWebhook: {},
  getWebhookInfo: {},
  sendMessage: { chat_id: true, text: true, parse_mode: false, text_styles: false },
  sendPhoto: { chat_id: true, photo: true, caption: false },
  sendChatAction: { chat_id: true, action: true },
}

/** How many messages of a month the platform carries, both ways, and its clock. */
export interface FakeMonth {
  now: () => number
  messages: number
}

/** The Zalo Bot API as documented: one update a poll, handed out once; numbers of errors of its own; a month that ends. */
export async function startFakeZalo(month: FakeMonth | null = null): Promise<FakeZalo> {
  const faults = new Map<string, Fault[]>()
  const updates: object[] = []
  let poll: (() => void) | null = null
  let nextMessage = 0x82599fa3
  const carried = new Map<string, number>()
  /** Counts one message; false when the month has no room for it. */
  const carries = (): boolean => {
    if (month === null) return true
    const { key } = monthAt(month.now(), 'Asia/Ho_Chi_Minh')
    const count = (carried.get(key) ?? 0) + 1
    if (count <= month.messages) carried.set(key, count)
    return count <= month.messages
  }

  const fake: Omit<FakeZalo, 'root'> = {
    token: TOKEN,
    calls: [],
    webhook: null,
    verification: { ok: true, outcome: 'webhook.ok' },
    of: method => fake.calls.filter(call => call.method === method),
    fail: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    push(update) {
      if (!carries()) return
      updates.push(update)
      poll?.()
    },
    endPoll: () => poll?.(),
  }

  function getUpdates(response: ServerResponse): void {
    if (fake.webhook !== null) return refuse(response, 400, 'Webhook is active')
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

  function carryOut({ method, params }: FakeCall, response: ServerResponse): void {
    const wrong = checkCall(method, params)
    if (wrong !== null) return refuse(response, 400, wrong)
    switch (method) {
      case 'getUpdates':
        return getUpdates(response)
      case 'setWebhook':
        fake.webhook = { url: String(params.url), secret: params.secret_token }
        return answer(response, { url: params.url, updated_at: 1, verification: fake.verification })
      case 'deleteWebhook':
        if (fake.webhook === null) return refuse(response, 400, 'Bad request')
        fake.webhook = null
        return answer(response, { url: '', updated_at: 1 })
      case 'getWebhookInfo':
        return answer(response, { url: fake.webhook?.url ?? '', updated_at: 1 })
      case 'sendChatAction':
        return doFault({ kind: 'answer', status: 200, body: { ok: true } }, response)
      default:
        if (method.startsWith('send') && !carries()) return refuse(response, 429, 'Quota exceeded')
        answer(response, {
          message_id: `${(nextMessage++).toString(16)}2f56d00e8941`,
          date: 1_749_632_637_199,
        })
    }
  }

  function handle(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    if (token !== fake.token) return refuse(response, 401, 'Unauthorized')
    const value = parseJson(body.toString())
    const call = { method, params: { ...(typeof value === 'object' ? value : null) } }
    fake.calls.push(call)
    const fault = faults.get(method)?.shift()
    if (fault === undefined) return carryOut(call, response)
    doFault(fault, response)
  }

  const server = await startLocalServer(handle)
  onTestFinished(() => server.close())
  return Object.assign(fake, { root: server.root })
}

/** What is wrong with a call by the documentation; null when nothing is. */
export function checkCall(method: string, params: Record<string, unknown>): string | null {
  const known = PARAMS[method]
  if (known === undefined) return 'Bad request - invalid API name'
  const unknown = Object.keys(params).find(name => !(name in known))
  if (unknown !== undefined) return `unknown parameter ${unknown}`
  for (const [name, required] of Object.entries(known)) {
    const value = params[name]
    if (value === undefined && required) return `${name} is required`
    if (value !== undefined && name !== 'text_styles' && typeof value !== 'string')
      return `${name} must be a string`
    if (typeof value === 'string' && !value.isWellFormed()) return `${name} is not UTF-8`
  }
  const styled = checkStyles(typeof params.text === 'string' ? params.text : '', params.text_styles)
  if (styled !== null) return styled
  const { text = 'x', caption = 'x', secret_token: secret = 'x'.repeat(8) } = params
  for (const words of [text, caption])
    if (
      String(words).trim() === '' ||
      String(words).length > 2_000 ||
      String(words) !== String(words).normalize('NFC')
    )
      return 'text must have 1 to 2000 characters'
  return String(secret).length < 8 || String(secret).length > 256 ? 'secret_token must have 8 to 256' : null
}

const STYLES = /^(b|i|u|s|f_(13|15|18|20)|c_(050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5])$/
const style = z.strictObject({
  start: z.int().min(0),
  len: z.int().min(1),
  st: z.array(z.string().regex(STYLES)).min(1),
})

/** Styles lie within the text and do not overlap. */
function checkStyles(text: string, given: unknown): string | null {
  if (given === undefined) return null
  const read = z.array(style).min(1).safeParse(given)
  if (!read.success) return 'text_styles is invalid'
  let end = 0
  for (const { start, len } of read.data) {
    if (start < end || start + len > text.length) return 'text_styles is out of the text'
    end = start + len
  }
  return null
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
