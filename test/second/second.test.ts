/** Every kind of answer against the rules counted a second time, over worlds made from a seed. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { momentAt } from '../../src/core/moment.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { asking } from '../answers/questions.ts'
import { answerAt } from '../answers/scene.ts'
import { dayOf, textOf, vietnamTime } from '../reference/civil-days.ts'
import { loadTexts } from '../reference/load.ts'
import { Random } from '../reference/random.ts'
import { sized } from '../sizes.ts'
import type { Ask, Case } from './case.ts'
import { KINDS } from './kinds.ts'
import { country, type MadeWorld, mergedProvince, monthlyProvince, weeklyProvince } from './worlds.ts'

/** Cases of each kind of answer over all worlds. */
const CASES = sized({ quick: 4, usual: 12, long: 300 })
const LOADED_AT = Date.UTC(2026, 0, 1)
const WORLDS = [weeklyProvince(1), monthlyProvince(2), country(3), weeklyProvince(4), mergedProvince(5)]
const loaded = new Map<MadeWorld, Database>()
const root = mkdtempSync(join(tmpdir(), 'chitieu-second-'))

afterAll(() => {
  for (const db of loaded.values()) db.close()
  rmSync(root, { recursive: true, force: true })
})

async function databaseOf(world: MadeWorld): Promise<Database> {
  const known = loaded.get(world)
  if (known) return known
  const folder = join(root, String(loaded.size))
  mkdirSync(folder)
  const db = openSqlite(`file:${join(folder, 'test.db')}`)
  const top = world.units[0]!.code
  const members = `member,name,role,unit\nchu-tich,Chủ tịch,committee,${top}\n`
  const observations = [{ text: world.texts.observations, recordedAt: LOADED_AT }]
  await loadTexts(db, { ...world.texts, members, observations }, join(folder, 'data'))
  loaded.set(world, db)
  return db
}

function caseOf(random: Random): Case {
  const world = random.pick(WORLDS)
  const today = random.whole(dayOf('2024-03-25'), dayOf('2024-06-29'))
  const measured = [...new Set(world.rows.map(row => row.unit))].filter(code => {
    const { activeFrom = null, activeTo = null } = world.units.find(unit => unit.code === code) ?? {}
    return activeTo === null && (activeFrom === null || activeFrom <= today)
  })
  const unit = random.pick(measured)
  const kind = world.units.find(one => one.code === unit)!.kind
  const indicator = random.pick(world.indicators).code
  return { world, random, unit, kind, indicator, today }
}

test.each(Object.entries(KINDS))('%s', async (name, kind) => {
  const random = new Random(1_000 + Object.keys(KINDS).indexOf(name))
  const differing: unknown[] = []
  for (let i = 0; i < CASES; i++) {
    const asked = caseOf(random)
    const db = await databaseOf(asked.world)
    const { members } = await db.read.catalog.get()
    const moment = momentAt(vietnamTime(asked.today, 12), 'Asia/Ho_Chi_Minh')
    const ask: Ask = parts => answerAt(db, moment, members[0]!, asking(parts))
    const { expected, actual } = await kind(asked, ask)
    if (JSON.stringify(expected) === JSON.stringify(actual)) continue
    const { world, unit, indicator, today } = asked
    differing.push({ world: world.name, unit, indicator, today: textOf(today), expected, actual })
  }
  expect(differing).toEqual([])
})
