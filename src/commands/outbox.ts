import { textOption } from './command.ts'
import type { Command } from './command.ts'
import { OUTBOX_STATES } from '../db/stores/outbox.ts'
import { withApp } from './with-app.ts'

export const outbox: Command = {
  name: 'outbox',
  usage: 'outbox [--state queued|held|claimed|sent|refused|dead|withdrawn|expired] [--json]',
  positionals: [0, 0],
  options: { state: { type: 'string' } },
  run: async call => {
    const named = textOption(call, 'state')
    const state = OUTBOX_STATES.find(one => one === named)
    if (named !== undefined && state === undefined) {
      return {
        status: 'usage',
        text: call.words.say('cli.unknown_state', { states: OUTBOX_STATES.join(', ') }),
      }
    }
    return await withApp(call, async app => {
      const rows = await app.db.read.outbox.list(...(state ? [state] : []))
      // The facts of a reply are what was said to a person: they are nobody else's business.
      const shown = rows.map(({ facts: _facts, ...row }) => ({
        ...row,
        reason: row.lastError ?? row.heldFor,
      }))
      const lines = shown.map(row =>
        call.words.say('cli.outbox_line', {
          id: row.id,
          state: row.state,
          key: row.key,
          attempts: row.attempts,
          error: row.reason ?? '',
        }),
      )
      const text = lines.length > 0 ? lines.join('\n') : call.words.say('cli.outbox_empty')
      return { status: 'done', text, json: shown }
    })
  },
}
