import type { App } from './app.ts'
import { isLook, openOf } from './db/stores/chats.ts'

/**
 * Channels by which members are linked and which this service has no token for (any more), each with how many of them have no
 * other chat that it can write to. None of a service that has no channel but its own page: it is only being tried.
 */
export async function channelsOff({ db, config }: Pick<App, 'db' | 'config'>): Promise<Map<string, number>> {
  const on = new Set<string>(config.channels.map(({ name }) => name).filter(name => name !== 'web'))
  if (on.size === 0) return new Map()
  const linked = (await db.read.chats.linked()).filter(chat => !isLook(chat) && chat.channel !== 'web')
  const people = Map.groupBy(openOf(linked), chat => chat.member)
  const off = new Map<string, number>()
  for (const chats of people.values()) {
    const isReached = chats.some(({ channel }) => on.has(channel))
    for (const channel of new Set(chats.map(chat => chat.channel)))
      if (!on.has(channel)) off.set(channel, (off.get(channel) ?? 0) + (isReached ? 0 : 1))
  }
  return off
}
