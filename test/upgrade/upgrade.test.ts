import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import type { ChannelName } from '../../src/channels/channel.ts'
import { createService } from '../../src/service.ts'
import { tempFolder } from '../db/temp-database.ts'
import { createVirtualTime } from '../lib/virtual-time.ts'
import { sized } from '../sizes.ts'
import { configOf, handClock } from '../stories/province.ts'
import type { HandClock } from '../stories/province.ts'
import { CHATS, createPlatforms, CUC_CODE, MORNING, SAVED, written } from './story.ts'
import type { Platform } from './story.ts'

/** Databases of earlier releases, each stopped in the middle of everything: see `make-fixture.ts`. */
const FIXTURES = globSync(new URL('../fixtures/upgrade/*.sql', import.meta.url).pathname).toSorted()

/** Columns that a migration took away or gave another meaning on purpose, `table.column`: where what they held is now. */
const MOVED: Readonly<Record<string, string>> = {}

/** The program of today, going on from a database of an earlier release. */
interface Upgraded {
  app: App
  clock: HandClock
  telegram: Platform
  zalo: Platform
  /** A message that a person writes now. */
  receive: (channel: ChannelName, address: string, text: string) => Promise<void>
  /** A good minute in which everything due is answered and sent, and what a dead process had claimed is taken over. */
  minute: () => Promise<void>
  /** What the schedule and the evaluation of a morning do. */
  morning: () => Promise<void>
}

function oldDatabase(fixture: string): string {
  const path = join(tempFolder(), 'province.db')
  const client = new Sqlite(path)
  client.exec(readFileSync(fixture, 'utf8'))
  client.close()
  return path
}

/**
 * Whether corrections of reports wait in the database: earlier releases did not know what they had told, later ones told of
 * the week that had come and have nothing to correct.
 */
function correctsReports(fixture: string): boolean {
  return readFileSync(fixture, 'utf8').includes('"of":"digest"')
}

async function upgraded(fixture: string): Promise<Upgraded> {
  const clock = handClock(SAVED)
  const app = await createApp(configOf(oldDatabase(fixture)), { clock })
  onTestFinished(() => app.close())
  const { telegram, zalo, channels } = createPlatforms()
  const service = createService(app, { channels, timer: createVirtualTime(clock.now()).timer })
  let updates = 1000
  const minute = async () => {
    for (let pass = 0; pass < 8; pass++) {
      await service.settle()
      clock.set(new Date(clock.now() + 10_000).toISOString())
    }
  }
  return {
    app,
    clock,
    telegram,
    zalo,
    minute,
    async receive(channel, address, text) {
      const row = written(channel, address, text, clock.now(), String(++updates))
      await app.db.write(async stores => void (await stores.inbox.add(row)))
      await minute()
    },
    async morning() {
      clock.set(MORNING)
      await service.scheduler.tick()
      await app.evaluate()
      await minute()
    },
  }
}

/** Every row of every table, each value under the name of its column. */
function rowsOf(path: string): Map<string, Record<string, unknown>[]> {
  const client = new Sqlite(path, { readonly: true })
  try {
    const tables = client
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
      )
      .pluck()
      .all()
    return new Map(
      tables.map(name => [
        name,
        client.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}" ORDER BY rowid`).all(),
      ]),
    )
  } finally {
    client.close()
  }
}

/** What of the rows before is not as it was in the rows after, as `table.column of row: was → is`. */
function lost(before: ReturnType<typeof rowsOf>, after: ReturnType<typeof rowsOf>): string[] {
  return [...before].flatMap(([table, rows]) =>
    rows.flatMap((row, at) =>
      Object.entries(row).flatMap(([column, was]) => {
        const is = after.get(table)?.[at]?.[column]
        const name = `${table}.${column}`
        const kept = name in MOVED || JSON.stringify(is) === JSON.stringify(was)
        return kept ? [] : [`${name} of row ${at}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`]
      }),
    ),
  )
}

/**
 * What people notice is played through from the first release, which takes every step, and from the newest schemas; from
 * all of them where all is asked for.
 */
const PLAYED = sized({
  quick: FIXTURES.slice(-1),
  usual: [...FIXTURES.slice(0, 1), ...FIXTURES.slice(-2)],
  long: FIXTURES,
})
const named = (paths: readonly string[]) => paths.map(path => [basename(path, '.sql'), path] as const)

test('every migration has the database that it left', () => {
  const migrations = globSync(new URL('../../migrations/*.sql', import.meta.url).pathname)
  const names = migrations.map(path => basename(path)).filter(name => name > '0001')
  expect(names.length).toBeGreaterThan(1)
  expect(FIXTURES.map(path => basename(path))).toEqual(names.toSorted())
})

