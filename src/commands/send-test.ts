import { storeMessage } from '../bot/stored-message.ts'
import { channelName } from '../replies/say-link.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

/** A word to every chat of a member, so that an operator sees which of them it reaches. The service sends it. */
export const sendTest: Command = {
  name: 'send-test',
  usage: 'send-test MEMBER [--json]',
  positionals: [1, 1],
  options: {},
  run: async call => {
    const [code = ''] = call.positionals
    const { words } = call
    return await withApp(call, async app => {
      const at = call.clock.now()
      const own = (await app.db.read.chats.ofMember(code)).filter(chat => chat.goneAt === null)
      if (own.length === 0) {
        const text = words.say('people.ops.nothingToTest', { member: code })
        return { status: 'refused', text, json: { error: text } }
      }
      const facts = storeMessage({ blocks: [{ text: words.say('people.ops.test') }], choices: [] })
      const rows = await app.db.write(async ({ outbox, audit }) => {
        const queued: { outbox: number; chat: number; channel: string }[] = []
        for (const { id: chat, channel } of own) {
          const key = `test:${at}:${chat}`
          const row = { key, topic: 'reply', facts, member: code, chat, notBefore: at, createdAt: at }
          await outbox.add(row)
          for (const { id } of await outbox.withPrefix(key)) queued.push({ outbox: id, chat, channel })
        }
        await audit.add({ at, action: 'send', object: `member:${code}`, after: 'test' })
        return queued
      })
      const where = rows.map(({ channel }) => channelName(channel, { words })).join(', ')
      const text = words.say('people.ops.testQueued', { member: code, where })
      return { status: 'done', text, json: { member: code, queued: rows } }
    })
  },
}
