import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type App, createApp } from '../../src/app.ts'
import { storeMessage } from '../../src/bot/stored-message.ts'
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts'
import { readConfig } from '../../src/config.ts'
import { DAY_MS } from '../../src/core/durations.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { systemTimer } from '../../src/lib/timer.ts'
import { createSender } from '../../src/notify/sender.ts'
import { evaluate } from '../../src/watch/evaluate.ts'
import type { Row } from './measure.ts'

const PEOPLE = 1_000
const AT = Date.parse('2026-11-23T09:00:00+07:00')
const TOKEN = '7000001:AAHbenchbenchbenchbenchbenchbenchb'
const PLATFORM = fileURLToPath(new URL('silent-telegram.ts', import.meta.url))
const FREE = { channel: null, chat: null, group: null }

/**
 * How many messages a second of the processor sends where no platform sets a pace: notices that are composed when they are
 * sent, one for each of a thousand leaders, and answers whose words are ready; over HTTP, to a platform beside us.
 */
export async function sendingBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-sending-'))
  const platform = spawn(process.execPath, [PLATFORM], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(platform.stdout, 'data')
  const app = await appOn(join(folder, 'sending.db'))
  try {
    await fill(app)
    await evaluate(app.db, app.moment())
    const composed = await sent(app, String(said).trim())
    await app.db.write(async ({ outbox }) => {
      for (let at = 0; at < PEOPLE; at++) await outbox.add(answer(at, app.clock.now()))
    })
    const ready = await sent(app, String(said).trim())
    return [
      {
        name: 'notices composed and sent unpaced',
        value: composed,
        unit: '/s CPU',
        limit: 1_000,
        atLeast: true,
      },
      { name: 'ready answers sent unpaced', value: ready, unit: '/s CPU', limit: 2_000, atLeast: true },
    ]
  } finally {
    app.close()
    platform.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function appOn(path: string): Promise<App> {
  const read = readConfig({ DATABASE_URL: `file:${path}`, LOG_LEVEL: 'silent', PORT: '0' })
  if (!read.ok) throw new Error('config')
  const began = performance.now()
  return await createApp(read.config, { clock: { now: () => Math.floor(AT + performance.now() - began) } })
}

/** Sends all that is queued; how many a second of the processor. */
async function sent({ db, clock, compose }: App, apiRoot: string): Promise<number> {
  const options = { token: TOKEN, apiRoot, clock, timer: systemTimer, limits: FREE }
  const channel = createTelegramChannel({ ...options, words: { part: (part, of) => `(${part}/${of})` } })
  const { promise: done, resolve } = Promise.withResolvers<void>()
  let count = 0
  const delivered = () => void (++count === PEOPLE && resolve())
  const sender = createSender({
    db,
    channels: new Map([['telegram', channel]]),
    compose,
    clock,
    timer: systemTimer,
    metrics: { delivered },
  })
  const began = process.cpuUsage()
  const alive = setInterval(() => undefined, 1_000)
  void sender.run()
  await done
  const { user, system } = process.cpuUsage(began)
  clearInterval(alive)
  await sender.stop()
  const arrived = (await db.read.outbox.list('sent')).length
  if (arrived % PEOPLE !== 0) throw new Error(`${arrived} sent`)
  return (PEOPLE * 1e6) / (user + system)
}

function answer(at: number, now: number) {
  const message = { blocks: [{ text: `Xã Thử ${at}: 51,12% hồ sơ trực tuyến` }], choices: [] }
  const to = { member: `m${at}`, chat: at + 1, notBefore: now, createdAt: now }
  return { key: `reply:bench:${at}`, topic: 'reply' as const, facts: storeMessage(message), ...to }
}

const day = (ago: number) => new Date(AT - ago * DAY_MS).toISOString().slice(0, 10)
const lines = (head: string, rows: string[]) => Buffer.from([head, ...rows].join('\n'))

/** A province of a thousand communes below their target, each with a leader in a chat. */
async function fill({ db }: App): Promise<void> {
  const each = Array.from({ length: PEOPLE }, (_, at) => at)
  const files = {
    units: lines('code,name,short_name,kind,parent,aliases', [
      'P,Tỉnh Thử,Thử,province,,',
      ...each.map(at => `X${at},Xã Thử ${at},Thử ${at},commune,P,`),
    ]),
    indicators: lines('code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases', [
      'online_rate,Tỷ lệ hồ sơ xử lý trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,',
    ]),
    campaigns: lines('campaign,name,phase,phase_name,start,end,document', [
      `CD,Chiến dịch thử,1,Giai đoạn 1,${day(40)},${day(-50)},1/KH`,
    ]),
    targets: lines('campaign,phase,kind,indicator,target,document', ['CD,1,commune,online_rate,60,1/KH']),
    members: lines(
      'member,name,role,unit',
      each.map(at => `m${at},Chủ tịch ${at},leader,X${at}`),
    ),
    observations: lines(
      'unit,indicator,period,numerator,denominator,value,note',
      [21, 14, 7].flatMap(ago => each.map(at => `X${at},online_rate,${day(ago)},40,100,,`)),
    ),
  }
  for (const [kind, bytes] of Object.entries(files)) {
    const outcome = await importFile(db, { kind, file: `${kind}.csv`, bytes, at: AT })
    if (!outcome.ok) throw new Error(`${kind}: ${JSON.stringify(outcome.problems?.slice(0, 3))}`)
  }
  await db.write(async ({ chats }) => {
    for (const at of each) {
      const chat = await chats.touch('telegram', String(1_000_000 + at))
      await chats.link(chat.id, `m${at}`, AT)
    }
  })
}
