import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Figure } from '../../src/answers/answer.ts'
import { momentAt } from '../../src/core/moment.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { sampleCalendar } from '../../src/sample/calendar.ts'
import { loadSample } from '../../src/sample/load-sample.ts'
import { sampleProvince } from '../../src/sample/province.ts'
import { STORY } from '../../src/sample/story.ts'
import { asking, period } from '../answers/questions.ts'
import { answerAt } from '../answers/scene.ts'
import { dump, tempDatabase } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const DAY = 86_400_000
const AT = Date.parse('2026-11-19T08:30:00+07:00')
const TODAY = '2026-11-19'

const ONE_UNIT = Buffer.from(
  'code,name,short_name,kind,parent,aliases\nHN,Thành phố Hà Nội,Hà Nội,province,,\n',
)

/** The database of the tests that only look at the province, filled by two starts at once: filling takes seconds. */
const place = mkdtempSync(join(tmpdir(), 'chitieu-sample-'))
const filled = openSqlite(`file:${join(place, 'sample.db')}`)
const starts = await Promise.all([loadSample(filled, TODAY, AT), loadSample(filled, TODAY, AT)])
afterAll(() => {
  filled.close()
  rmSync(place, { recursive: true })
})

/** What the committee of the province is told of one unit's indicator in phase 2, so many days before the loading. */
async function told(db: Database, unit: string, indicator: string, daysAgo = 0): Promise<Figure> {
  const [, phase2] = sampleCalendar(TODAY).phases
  const asked = period(phase2.from, phase2.to)
  const question = asking({ intent: 'rank', units: [unit], indicators: [indicator], period: asked })
  const committee = { member: 'bcd-tinh', name: 'Ban Chỉ đạo tỉnh', role: 'committee', unit: '52' } as const
  const answer = await answerAt(db, momentAt(AT - daysAgo * DAY, ZONE), committee, question)
  const [figure, ...others] = answer.figures
  if (figure === undefined || others.length > 0) throw new Error(`${answer.figures.length} figures`)
  return figure
}

function diskFull(): Promise<void> {
  return Promise.reject(new Error('disk full'))
}

test('an empty database gets the whole province, each file once, and is marked', async () => {
  const db = filled
  const imports = await db.read.imports.list()
  expect(imports.map(one => one.kind).toSorted()).toEqual([
    'campaigns',
    'indicators',
    'members',
    'observations',
    'targets',
    'units',
  ])
  expect(imports.every(one => one.added === one.rows && one.at === AT)).toBe(true)
  const catalog = await db.read.catalog.get()
  expect([catalog.units.length, catalog.indicators.length, catalog.members.length]).toEqual([565, 8, 7])
  expect(await db.read.settings.get('sample')).toBe('1')
})

test.each(sized({ quick: [], usual: [], long: ['2027-01-01', '2028-02-29'] }))(
  'its files pass the checks of an import without a warning on %s',
  async today => {
    const { db } = tempDatabase()
    for (const [kind, text] of Object.entries(sampleProvince(today))) {
      const at = Date.parse(`${today}T08:30:00+07:00`)
      const outcome = await importFile(db, { kind, file: `${kind}.csv`, bytes: Buffer.from(text), at })
      expect(outcome).toMatchObject({ ok: true, warnings: [] })
    }
  },
)

test('the rules find the parts of the story, now and as they were a week ago', async () => {
  const db = filled
  const { justFallen, recovered, unreachable, noData, noDossiers, exempt, tied } = STORY
  const [fallen, stood] = [
    await told(db, justFallen.unit, justFallen.indicator),
    await told(db, justFallen.unit, justFallen.indicator, 7),
  ]
  expect([stood.met, fallen.met]).toEqual([true, false])
  expect(fallen.rank).toBeGreaterThan(stood.rank ?? 999)
  const [risen, low] = [
    await told(db, recovered.unit, recovered.indicator),
    await told(db, recovered.unit, recovered.indicator, 7),
  ]
  expect([low.met, risen.met]).toEqual([false, true])
  expect(fallen.dataTo).toBe('2026-11-15')
  expect(fallen.document).toContain('mẫu')
  expect((await told(db, unreachable.unit, unreachable.indicator)).met).toBe(false)
  expect((await told(db, noData.unit, 'online_rate')).reason).toBe('no_data')
  expect((await told(db, noDossiers.unit, noDossiers.indicator)).reason).toBe('no_dossiers')
  const free = await told(db, exempt.unit, 'online_rate')
  expect([free.reason, free.target, free.value === null]).toEqual(['exempt', null, false])
  const [one, other] = await Promise.all(tied.units.map(unit => told(db, unit, tied.indicator)))
  expect(one?.rank).toBeGreaterThan(0)
  expect(one?.rank).toBe(other?.rank)
  // What needs more dossiers than will come is called out of reach, the rest is not.
  const needs = async ({ unit, indicator }: { unit: string; indicator: string }) => {
    const question = asking({ intent: 'need', units: [unit], indicators: [indicator] })
    const leader = { member: 'x', name: 'x', role: 'leader', unit } as const
    const { figures } = await answerAt(db, momentAt(AT, ZONE), leader, question)
    return figures[0]?.need
  }
  expect((await needs(unreachable))?.reachable).toBe(false)
  for (const part of [justFallen, STORY.withinReach]) {
    const need = await needs(part)
    expect(need?.reachable).toBe(true)
    expect(need?.needed).toBeGreaterThan(0)
  }
})

test('a database that holds anything is left as it is', async () => {
  const { db, path } = tempDatabase()
  await importFile(db, { kind: 'units', file: 'units.csv', bytes: ONE_UNIT, at: AT - 1 })
  const before = dump(path)
  expect(await loadSample(db, TODAY, AT)).toBe(false)
  expect(dump(path)).toEqual(before)
  expect(await db.read.settings.get('sample')).toBeNull()
})

test('a second start, and two at once, load it one time', async () => {
  expect(starts.toSorted()).toEqual([false, true])
  expect(await loadSample(filled, '2026-12-24', AT + 35 * DAY)).toBe(false)
  expect((await filled.read.imports.list()).length).toBe(6)
})

test('what breaks at the very end leaves nothing behind', async () => {
  const { db, path } = tempDatabase()
  const before = dump(path)
  const breaking: Database = {
    ...db,
    write: work => db.write(stores => work({ ...stores, settings: { ...stores.settings, set: diskFull } })),
  }
  await expect(loadSample(breaking, TODAY, AT)).rejects.toThrow('disk full')
  expect(dump(path)).toEqual(before)
  // And whoever comes next can write.
  expect(await importFile(db, { kind: 'units', file: 'units.csv', bytes: ONE_UNIT, at: AT })).toMatchObject({
    ok: true,
    added: 1,
  })
})
