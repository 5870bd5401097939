import { isIP } from 'node:net'
import { z } from 'zod'
import { type AnyConfigured, CHANNEL_KINDS } from './channel-list.ts'
import { httpUrl, rootOf, type Value, type Variable, type VariableProblem } from './channels/variable.ts'

/** Everything that the environment decides, checked once and frozen. */
export interface Config {
  /** `file:PATH` of the database. */
  databaseUrl: string
  /** The channels that are on, in the order of the list. */
  channels: readonly AnyConfigured[]
  port: number
  /** Address that the server listens on: this machine alone, unless a platform calls or the operator says otherwise. */
  host: string
  publicUrl: string | null
  /** Called every minute while the service is well; null: nobody watches. */
  heartbeatUrl: string | null
  /** With it `/metrics` is told to other machines too; it is never shown. */
  metricsToken: string | null
  webChat: boolean
  timeZone: string
  logLevel: string
  locale: 'vi'
}

export type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

const OWN_VARIABLES: readonly Variable[] = [
  { name: 'DATABASE_URL', schema: z.string().regex(/^file:.+/), problem: 'database_url' },
  { name: 'PORT', schema: z.string().refine(isPort), problem: 'port' },
  { name: 'HOST', schema: z.string().refine(isHost), problem: 'host' },
  { name: 'METRICS_TOKEN', schema: z.string().regex(/^\S{16,}$/), problem: 'metrics_token' },
  { name: 'PUBLIC_URL', schema: httpUrl, problem: 'http_url' },
  { name: 'HEARTBEAT_URL', schema: httpUrl, problem: 'http_url' },
  { name: 'TIME_ZONE', schema: z.string().refine(isTimeZone), problem: 'time_zone' },
  { name: 'LOG_LEVEL', schema: z.enum(LOG_LEVELS), problem: 'log_level' },
  { name: 'CHITIEU_LOCALE', schema: z.literal('vi'), problem: 'locale' },
]

/** Every variable that means something, those of the channels with them. */
export const VARIABLES: readonly Variable[] = [
  ...OWN_VARIABLES,
  ...CHANNEL_KINDS.flatMap(({ variables }): readonly Variable[] => variables),
]

/** Checks the environment. An empty value counts as not set. */
export function readConfig(
  environment: Environment,
): { ok: true; config: Config } | { ok: false; problems: VariableProblem[] } {
  const value: Value = name => environment[name]?.trim() || undefined
  const { channels, problems: together } = configureChannels(value)
  const problems = [...shapeProblems(value), ...together]
  if (problems.length > 0) return { ok: false, problems }
  const webChat = channels.some(({ name }) => name === 'web')
  const config: Config = {
    databaseUrl: value('DATABASE_URL') ?? 'file:var/chitieu.db',
    channels,
    port: Number(value('PORT') ?? 3000),
    host: value('HOST') ?? (channels.some(({ called }) => called) ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: publicUrlOf(value),
    heartbeatUrl: value('HEARTBEAT_URL') ?? null,
    metricsToken: value('METRICS_TOKEN') ?? null,
    webChat,
    timeZone: value('TIME_ZONE') ?? 'Asia/Ho_Chi_Minh',
    logLevel: value('LOG_LEVEL') ?? 'info',
    locale: 'vi',
  }
  return { ok: true, config: Object.freeze(config) }
}

function publicUrlOf(value: Value): string | null {
  const url = value('PUBLIC_URL')
  return url === undefined ? null : rootOf(url)
}

function configureChannels(value: Value): { channels: AnyConfigured[]; problems: VariableProblem[] } {
  const channels: AnyConfigured[] = []
  const problems: VariableProblem[] = []
  for (const kind of CHANNEL_KINDS) {
    const configured = kind.configure(value, channels.length)
    channels.push(...configured.channels)
    problems.push(...configured.problems)
  }
  const isCalled = channels.some(({ called }) => called)
  if (isCalled && value('WEB_CHAT') === 'on')
    problems.push({ variable: 'WEB_CHAT', code: 'web_chat_with_webhook' })
  return { channels, problems }
}

function shapeProblems(value: Value): VariableProblem[] {
  return VARIABLES.flatMap(({ name: variable, schema, problem }): VariableProblem[] => {
    const given = value(variable)
    if (given === undefined || schema.safeParse(given).success) return []
    const postgres = variable === 'DATABASE_URL' && given.startsWith('postgres')
    return [{ variable, code: postgres ? 'postgres_to_come' : problem }]
  })
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || text === 'localhost'
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}
