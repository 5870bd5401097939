import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answerAt } from '../answers/scene.ts'
import { emptyQuestion } from '../../src/ask/intents/assemble.ts'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { loadFolder } from '../../src/imports/load-folder.ts'
import { evaluate } from '../../src/watch/evaluate.ts'
import { medianOf, quantile } from './measure.ts'
import type { Row } from './measure.ts'

const PROVINCE = fileURLToPath(new URL('../fixtures/gia-lai-2024', import.meta.url))
const ENTRY = fileURLToPath(new URL('../../src/chitieu.mjs', import.meta.url))
const AT = Date.parse('2024-05-19T20:00:00+07:00')
const QUESTIONS: { as: string; q: string }[] = readFileSync(join(PROVINCE, 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** Loading, evaluating, answering, starting, and memory, on the reference province. */
export async function serviceBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
  try {
    const loaded = await loading(folder)
    return [
      ...loaded,
      ...importing(folder, await importRate(folder)),
      ...(await evaluating(folder)),
      ...(await answering(folder)),
      ...(await starting(folder)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function appOn(folder: string, name: string): Promise<App> {
  const read = readConfig({ DATABASE_URL: `file:${join(folder, name)}`, LOG_LEVEL: 'silent', PORT: '0' })
  if (!read.ok) throw new Error('config')
  return await createApp(read.config)
}

async function loading(folder: string): Promise<Row[]> {
  const app = await appOn(folder, 'loaded.db')
  const began = performance.now()
  await loadFolder(app.db, PROVINCE, AT)
  const ms = performance.now() - began
  app.close()
  return [{ name: 'the whole reference province loaded (60,736 rows)', value: ms, unit: 'ms', limit: 3000 }]
}

async function importRate(folder: string): Promise<number> {
  const app = await appOn(folder, 'imported.db')
  for (const kind of ['units', 'indicators'] as const) {
    const bytes = readFileSync(join(PROVINCE, `${kind}.csv`))
    await importFile(app.db, { kind, file: kind, bytes, at: AT })
  }
  const bytes = readFileSync(join(PROVINCE, 'observations-weekly.csv'))
  const began = performance.now()
  const outcome = await importFile(app.db, { kind: 'observations', file: 'weekly', bytes, at: AT })
  const seconds = (performance.now() - began) / 1000
  app.close()
  return outcome.ok ? outcome.rows / seconds : 0
}

/** Beside sqlite3's own `.import`, which checks nothing; passed over where there is no sqlite3. */
function importing(folder: string, rate: number): Row[] {
  const ours: Row = { name: 'checked import of the weekly figures', value: rate, unit: 'rows/s' }
  const script = join(folder, 'import.sql')
  writeFileSync(script, `.mode csv\n.import ${join(PROVINCE, 'observations-weekly.csv')} raw\n`)
  try {
    const began = performance.now()
    execFileSync('sqlite3', [join(folder, 'raw.db'), `.read ${script}`])
    const raw = 55_336 / ((performance.now() - began) / 1000)
    return [
      ours,
      { name: 'sqlite3 .import of the same file', value: raw, unit: 'rows/s' },
      { name: 'ours : sqlite3 .import', value: rate / raw, unit: '' },
    ]
  } catch {
    return [ours]
  }
}

async function evaluating(folder: string): Promise<Row[]> {
  const app = await appOn(folder, 'loaded.db')
  const moment = app.moment(AT)
  const ms = await medianOf(5, async () => await evaluate(app.db, moment))
  app.close()
  return [{ name: 'evaluation of 258 units × 8 indicators', value: ms, unit: 'ms', limit: 150 }]
}

async function answering(folder: string): Promise<Row[]> {
  const app = await appOn(folder, 'loaded.db')
  const times: number[] = []
  for (let round = 0; round < 4; round++) {
    for (const { as, q } of QUESTIONS) {
      const began = performance.now()
      await app.ask(as, q, AT)
      if (round > 0) times.push(performance.now() - began)
    }
  }
  const member = (await app.db.read.catalog.get()).members.find(one => one.member === 'gd-sgtvt')
  const asked = await app.ask('gd-sgtvt', 'ty le truc tuyen tuan nay cua toi', AT)
  const ranked = member
    ? await medianOf(50, async () => await answerAt(app.db, app.moment(AT), member, rankQuestion))
    : 0
  app.close()
  const total = times.reduce((sum, ms) => sum + ms, 0)
  if (!asked) throw new Error('the first question was not answered')
  return [
    {
      name: 'questions answered in process, all 60 in turn',
      value: (1000 * times.length) / total,
      unit: '/s',
    },
    { name: 'an answer, median of the 60', value: quantile(times, 0.5), unit: 'ms', limit: 5 },
    { name: 'an answer, 95 of 100', value: quantile(times, 0.95), unit: 'ms' },
    { name: 'value, rank and change of rank of one unit', value: ranked, unit: 'ms', limit: 5 },
  ]
}

const rankQuestion = { ...emptyQuestion('rank'), indicators: ['online_rate'], units: ['GL-S01'] }

/** A service of its own on the loaded database: from the command to the first healthy answer, and its memory. */
async function starting(folder: string): Promise<Row[]> {
  const times: number[] = []
  let memory = 0
  for (let run = 0; run < 4; run++) {
    const began = performance.now()
    const child = spawn(process.execPath, [ENTRY, 'start'], {
      env: {
        ...process.env,
        DATABASE_URL: `file:${join(folder, 'loaded.db')}`,
        PORT: '0',
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        const found = /http:\/\/[\d.]+:\d+/.exec(text.toString())
        if (found) resolve(found[0])
      })
      child.on('exit', () => reject(new Error('the service ended')))
    })
    await fetch(`${url}/healthz`)
    if (run > 0) times.push(performance.now() - began)
    memory = Math.max(memory, residentMb(child.pid ?? 0))
    child.removeAllListeners('exit')
    child.kill('SIGTERM')
    await new Promise(resolve => child.once('exit', resolve))
  }
  return [
    {
      name: 'start on a loaded database, to the first healthy answer',
      value: quantile(times, 0.5),
      unit: 'ms',
      limit: 1000,
    },
    { name: 'memory of the running service', value: memory, unit: 'MB', limit: 200 },
    { name: 'size of the database', value: statSync(join(folder, 'loaded.db')).size / 1e6, unit: 'MB' },
  ]
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
