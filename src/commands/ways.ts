import type { App } from '../app.ts'
import { createChannels } from '../channel-parts.ts'
import type { AnyConfigured } from '../channel-list.ts'
import type { Member } from '../core/member.ts'
import { isLook } from '../db/stores/chats.ts'
import { silentLog } from '../lib/log.ts'
import { systemTimer } from '../lib/timer.ts'
import { channelName } from '../replies/say-link.ts'

/** Where a member is told to send the code. */
export interface Way {
  channel: string
  /** As people know it. */
  bot: string
  /** Opens the chat, with the code already typed where the platform has such links; null where nobody wrote it down. */
  link: (code: string) => string | null
}

/**
 * Which bot each member is told to write to: the account that holds everybody, if there is one; else the members are
 * spread evenly over the bots that have room, each always to the same one, and who has written to a bot stays there.
 * Null for whom no bot has room, or where no channel says how it is found.
 */
export async function waysTo(app: App, members: readonly Member[]): Promise<(member: string) => Way | null> {
  const found = app.config.channels.filter(({ invitation: { name, link } }) => name !== null || link !== null)
  const whole = found.find(({ invitation }) => invitation.people === null)
  if (found.length === 0) {
    const way = await linkedWay(app)
    return () => way
  }
  if (whole) return () => wayOf(app, whole)
  const { read } = app.db
  const room = new Map<string, number>()
  for (const { name, invitation } of found)
    room.set(name, (invitation.people ?? 0) - (await read.channels.people(name)))
  const own = (await read.chats.linked()).filter(chat => !isLook(chat))
  const known = new Map(own.map(({ member, channel }) => [member, channel]))
  const places = new Map(members.map(({ member }, place) => [member, place]))

  return member => {
    const written = found.find(({ name }) => name === known.get(member))
    if (written) return wayOf(app, written)
    const first = places.get(member) ?? 0
    const turns = found.map((_, turn) => found[(first + turn) % found.length])
    const bot = turns.find(one => one !== undefined && (room.get(one.name) ?? 0) > 0)
    if (!bot) return null
    room.set(bot.name, (room.get(bot.name) ?? 0) - 1)
    return wayOf(app, bot)
  }
}

function wayOf({ words }: App, { name, invitation }: AnyConfigured): Way {
  return { channel: name, bot: invitation.name ?? channelName(name, { words }), link: () => invitation.link }
}

/** The channel whose platform makes links with the code: it is asked once who the bot is. */
async function linkedWay(app: App): Promise<Way | null> {
  const { words } = app
  const { channels } = createChannels(app, { log: silentLog, timer: systemTimer, due: () => {} })
  for (const channel of channels.values()) {
    if (channel.startLink === undefined) continue
    await channel.probe()
    const { name } = channel
    return {
      channel: name,
      bot: channelName(name, { words }),
      link: code => channel.startLink?.(code) ?? null,
    }
  }
  return null
}
