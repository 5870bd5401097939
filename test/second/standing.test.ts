/** On the days of a phase: which alerts stand, how they are paced and what is needed, against the rules counted a second time. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { momentAt } from '../../src/core/moment.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { loadFolder } from '../../src/imports/load-folder.ts'
import { evaluate } from '../../src/watch/evaluate.ts'
import { asking } from '../answers/questions.ts'
import { answerAt } from '../answers/scene.ts'
import {
  copyReferenceDatabase,
  REFERENCE_FOLDER,
  REFERENCE_LOADED_AT as LOADED_AT,
} from '../db/reference-database.ts'
import { tempDatabase, tempFolder } from '../db/temp-database.ts'
import { textOf, vietnamTime } from '../reference/civil-days.ts'
import { Random } from '../reference/random.ts'
import { phaseTerm, readWorld } from '../reference/reference-data.ts'
import type { RefTerm, RefWorld } from '../reference/reference-data.ts'
import { lastDayOf } from '../reference/reference-reports.ts'
import { baselineOf, needOf, paceOf, targetOf, termSoFar } from '../reference/reference-targets.ts'
import { valueOf } from '../reference/reference.ts'
import { sized } from '../sizes.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
/** Days of the phase: from which on, and one in so many; and so many needs of each. */
const FROM = sized({ quick: 24, usual: 24, long: 0 })
const EVERY = sized({ quick: 60, usual: 60, long: 1 })
const NEEDS = sized({ quick: 2, usual: 4, long: 40 })

const PROVINCES = [
  { name: 'gia-lai-2024', phase: '2', committee: 'bcd-tinh' },
  { name: 'lam-dong-2026', phase: '2', committee: '' },
].slice(0, sized({ quick: 1, usual: 1, long: 2 }))

/** Long after what is asked about, so that each period counts from its end on. */
function loadedAt(name: string): number {
  return name === basename(REFERENCE_FOLDER) ? LOADED_AT : Date.UTC(2027, 0, 1)
}

async function loaded(name: string, folder: string): Promise<Database> {
  if (name !== basename(REFERENCE_FOLDER)) {
    const { db } = tempDatabase()
    await loadFolder(db, folder, loadedAt(name))
    return db
  }
  const path = join(tempFolder(), 'reference.db')
  await copyReferenceDatabase(path)
  return openSqlite(`file:${path}`)
}

async function province(name: string): Promise<{ db: Database; world: RefWorld }> {
  const folder = new URL(`../fixtures/${name}`, import.meta.url).pathname
  const text = (file: string) => readFileSync(join(folder, `${file}.csv`), 'utf8')
  const observed = globSync('observations-*.csv', { cwd: folder }).toSorted()
  const observations = observed.map(file => ({
    text: text(basename(file, '.csv')),
    recordedAt: loadedAt(name),
  }))
  const db = await loaded(name, folder)
  onTestFinished(() => db.close())
  const [units, indicators, campaigns] = [text('units'), text('indicators'), text('campaigns')]
  const [targets, members] = [text('targets'), text('members')]
  return { db, world: readWorld({ units, indicators, campaigns, targets, members, observations }) }
}

/** By `unit|indicator`: value, target, what the line expects, and how that stands; of units that there are on the day. */
function standing(world: RefWorld, term: RefTerm, day: number, base: Map<string, number | null>) {
  const at = vietnamTime(day, 20)
  const found = new Map<string, string>()
  const last = new Map(world.indicators.map(({ code }) => [code, lastDayOf(world, code, at)]))
  for (const { code: unit, activeFrom, activeTo } of world.units)
    for (const { code: indicator } of world.indicators) {
      const target = targetOf(world, unit, indicator, term)
      if (typeof target !== 'number' || day < activeFrom || activeTo < day) continue
      const { value } = valueOf(world, unit, indicator, termSoFar(term, at), at)
      if (value === null) continue
      const key = `${unit}|${indicator}`
      if (!base.has(key)) base.set(key, baselineOf(world, unit, indicator, term, at))
      const pace = paceOf(value, target, base.get(key) ?? null, term, last.get(indicator) ?? day)
      found.set(key, `${value} ${target} ${pace.expected} ${pace.state}`)
    }
  return found
}

/** The same as the program has it, with whether it was below before. */
async function kept(db: Database, term: string): Promise<Map<string, string>> {
  const rows = await db.read.alerts.ofTerm(term)
  return new Map(
    rows.map(({ unit, indicator, value, target, expected, state, pace }) => [
      `${unit}|${indicator}`,
      `${value} ${target} ${expected} ${state === 'below' ? pace : 'met'}`,
    ]),
  )
}

async function needsDiffer(
  { db, world }: { db: Database; world: RefWorld },
  { day, term, committee, keys }: { day: number; term: RefTerm; committee: string; keys: string[] },
): Promise<unknown[]> {
  const at = vietnamTime(day, 20)
  const { members } = await db.read.catalog.get()
  const member =
    members.find(one => one.member === committee) ?? members.find(one => one.role === 'committee')
  const differing: unknown[] = []
  for (const key of keys) {
    const [unit = '', indicator = ''] = key.split('|')
    const target = targetOf(world, unit, indicator, term)
    if (typeof target !== 'number') continue
    const { needed, perDay, reachable, bestReachable } = needOf(world, unit, indicator, term, target, at)
    const ask = asking({ intent: 'need', units: [unit], indicators: [indicator] })
    const { figures } = await answerAt(db, momentAt(at, ZONE), member!, ask)
    const need = figures[0]?.need
    const actual = [need?.needed, need?.perDay, need?.reachable, need?.bestReachable]
    const expected = [needed, perDay, reachable, bestReachable]
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      differing.push({ day: textOf(day), key, actual, expected })
  }
  return differing
}

test.each(PROVINCES)(
  'on every day of a phase of $name the alerts, their pace and what is needed are those of the rules',
  async ({ name, phase, committee }) => {
    const made = await province(name)
    const { db, world } = made
    const found = world.phases.find(one => one.phase === phase)
    if (!found) throw new Error(`no phase ${phase}`)
    const term = phaseTerm(found)
    const random = new Random(5)
    const base = new Map<string, number | null>()
    const differing: unknown[] = []
    let pairs = 0
    for (let day = found.from + FROM; day <= found.to; day += EVERY) {
      await evaluate(db, momentAt(vietnamTime(day, 20), ZONE))
      const expected = standing(world, term, day, base)
      const actual = await kept(db, `${found.campaign}/${found.phase}`)
      pairs += expected.size
      for (const key of new Set([...expected.keys(), ...actual.keys()]))
        if (expected.get(key) !== actual.get(key))
          differing.push({ day: textOf(day), key, expected: expected.get(key), actual: actual.get(key) })
      const keys = Array.from({ length: Math.min(NEEDS, expected.size) }, () =>
        random.pick([...expected.keys()]),
      )
      differing.push(...(await needsDiffer(made, { day, term, committee, keys })))
    }
    expect(pairs).toBeGreaterThan(100)
    expect(differing).toEqual([])
  },
  900_000,
)