test.each(named(FIXTURES))('from %s every row is there, with all that it held', async (_, fixture) => {
  const path = oldDatabase(fixture)
  const before = rowsOf(path)
  const app = await createApp(configOf(path), { clock: handClock(SAVED) })
  app.close()
  expect([...before.values()].flat().length).toBeGreaterThan(50)
  expect(lost(before, rowsOf(path))).toEqual([])
})

describe.each(named(PLAYED))('from %s', (_, fixture) => {
  test('what was asked and not answered is answered, and what was on its way arrives, once', async () => {
    const { minute, telegram, zalo } = await upgraded(fixture)
    await minute()
    await minute()
    expect(telegram.at(CHATS.an)).toEqual([expect.stringContaining('25%')])
    expect(zalo.at(CHATS.binh)).toEqual([expect.stringContaining('95%')])
    expect(telegram.received.concat(zalo.received)).toHaveLength(2)
  })

  test('a conversation goes on where it stood; another name that was added is known', async () => {
    const { minute, receive, telegram } = await upgraded(fixture)
    await minute()
    await receive('telegram', CHATS.dung, 'còn Sở Tư pháp thì sao')
    expect(telegram.at(CHATS.dung)).toEqual([expect.stringMatching(/Sở Tư pháp[^]*5%/)])
    await receive('telegram', CHATS.dung, 'trực tuyến tuần 20 y tế tỉnh')
    expect(telegram.at(CHATS.dung)[1]).toContain('95%')
  })

  test('what waited for the morning is told then, and nothing that was told before', async () => {
    const { app, minute, morning, telegram, zalo } = await upgraded(fixture)
    await minute()
    const [an, binh] = [telegram.at(CHATS.an).length, zalo.at(CHATS.binh).length]
    await morning()
    const told = zalo.at(CHATS.binh).slice(binh)
    expect(told).toEqual([expect.stringContaining('Sở Y tế')])
    expect(told[0]).toMatch(/đạt/)
    const corrections = [telegram.at(CHATS.an).slice(an), telegram.at(CHATS.dung)]
    const said = corrections.map(texts => texts.map(text => /đã báo \d.+/.exec(text)?.[0]))
    const due = [['đã báo 50%, đúng là 41,67%'], ['đã báo 63,33%, đúng là 56,11%']]
    expect(said).toEqual(correctsReports(fixture) ? due : [[], []])
    await app.evaluate()
    await morning()
    expect(zalo.at(CHATS.binh).slice(binh)).toEqual(told)
    expect([telegram.at(CHATS.an).slice(an), telegram.at(CHATS.dung)]).toEqual(corrections)
  })

  test('who had no chat is told on coming, by the code given before; who had left is met again', async () => {
    const { minute, morning, receive, telegram } = await upgraded(fixture)
    await minute()
    await morning()
    await receive('telegram', 'tg-cuc', `/start ${CUC_CODE}`)
    await minute()
    await receive('telegram', 'tg-cuc', 'Đúng')
    await minute()
    const [asked, ...told] = telegram.at('tg-cuc')
    expect(asked).toContain('Cúc')
    expect(told.filter(text => /dưới chỉ tiêu giai đoạn/.test(text) && /60%/.test(text))).toHaveLength(1)
    expect(telegram.at(CHATS.em)).toEqual([])
    await receive('telegram', CHATS.em, 'tỷ lệ trực tuyến tuần 20')
    expect(telegram.at(CHATS.em)).toEqual([expect.stringContaining('25%')])
  })

  test('alerts stay acknowledged and explained, imports listed and undone', async () => {
    const { app } = await upgraded(fixture)
    const alerts = await app.db.read.alerts.ofUnits(['P-S1', 'P-S2', 'P-S3'])
    expect(alerts.find(({ unit }) => unit === 'P-S1')).toMatchObject({
      state: 'below',
      acknowledgedBy: 'an',
    })
    expect(alerts.find(({ unit }) => unit === 'P-S2')).toMatchObject({
      state: 'recovered',
      explanation: 'thiếu cán bộ một cửa',
    })
    expect(alerts.find(({ unit }) => unit === 'P-S3')).toMatchObject({
      state: 'below',
      acknowledgedAt: null,
    })
    const imports = await app.db.read.imports.list()
    expect(imports.filter(one => one.kind === 'observations')).toHaveLength(4)
    expect(imports.filter(one => one.undoneAt !== null)).toHaveLength(1)
  })
})
