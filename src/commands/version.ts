import { readFile } from 'node:fs/promises'
import { sqliteSchema } from '../db/sqlite/open-sqlite.ts'
import { parseJson } from '../lib/parse-json.ts'
import { z } from 'zod'
import type { Command } from './command.ts'

const about = z.object({ version: z.string() })

/** Version, commit and schema: what somebody who asks for help is asked for first. */
export const version: Command = {
  name: 'version',
  usage: 'version [--json]',
  positionals: [0, 0],
  options: {},
  run: async call => {
    const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
    const json = {
      version: about.parse(parseJson(text)).version,
      commit: await commitOf(),
      schema: schemaDay(),
    }
    const commit = json.commit?.slice(0, 12) ?? '–'
    return { status: 'done', text: call.words.say('people.ops.version', { ...json, commit }), json }
  },
}

/** The schema by the moment of its newest migration. */
function schemaDay(): string {
  return new Date(sqliteSchema()).toISOString()
}

/** The commit of a checkout; null for a copy without its history. */
async function commitOf(): Promise<string | null> {
  const git = new URL('../../.git/', import.meta.url)
  try {
    const head = (await readFile(new URL('HEAD', git), 'utf8')).trim()
    if (!head.startsWith('ref: ')) return head
    return (await readFile(new URL(head.slice('ref: '.length), git), 'utf8')).trim()
  } catch {
    return null
  }
}
