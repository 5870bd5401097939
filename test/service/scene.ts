import { join } from 'node:path'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import type { OutboxRow } from '../../src/db/stores/outbox.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { tempFolder } from '../db/temp-database.ts'
import { startHoldingTelegram, TOKEN } from './holding-telegram.ts'
import type { HoldingTelegram } from './holding-telegram.ts'
import { startService } from './service-process.ts'
import type { ServiceProcess } from './service-process.ts'

const FILES = {
  units: 'code,name,short_name,kind,parent,aliases\nP,Tỉnh Thử,Thử,province,,',
  members: 'member,name,role,unit\nbcd,Ban Chỉ đạo,committee,P\nct,Chủ tịch tỉnh,leader,P',
}

export interface Scene {
  telegram: HoldingTelegram
  environment: Record<string, string>
  start: (more?: Record<string, string>) => Promise<ServiceProcess>
  /** Looks into the database, or writes, beside the service. */
  within: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  rows: () => Promise<OutboxRow[]>
}

/** A database in which Hoa's chat is linked to the member, and a Telegram to start the service on. */
export async function scene(member = 'bcd', files: Record<string, string> = {}): Promise<Scene> {
  const telegram = await startHoldingTelegram()
  const path = join(tempFolder(), 'province.db')
  const within = async <T>(work: (db: Database) => Promise<T>) => {
    const db = openSqlite(`file:${path}`)
    try {
      return await work(db)
    } finally {
      db.close()
    }
  }
  await within(async db => {
    for (const [kind, text] of Object.entries({ ...FILES, ...files })) {
      await importFile(db, { kind, file: `${kind}.csv`, bytes: Buffer.from(text), at: Date.now() })
    }
    await db.write(async ({ chats, settings }) => {
      // These stories run on the real clock, at any hour of any day.
      for (const name of ['quiet_hours', 'working_days']) await settings.set(name, 'off')
      const chat = await chats.touch('telegram', '5000001')
      await chats.link(chat.id, member, Date.now())
    })
  })
  const environment = {
    DATABASE_URL: `file:${path}`,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
  }
  return {
    telegram,
    environment,
    start: async more => await startService({ ...environment, ...more }),
    within,
    rows: async () => await within(async db => await db.read.outbox.list()),
  }
}
