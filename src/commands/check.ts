import { checkChannels } from '../channel-check.ts'
import { readDisk } from '../disk.ts'
import type { Call, Command } from './command.ts'
import { withApp } from './with-app.ts'

/** Asks what the service depends on: the database, the disk, and the platform of every channel that is configured. */
export const check: Command = {
  name: 'check',
  usage: 'check [--json]',
  positionals: [0, 0],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      await app.db.ping()
      const parts = [databaseStands(call, await app.db.faults()), await diskStands(call)]
      const channels = await checkChannels(app)
      const text = [...parts, ...channels].map(({ sentence }) => sentence).join('\n')
      const ok = [...parts, ...channels].every(part => part.ok)
      const [database, disk] = parts
      return { status: ok ? 'done' : 'refused', text, json: { ok, database, disk, channels } }
    }),
}

function databaseStands({ words, config }: Call, faults: readonly string[]) {
  const [url, first] = [config.databaseUrl, faults[0]]
  const sentence =
    first === undefined
      ? words.say('people.check.whole', { url })
      : words.say('people.check.broken', { url, fault: first })
  return { ok: first === undefined, faults, sentence }
}

async function diskStands({ words, config }: Call) {
  const { ok, free } = await readDisk(config.databaseUrl)
  const gigabytes = Math.floor(free / 1e8) / 10
  const sentence = words.say(ok ? 'people.check.space' : 'people.check.noSpace', { gigabytes })
  return { ok, free, sentence }
}
