import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import { invite } from '../../src/bot/invites.ts'
import type { Environment } from '../../src/config.ts'
import { createService } from '../../src/service.ts'
import { prepared } from '../db/temp-database.ts'
import { createVirtualTime, ended } from '../lib/virtual-time.ts'
import { bring, configOf } from './province.ts'

const FIRST_OF_JUNE = Date.parse('2024-06-01T08:00:00+07:00')
/** When a story begins. */
export const atStart = (): number => FIRST_OF_JUNE
/** A burst takes so many seconds at most, at the pace of a platform. */
const MOST_SECONDS = 600

/** A province with a leader for each of its communes, and somebody who looks after the members. */
export interface Leaders {
  app: App
  /** Codes of the members: the leaders, then `qt`. */
  members: string[]
  service: ReturnType<typeof createService>
  url: string
  now: () => number
  /** Goes on to a moment (`2024-06-03T07:30`, Vietnam's time); all that is due until then is done. */
  goTo: (local: string) => Promise<void>
  /** Answers and sends what is due, at the pace of the platform. */
  settle: () => Promise<void>
  /** The figures of a week come. */
  bringWeek: (week: string) => Promise<void>
}

/** Starts it on the first of June 2024. */
export async function leadersOf(count: number, environment: Environment): Promise<Leaders> {
  let now = FIRST_OF_JUNE
  const clock = { now: () => now }
  // Waits of the program end by seconds; days go by at once.
  const waits = createVirtualTime(now)
  const path = await prepared(async (_db, file) => {
    const app = await createApp(configOf(file), { clock })
    for (const [kind, text] of Object.entries(filesOf(count))) await bring(app, kind, text)
    for (const member of codes(count))
      await app.db.write(async ({ subscriptions }) => await subscriptions.set(member, 'weekly', true, 0))
    app.close()
  })
  const app = await createApp(configOf(path, { HOST: '127.0.0.1', ...environment }), { clock })
  onTestFinished(() => app.close())
  const service = createService(app, { timer: waits.timer })
  onTestFinished(async () => await service.stop())
  const { url } = await service.start()

  async function pass(ms: number): Promise<void> {
    now += ms
    await waits.advance(ms)
  }

  async function settle(): Promise<void> {
    await ended(service.settle(), pass)
    for (let second = 0; second < MOST_SECONDS && (await waiting(app, now)); second++) {
      await pass(1_000)
      await ended(service.settle(), pass)
    }
  }

  return {
    app,
    members: [...codes(count), 'qt'],
    service,
    url,
    now: clock.now,
    settle,
    async goTo(local) {
      now = Math.max(now, Date.parse(`${local}:00+07:00`))
      await service.scheduler.tick()
      await settle()
    },
    async bringWeek(week) {
      await bring(app, 'observations', figuresOf(count, week))
      await settle()
    },
  }
}

/** Whether something is due that only the pace of a platform keeps back, or on its way, whoever in the service took it. */
async function waiting({ db }: App, now: number): Promise<boolean> {
  const { claimed = 0 } = await db.read.outbox.countByState()
  return claimed > 0 || (await db.read.outbox.due(now, 1)).length > 0
}

function codes(count: number): string[] {
  return Array.from({ length: count }, (_, leader) => `ld-${leader + 1}`)
}

function filesOf(count: number): Record<string, string> {
  const communes = namesOf(count).map((name, unit) => `C-${unit + 1},${name},,commune,P,`)
  const leaders = codes(count).map((code, unit) => `${code},Chủ tịch số ${unit + 1},leader,C-${unit + 1}`)
  return {
    units: ['code,name,short_name,kind,parent,aliases', 'P,Tỉnh Thử,Thử,province,,', ...communes].join('\n'),
    indicators: `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases
online_rate,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,trực tuyến`,
    campaigns: `campaign,name,phase,phase_name,start,end,document
CD,Chiến dịch cao điểm,1,Giai đoạn 1,2024-05-27,2024-07-31,1/KH`,
    targets: `campaign,phase,kind,indicator,target,document
CD,1,commune,online_rate,60,1/KH`,
    members: ['member,name,role,unit', ...leaders, 'qt,Quản trị tỉnh,admin,P'].join('\n'),
  }
}

/** Names of communes as there are. */
function namesOf(count: number): string[] {
  const rows = readFileSync(join(import.meta.dirname, '../fixtures/admin-units.csv'), 'utf8').split('\n')
  const names = rows.map(row => row.split(',')).filter(row => row[3] === 'commune')
  return [...new Set(names.map(([, name = '']) => name))].slice(0, count)
}

/** A week in which some are over their target and some under it, others each week. */
function figuresOf(count: number, week: string): string {
  const number = Number(week.slice(-2))
  const rows = codes(count).map((_, unit) => {
    const online = 52 + ((unit * 7 + number * 5) % 17)
    return `C-${unit + 1},online_rate,${week},${online},100,,`
  })
  return ['unit,indicator,period,numerator,denominator,value,note', ...rows].join('\n')
}

/** Each writes the code of an invitation into the chat of the story, and says yes. */
export async function linkAll(
  story: Pick<Leaders, 'app' | 'members' | 'settle' | 'now'> & {
    write: (member: string, text: string) => Promise<unknown>
  },
): Promise<void> {
  const { app, members, write, settle, now } = story
  for (const member of members) {
    const { code } = await app.db.write(async stores => await invite(stores, member, now()))
    await write(member, code)
  }
  await settle()
  for (const member of members) await write(member, 'Đúng')
  await settle()
  expect((await app.db.read.chats.linked()).length).toBe(members.length)
}
