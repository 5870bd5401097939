import { errorName } from './lib/error-name.ts'
import { isSample } from './answers/scene.ts'
import type { App } from './app.ts'
import { channelKeep, queueAlarm } from './channel-keep.ts'
import type { ChannelAlarm } from './channels/channel-keep.ts'
import type { ChannelWords } from './channels/channel-kind.ts'
import { storeMessage } from './bot/stored-message.ts'
import { isActive } from './core/member.ts'
import type { Words } from './i18n/words.ts'
import { WAITING_MS } from './bot/arrived.ts'
import type { Channel, ChannelName } from './channels/channel.ts'
import type { WebParts } from './channels/web/kind.ts'
import type { WebChat, WebMember } from './channels/web/web-chat.ts'
import { KEPT_MESSAGES } from './channels/web/web-store.ts'
import type { WebStore } from './channels/web/web-store.ts'
import type { Database } from './db/stores/database.ts'
import type { Log } from './lib/log.ts'
import { plainText } from './lib/message.ts'
import type { Timer } from './lib/timer.ts'
import { menuOf } from './replies/phrases/features.ts'
import { saySystem } from './replies/say-system.ts'
import { LONGEST_TEXT } from './bot/flood-guard.ts'

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
    timeZone: config.timeZone,
    fetch: globalThis.fetch,
    words: channelWords(words),
    keep: (channel: string) => channelKeep({ ...app, ...config }, channel),
    alarm: (alarm: ChannelAlarm) => {
      const facts = storeMessage({ blocks: [{ text: sayAlarm(alarm, words) }], choices: [] })
      queueAlarm(app, alarm, facts).then(
        queued => queued > 0 && due(),
        (error: unknown) => log.error({ error: errorName(error) }, 'an alarm of a channel was not queued'),
      )
    },
    commands: menuOf(words, null),
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

function channelWords(words: Words): ChannelWords {
  return {
    part: (number, of) => words.say('channels.part', { part: number, of }),
    choose: words.say('channels.choose'),
    fileAt: (description, url) => words.say('channels.fileAt', { description, url }),
    shortened: words.say('channels.shortened'),
  }
}

function sayAlarm({ channel, about }: ChannelAlarm, words: Words): string {
  switch (about.what) {
    case 'quota':
      return words.say('channels.alarm.quota', { channel, ...about })
    case 'people':
      return words.say('channels.alarm.people', { channel, ...about })
    case 'token':
      return words.say('channels.alarm.token', { channel })
    case 'template':
      return words.say('channels.alarm.template', { channel, ...about })
    case 'form':
      return words.say('channels.alarm.form', { channel, ...about })
  }
}

function webParts(app: App, due: () => void): WebParts['web'] {
  const { db, words } = app
  let sample = false
  return {
    store: webStore(db),
    members: async () => await webMembers(app),
    onChoose: async (address, member) => {
      sample = isSample(await db.read.settings.all())
      if ((await chooseOnWeb(app, { address, member, sample })) > 0) due()
    },
    tooLong: () => plainText(saySystem({ about: 'tooLong', limit: LONGEST_TEXT }, { words, sample })),
  }
}

/**
 * Links the web chat to the member who was chosen. Over the sample province the page stands for the member's own chat;
 * over real figures it is an operator's look at what the member sees, and takes nothing that is for the person.
 * @returns how many notices that waited have found a chat.
 */
async function chooseOnWeb(
  { db, clock }: App,
  { address, member, sample }: { address: string; member: string; sample: boolean },
): Promise<number> {
  return await db.write(async ({ chats, outbox, audit }) => {
    const at = clock.now()
    const chat = await chats.touch('web', address)
    if (chat.member === member) return 0
    await chats.link(chat.id, member, at)
    const by = { name: 'web', chat: chat.id }
    await audit.add({ at, action: 'link', object: `chat:${chat.id}`, before: chat.member, after: member, by })
    await chats.mute(chat.id, sample ? null : at)
    return sample ? await outbox.address(member, chat.id, at - WAITING_MS) : 0
  })
}

async function webMembers({ db, moment }: App): Promise<WebMember[]> {
  const { members, units } = await db.read.catalog.get()
  const names = new Map(units.map(unit => [unit.code, unit.name]))
  const { today } = moment()
  const active = members.filter(one => isActive(one, today))
  return active.map(({ member, name, role, unit }) => ({
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
