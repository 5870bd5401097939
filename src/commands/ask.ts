import { plainText } from '../lib/message.ts'
import { momentOption, textOption } from './command.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const ask: Command = {
  name: 'ask',
  usage: 'ask "…" --as MEMBER [--at ISO] [--explain] [--json]',
  positionals: [1, 1],
  options: { as: { type: 'string' }, at: { type: 'string' }, explain: { type: 'boolean' } },
  run: async call => {
    const [text = ''] = call.positionals
    const member = textOption(call, 'as')
    const at = momentOption(call)
    if (member === undefined) return { status: 'usage', text: call.words.say('cli.as_missing') }
    if (at === null) return { status: 'usage', text: call.words.say('cli.at_is_a_moment') }
    return await withApp(call, async app => {
      const asked = await app.ask(member, text, at)
      if (!asked) {
        const sentence = call.words.say('cli.no_such_member', { member })
        return { status: 'refused', text: sentence, json: { error: sentence } }
      }
      const explain = call.options['explain'] === true
      const said = plainText(asked.message)
      return {
        status: 'done',
        text: explain ? `${said}\n\n${JSON.stringify(asked.explanation, null, 2)}` : said,
        json: explain ? { ...asked.json, explain: asked.explanation } : asked.json,
      }
    })
  },
}
