import { isSample } from './answers/scene.ts'
import type { App } from './app.ts'
import { WAITING_MS } from './bot/take-turn.ts'
import type { Channel, ChannelName } from './channels/channel.ts'
import type { WebParts } from './channels/web/kind.ts'
import type { WebChat, WebMember } from './channels/web/web-chat.ts'
import { KEPT_MESSAGES } from './channels/web/web-store.ts'
import type { WebStore } from './channels/web/web-store.ts'
import type { Database } from './db/stores/database.ts'
import type { Log } from './lib/log.ts'
import { plainText } from './lib/message.ts'
import type { Timer } from './lib/timer.ts'
import { featuresInWords } from './replies/phrases/features.ts'
import { saySystem } from './replies/say-system.ts'
import { LONGEST_TEXT } from './bot/converse.ts'

/**
 * The channels that the configuration turns on, and the web chat's other side for the HTTP server.
 * @param due is called when notices that waited for a chat have found one.
 */
export function createChannels(
  app: App,
  { log, timer, due }: { log: Log; timer: Timer; due: () => void },
): { channels: Map<ChannelName, Channel>; webChat: WebChat | null } {
  const { config, clock, words } = app
  const parts = {
    clock,
    timer,
    log,
    random: Math.random,
    words: {
      part: (number: number, of: number) => words.say('channels.part', { part: number, of }),
      choose: words.say('channels.choose'),
    },
    commands: featuresInWords(words).map(({ command, name }) => ({ command, description: name })),
    web: webParts(app, due),
  }
  const channels = new Map<ChannelName, Channel>()
  let webChat: WebChat | null = null
  for (const configured of config.channels) {
    if (configured.name === 'web') channels.set('web', (webChat = configured.open(parts)))
    else channels.set(configured.name, configured.open(parts))
  }
  return { channels, webChat }
}

function webParts(app: App, due: () => void): WebParts['web'] {
  const { db, clock, words } = app
  let sample = false
  return {
    store: webStore(db),
    members: async () => await webMembers(db),
    onChoose: async (address, member) => {
      sample = isSample(await db.read.settings.all())
      const waited = await db.write(async ({ chats, outbox }) => {
        const chat = await chats.touch('web', address)
        if (chat.member === member) return 0
        await chats.link(chat.id, member, clock.now())
        return await outbox.address(member, chat.id, clock.now() - WAITING_MS)
      })
      if (waited > 0) due()
    },
    get tooLong() {
      return plainText(saySystem({ about: 'tooLong', limit: LONGEST_TEXT }, { words, sample }))
    },
  }
}

async function webMembers(db: Database): Promise<WebMember[]> {
  const { members, units } = await db.read.catalog.get()
  const names = new Map(units.map(unit => [unit.code, unit.name]))
  return members.map(({ member, name, role, unit }) => ({
    member,
    name,
    role,
    unitName: names.get(unit) ?? unit,
  }))
}

function webStore(db: Database): WebStore {
  return {
    append: async (address, json, at, files) =>
      await db.write(
        async ({ webLines }) => await webLines.append({ address, json, at, files }, KEPT_MESSAGES),
      ),
    since: async (address, afterId, limit) => await db.read.webLines.since(address, afterId, limit),
    latest: async (address, limit) => await db.read.webLines.latest(address, limit),
    file: async (address, id, slot) => await db.read.webLines.file(address, id, slot),
  }
}
