import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProcess } from '../cli/program.ts'
import { tempFolder } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'

/** Checklists of CONTRIBUTING, walked in a copy of the program by who does what they say and nothing else. */

/** A copy that runs is compiled, too. */
const COMPILES = sized({ quick: false, usual: false, long: true })

const ROOT = new URL('../..', import.meta.url).pathname

interface Copy {
  folder: string
  /** The files that were made or changed by the walk that is under way. */
  touched: string[]
  write: (file: string, text: string) => void
  /** Changes the one place of a file that holds this. */
  edit: (file: string, from: string, to: string) => void
  /** Runs the program of the copy, and gives what it printed. */
  run: (...args: string[]) => string
  /** Runs a script in the copy. */
  script: (text: string) => string
  /** Throws unless the copy compiles. */
  compile: () => void
}

function copy(folder: string): Copy {
  for (const part of ['src', 'locales', 'migrations', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, LOG_LEVEL: 'silent', DATABASE_URL: `file:${join(folder, 'var/copy.db')}` }
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' })
  const made: Copy = {
    folder,
    touched: [],
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
      if (!made.touched.includes(file)) made.touched.push(file)
    },
    edit(file, from, to) {
      const parts = readFileSync(join(folder, file), 'utf8').split(from)
      expect(parts).toHaveLength(2)
      made.write(file, parts.join(to))
    },
    run: (...args) => node('src/chitieu.mjs', ...args),
    script: text => node('--input-type=module', '--eval', text),
    compile: () =>
      void execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], {
        cwd: folder,
      }),
  }
  return made
}

function addChannel({ write, edit }: Copy): void {
  write(
    'src/channels/stub/kind.ts',
    `import { z } from 'zod'
import type { Channel } from '../channel.ts'
import { NO_INVITATION } from '../channel-kind.ts'
import type { ChannelKind, ChannelParts } from '../channel-kind.ts'
import { TELEGRAM_ABILITIES, TELEGRAM_LIMITS } from '../telegram/abilities.ts'

function open(_parts: ChannelParts): Channel {
  return {
    name: 'stub',
    abilities: TELEGRAM_ABILITIES,
    limits: TELEGRAM_LIMITS,
    start: async () => {},
    stop: async () => {},
    send: async () => ({ outcome: 'sent', messageId: null }),
    callsOf: () => 1,
    isGroup: () => false,
    typing: async () => {},
    probe: async () => ({ ok: true }),
    health: () => ({ ok: true }),
  }
}

export const stub = {
  name: 'stub',
  limits: TELEGRAM_LIMITS,
  abilities: TELEGRAM_ABILITIES,
  variables: [{ name: 'STUB_ON', schema: z.enum(['on', 'off']), problem: 'on_off' }],
  configure(value) {
    if (value('STUB_ON') !== 'on') return { problems: [], channels: [] }
    const name = 'stub' as const
    return { problems: [], channels: [{ name, called: false, settings: {}, invitation: NO_INVITATION, open }] }
  },
} as const satisfies ChannelKind<ChannelParts>
`,
  )
  edit('src/channel-list.ts', 'KINDS = [', 'KINDS = [stub, ')
  edit(
    'src/channel-list.ts',
    'import { web }',
    `import { stub } from './channels/stub/kind.ts'\nimport { web }`,
  )
}

function addCommand({ write, edit }: Copy): void {
  write(
    'src/commands/units.ts',
    `import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

export const units: Command = {
  name: 'units',
  usage: 'units [--json]',
  positionals: [0, 0],
  options: {},
  run: async call =>
    await withApp(call, async app => {
      const catalog = await app.db.read.catalog.get()
      return { status: 'done', text: String(catalog.units.length), json: catalog.units.length }
    }),
}
`,
  )
  const first = '  start: async'
  edit(
    'src/commands/commands.ts',
    first,
    `  units: async () => (await import('./units.ts')).units,\n${first}`,
  )
}

/** The two that change the program are walked in one copy; compiling it takes longest by far. */
describe('in a copy of the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-walks-'))
  const walked: { copy: Copy; channel: string[]; command: string[] } = {
    copy: copy(folder),
    channel: [],
    command: [],
  }
  beforeAll(() => {
    addChannel(walked.copy)
    walked.channel = walked.copy.touched.splice(0)
    addCommand(walked.copy)
    walked.command = walked.copy.touched.splice(0)
    if (COMPILES) walked.copy.compile()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a channel: its folder and one line; its variable is known, and it is opened', () => {
    const { script } = walked.copy
    const asked = script(`
      import { readConfig } from './src/config.ts'
      const names = env => readConfig(env).config?.channels.map(({ name }) => name)
      console.log(JSON.stringify([
        names({ STUB_ON: 'on' }), names({}), readConfig({ STUB_ON: 'maybe' }).problems,
      ]))`)
    expect(JSON.parse(asked)).toEqual([['stub'], ['web'], [{ variable: 'STUB_ON', code: 'on_off' }]])
    expect(walked.channel).toEqual(['src/channels/stub/kind.ts', 'src/channel-list.ts'])
  })

  test('a command: its file and its name in the list; usage names it, and it runs', () => {
    const { run } = walked.copy
    expect(run('help')).toContain('chitieu units [--json]')
    expect(run('units')).toBe('0\n')
    expect(walked.command).toEqual(['src/commands/units.ts', 'src/commands/commands.ts'])
  })
})

test('an indicator: a row of a file; it is asked for by each of its names', async () => {
  // Nothing of the program changes here, so there is no copy of it: only of the data.
  const folder = tempFolder()
  const run = async (...args: string[]) => {
    const environment = { DATABASE_URL: `file:${join(folder, 'copy.db')}` }
    const { status, out, err } = await inProcess(args, environment)
    expect([status, err]).toEqual([0, ''])
    return out
  }
  cpSync(join(ROOT, 'test/fixtures/gia-lai-2024'), join(folder, 'data'), {
    recursive: true,
    filter: source => !/observations|questions|conversations/.test(source),
  })
  const known = readFileSync(join(folder, 'data/indicators.csv'), 'utf8').trimEnd()
  const [head = ''] = known.split('\n')
  const row: Record<string, string> = {
    code: 'forest_rate',
    name: 'Tỷ lệ che phủ rừng',
    short_name: 'Che phủ rừng',
    numerator_label: 'ha có rừng',
    denominator_label: 'ha',
    accumulation: 'latest',
    points: '',
    aliases: 'độ che phủ|phủ xanh',
  }
  const line = head
    .trim()
    .split(',')
    .map(column => row[column] ?? '')
  writeFileSync(join(folder, 'data/indicators.csv'), `${known}\n${line.join(',')}\n`)
  await run('load', join(folder, 'data'))
  for (const name of ['che phu rung', 'độ che phủ', 'phu xanh']) {
    const asked = await run(
      'ask',
      `${name} của Sở Y tế tháng 4`,
      '--as',
      'bcd-tinh',
      '--at',
      '2024-05-19T20:00',
      '--json',
    )
    expect(JSON.parse(asked).question).toMatchObject({ indicators: ['forest_rate'], units: ['GL-S03'] })
  }
})
