import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { App } from '../app.ts'
import { turnJson } from '../bot/turn-json.ts'
import { momentOf, momentOption, textOption } from './command.ts'
import type { Call, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

/** One line of a batch: a question, or the turns of one conversation. What `--as` and `--at` say may be left out. */
const batchRow = z.object({
  as: z.string().optional(),
  at: z.string().optional(),
  q: z.string().optional(),
  turns: z.array(z.string()).min(1).optional(),
})

/**
 * Asks every JSON line of a file (`-` for the standard input) and prints one JSON line for each, in order: an object
 * for a question, an array for a conversation, `{"error"}` for what cannot be asked. Nothing is kept. Empty lines are
 * passed over.
 */
export async function askBatch(call: Call, file: string): Promise<Outcome> {
  const isFile = file === '-' || (await stat(file).catch(() => null))?.isFile() === true
  if (!isFile) {
    const sentence = call.words.say('cli.no_such_file', { path: file })
    return { status: 'refused', text: sentence, json: { error: sentence } }
  }
  const input = file === '-' ? Readable.from(call.stdin) : createReadStream(file)
  return await withApp(call, async app => {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() !== '') call.print(JSON.stringify(await answered(call, app, line)))
    }
    return { status: 'printed' }
  })
}

async function answered(call: Call, app: App, line: string): Promise<object> {
  const { words, config } = call
  const row = parsed(line)
  if (!row || (row.q === undefined) === (row.turns === undefined))
    return { error: words.say('cli.batch_row') }
  const member = row.as ?? textOption(call, 'as')
  if (member === undefined) return { error: words.say('cli.as_missing') }
  const at = row.at === undefined ? momentOption(call) : momentOf(row.at, config.timeZone)
  if (at === null) return { error: words.say('cli.at_is_a_moment') }
  try {
    const turns = await app.rehearse(member, row.turns ?? [row.q ?? ''], at)
    if (!turns) return { error: words.say('cli.no_such_member', { member }) }
    const said = turns.map(turnJson)
    return row.turns ? said : (said[0] ?? {})
  } catch (error) {
    // A row that the program fails on must not hide the rows behind it.
    return { error: words.say('cli.batch_failed', { detail: String(error) }) }
  }
}

function parsed(line: string): z.infer<typeof batchRow> | null {
  try {
    return batchRow.safeParse(JSON.parse(line.replace(/^\uFEFF/, ''))).data ?? null
  } catch {
    return null
  }
}
