import type { IncomingMessage, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { doFault, type Fault, startLocalServer } from '../http-server.ts'
import { checkCall } from './check-call.ts'
import { readForm } from './read-form.ts'

export interface FakeCall {
  method: string
  params: Record<string, unknown>
  /** Names of uploaded files, by parameter. */
  files: Record<string, { name: string; bytes: Buffer }>
  /** False when it was answered by a fault. */
  carriedOut: boolean
}

export interface FakeTelegram {
  root: string
  token: string
  calls: FakeCall[]
  /** Calls of the method, in order. */
  of(method: string): FakeCall[]
  /** The next calls of the method meet these faults, one each. */
  fail(method: string, ...faults: Fault[]): void
  /** An update for the bot, numbered; the number may be given. */
  push(update: object, id?: number): number
  /** Ends the poll that is held back, as after its time. */
  endPoll(): void
  webhook: { url: string; secret: unknown } | null
  /** What it met when it last delivered there. */
  trouble: string | null
  /** A path under which alone the API answers. */
  prefix: string
  /** From now on every token but a new one is refused. */
  revoke(): void
}

export const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'

const BOT = { id: 110201543, is_bot: true, first_name: 'Chỉ tiêu', username: 'ChiTieuBot' }

/** A Bot API that checks what it is given as strictly as the real one, and fails as told. */
export async function startFakeTelegram(): Promise<FakeTelegram> {
  const faults = new Map<string, Fault[]>()
  const updates: { update_id: number }[] = []
  let poll: (() => void) | null = null
  let nextUpdate = 700_000_001
  let nextMessage = 41

  const fake: Omit<FakeTelegram, 'root'> = {
    token: TOKEN,
    calls: [],
    webhook: null,
    trouble: null,
    prefix: '',
    of: method => fake.calls.filter(call => call.method === method),
    fail: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    push(update, id = nextUpdate) {
      nextUpdate = Math.max(nextUpdate, id + 1)
      updates.push({ update_id: id, ...update })
      poll?.()
      return id
    },
    endPoll: () => poll?.(),
    revoke: () => void (fake.token = 'none'),
  }

  function getUpdates(params: Record<string, unknown>, response: ServerResponse): void {
    if (fake.webhook !== null)
      return refuse(response, 409, "Conflict: can't use getUpdates method while webhook is active")
    if (poll !== null) {
      refuse(
        response,
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      )
      return poll()
    }
    const from = typeof params.offset === 'number' ? params.offset : 0
    while (updates.some(one => one.update_id < from)) updates.shift()
    if (updates.length > 0 || params.timeout === undefined) return answer(response, updates)
    const finish = (): void => {
      poll = null
      answer(response, updates)
    }
    poll = finish
    response.on('close', () => {
      if (poll === finish) poll = null
    })
  }

  function webhookInfo(response: ServerResponse): void {
    const { webhook, trouble } = fake
    const failed = trouble === null ? {} : { last_error_date: 1_716_120_000, last_error_message: trouble }
    answer(response, {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: trouble === null ? 0 : 3,
      ...failed,
    })
  }

  function carryOut(call: FakeCall, response: ServerResponse): void {
    const { method, params } = call
    const wrong = checkCall(call)
    if (wrong !== null) return refuse(response, 400, `Bad Request: ${wrong}`)
    call.carriedOut = true
    if (method === 'getUpdates') return getUpdates(params, response)
    if (method === 'setWebhook') fake.webhook = { url: String(params.url), secret: params.secret_token }
    if (method === 'deleteWebhook') fake.webhook = null
    if (method === 'getMe') return answer(response, BOT)
    if (method === 'getWebhookInfo') return webhookInfo(response)
    if (!/^send(Message|Photo|Document)$/.test(method)) return answer(response, true)
    const chat = { id: Number(params.chat_id), type: 'private' }
    answer(response, { message_id: nextMessage++, date: 1_716_120_000, chat })
  }

  function handle(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const [, token, method = ''] =
      /^\/bot([^/]+)\/(\w+)$/.exec(request.url?.replace(fake.prefix, '') ?? '') ?? []
    if (request.url?.startsWith(fake.prefix) !== true) return refuse(response, 404, 'Not Found')
    if (token !== fake.token) return refuse(response, 401, 'Unauthorized')
    const form = readForm(request.headers['content-type'] ?? '', body)
    // Telegraf repeats the method's name in its forms, which the Bot API takes without a word.
    if (form.params.method === method) delete form.params.method
    const call = { method, ...form, carriedOut: false }
    fake.calls.push(call)
    const fault = faults.get(method)?.shift()
    if (fault === undefined) return carryOut(call, response)
    call.carriedOut = fault.kind === 'lost'
    doFault(fault, response)
  }

  const server = await startLocalServer(handle)
  onTestFinished(() => server.close())
  return Object.assign(fake, { root: server.root })
}

/** An error as the Bot API answers it. */
export function botError(code: number, description: string, parameters?: object): Fault {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) }
  return { kind: 'answer', status: code, body }
}

function refuse(response: ServerResponse, code: number, description: string): void {
  doFault(botError(code, description), response)
}

function answer(response: ServerResponse, result: unknown): void {
  doFault({ kind: 'answer', status: 200, body: { ok: true, result } }, response)
}

const PERSON = { id: 5_000_001, is_bot: false, first_name: 'Hoa' }
const CHAT = { id: 5_000_001, type: 'private', first_name: 'Hoa' }

/** A text message of Hoa's, in her own chat with the bot unless said otherwise. */
export function textMessage(text: string, more: object = {}): object {
  return { message: { message_id: 7, date: 1_716_120_000, from: PERSON, chat: CHAT, text, ...more } }
}

/** Hoa presses a button of a message that was sent to her. */
export function pressedButton(data: string, keyboard: unknown, more: object = {}): object {
  const message = { message_id: 41, date: 1_716_120_000, chat: CHAT, text: '…', reply_markup: keyboard }
  return { callback_query: { id: '99', from: PERSON, chat_instance: '1', data, message, ...more } }
}
