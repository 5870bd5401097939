import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Environment } from '../../src/config.ts'
import { importFile } from '../../src/imports/import-file.ts'
import type { Clock } from '../../src/lib/clock.ts'
import { prepared, tempFolder } from '../db/temp-database.ts'

/** A small province: one department with a leader, one without, and a campaign of one phase that runs in May. */
const FILES = {
  units: `code,name,short_name,kind,parent,aliases
P,Tỉnh Thử,Thử,province,,
P-S1,Sở Giao thông vận tải,Sở GTVT,department,P,
P-S2,Sở Y tế,Sở Y tế,department,P,`,
  indicators: `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases
online_rate,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,trực tuyến`,
  campaigns: `campaign,name,phase,phase_name,start,end,document
CD,Chiến dịch cao điểm,1,Giai đoạn 1,2024-04-29,2024-06-30,1/KH`,
  targets: `campaign,phase,unit,indicator,target,document
CD,1,P-S1,online_rate,60,1/KH
CD,1,P-S2,online_rate,60,1/KH`,
  members: `member,name,role,unit
gd,Giám đốc Sở GTVT,leader,P-S1
bcd,Ban Chỉ đạo,committee,P`,
} as const

/** A clock that stands where it was put. */
export interface HandClock extends Clock {
  set(iso: string): void
}

export function handClock(iso: string): HandClock {
  let now = Date.parse(iso)
  return { now: () => now, set: later => (now = Date.parse(later)) }
}

/** A clock that runs from where it was put. */
export function runningClock(iso: string): HandClock {
  let [from, since] = [Date.parse(iso), performance.now()]
  return {
    now: () => Math.round(from + performance.now() - since),
    set(later: string) {
      from = Date.parse(later)
      since = performance.now()
    },
  }
}

/** The configuration of an environment on a database file of the running test. */
export function configOf(path: string, environment: Environment = {}) {
  const read = readConfig({ DATABASE_URL: `file:${path}`, PORT: '0', LOG_LEVEL: 'silent', ...environment })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.config
}

/** An app on a new database with the small province in it. */
export async function smallProvince(
  clock: Clock,
  environment: Environment = {},
): Promise<{ app: App; path: string }> {
  const path = join(tempFolder(), 'province.db')
  // What was imported when, and evaluated with which settings, is kept: only the same of both is the same database.
  const key = JSON.stringify([clock.now(), environment])
  const file = made.get(key) ?? loaded(clock, environment)
  made.set(key, file)
  copyFileSync(await file, path)
  const app = await createApp(configOf(path, environment), { clock })
  onTestFinished(() => app.close())
  return { app, path }
}

const made = new Map<string, Promise<string>>()

/** The path of a database with the small province in it, to be copied. */
async function loaded(clock: Clock, environment: Environment): Promise<string> {
  return await prepared(async (_db, path) => {
    const app = await createApp(configOf(path, environment), { clock })
    for (const kind of ['units', 'indicators', 'campaigns', 'targets', 'members'] as const) {
      await bring(app, kind, FILES[kind])
    }
    app.close()
  })
}

/** Imports a file, as the command does, and evaluates. */
export async function bring(app: App, kind: string, text: string): Promise<void> {
  const request = { kind, file: `${kind}.csv`, bytes: Buffer.from(text), at: app.clock.now() }
  const outcome = await importFile(app.db, request)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  await app.evaluateAfterImport()
}

/** The figures of one week: online dossiers out of a hundred for the department with a leader. */
export async function bringWeek(app: App, week: string, online: number): Promise<void> {
  await bring(
    app,
    'observations',
    `unit,indicator,period,numerator,denominator,value,note
P-S1,online_rate,${week},${online},100,,
P-S2,online_rate,${week},70,100,,`,
  )
}
