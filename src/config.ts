import { z } from 'zod'

/** Everything that the environment decides, checked once and frozen. */
export interface Config {
  /** `file:PATH` of the database. */
  databaseUrl: string
  telegram: ChannelConfig | null
  zaloBot: ChannelConfig | null
  /** True when Zalo OA variables are set: that channel does not exist yet, and the log says so. */
  zaloOaRequested: boolean
  port: number
  /** Address that the server listens on: this machine alone while the web chat is on. */
  host: string
  publicUrl: string | null
  webChat: boolean
  timeZone: string
  logLevel: string
  locale: 'vi'
}

export interface ChannelConfig {
  token: string
  apiRoot: string
  webhook: { url: string; secret: string } | null
}

/** A mistake in the environment: which variable, and a code of what it should be (`locales/vi/config.ts`). Never its value. */
export interface ConfigProblem {
  variable: string
  code: ConfigProblemCode
}

export type ConfigProblemCode =
  | 'database_url'
  | 'postgres_to_come'
  | 'port'
  | 'http_url'
  | 'https_url'
  | 'time_zone'
  | 'log_level'
  | 'locale'
  | 'on_off'
  | 'telegram_token'
  | 'zalo_token'
  | 'telegram_secret'
  | 'zalo_secret'
  | 'missing_with_webhook'
  | 'webhook_without_token'
  | 'web_chat_with_webhook'

export type Environment = Readonly<Record<string, string | undefined>>

const TELEGRAM_API = 'https://api.telegram.org'
const ZALO_BOT_API = 'https://bot-api.zaloplatforms.com'
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

const httpUrl = z.url({ protocol: /^https?$/ })

/** What a variable must be, and the sentence for when it is not. */
const VARIABLES: readonly [name: string, schema: z.ZodType, code: ConfigProblemCode][] = [
  ['DATABASE_URL', z.string().regex(/^file:.+/), 'database_url'],
  ['PORT', z.string().refine(isPort), 'port'],
  ['PUBLIC_URL', httpUrl, 'http_url'],
  ['TIME_ZONE', z.string().refine(isTimeZone), 'time_zone'],
  ['LOG_LEVEL', z.enum(LOG_LEVELS), 'log_level'],
  ['CHITIEU_LOCALE', z.literal('vi'), 'locale'],
  ['WEB_CHAT', z.enum(['on', 'off']), 'on_off'],
  ['TELEGRAM_BOT_TOKEN', z.string().regex(/^\d+:[\w-]{10,}$/), 'telegram_token'],
  ['TELEGRAM_API_ROOT', httpUrl, 'http_url'],
  ['TELEGRAM_WEBHOOK_URL', httpUrl.refine(isReachable), 'https_url'],
  ['TELEGRAM_WEBHOOK_SECRET', z.string().regex(/^[\w-]{1,256}$/), 'telegram_secret'],
  ['ZALO_BOT_TOKEN', z.string().regex(/^[^\s/?#]{8,}$/), 'zalo_token'],
  ['ZALO_BOT_API_ROOT', httpUrl, 'http_url'],
  ['ZALO_BOT_WEBHOOK_URL', httpUrl.refine(isReachable), 'https_url'],
  ['ZALO_BOT_WEBHOOK_SECRET', z.string().min(8).max(256), 'zalo_secret'],
]

const CHANNELS = ['TELEGRAM', 'ZALO_BOT'] as const

/** Checks the environment. An empty value counts as not set. */
export function readConfig(
  environment: Environment,
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } {
  const value = (name: string) => environment[name]?.trim() || undefined
  const problems = [...shapeProblems(value), ...togetherProblems(value)]
  if (problems.length > 0) return { ok: false, problems }
  const telegram = channelConfig(value, 'TELEGRAM', TELEGRAM_API)
  const zaloBot = channelConfig(value, 'ZALO_BOT', ZALO_BOT_API)
  const webChat = value('WEB_CHAT') ? value('WEB_CHAT') === 'on' : !telegram && !zaloBot
  const config: Config = {
    databaseUrl: value('DATABASE_URL') ?? 'file:var/chitieu.db',
    telegram,
    zaloBot,
    zaloOaRequested: Object.keys(environment).some(name => name.startsWith('ZALO_OA_') && value(name)),
    port: Number(value('PORT') ?? 3000),
    host: webChat ? '127.0.0.1' : '0.0.0.0',
    publicUrl: value('PUBLIC_URL')?.replace(/\/+$/, '') ?? null,
    webChat,
    timeZone: value('TIME_ZONE') ?? 'Asia/Ho_Chi_Minh',
    logLevel: value('LOG_LEVEL') ?? 'info',
    locale: 'vi',
  }
  return { ok: true, config: Object.freeze(config) }
}

type Value = (name: string) => string | undefined

function shapeProblems(value: Value): ConfigProblem[] {
  return VARIABLES.flatMap(([variable, schema, code]) => {
    const given = value(variable)
    if (given === undefined || schema.safeParse(given).success) return []
    const postgres = variable === 'DATABASE_URL' && given.startsWith('postgres')
    return [{ variable, code: postgres ? 'postgres_to_come' : code }]
  })
}

function togetherProblems(value: Value): ConfigProblem[] {
  const called = CHANNELS.filter(channel => value(`${channel}_WEBHOOK_URL`))
  const problems = called.flatMap((channel): ConfigProblem[] => {
    const [token, secret] = [tokenName(channel), `${channel}_WEBHOOK_SECRET`]
    return [
      ...(value(token) ? [] : [{ variable: token, code: 'webhook_without_token' } as const]),
      ...(value(secret) ? [] : [{ variable: secret, code: 'missing_with_webhook' } as const]),
    ]
  })
  if (called.length === 0 || value('WEB_CHAT') !== 'on') return problems
  return [...problems, { variable: 'WEB_CHAT', code: 'web_chat_with_webhook' }]
}

function tokenName(channel: (typeof CHANNELS)[number]): string {
  return channel === 'TELEGRAM' ? 'TELEGRAM_BOT_TOKEN' : 'ZALO_BOT_TOKEN'
}

function channelConfig(value: Value, channel: (typeof CHANNELS)[number], api: string): ChannelConfig | null {
  const token = value(tokenName(channel))
  if (!token) return null
  const url = value(`${channel}_WEBHOOK_URL`)
  const apiRoot = (value(`${channel}_API_ROOT`) ?? api).replace(/\/+$/, '')
  return { token, apiRoot, webhook: url ? { url, secret: value(`${channel}_WEBHOOK_SECRET`) ?? '' } : null }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

/** Platforms call a webhook over https; without it only a platform on this machine can, as in a test. */
function isReachable(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
