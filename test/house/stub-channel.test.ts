import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A channel as somebody would add it: a pager that shows 60 letters and nothing else. */
const PAGER = `
import { z } from 'zod'
import type { Abilities, Channel, Limits } from '../channel.ts'
import type { ChannelKind, ChannelParts } from '../channel-kind.ts'
import { countText } from '../variable.ts'

const abilities: Abilities = { buttons: false, edit: false, images: 'none', files: 'none', maxText: 60, groups: false, startsConversation: true }
const limits: Limits = { channel: { calls: 3, ms: 60_000 }, chat: null, group: null }
export const shown: string[] = []

export const pager = {
  name: 'pager',
  limits,
  abilities,
  variables: [
    { name: 'PAGER_NUMBER', schema: z.string().regex(/^\\d{4,}$/), problem: 'count' },
    { name: 'PAGER_TRIES', schema: countText, problem: 'count' },
  ],
  configure(value) {
    const number = value('PAGER_NUMBER')
    if (number === undefined) return { problems: [], channels: [] }
    const open = (_parts: ChannelParts): Channel => ({
      name: 'pager',
      abilities,
      limits,
      start: async () => {},
      stop: async () => {},
      send: async (address, { blocks }) => {
        shown.push(address + ' ' + blocks.map(({ text }) => text).join(' ').slice(0, 60))
        return { outcome: 'sent', messageId: null }
      },
      callsOf: () => 1,
      isGroup: () => false,
      typing: async () => {},
      probe: async () => ({ ok: true }),
      health: () => ({ ok: true }),
    })
    return { problems: [], channels: [{ name: 'pager' as const, called: false, settings: { number }, open }] }
  },
} as const satisfies ChannelKind<ChannelParts>
`

/** What is asked of the copy, in a process of its own: from the environment to a sent message. */
const WALK = `
import { createApp } from './src/app.ts'
import { readConfig } from './src/config.ts'
import { createService } from './src/service.ts'
import { shown } from './src/channels/pager/kind.ts'
import { storeMessage } from './src/bot/stored-message.ts'

const wrong = readConfig({ PAGER_NUMBER: 'x' })
const read = readConfig({ DATABASE_URL: 'file:' + process.argv[2], PAGER_NUMBER: '4242', LOG_LEVEL: 'silent' })
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const clock = { now: () => Date.parse('2026-11-26T09:00:00+07:00') }
const app = await createApp(read.config, { clock })
const service = createService(app)
const picture = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(4), description: 'x' }
const message = {
  blocks: [{ text: 'Tuần 47: 51,12%.' }, { text: 'Xem biểu đồ.', where: 'image' }, { text: 'Không có hình.', where: 'no_image' }],
  choices: [],
  image: picture,
}
await app.db.write(async ({ chats, outbox }) => {
  for (const address of ['1', '2']) {
    const chat = await chats.touch('pager', address)
    const row = { key: 'reply:' + address, topic: 'reply', facts: storeMessage(message), member: null }
    await outbox.add({ ...row, chat: chat.id, notBefore: clock.now(), createdAt: clock.now() })
  }
})
await service.settle()
const limits = [...service.channels.values()].map(({ limits }) => limits.channel)
console.log(JSON.stringify({ wrong, webChat: read.config.webChat, names: [...service.channels.keys()], limits, shown }))
app.close()
`

test('a channel is one folder and one line: a stub added in a copy is configured, paced, and shows what it can', async () => {
  const copy = tempFolder()
  for (const part of ['src', 'locales', 'migrations', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const before = hashes(copy)

  mkdirSync(join(copy, 'src/channels/pager'))
  writeFileSync(join(copy, 'src/channels/pager/kind.ts'), PAGER)
  const list = join(copy, 'src/channel-list.ts')
  const registered = readFileSync(list, 'utf8')
    .replace(/^/, `import { pager } from './channels/pager/kind.ts'\n`)
    .replace('CHANNEL_KINDS = [', 'CHANNEL_KINDS = [pager, ')
  writeFileSync(list, registered)
  const after = hashes(copy)
  const touched = [...after].filter(([file, hash]) => before.get(file) !== hash).map(([file]) => file)
  expect(touched.toSorted()).toEqual(['src/channel-list.ts', 'src/channels/pager/kind.ts'])

  writeFileSync(join(copy, 'walk.ts'), WALK)
  const said: unknown = JSON.parse(await run(copy, 'walk.ts', join(tempFolder(), 'p.db')))
  expect(said).toEqual({
    wrong: { ok: false, problems: [{ variable: 'PAGER_NUMBER', code: 'count' }] },
    webChat: false,
    names: ['pager'],
    limits: [{ calls: 3, ms: 60_000 }],
    // The second waits for its turn: three a minute, evenly.
    shown: ['1 Tuần 47: 51,12%. Không có hình.'],
  })
})

function hashes(folder: string): Map<string, string> {
  const files = globSync('{src,locales,migrations}/**/*.{ts,mjs,sql,json}', { cwd: folder })
  return new Map(
    files.map(file => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
}

/** What a script of the copy prints, run by the Node of these tests. */
async function run(folder: string, script: string, ...args: string[]): Promise<string> {
  return await new Promise((resolve, reject) => {
    execFile(process.execPath, [join(folder, script), ...args], { cwd: folder }, (error, stdout, stderr) =>
      error ? reject(new Error(stderr)) : resolve(stdout),
    )
  })
}
