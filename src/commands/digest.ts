import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DIGEST_KINDS } from '../core/digest.ts'
import { plainText } from '../lib/message.ts'
import { momentOption, textOption } from './command.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const digest: Command = {
  name: 'digest',
  usage: 'digest --for MEMBER --kind daily|weekly|monthly|phase [--at ISO] [--out DIR] [--json]',
  positionals: [0, 0],
  options: {
    for: { type: 'string' },
    kind: { type: 'string' },
    at: { type: 'string' },
    out: { type: 'string' },
  },
  run: async call => {
    const member = textOption(call, 'for')
    const kind = DIGEST_KINDS.find(one => one === textOption(call, 'kind'))
    const at = momentOption(call)
    if (member === undefined || kind === undefined) {
      return { status: 'usage', text: call.words.say('cli.digest_needs', { kinds: DIGEST_KINDS.join(', ') }) }
    }
    if (at === null) return { status: 'usage', text: call.words.say('cli.at_is_a_moment') }
    return await withApp(call, async app => {
      const made = await app.digest(member, kind, at)
      if (!made) {
        const sentence = call.words.say('cli.no_such_member', { member })
        return { status: 'refused', text: sentence, json: { error: sentence } }
      }
      const out = textOption(call, 'out')
      const files = out === undefined ? [] : await writeDigest(out, made.message)
      const text = plainText(made.message)
      return { status: 'done', text, json: { digest: made.digest, text, files } }
    })
  },
}

async function writeDigest(directory: string, message: Parameters<typeof plainText>[0]): Promise<string[]> {
  await mkdir(directory, { recursive: true })
  const parts = [
    { name: 'digest.txt', bytes: Buffer.from(`${plainText(message)}\n`, 'utf8') },
    ...(message.image ? [message.image] : []),
    ...(message.file ? [message.file] : []),
  ]
  for (const part of parts) await writeFile(join(directory, part.name), part.bytes)
  return parts.map(part => join(directory, part.name))
}
