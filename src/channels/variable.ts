import { z } from 'zod'

/** The value of an environment variable, without blanks around it; undefined where it is not set or empty. */
export type Value = (name: string) => string | undefined

/** What a variable must be, and the sentence for when it is not. */
export interface Variable {
  name: string
  schema: z.ZodType
  problem: VariableProblemCode
}

/** A mistake in the environment: which variable, and a code of what it should be (`locales/vi/config.ts`). Never its value. */
export interface VariableProblem {
  variable: string
  code: VariableProblemCode
}

export type VariableProblemCode =
  | 'database_url'
  | 'postgres_to_come'
  | 'port'
  | 'http_url'
  | 'https_url'
  | 'time_zone'
  | 'log_level'
  | 'locale'
  | 'on_off'
  | 'count'
  | 'count_or_off'
  | 'telegram_token'
  | 'zalo_token'
  | 'telegram_secret'
  | 'zalo_secret'
  | 'zalo_oa_app'
  | 'zalo_oa_secret'
  | 'zalo_oa_templates'
  | 'missing_for_zalo_oa'
  | 'missing_with_webhook'
  | 'webhook_without_token'
  | 'web_chat_with_webhook'
  | 'web_chat_with_public_url'
  | 'web_chat_with_host'
  | 'host'
  | 'metrics_token'

export const httpUrl = z.url({ protocol: /^https?$/ })
/** Platforms call a webhook over https; without it only a platform on this machine can, as in a test. */
export const webhookUrl = httpUrl.refine(isReachable)
export const countText = z.string().regex(/^[1-9]\d{0,5}$/)

/** A root of addresses, without a final slash. */
export function rootOf(url: string): string {
  return url.replace(/\/+$/, '')
}

/** What is missing beside the address of a webhook: whose the bot is, and the secret by which the platform is known. */
export function webhookProblems(
  value: Value,
  names: { url: string; token: string; secret: string },
): VariableProblem[] {
  if (!value(names.url)) return []
  return [
    ...(value(names.token) ? [] : [{ variable: names.token, code: 'webhook_without_token' } as const]),
    ...(value(names.secret) ? [] : [{ variable: names.secret, code: 'missing_with_webhook' } as const]),
  ]
}

function isReachable(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || isLoopback(hostname)
}

/** Whether a host name is that of this machine, for itself alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
