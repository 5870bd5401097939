import { checkChannels } from '../channel-check.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

/** Asks what the service depends on: the database, and the platform of every channel that is configured. */
export const check: Command = {
  name: 'check',
  usage: 'check [--json]',
  positionals: [0, 0],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      await app.db.ping()
      const channels = await checkChannels(app)
      const text = channels.map(({ sentence }) => sentence).join('\n')
      const ok = channels.every(channel => channel.ok)
      return { status: ok ? 'done' : 'refused', text, json: { ok, channels } }
    }),
}
