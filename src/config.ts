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

const variables = {
  DATABASE_URL: z.string().regex(/^file:.+/),
  PORT: z.coerce.number().int().min(0).max(65_535),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  TIME_ZONE: z.string().refine(isTimeZone),
  LOG_LEVEL: z.enum(LOG_LEVELS),
  CHITIEU_LOCALE: z.literal('vi'),
  WEB_CHAT: z.enum(['on', 'off']),
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[\w-]{10,}$/),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }),
  TELEGRAM_WEBHOOK_URL: z.url({ protocol: /^https?$/ }),
  TELEGRAM_WEBHOOK_SECRET: z.string().regex(/^[\w-]{1,256}$/),
  ZALO_BOT_TOKEN: z.string().regex(/^[^\s/?#]{8,}$/),
  ZALO_BOT_API_ROOT: z.url({ protocol: /^https?$/ }),
  ZALO_BOT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }),
  ZALO_BOT_WEBHOOK_SECRET: z.string().min(8).max(256),
}

type Variable = keyof typeof variables

const CODE_OF: Record<Variable, ConfigProblemCode> = {
  DATABASE_URL: 'database_url',
  PORT: 'port',
  PUBLIC_URL: 'http_url',
  TIME_ZONE: 'time_zone',
  LOG_LEVEL: 'log_level',
  CHITIEU_LOCALE: 'locale',
  WEB_CHAT: 'on_off',
  TELEGRAM_BOT_TOKEN: 'telegram_token',
  TELEGRAM_API_ROOT: 'http_url',
  TELEGRAM_WEBHOOK_URL: 'https_url',
  TELEGRAM_WEBHOOK_SECRET: 'telegram_secret',
  ZALO_BOT_TOKEN: 'zalo_token',
  ZALO_BOT_API_ROOT: 'http_url',
  ZALO_BOT_WEBHOOK_URL: 'https_url',
  ZALO_BOT_WEBHOOK_SECRET: 'zalo_secret',
}

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
  return Object.entries(variables).flatMap(([name, schema]) => {
    const given = value(name)
    if (given === undefined || schema.safeParse(given).success) return []
    const variable = name as Variable
    const postgres = variable === 'DATABASE_URL' && given.startsWith('postgres')
    return [{ variable, code: postgres ? 'postgres_to_come' : CODE_OF[variable] }]
  })
}

function togetherProblems(value: Value): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  for (const channel of ['TELEGRAM', 'ZALO_BOT']) {
    const url = value(`${channel}_WEBHOOK_URL`)
    const secret = `${channel}_WEBHOOK_SECRET`
    if (!url) continue
    if (!value(`${channel}_BOT_TOKEN`) && !value(`${channel}_TOKEN`)) {
      problems.push({ variable: tokenName(channel), code: 'webhook_without_token' })
    }
    if (!value(secret)) problems.push({ variable: secret, code: 'missing_with_webhook' })
    if (value('WEB_CHAT') === 'on') problems.push({ variable: 'WEB_CHAT', code: 'web_chat_with_webhook' })
  }
  return problems
}

function tokenName(channel: string): string {
  return channel === 'TELEGRAM' ? 'TELEGRAM_BOT_TOKEN' : 'ZALO_BOT_TOKEN'
}

function channelConfig(value: Value, channel: string, api: string): ChannelConfig | null {
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
