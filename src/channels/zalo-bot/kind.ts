import { z } from 'zod'
import type { ChannelKind, ChannelParts, ConfiguredChannel } from '../channel-kind.ts'
import {
  countText,
  httpUrl,
  rootOf,
  type Value,
  type Variable,
  webhookProblems,
  webhookUrl,
} from '../variable.ts'
import { ZALO_BOT_ABILITIES, ZALO_BOT_LIMITS, ZALO_BOT_QUOTA } from './abilities.ts'
import { createZaloBotChannel } from './zalo-bot-channel.ts'

const API = 'https://bot-api.zaloplatforms.com'
const WEBHOOK = { url: 'ZALO_BOT_WEBHOOK_URL', secret: 'ZALO_BOT_WEBHOOK_SECRET' }
/** One province may need several bots, since each holds few people. */
const MOST_BOTS = 20
const NUMBERS = Array.from({ length: MOST_BOTS }, (_, i) => i + 1)

const token = z.string().regex(/^[^\s/?#]{8,}$/)

export const zaloBot = {
  name: 'zalo-bot',
  limits: ZALO_BOT_LIMITS,
  abilities: ZALO_BOT_ABILITIES,
  variables: [
    ...NUMBERS.flatMap((number): Variable[] => [
      { name: numbered('ZALO_BOT_TOKEN', number), schema: token, problem: 'zalo_token' },
      { name: numbered('ZALO_BOT_LINK', number), schema: httpUrl, problem: 'http_url' },
    ]),
    { name: 'ZALO_BOT_API_ROOT', schema: httpUrl, problem: 'http_url' },
    { name: WEBHOOK.url, schema: webhookUrl, problem: 'https_url' },
    { name: WEBHOOK.secret, schema: z.string().min(8).max(256), problem: 'zalo_secret' },
    { name: 'ZALO_BOT_PER_SECOND', schema: countText, problem: 'count' },
    { name: 'ZALO_BOT_MONTHLY', schema: z.union([countText, z.literal('off')]), problem: 'count_or_off' },
    { name: 'ZALO_BOT_PEOPLE', schema: countText, problem: 'count' },
    { name: 'ZALO_BOT_GROUPS', schema: z.enum(['on', 'off']), problem: 'on_off' },
  ],
  configure(value) {
    const problems = webhookProblems(value, { token: 'ZALO_BOT_TOKEN', ...WEBHOOK })
    const channels = NUMBERS.flatMap(number => bot(value, number))
    return { problems, channels }
  },
} as const satisfies ChannelKind<ChannelParts>

/** `ZALO_BOT_TOKEN`, `ZALO_BOT_TOKEN_2`, … */
function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name}_${number}`
}

function bot(value: Value, number: number): (ConfiguredChannel<ChannelParts> & { name: BotName })[] {
  const given = value(numbered('ZALO_BOT_TOKEN', number))
  if (given === undefined) return []
  const name: BotName = number === 1 ? 'zalo-bot' : `zalo-bot-${number}`
  const url = value(WEBHOOK.url)
  const quota = quotaOf(value)
  const settings = {
    name,
    token: given,
    apiRoot: rootOf(value('ZALO_BOT_API_ROOT') ?? API),
    webhook: url === undefined ? null : { url: webhookOf(url, number), secret: value(WEBHOOK.secret) ?? '' },
    limits: limitsOf(value),
    quota,
    groups: value('ZALO_BOT_GROUPS') === 'on',
  }
  const open = (parts: ChannelParts) =>
    createZaloBotChannel({ ...settings, ...parts, keep: parts.keep(name) })
  const invitation = {
    name: value(numbered('ZALO_BOT_NAME', number)) ?? null,
    link: value(numbered('ZALO_BOT_LINK', number)) ?? null,
    people: quota?.people ?? null,
    messages: quota?.messages ?? null,
  }
  return [{ name, called: url !== undefined, settings, invitation, open }]
}

type BotName = 'zalo-bot' | `zalo-bot-${number}`

/** Each bot is called at a path of its own. */
function webhookOf(url: string, number: number): string {
  return number === 1 ? url : `${rootOf(url)}-${number}`
}

function limitsOf(value: Value): typeof ZALO_BOT_LIMITS {
  const perSecond = value('ZALO_BOT_PER_SECOND')
  if (perSecond === undefined) return ZALO_BOT_LIMITS
  return { ...ZALO_BOT_LIMITS, channel: { calls: Number(perSecond), ms: 1_000 } }
}

function quotaOf(value: Value): typeof ZALO_BOT_QUOTA | null {
  const messages = value('ZALO_BOT_MONTHLY')
  if (messages === 'off') return null
  return {
    messages: Number(messages ?? ZALO_BOT_QUOTA.messages),
    people: Number(value('ZALO_BOT_PEOPLE') ?? ZALO_BOT_QUOTA.people),
  }
}
