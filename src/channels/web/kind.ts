import { z } from 'zod'
import type { Channel } from '../channel.ts'
import { type ChannelKind, type ChannelParts, NO_INVITATION } from '../channel-kind.ts'
import { isLoopback, type Value, type VariableProblem } from '../variable.ts'
import { WEB_ABILITIES, WEB_LIMITS } from './abilities.ts'
import type { WebChat } from './web-chat.ts'
import { createWebChannel, type WebChannelOptions } from './web-channel.ts'

/** What the web chat needs besides: who there is, and where its history is kept. */
export type WebParts = ChannelParts & { web: Omit<WebChannelOptions, 'clock'> }

function open(parts: WebParts): Channel & WebChat {
  return createWebChannel({ clock: parts.clock, ...parts.web })
}

/** What would let others reach the page, on which anybody may be anybody. */
function reachable(value: Value): VariableProblem[] {
  const variable = 'WEB_CHAT'
  const host = value('HOST')
  return [
    ...(value('PUBLIC_URL') === undefined ? [] : [{ variable, code: 'web_chat_with_public_url' } as const]),
    ...(host === undefined || isLoopback(host) ? [] : [{ variable, code: 'web_chat_with_host' } as const]),
  ]
}

/** The page for trying out: on by itself where no platform is and nobody outside can reach it. */
export const web = {
  name: 'web',
  limits: WEB_LIMITS,
  abilities: WEB_ABILITIES,
  variables: [{ name: 'WEB_CHAT', schema: z.enum(['on', 'off']), problem: 'on_off' }],
  configure(value, others) {
    const wanted = value('WEB_CHAT')
    const problems = reachable(value)
    const on = wanted === undefined ? others === 0 && problems.length === 0 : wanted === 'on'
    if (!on) return { problems: [], channels: [] }
    return {
      problems,
      channels: [{ name: 'web' as const, called: false, settings: {}, invitation: NO_INVITATION, open }],
    }
  },
} as const satisfies ChannelKind<WebParts, Channel & WebChat>
