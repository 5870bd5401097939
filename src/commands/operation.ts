import type { Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

/** Sends again what was given up: one row by its number, or all. Answers are not: nobody kept their words. */
export const redrive: Command = {
  name: 'outbox redrive',
  usage: 'outbox redrive ID|--all-dead [--json]',
  positionals: [0, 1],
  options: { 'all-dead': { type: 'boolean' } },
  run: async call => {
    const [text] = call.positionals
    const all = call.options['all-dead'] === true
    const id = Number(text)
    if ((text === undefined) !== all || (text !== undefined && !Number.isInteger(id))) {
      return { status: 'usage', text: call.words.say('people.ops.redriveWhat') }
    }
    return await withApp(call, async app => {
      const at = call.clock.now()
      const rows = await app.db.write(async stores => {
        const again = await stores.outbox.redrive(all ? 'all_dead' : id, at)
        const object = all ? 'outbox:dead' : `outbox:${id}`
        if (again > 0) await stores.audit.add({ at, action: 'send', object, after: String(again) })
        return again
      })
      if (rows === 0 && !all) return refused(call.words.say('people.ops.notDead', { id }))
      return {
        status: 'done',
        text: call.words.say('people.ops.redriven', { count: rows }),
        json: { redriven: rows },
      }
    })
  },
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}
