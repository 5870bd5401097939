import type { IncomingMessage, ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { parseJson } from '../../../src/lib/parse-json.ts'
import { doFault, type Fault, startLocalServer } from '../http-server.ts'

export const APP = {
  appId: '360846524940903967',
  appSecret: 'ung-dung-bi-mat-1',
  refreshToken: 'lam-moi-0-dau-tien',
}
export const SECRET_KEY = 'khoa-cua-oa-9'

/** The settings of a service that sends through the account at this root, with the templates of a file. */
export function oaSettings({ root }: { root: string }, templates: string) {
  return {
    ZALO_OA_APP_ID: APP.appId,
    ZALO_OA_APP_SECRET: APP.appSecret,
    ZALO_OA_SECRET_KEY: SECRET_KEY,
    ZALO_OA_REFRESH_TOKEN: APP.refreshToken,
    ZALO_OA_API_ROOT: root,
    ZALO_OA_OAUTH_ROOT: root,
    ZALO_OA_BUSINESS_ROOT: root,
    ZALO_OA_TEMPLATES: templates,
    ZALO_OA_BUTTONS: 'on',
  }
}
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const LIFE_SECONDS = 90_000
const REFRESH_LIFE_MS = 90 * DAY_MS
const PICTURE_LIFE_MS = 7 * DAY_MS
const FREE_MS = 48 * HOUR_MS

export interface OaSent {
  user: string
  text: string | null
  kind: 'text' | 'image' | 'buttons' | 'file' | 'template' | 'phone'
  body: unknown
}

export interface FakeOa {
  root: string
  sent: OaSent[]
  /** How often a pair of tokens was given. */
  refreshes: number
  uploads: number
  /** The next calls of the path meet these faults, one each. */
  fail(path: string, ...faults: Fault[]): void
  /** The person writes: the window of seven days begins. */
  wrote(user: string, at: number): void
  /** Ends the access token before its time. */
  revoke(): void
  /** Refuses the refresh token from now on. */
  refuseRefresh: boolean
  left: Set<string>
  /** Forms that are approved. */
  templates: Set<string>
  /** The fields of a form, where they are held to: each must be there, and no other. */
  fields: Map<string, readonly string[]>
  /** Messages that went between 48 hours and seven days after the person wrote: each is paid for. */
  billed: number
  /** What it allows: calls a minute, uploads a month, forms a day. */
  limits: { callsAMinute: number; uploads: number; formsADay: number }
}

const recipient = z.object({ user_id: z.string() })
const element = z
  .strictObject({
    media_type: z.literal('image'),
    attachment_id: z.string().optional(),
    url: z.url().optional(),
  })
  .refine(one => (one.attachment_id === undefined) !== (one.url === undefined))
const button = z.strictObject({
  type: z.literal('oa.query.hide'),
  title: z.string().min(1).max(100),
  payload: z.string().min(1).max(1_000),
})
const payload = z.union([
  z.strictObject({ template_type: z.literal('media'), elements: z.array(element).length(1) }),
  z.strictObject({ buttons: z.array(button).min(1).max(5) }),
])
const consult = z.strictObject({
  recipient,
  message: z.strictObject({
    text: z.string().min(1).max(2_000).optional(),
    attachment: z.strictObject({ type: z.literal('template'), payload }).optional(),
  }),
})
const filledIn = z.strictObject({
  template_id: z.string(),
  template_data: z.record(z.string(), z.string().min(1).max(400)),
})
const byAccount = filledIn.extend({ user_id: z.string() })
const byPhone = filledIn.extend({
  phone: z.string().regex(/^84\d{9}$/),
  tracking_id: z.string().min(1).max(48),
})
/** A megabyte, and what the form adds to it. */
const MOST_IMAGE_BYTES = 1024 * 1024 + 2_000

function pictureIn({ attachment }: z.infer<typeof consult>['message']): string | undefined {
  return attachment !== undefined && 'elements' in attachment.payload
    ? attachment.payload.elements[0]?.attachment_id
    : undefined
}

/** The platform of an Official Account as documented: tokens of 25 hours, windows, shapes, errors under HTTP 200. */
export async function startFakeOa(now: () => number): Promise<FakeOa> {
  const faults = new Map<string, Fault[]>()
  const heard = new Map<string, number>()
  const used = new Map<string, number>()
  /** Counts one thing within a span of the clock; false when it has no room for it. */
  const within = (what: string, span: number, most: number): boolean => {
    const key = `${what}:${Math.floor(now() / span)}`
    used.set(key, (used.get(key) ?? 0) + 1)
    return (used.get(key) ?? 0) <= most
  }
  let access = { token: '', ends: 0 }
  let refresh = APP.refreshToken
  let refreshEnds = now() + REFRESH_LIFE_MS
  /** When each picture that was uploaded is forgotten. */
  const pictures = new Map<string, number>()
  const fake: Omit<FakeOa, 'root'> = {
    sent: [],
    refreshes: 0,
    uploads: 0,
    refuseRefresh: false,
    left: new Set(),
    templates: new Set(['T1']),
    fields: new Map(),
    billed: 0,
    limits: { callsAMinute: 4_000, uploads: 5_000, formsADay: 500 },
    fail: (path, ...more) => void faults.set(path, [...(faults.get(path) ?? []), ...more]),
    wrote: (user, at) => void heard.set(user, at),
    revoke: () => void (access = { token: '', ends: 0 }),
  }

  function giveTokens(request: IncomingMessage, body: string, response: ServerResponse): void {
    const form = new URLSearchParams(body)
    const right =
      request.headers['secret_key'] === APP.appSecret &&
      form.get('app_id') === APP.appId &&
      form.get('grant_type') === 'refresh_token' &&
      form.get('refresh_token') === refresh
    if (!right || fake.refuseRefresh || now() > refreshEnds)
      return refuse(response, -14014, 'Invalid refresh token')
    const number = ++fake.refreshes
    refresh = `lam-moi-${number}-bi-mat`
    refreshEnds = now() + REFRESH_LIFE_MS
    access = { token: `truy-cap-${number}-bi-mat`, ends: now() + LIFE_SECONDS * 1_000 }
    json(response, { access_token: access.token, refresh_token: refresh, expires_in: String(LIFE_SECONDS) })
  }

  function send(value: unknown, response: ServerResponse): void {
    const read = consult.safeParse(value)
    if (!read.success) return refuse(response, -201, 'Params is invalid')
    const { recipient: to, message } = read.data
    const wrong = windowOf(to.user_id)
    if (wrong !== null) return refuse(response, ...wrong)
    const shown = pictureIn(message)
    if (shown !== undefined && (pictures.get(shown) ?? 0) < now())
      return refuse(response, -100, 'Attachment expired')
    if (now() - (heard.get(to.user_id) ?? 0) > FREE_MS) fake.billed++
    const kind =
      message.attachment === undefined
        ? 'text'
        : 'buttons' in message.attachment.payload
          ? 'buttons'
          : 'image'
    fake.sent.push({ user: to.user_id, text: message.text ?? null, kind, body: message })
    answer(response, { message_id: `m${fake.sent.length}` })
  }

  function windowOf(user: string): [number, string] | null {
    if (fake.left.has(user)) return [-213, 'User has not followed OA']
    const since = now() - (heard.get(user) ?? 0)
    return since > 7 * 24 * HOUR_MS ? [-230, 'User has not interacted with OA in the past 7 days'] : null
  }

  /** What is wrong with a form as it was filled in. */
  function formOf({
    template_id: id,
    template_data: data,
  }: z.infer<typeof filledIn>): [number, string] | null {
    if (!fake.templates.has(id)) return [-131, 'Template is not approved']
    const fields = fake.fields.get(id)
    const isWhole = fields === undefined || fields.toSorted().join() === Object.keys(data).toSorted().join()
    return isWhole ? null : [-1122, 'Template data is invalid']
  }

  function formInfo(path: string, response: ServerResponse): void {
    const id = new URLSearchParams(path.slice(path.indexOf('?'))).get('template_id') ?? ''
    const status = fake.templates.has(id) ? 'ENABLE' : 'REJECT'
    const listParams = fake.fields.get(id)?.map(name => ({ name, require: true, maxLength: 100 }))
    answer(response, { templateId: id, status, ...(listParams && { listParams }) })
  }

  function template(value: unknown, response: ServerResponse): void {
    const read = byAccount.safeParse(value)
    if (!read.success) return refuse(response, -1121, 'Template data is missing')
    const wrong = formOf(read.data)
    if (wrong !== null) return refuse(response, ...wrong)
    if (fake.left.has(read.data.user_id)) return refuse(response, -213, 'User has not followed OA')
    fake.sent.push({ user: read.data.user_id, text: null, kind: 'template', body: read.data })
    const quota = { quota_type: 'purchase_quota', remain: 4_821 }
    answer(response, { message_id: `t${fake.sent.length}`, user_id: read.data.user_id, quota })
  }

  function phone(value: unknown, response: ServerResponse): void {
    const read = byPhone.safeParse(value)
    if (!read.success) return refuse(response, -108, 'Phone number is invalid')
    const wrong = formOf(read.data)
    if (wrong !== null) return refuse(response, ...wrong)
    fake.sent.push({ user: read.data.phone, text: null, kind: 'phone', body: read.data })
    answer(response, { msg_id: `p${fake.sent.length}`, quota: { dailyQuota: '500', remainingQuota: '499' } })
  }

  function uploadImage(body: Buffer, response: ServerResponse): void {
    if (body.length > MOST_IMAGE_BYTES) return refuse(response, -210, 'File is too large')
    if (!/image\/(png|jpeg)/.test(body.toString('latin1', 0, 500)))
      return refuse(response, -210, 'File type is invalid')
    const id = `anh-${++fake.uploads}`
    pictures.set(id, now() + PICTURE_LIFE_MS)
    answer(response, { attachment_id: id })
  }

  function handle(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const path = request.url ?? ''
    const fault = faults.get(path)?.shift()
    if (fault !== undefined && fault.kind !== 'lost') return doFault(fault, response)
    const text = body.toString()
    if (path === '/v4/oa/access_token') {
      if (fault === undefined) return giveTokens(request, text, response)
      giveTokens(request, text, response)
      return doFault(fault, response)
    }
    const token = request.headers['access_token']
    if (access.token === '' || token !== access.token)
      return refuse(response, -216, `Access token is invalid ${String(token)}`)
    if (access.ends <= now()) return refuse(response, -220, 'Access token has expired')
    if (!within('calls', MINUTE_MS, fake.limits.callsAMinute))
      return refuse(response, -32, 'Rate limit of the application')
    if (path.endsWith('/message/template') && !within('forms', DAY_MS, fake.limits.formsADay))
      return refuse(response, -144, 'Daily quota of the account')
    if (path === '/v2.0/oa/upload/image' && !within('uploads', 30 * DAY_MS, fake.limits.uploads))
      return refuse(response, -211, 'Quota of uploads')
    if (path === '/v3.0/oa/message/cs') return send(parseJson(text), response)
    if (path === '/v3.0/oa/message/template') return template(parseJson(text), response)
    if (path === '/message/template') return phone(parseJson(text), response)
    if (path.startsWith('/template/info/v2?template_id=')) return formInfo(path, response)
    if (path === '/v2.0/oa/getoa') return answer(response, { oa_id: '388613280878808645' })
    if (path === '/v2.0/oa/upload/image') return uploadImage(body, response)
    refuse(response, -201, 'Unknown path')
  }

  const server = await startLocalServer(handle)
  onTestFinished(() => server.close())
  return Object.assign(fake, { root: server.root })
}

/** An error as the platform answers it: under HTTP 200. */
export function oaError(error: number, message: string): Fault {
  return { kind: 'answer', status: 200, body: { error, message } }
}

function refuse(response: ServerResponse, error: number, message: string): void {
  doFault(oaError(error, message), response)
}

function answer(response: ServerResponse, data: object): void {
  json(response, { error: 0, message: 'Success', data })
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
