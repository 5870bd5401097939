import { z } from 'zod'
import type { ChannelKind, ChannelParts } from '../channel-kind.ts'
import { countText, httpUrl, rootOf, type Value, webhookProblems, webhookUrl } from '../variable.ts'
import { ZALO_BOT_ABILITIES, ZALO_BOT_LIMITS } from './abilities.ts'
import { createZaloBotChannel } from './zalo-bot-channel.ts'

const API = 'https://bot-api.zaloplatforms.com'
const NAMES = { token: 'ZALO_BOT_TOKEN', url: 'ZALO_BOT_WEBHOOK_URL', secret: 'ZALO_BOT_WEBHOOK_SECRET' }

export const zaloBot = {
  name: 'zalo-bot',
  limits: ZALO_BOT_LIMITS,
  abilities: ZALO_BOT_ABILITIES,
  variables: [
    { name: NAMES.token, schema: z.string().regex(/^[^\s/?#]{8,}$/), problem: 'zalo_token' },
    { name: 'ZALO_BOT_API_ROOT', schema: httpUrl, problem: 'http_url' },
    { name: NAMES.url, schema: webhookUrl, problem: 'https_url' },
    { name: NAMES.secret, schema: z.string().min(8).max(256), problem: 'zalo_secret' },
    { name: 'ZALO_BOT_PER_SECOND', schema: countText, problem: 'count' },
  ],
  configure(value) {
    const problems = webhookProblems(value, NAMES)
    const token = value(NAMES.token)
    if (token === undefined) return { problems, channels: [] }
    const url = value(NAMES.url)
    const settings = {
      token,
      apiRoot: rootOf(value('ZALO_BOT_API_ROOT') ?? API),
      webhook: url === undefined ? null : { url, secret: value(NAMES.secret) ?? '' },
      limits: limitsOf(value),
    }
    const open = (parts: ChannelParts) => createZaloBotChannel({ ...settings, ...parts })
    return { problems, channels: [{ name: 'zalo-bot' as const, called: url !== undefined, settings, open }] }
  },
} as const satisfies ChannelKind<ChannelParts>

function limitsOf(value: Value): typeof ZALO_BOT_LIMITS {
  const perSecond = value('ZALO_BOT_PER_SECOND')
  if (perSecond === undefined) return ZALO_BOT_LIMITS
  return { ...ZALO_BOT_LIMITS, channel: { calls: Number(perSecond), ms: 1_000 } }
}
