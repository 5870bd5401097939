import { IMPORT_KINDS } from '../imports/outcome.ts'
import { templateOf } from '../imports/template.ts'
import type { Command } from './command.ts'
import { kindsToType } from './say-problem.ts'
import { withApp } from './with-app.ts'
import { writeOut } from './write-out.ts'

export const template: Command = {
  name: 'template',
  usage: 'template KIND FILE.xlsx [--json]',
  positionals: [2, 2],
  options: {},
  run: async call => {
    const [given = '', file = ''] = call.positionals
    const kind = IMPORT_KINDS.find(one => one === given)
    if (kind === undefined) {
      const kinds = kindsToType(call.words)
      return { status: 'usage', text: call.words.say('cli.unknown_kind', { kind: given, kinds }) }
    }
    if (!/\.xlsx$/i.test(file)) {
      const path = `${file.replace(/\.\w*$/, '')}.xlsx`
      return { status: 'usage', text: call.words.say('cli.template_name', { path, kind }) }
    }
    return await withApp(call, async app => {
      const bytes = await templateOf(kind, await app.db.read.catalog.get())
      await writeOut(file, bytes)
      return {
        status: 'done',
        text: call.words.say('cli.template_written', { path: file }),
        json: { kind, file },
      }
    })
  },
}
