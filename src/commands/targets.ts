import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { assignFromRules } from '../imports/assign-from-rules.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const assign: Command = {
  name: 'targets assign',
  usage: 'targets assign RULES.json [--dry-run] [--json]',
  positionals: [1, 1],
  options: { 'dry-run': { type: 'boolean' } },
  run: async call => {
    const [file = ''] = call.positionals
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text === null) {
      const sentence = call.words.say('cli.no_such_file', { path: file })
      return { status: 'refused', text: sentence, json: { error: sentence } }
    }
    return await withApp(
      call,
      async app => await app.assignTargets(basename(file), text, call.options['dry-run'] === true),
    )
  },
}
