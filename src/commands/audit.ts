import type { AuditRow } from '../db/stores/audit.ts'
import { dayOption, readableTime } from './command.ts'
import type { Call, Command } from './command.ts'
import { withApp } from './with-app.ts'

/** Who did what, oldest first; with `--since`, from the beginning of that day on. */
export const audit: Command = {
  name: 'audit',
  usage: 'audit [--since DAY] [--json]',
  positionals: [0, 0],
  options: { since: { type: 'string' } },
  run: async call => {
    const since = dayOption(call, 'since')
    if (since === null) {
      return { status: 'usage', text: call.words.say('cli.since_is_a_day', { option: 'since' }) }
    }
    return await withApp(call, async app => {
      const rows = await app.db.read.audit.since(since ?? 0)
      const lines = rows.map(row => line(call, row))
      const json = rows.map(row => ({ ...row, at: new Date(row.at).toISOString() }))
      return { status: 'done', text: lines.join('\n') || call.words.say('audit.none'), json }
    })
  },
}

function line(call: Call, row: AuditRow): string {
  const { words } = call
  const { chat, object, before, after } = row
  const at = readableTime(call, row.at)
  const action = words.say(`audit.actions.${row.action}`)
  const actor = chat === null ? row.actor : words.say('audit.inChat', { actor: row.actor, chat })
  const about = { at, actor, action, object }
  if (before !== null) return words.say('audit.lineChange', { ...about, before, after: after ?? '–' })
  return after === null ? words.say('audit.line', about) : words.say('audit.lineAfter', { ...about, after })
}
