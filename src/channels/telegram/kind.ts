import { z } from 'zod'
import { type ChannelKind, type ChannelParts, NO_INVITATION } from '../channel-kind.ts'
import { httpUrl, rootOf, webhookProblems, webhookUrl } from '../variable.ts'
import { TELEGRAM_ABILITIES, TELEGRAM_LIMITS } from './abilities.ts'
import { createTelegramChannel } from './telegram-channel.ts'

const API = 'https://api.telegram.org'
const NAMES = { token: 'TELEGRAM_BOT_TOKEN', url: 'TELEGRAM_WEBHOOK_URL', secret: 'TELEGRAM_WEBHOOK_SECRET' }

export const telegram = {
  name: 'telegram',
  limits: TELEGRAM_LIMITS,
  abilities: TELEGRAM_ABILITIES,
  variables: [
    { name: NAMES.token, schema: z.string().regex(/^\d+:[\w-]{10,}$/), problem: 'telegram_token' },
    { name: 'TELEGRAM_API_ROOT', schema: httpUrl, problem: 'http_url' },
    { name: NAMES.url, schema: webhookUrl, problem: 'https_url' },
    { name: NAMES.secret, schema: z.string().regex(/^[\w-]{1,256}$/), problem: 'telegram_secret' },
  ],
  configure(value) {
    const problems = webhookProblems(value, NAMES)
    const token = value(NAMES.token)
    if (token === undefined) return { problems, channels: [] }
    const url = value(NAMES.url)
    const settings = {
      token,
      apiRoot: rootOf(value('TELEGRAM_API_ROOT') ?? API),
      webhook: url === undefined ? null : { url, secret: value(NAMES.secret) ?? '' },
    }
    const open = (parts: ChannelParts) => createTelegramChannel({ ...settings, ...parts })
    return {
      problems,
      channels: [
        { name: 'telegram' as const, called: url !== undefined, settings, invitation: NO_INVITATION, open },
      ],
    }
  },
} as const satisfies ChannelKind<ChannelParts>
