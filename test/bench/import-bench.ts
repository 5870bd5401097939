import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre/xlsx'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { addDays } from '../../src/core/period.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { quantile } from './measure.ts'
import type { Row } from './measure.ts'

const PROVINCE = fileURLToPath(new URL('../fixtures/gia-lai-2024', import.meta.url))
const ENTRY = fileURLToPath(new URL('../../src/chitieu.mjs', import.meta.url))
const AT = Date.parse('2024-05-19T20:00:00+07:00')
const HEADER = ['unit', 'indicator', 'period', 'numerator', 'denominator']
const INDICATORS = ['online_rate', 'full_process_rate', 'on_time_rate', 'digitization_rate']
const [UNITS, WEEKS] = [250, 100]
const QUESTION = 'ty le truc tuyen tuan nay cua toi'
/** Between the beginnings of two questions, milliseconds. */
const EVERY_MS = 100

/** 100,000 rows as CSV and as a spreadsheet, imported by the command while another process answers questions. */
export async function importBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
  try {
    const bare = await beside(folder, 'bare', ['imports'])
    const table = await largeTable(folder)
    const csv = join(folder, 'large.csv')
    const xlsx = join(folder, 'large.xlsx')
    writeFileSync(csv, [HEADER, ...table].map(row => row.join(',')).join('\n'))
    writeFileSync(xlsx, await writeXlsx({ sheets: [{ name: 'Bảng', rows: [HEADER, ...table] }] }))
    return [
      ...rowsOf('.csv', await beside(folder, 'csv', ['import', 'observations', csv]), bare),
      ...rowsOf('.xlsx', await beside(folder, 'xlsx', ['import', 'observations', xlsx]), bare),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Measured extends Meanwhile {
  ms: number
}

interface Meanwhile {
  /** Most memory that the command had, MB. */
  memory: number
  /** How long each answer took meanwhile, milliseconds. */
  answers: number[]
}

function rowsOf(format: string, { ms, memory, answers }: Measured, bare: Measured): Row[] {
  const what = `100,000 rows ${format}`
  return [
    { name: `${what} imported by the command`, value: ms, unit: 'ms' },
    { name: `${what}: time : that of a command that only lists`, value: ms / bare.ms, unit: '' },
    { name: `${what}: memory`, value: memory, unit: 'MB' },
    { name: `${what}: memory : that of a command that only lists`, value: memory / bare.memory, unit: '' },
    {
      name: `${what}: answers meanwhile, median of ${answers.length}`,
      value: quantile(answers, 0.5),
      unit: 'ms',
    },
    { name: `${what}: answers meanwhile, 99 of 100`, value: quantile(answers, 0.99), unit: 'ms', limit: 200 },
    { name: `${what}: answers meanwhile, the slowest`, value: Math.max(...answers), unit: 'ms' },
  ]
}

/** Runs a command on the reference province without figures, and asks a question every 100 ms until it ends. */
async function beside(folder: string, name: string, args: readonly string[]): Promise<Measured> {
  const url = `file:${join(folder, `${name}.db`)}`
  const read = readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent', PORT: '0' })
  if (!read.ok) throw new Error('config')
  const app = await createApp(read.config)
  for (const kind of ['units', 'indicators', 'campaigns', 'targets', 'members'] as const) {
    const bytes = readFileSync(join(PROVINCE, `${kind}.csv`))
    await importFile(app.db, { kind, file: kind, bytes, at: AT })
  }
  await answer(app)
  const began = performance.now()
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit').then(() => performance.now() - began)
  const meanwhile: Meanwhile = { memory: 0, answers: [] }
  const asked: Promise<void>[] = []
  const asking = setInterval(() => asked.push(ask(app, child.pid ?? 0, meanwhile)), EVERY_MS)
  const ms = await ended
  clearInterval(asking)
  await Promise.all(asked)
  app.close()
  if (child.exitCode !== 0) throw new Error(`${args[0]} ended with ${child.exitCode}`)
  return { ms, ...meanwhile }
}

/** One question at its time, however long the ones before it take: who waits is counted. */
async function ask(app: App, pid: number, meanwhile: Meanwhile): Promise<void> {
  meanwhile.memory = Math.max(meanwhile.memory, peakMb(pid))
  const asked = performance.now()
  await answer(app)
  meanwhile.answers.push(performance.now() - asked)
}

/** As in a chat: what came in is kept, it is answered, what goes out is kept. */
async function answer(app: App): Promise<void> {
  await app.db.write(async ({ pace }) => await pace.put('bench', 0))
  await app.ask('gd-sgtvt', QUESTION, AT)
  await app.db.write(async ({ pace }) => await pace.put('bench', 1))
}

/** Weeks of counts of the units of the reference province. */
async function largeTable(folder: string): Promise<(string | number)[][]> {
  const read = readConfig({ DATABASE_URL: `file:${join(folder, 'bare.db')}`, LOG_LEVEL: 'silent', PORT: '0' })
  if (!read.ok) throw new Error('config')
  const app = await createApp(read.config)
  const { units } = await app.db.read.catalog.get()
  app.close()
  const last = '2024-05-13'
  return units.slice(0, UNITS).flatMap(({ code }, unit) =>
    INDICATORS.flatMap((indicator, which) =>
      Array.from({ length: WEEKS }, (_, week) => {
        const monday = addDays(last, -7 * week)
        const denominator = 40 + ((unit * 31 + which * 17 + week * 7) % 160)
        const numerator = Math.floor(denominator * (0.3 + ((unit + week) % 60) / 100))
        return [code, indicator, `${monday}/${addDays(monday, 6)}`, numerator, denominator]
      }),
    ),
  )
}

/** Nothing any more once the process has ended. */
function peakMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
