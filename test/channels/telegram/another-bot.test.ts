import { expect, it } from 'vitest'
import { channelKeep } from '../../../src/channel-keep.ts'
import { tempDatabase } from '../../db/temp-database.ts'
import { createVirtualTime } from '../../lib/virtual-time.ts'
import { textMessage } from './fake-telegram.ts'
import { GATEWAYS } from './gateways.ts'
import { SECRET, telegramWorld, type TelegramWorld } from './telegram-world.ts'

const webhook = { url: 'https://chitieu.example/webhooks/telegram', secret: SECRET }
const headers = { 'x-telegram-bot-api-secret-token': SECRET }

async function hears({ channel, receive, received }: TelegramWorld): Promise<string | undefined> {
  await channel.start(receive)
  await channel.webhook?.handle({ headers, body: JSON.stringify({ update_id: 10, ...textMessage('chào') }) })
  return received.at(-1)?.updateId
}

it.each(GATEWAYS)(
  'a bot that takes the place of another counts its updates anew: they are none of the first one, through %s',
  async (_name, gateway) => {
    const { db } = tempDatabase()
    const parts = { db, clock: createVirtualTime().clock, timeZone: 'Asia/Ho_Chi_Minh', publicUrl: null }
    const keep = (name: string) => channelKeep(parts, name)
    const heard: (string | undefined)[] = []
    for (const token of ['1:first-token', '2:other-token', '1:renewed-token'])
      heard.push(await hears(await telegramWorld(gateway, { webhook, keep, token })))
    expect(heard).toEqual(['10', '10@2', '10'])
  },
)
