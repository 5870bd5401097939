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

const turnAt = z.object({ at: z.string(), q: z.string() })

/**
 * One line of a batch: a question, or the turns of one conversation, of which each may have a moment of its own. What
 * `--as` and `--at` say may be left out.
 */
const batchRow = z.object({
  as: z.string().optional(),
  at: z.string().optional(),
  q: z.string().optional(),
  turns: z
    .array(z.union([z.string(), turnAt]))
    .min(1)
    .optional(),
})

type BatchRow = z.infer<typeof batchRow>

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
  const { words } = call
  const row = parsed(line)
  if (!row || (row.q === undefined) === (row.turns === undefined))
    return { error: words.say('cli.batch_row') }
  const member = row.as ?? textOption(call, 'as')
  if (member === undefined) return { error: words.say('cli.as_missing') }
  const turns = turnsOf(call, row)
  if (!turns) return { error: words.say('cli.at_is_a_moment') }
  try {
    const taken = await app.rehearse(member, turns)
    if (!taken) return { error: words.say('cli.no_such_member', { member }) }
    const said = taken.map(turnJson)
    return row.turns ? said : (said[0] ?? {})
  } catch (error) {
    // A row that the program fails on must not hide the rows behind it.
    return { error: words.say('cli.batch_failed', { detail: String(error) }) }
  }
}

/** What is said when, in milliseconds; null when one of the moments is none. */
function turnsOf(call: Call, row: BatchRow): { text: string; at: number }[] | null {
  const { timeZone } = call.config
  const start = row.at === undefined ? momentOption(call) : momentOf(row.at, timeZone)
  const turns = (row.turns ?? [row.q ?? '']).flatMap(turn => {
    const [text, at] = typeof turn === 'string' ? [turn, start] : [turn.q, momentOf(turn.at, timeZone)]
    return at === null ? [] : [{ text, at }]
  })
  return turns.length === (row.turns?.length ?? 1) ? turns : null
}

function parsed(line: string): BatchRow | null {
  try {
    return batchRow.safeParse(JSON.parse(line.replace(/^\uFEFF/, ''))).data ?? null
  } catch {
    return null
  }
}
