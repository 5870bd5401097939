import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const addAlias: Command = {
  name: 'alias',
  usage: 'alias unit|indicator CODE "…" [--json]',
  positionals: [3, 3],
  options: {},
  run: async call => {
    const [kind = '', code = '', alias = ''] = call.positionals
    if (kind !== 'unit' && kind !== 'indicator')
      return { status: 'usage', text: call.words.say('cli.alias_of_what') }
    return await withApp(call, async app => {
      const catalog = await app.db.read.catalog.get()
      const known = (kind === 'unit' ? catalog.units : catalog.indicators).some(one => one.code === code)
      if (!known || alias.trim() === '' || alias.includes('|')) {
        const sentence = known
          ? call.words.say('cli.alias_is_text')
          : call.words.say('cli.no_such_code', { code })
        return { status: 'refused', text: sentence, json: { error: sentence } }
      }
      const added = await app.db.write(async ({ catalog: kept, audit }) => {
        const isNew = await kept.addAlias(kind, code, alias.trim())
        const entry = { at: call.clock.now(), action: 'alias', object: `${kind}:${code}` } as const
        if (isNew) await audit.add({ ...entry, after: alias.trim() })
        return isNew
      })
      const text = call.words.say(added ? 'cli.alias_added' : 'cli.alias_known', {
        code,
        alias: alias.trim(),
      })
      return { status: 'done', text, json: { kind, code, alias: alias.trim(), added } }
    })
  },
}

/** How many texts are listed. */
const LISTED = 200

export const listUnanswered: Command = {
  name: 'unanswered',
  usage: 'unanswered [--json]',
  positionals: [0, 0],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      const rows = await app.db.read.unanswered.list(LISTED)
      const lines = rows.map(row =>
        call.words.say('cli.unanswered_line', { times: row.times, text: row.text }),
      )
      const text = lines.length > 0 ? lines.join('\n') : call.words.say('cli.unanswered_none')
      return { status: 'done', text, json: rows }
    }),
}
