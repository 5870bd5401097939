import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseJson } from '../../lib/parse-json.ts'
import { type ChannelKind, type ChannelParts, type ConfiguredKind, NO_INVITATION } from '../channel-kind.ts'
import { countText, httpUrl, rootOf, type Value, type VariableProblem } from '../variable.ts'
import { ZALO_OA_ABILITIES, ZALO_OA_LIMITS } from './abilities.ts'
import { readTemplates, type Template } from './templates.ts'
import { createZaloOaChannel } from './zalo-oa-channel.ts'

const API = 'https://openapi.zalo.me'
const OAUTH = 'https://oauth.zaloapp.com'
const BUSINESS = 'https://business.openapi.zalo.me'
/** Seen of the plan that may use the interface; not published. */
const OUTSIDE_WINDOW = 500
const NEEDED = [
  'ZALO_OA_APP_ID',
  'ZALO_OA_APP_SECRET',
  'ZALO_OA_SECRET_KEY',
  'ZALO_OA_REFRESH_TOKEN',
] as const

const secret = z.string().regex(/^\S{6,}$/)

export const zaloOa = {
  name: 'zalo-oa',
  limits: ZALO_OA_LIMITS,
  abilities: ZALO_OA_ABILITIES,
  variables: [
    { name: 'ZALO_OA_APP_ID', schema: z.string().regex(/^\d{5,25}$/), problem: 'zalo_oa_app' },
    { name: 'ZALO_OA_APP_SECRET', schema: secret, problem: 'zalo_oa_secret' },
    { name: 'ZALO_OA_SECRET_KEY', schema: secret, problem: 'zalo_oa_secret' },
    { name: 'ZALO_OA_REFRESH_TOKEN', schema: secret, problem: 'zalo_oa_secret' },
    { name: 'ZALO_OA_API_ROOT', schema: httpUrl, problem: 'http_url' },
    { name: 'ZALO_OA_OAUTH_ROOT', schema: httpUrl, problem: 'http_url' },
    { name: 'ZALO_OA_BUSINESS_ROOT', schema: httpUrl, problem: 'http_url' },
    { name: 'ZALO_OA_LINK', schema: httpUrl, problem: 'http_url' },
    { name: 'ZALO_OA_BUTTONS', schema: z.enum(['on', 'off']), problem: 'on_off' },
    { name: 'ZALO_OA_OUTSIDE_48H', schema: z.union([countText, z.literal('off')]), problem: 'count_or_off' },
    { name: 'ZALO_OA_PER_SECOND', schema: countText, problem: 'count' },
  ],
  configure(value) {
    const missing = NEEDED.filter(name => value(name) === undefined)
    if (missing.length === NEEDED.length) return { problems: [], channels: [] }
    const templates = templatesOf(value)
    const problems: VariableProblem[] = [
      ...missing.map(variable => ({ variable, code: 'missing_for_zalo_oa' }) as const),
      ...(templates === null ? [{ variable: 'ZALO_OA_TEMPLATES', code: 'zalo_oa_templates' } as const] : []),
    ]
    if (problems.length > 0 || templates === null) return { problems, channels: [] }
    return { problems, channels: [account(value, templates)] }
  },
} as const satisfies ChannelKind<ChannelParts>

function account(
  value: Value,
  templates: Template[],
): ConfiguredKind<ChannelParts>['channels'][number] & { name: 'zalo-oa' } {
  const perSecond = value('ZALO_OA_PER_SECOND')
  const outside = value('ZALO_OA_OUTSIDE_48H')
  const settings = {
    credentials: {
      appId: value('ZALO_OA_APP_ID') ?? '',
      appSecret: value('ZALO_OA_APP_SECRET') ?? '',
      refreshToken: value('ZALO_OA_REFRESH_TOKEN') ?? '',
      oauthRoot: rootOf(value('ZALO_OA_OAUTH_ROOT') ?? OAUTH),
    },
    secretKey: value('ZALO_OA_SECRET_KEY') ?? '',
    apiRoot: rootOf(value('ZALO_OA_API_ROOT') ?? API),
    businessRoot: rootOf(value('ZALO_OA_BUSINESS_ROOT') ?? BUSINESS),
    buttons: value('ZALO_OA_BUTTONS') === 'on',
    outsideWindow: outside === 'off' ? null : Number(outside ?? OUTSIDE_WINDOW),
    templates,
    limits:
      perSecond === undefined
        ? ZALO_OA_LIMITS
        : { ...ZALO_OA_LIMITS, channel: { calls: Number(perSecond), ms: 1_000 } },
  }
  const open = (parts: ChannelParts) =>
    createZaloOaChannel({ ...settings, ...parts, name: 'zalo-oa', keep: parts.keep('zalo-oa') })
  const invitation = {
    ...NO_INVITATION,
    name: value('ZALO_OA_NAME') ?? null,
    link: value('ZALO_OA_LINK') ?? null,
  }
  return { name: 'zalo-oa', called: true, settings, invitation, open }
}

/** The forms of the file that the environment names; none without one; null when it is not such a file. */
function templatesOf(value: Value): Template[] | null {
  const file = value('ZALO_OA_TEMPLATES')
  if (file === undefined) return []
  try {
    return readTemplates(parseJson(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
