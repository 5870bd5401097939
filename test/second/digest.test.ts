/** A monthly digest against the month counted a second time: values, changes, how many have met, places, who moved. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readDigest } from '../../src/answers/read-digest.ts'
import { readScene } from '../../src/answers/scene.ts'
import type { Digest } from '../../src/answers/digest-facts.ts'
import { momentAt } from '../../src/core/moment.ts'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import { dayOf, monthDays, textOf, vietnamTime } from '../reference/civil-days.ts'
import type { Days } from '../reference/civil-days.ts'
import { loadTexts } from '../reference/load.ts'
import { sized } from '../sizes.ts'
import { isLower, round, tableOf, targetOf, unitsOf, valueOf } from './second.ts'
import { monthlyProvince, weeklyProvince } from './worlds.ts'
import type { MadeWorld } from './worlds.ts'

const LOADED_AT = Date.UTC(2026, 0, 1)
/** Months, and on which day their digest is made. */
const MONTHS = [3, 4, 5].slice(0, sized({ quick: 1, usual: 2, long: 3 }))

async function digestOf(world: MadeWorld, today: string): Promise<Digest> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-digest-'))
  const db = openSqlite(`file:${join(folder, 'test.db')}`)
  onTestFinished(() => {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const members = 'member,name,role,unit\nbcd,Ban Chỉ đạo,committee,P\n'
  const observations = [{ text: world.texts.observations, recordedAt: LOADED_AT }]
  await loadTexts(db, { ...world.texts, members, observations }, join(folder, 'data'))
  await db.write(async stores => await stores.settings.set('report_month', String(world.monthStart)))
  const { catalog, settings, observations: figures, alerts, explanations } = db.read
  const scene = await readScene(
    { catalog, settings },
    momentAt(vietnamTime(dayOf(today), 8), 'Asia/Ho_Chi_Minh'),
  )
  const member = scene.members.get('bcd')
  if (!member) throw new Error('no member')
  return await readDigest(
    { scene, observations: figures, alerts, explanations, member },
    { kind: 'monthly', late: false },
  )
}

/** The month that the digest is of, and the one before. */
function monthsOf(world: MadeWorld, month: number): { window: Days; before: Days } {
  const of = (one: number): Days => {
    const days = monthDays(2024, one)
    if (world.monthStart === 1) return days
    return {
      from: monthDays(2024, one - 1).from + world.monthStart - 1,
      to: days.from + world.monthStart - 2,
    }
  }
  return { window: of(month), before: of(month - 1) }
}

/** In an order that is the same for both. */
function inOrder<T>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** All that a digest says of its month, in one form. */
function linesOf({ lines, leagues, moved }: Digest) {
  return {
    lines: inOrder(lines.map(({ figure, change, met }) => [figure.indicator, figure.value, change, met])),
    leagues: inOrder(
      leagues.map(({ kind, figures }) => [kind, figures.map(({ unit, value, rank }) => [unit, value, rank])]),
    ),
    moved: inOrder(moved.map(({ unit, value, change }) => [unit, value, change])),
  }
}

function counted(world: MadeWorld, month: number) {
  const { window, before } = monthsOf(world, month)
  const today = monthDays(2024, month + 1).from
  const value = (unit: string, indicator: string, days: Days) =>
    valueOf(world, unit, indicator, { window: days, today })
  const change = (unit: string, indicator: string): number | null => {
    const [then, now] = [value(unit, indicator, before), value(unit, indicator, window)]
    return then === null || now === null ? null : round(now - then)
  }
  const kinds = ['department', 'commune']
  const units = kinds.flatMap(kind => unitsOf(world, kind, window.to))
  // A month of two phases is judged by the one that holds its middle.
  const middle = Math.floor((window.from + window.to + 1) / 2)
  const phase = world.phases.find(({ from, to }) => from <= middle && middle <= to)
  const lines = world.indicators.map(({ code }) => {
    const judged = units.flatMap(unit => {
      const reached = value(unit, code, window)
      const target = phase ? targetOf(world, unit, code, phase) : null
      if (reached === null || target === null) return []
      return [isLower(world, code) ? reached <= target : reached >= target]
    })
    return [
      code,
      value('P', code, window),
      change('P', code),
      { met: judged.filter(Boolean).length, of: judged.length },
    ]
  })
  const leagues = kinds.map(kind => {
    const values = unitsOf(world, kind, window.to).flatMap(unit => {
      const reached = value(unit, 'online_rate', window)
      return reached === null ? [] : [[unit, reached] as const]
    })
    const table = tableOf(new Map(values), false)
    return [kind, table.map(({ unit, place }) => [unit, value(unit, 'online_rate', window), place])]
  })
  const moved = units.flatMap(unit => {
    const moves = change(unit, 'online_rate')
    return moves === null || moves === 0 ? [] : [[unit, value(unit, 'online_rate', window), moves]]
  })
  return { lines: inOrder(lines), leagues: inOrder(leagues), moved: inOrder(moved) }
}

test.each([
  { name: 'by week', world: weeklyProvince(1) },
  { name: 'by month from the 21st', world: monthlyProvince(2) },
])(
  'every number of the monthly digest of a province that reports $name is of its month',
  async ({ world }) => {
    for (const month of MONTHS) {
      const digest = await digestOf(world, textOf(monthDays(2024, month + 1).from))
      const { window } = monthsOf(world, month)
      expect(digest.window).toEqual({ from: textOf(window.from), to: textOf(window.to) })
      expect(linesOf(digest)).toEqual(counted(world, month))
    }
  },
)
