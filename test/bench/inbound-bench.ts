import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../src/db/open-database.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { load } from './inbound-load.ts'
import type { Arrivals } from './inbound-load.ts'
import { quantile } from './measure.ts'
import type { Row } from './measure.ts'

const CHATS = 2_500
const UNITS = 150
const A_SECOND = 500
const SECONDS = 30
const SECRET = 'a-secret-of-the-bench'
const TOKEN = '7000001:AAHbenchbenchbenchbenchbenchbenchb'
const ENTRY = fileURLToPath(new URL('../../src/chitieu.mjs', import.meta.url))
const BARE = fileURLToPath(new URL('bare-telegraf.ts', import.meta.url))

/**
 * Updates by webhook, 500 a second from 2,500 chats, into a service that has one core: how soon each is acknowledged,
 * how many replies are queued meanwhile, and whether each gets one. Beside it a bare Telegraf webhook that does nothing.
 */
export async function inboundBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-inbound-'))
  const platform = await silentTelegram()
  try {
    const bare = await bareTelegraf()
    const ours = await service(join(folder, 'inbound.db'), platform.root)
    return [
      ...acknowledged('a bare Telegraf webhook', bare),
      ...acknowledged('a webhook', ours),
      ...replied(ours),
    ]
  } finally {
    platform.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function acknowledged(name: string, { ms, refused, cpuMs }: Arrivals): Row[] {
  return [
    { name: `${name}: an update acknowledged, 99 of 100`, value: quantile(ms, 0.99), unit: 'ms', limit: 50 },
    { name: `${name}: the same, median`, value: quantile(ms, 0.5), unit: 'ms' },
    { name: `${name}: updates refused`, value: refused, unit: '', limit: 0 },
    { name: `${name}: processor time for an update`, value: cpuMs / ms.length, unit: 'ms CPU' },
  ]
}

interface Replied extends Arrivals {
  /** Replies that were queued while the updates came, each second. */
  queued: number
  /** Updates without an answer, once all is quiet. */
  lost: number
  sent: number
}

function replied({ queued, lost, sent }: Replied): Row[] {
  return [
    {
      name: 'replies queued while 500 updates a second come',
      value: queued,
      unit: '/s',
      limit: 150,
      atLeast: true,
    },
    { name: 'updates that got no reply', value: lost, unit: '', limit: 0 },
    { name: 'replies that were sent meanwhile', value: sent, unit: '/s' },
  ]
}

/** A platform that takes everything and says nothing. */
async function silentTelegram() {
  const state = { sent: 0 }
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      if (request.url?.endsWith('/sendMessage')) state.sent++
      response.setHeader('content-type', 'application/json')
      response.end('{"ok":true,"result":{"message_id":1,"username":"bench_bot"}}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    root: `http://127.0.0.1:${port}`,
    state,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The command on one core, where the system lets us choose. */
function onOneCore(args: string[]): [string, string[]] {
  try {
    execFileSync('taskset', ['-c', '1', 'true'])
    return ['taskset', ['-c', '1', process.execPath, ...args]]
  } catch {
    return [process.execPath, args]
  }
}

async function started(args: string[], environment: Record<string, string>) {
  const [command, all] = onOneCore(args)
  const child = spawn(command, all, {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /http:\/\/[\w.]+:\d+/.exec(text.toString())
      if (found) resolve(found[0])
    })
    child.on('exit', () => reject(new Error('ended')))
  })
  return { pid: child.pid ?? 0, url, stop: async () => (child.kill('SIGTERM'), await once(child, 'exit')) }
}

async function bareTelegraf(): Promise<Arrivals> {
  const bot = await started([BARE], { BOT_TOKEN: TOKEN, BOT_SECRET: SECRET })
  try {
    return await load({
      ...bot,
      path: '/hook',
      secret: SECRET,
      chats: CHATS,
      aSecond: A_SECOND,
      seconds: SECONDS,
    })
  } finally {
    await bot.stop()
  }
}

async function service(file: string, root: string): Promise<Replied> {
  const url = `file:${file}`
  const db = await openDatabase(url)
  try {
    await fill(db)
    const process = await started([ENTRY, 'start'], {
      DATABASE_URL: url,
      LOG_LEVEL: 'warn',
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: root,
      TELEGRAM_WEBHOOK_URL: 'https://bench.invalid/webhooks/telegram',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
    })
    try {
      const came = await load({
        ...process,
        path: '/webhooks/telegram',
        secret: SECRET,
        chats: CHATS,
        aSecond: A_SECOND,
        seconds: SECONDS,
      })
      const rows = await db.read.outbox.list()
      const queued = rows.length / SECONDS
      const sent = rows.filter(({ state }) => state === 'sent').length / SECONDS
      await quiet(db)
      const lost = came.ms.length - (await db.read.outbox.list()).length
      return { ...came, queued, sent, lost }
    } finally {
      await process.stop()
    }
  } finally {
    db.close()
  }
}

/** Until nothing waits for its answer. */
async function quiet(db: Database): Promise<void> {
  for (let seconds = 0; seconds < 300; seconds++) {
    if ((await db.read.inbox.waiting()).count === 0) return
    await new Promise(resolve => setTimeout(resolve, 1_000))
  }
}

const upTo = (length: number) => Array.from({ length }, (_, at) => at)
const lines = (head: string, rows: string[]) => Buffer.from([head, ...rows].join('\n'))

/** A province of 150 communes with figures of the last weeks, and 2,500 people of theirs, each in a chat. */
async function fill(db: Database): Promise<void> {
  const now = Date.now()
  const [people, each] = [upTo(CHATS), upTo(UNITS)]
  const days = [21, 14, 7].map(ago => new Date(now - ago * 86_400_000).toISOString().slice(0, 10))
  const files = {
    units: lines('code,name,short_name,kind,parent,aliases', [
      'P,Tỉnh Thử,Thử,province,,',
      ...each.map(at => `X${at},Xã Thử ${at},Thử ${at},commune,P,`),
    ]),
    indicators: lines('code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases', [
      'online_rate,Tỷ lệ hồ sơ xử lý trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,tỷ lệ trực tuyến',
    ]),
    members: lines(
      'member,name,role,unit',
      people.map(at => `m${at},Cán bộ ${at},${at < UNITS ? 'leader' : 'officer'},X${at % UNITS}`),
    ),
    observations: lines(
      'unit,indicator,period,numerator,denominator,value,note',
      days.flatMap(day => each.map(at => `X${at},online_rate,${day},${40 + (at % 50)},100,,`)),
    ),
  }
  for (const [kind, bytes] of Object.entries(files)) {
    const outcome = await importFile(db, { kind, file: `${kind}.csv`, bytes, at: now })
    if (!outcome.ok) throw new Error(`${kind}: ${JSON.stringify(outcome.problems?.slice(0, 3))}`)
  }
  await db.write(async ({ chats, settings }) => {
    for (const name of ['quiet_hours', 'working_days']) await settings.set(name, 'off')
    for (const at of people) {
      const chat = await chats.touch('telegram', String(1_000_000 + at))
      await chats.link(chat.id, `m${at}`, now)
    }
  })
}
