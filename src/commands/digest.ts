import { join } from 'node:path'
import type { App } from '../app.ts'
import { DIGEST_KINDS } from '../core/digest.ts'
import type { DigestKind } from '../core/digest.ts'
import { momentAt } from '../core/moment.ts'
import { plainText } from '../lib/message.ts'
import type { Attachment, Message } from '../lib/message.ts'
import { momentOption, textOption } from './command.ts'
import { digest as topic } from '../notices/digest.ts'
import { digestTold } from '../watch/told.ts'
import { startWatch } from '../watch/watch.ts'
import type { Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'
import { makeFolder, writeOut } from './write-out.ts'

/** One digest now: shown, written to files, or queued for its member. */
export const digest: Command = {
  name: 'digest',
  usage: 'digest --for MEMBER --kind daily|weekly|monthly|phase [--at ISO] [--out DIR] [--send] [--json]',
  positionals: [0, 0],
  options: {
    for: { type: 'string' },
    kind: { type: 'string' },
    at: { type: 'string' },
    out: { type: 'string' },
    send: { type: 'boolean' },
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
      if (!made) return refused(call.words.say('cli.no_such_member', { member }))
      const out = textOption(call, 'out')
      const send = call.options['send'] === true
      if (send && !(await isReachable(app, member)))
        return refused(call.words.say('people.ops.nothingToTest', { member }))
      const files = out === undefined ? [] : await writeDigest(out, made.message, await made.heat())
      const row = await noted(app, { member, kind, at, send })
      const text = plainText(made.message)
      const json = { digest: made.digest, text, files, ...(send && { outbox: row }) }
      return {
        status: 'done',
        text: send ? call.words.say('people.ops.digestQueued', { member }) : text,
        json,
      }
    })
  },
}

async function isReachable({ db }: App, member: string): Promise<boolean> {
  return (await db.read.chats.ofMember(member)).some(chat => chat.goneAt === null)
}

/** Keeps in the audit that the digest was seen, or queues it for the member. Returns the row of the outbox, if there is one. */
async function noted(
  { db, clock, config }: App,
  { member, kind, at, send }: { member: string; kind: DigestKind; at: number; send: boolean },
): Promise<number | null> {
  return await db.write(async stores => {
    const { audit, outbox } = stores
    const entry = { at: clock.now(), object: `member:${member}`, after: `digest ${kind}` }
    await audit.add({ ...entry, action: send ? 'send' : 'read_as' })
    if (!send) return null
    const watch = await startWatch(stores, momentAt(at, config.timeZone))
    const facts = {
      kind,
      slot: at,
      late: false,
      byHand: true,
      ...(await digestTold(watch, watch.scene.members.get(member), { kind })),
    }
    const key = `${topic.key(facts, at)}:${member}:asked`
    const row = { key, topic: topic.name, facts: JSON.stringify(facts), member, chat: null }
    await outbox.add({ ...row, notBefore: at, createdAt: at })
    return (await outbox.withPrefix(key))[0]?.id ?? null
  })
}

function refused(text: string): Outcome {
  return { status: 'refused', text, json: { error: text } }
}

/** The text, the picture, the table in colours and the spreadsheet as files of a folder. */
async function writeDigest(directory: string, message: Message, heat: Attachment | null): Promise<string[]> {
  await makeFolder(directory)
  const parts = [
    { name: 'digest.txt', bytes: Buffer.from(`${plainText(message)}\n`, 'utf8') },
    ...(message.image ? [message.image] : []),
    ...(heat ? [heat] : []),
    ...(message.file ? [message.file] : []),
  ]
  for (const part of parts) await writeOut(join(directory, part.name), part.bytes)
  return parts.map(part => join(directory, part.name))
}
