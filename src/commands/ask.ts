import type { App } from '../app.ts'
import type { Turn } from '../bot/turn.ts'
import { turnJson } from '../bot/turn-json.ts'
import { plainText } from '../lib/message.ts'
import { askBatch } from './ask-batch.ts'
import { momentOption, textOption } from './command.ts'
import type { Call, Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

export const ask: Command = {
  name: 'ask',
  usage: 'ask "…" --as MEMBER [--at ISO] [--explain] [--json] | ask --batch FILE|-',
  positionals: [0, 1],
  options: {
    as: { type: 'string' },
    at: { type: 'string' },
    explain: { type: 'boolean' },
    batch: { type: 'string' },
  },
  run: async call => {
    const batch = textOption(call, 'batch')
    const [text] = call.positionals
    if (batch !== undefined && text === undefined) return await askBatch(call, batch)
    if (batch !== undefined || text === undefined)
      return { status: 'usage', text: call.words.say('cli.ask_what') }
    return await askOne(call, text)
  },
}

async function askOne(call: Call, text: string): Promise<Outcome> {
  const member = textOption(call, 'as')
  const at = momentOption(call)
  if (member === undefined) return { status: 'usage', text: call.words.say('cli.as_missing') }
  if (at === null) return { status: 'usage', text: call.words.say('cli.at_is_a_moment') }
  return await withApp(call, async app => {
    const turn = await app.ask(member, text, at)
    if (!turn) {
      const sentence = call.words.say('cli.no_such_member', { member })
      return { status: 'refused', text: sentence, json: { error: sentence } }
    }
    await noteLook(app, member, turn)
    const explain = call.options['explain'] === true
    const said = plainText(turn.message)
    return {
      status: 'done',
      text: explain ? `${said}\n\n${JSON.stringify(turn.explain?.(), null, 2)}` : said,
      json: explain ? { ...turnJson(turn), explain: turn.explain?.() } : turnJson(turn),
    }
  })
}

/** Keeps in the audit whose view was taken and of what; not the text, which may name people. */
async function noteLook({ db, clock }: App, member: string, { questions }: Turn): Promise<void> {
  const seen = questions.map(({ intent, units }) => [intent, ...units].join(' ')).join('; ')
  await db.write(async ({ audit }) => {
    const entry = { at: clock.now(), object: `member:${member}`, after: seen || null }
    await audit.add({ ...entry, action: 'read_as' })
  })
}
