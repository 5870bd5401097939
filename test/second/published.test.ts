/** Published values without counts, and places, against the rules counted a second time. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Answer, Figure } from '../../src/answers/answer.ts'
import { momentAt } from '../../src/core/moment.ts'
import { asking, period } from '../answers/questions.ts'
import { answerAt } from '../answers/scene.ts'
import { tempDatabase, tempFolder } from '../db/temp-database.ts'
import { type Days, dayOf, monthDays, quarterDays, textOf, vietnamTime } from '../reference/civil-days.ts'
import { loadTexts } from '../reference/load.ts'
import { Random } from '../reference/random.ts'
import { sized } from '../sizes.ts'
import type { Ask } from './case.ts'
import { ofMonth, phaseOn, PUBLISHED, publishedWorld, standing } from './published.ts'
import { round, tableOf } from './second.ts'

const CASES = sized({ quick: 5, usual: 12, long: 300 })
const world = publishedWorld(11)

interface Case {
  random: Random
  unit: string
  kind: 'department' | 'commune'
  indicator: string
  today: number
  lower: boolean
}

function only({ figures }: Answer): Figure {
  const [figure, ...more] = figures
  if (!figure || more.length > 0) throw new Error(`${figures.length} figures`)
  return figure
}

const soFar = ({ today }: Case) => ({ window: { from: phaseOn(today).from, to: today }, today })
const asked = (days: Days) => period(textOf(days.from), textOf(days.to))

function valuesIn({ kind, indicator, today }: Case, window: Days): Map<string, number> {
  const units = world.units.filter(one => one.kind === kind)
  return new Map(
    units.flatMap(({ code: unit }) => {
      const row = standing(world, { unit, indicator }, { window, today })
      return row ? [[unit, row.value] as const] : []
    }),
  )
}

function targetOf({ kind, indicator, today }: Case): number {
  return world.targets.get(`${phaseOn(today).name}|${kind}|${indicator}`)!
}

type Kind = (one: Case, ask: Ask) => Promise<{ expected: unknown; actual: unknown }>

/** The value of the phase to date, or of a month or quarter named, of which period it is, and what follows from it. */
const value: Kind = async (one, ask) => {
  const { unit, indicator, today, random, lower } = one
  const month = Number(textOf(today).slice(5, 7))
  const over = [monthDays(2024, month - 1), quarterDays(2024, 1), quarterDays(2024, month < 7 ? 1 : 2)]
  const named = random.pick([null, ...over])
  const window = named ?? soFar(one).window
  const row = standing(world, { unit, indicator }, { window, today })
  const place = tableOf(valuesIn(one, window), lower).find(at => at.unit === unit)?.place ?? null
  const figure = only(
    await ask({ intent: 'value', units: [unit], indicators: [indicator], period: named && asked(named) }),
  )
  const isWindow = row?.from === window.from && row.to === window.to
  const of = row && !isWindow ? { from: textOf(row.from), to: textOf(row.to) } : null
  return {
    expected: { value: row?.value ?? null, of, place, counts: [null, null] },
    actual: {
      value: figure.value,
      of: figure.publishedFor,
      place: figure.rank,
      counts: [figure.numerator, figure.denominator],
    },
  }
}

const gap: Kind = async (one, ask) => {
  const { unit, indicator, lower } = one
  const row = standing(world, { unit, indicator }, soFar(one))
  const target = targetOf(one)
  const missed = row && round(lower ? row.value - target : target - row.value)
  const figure = only(await ask({ intent: 'gap', units: [unit], indicators: [indicator] }))
  return {
    expected: { target, missed, met: missed === null ? null : missed <= 0 },
    actual: { target: figure.target, missed: figure.gap, met: figure.met },
  }
}

const below: Kind = async (one, ask) => {
  const { kind, indicator, lower } = one
  const target = targetOf(one)
  const missing = [...valuesIn(one, soFar(one).window)]
    .map(([unit, reached]) => ({ unit, gap: round(lower ? reached - target : target - reached) }))
    .filter(({ gap: by }) => by > 0)
    .toSorted((a, b) => b.gap - a.gap || (a.unit < b.unit ? -1 : 1))
  const group = { kind, within: null }
  const { figures } = await ask({ intent: 'below', indicators: [indicator], group })
  const found = figures.map(figure => ({ unit: figure.unit, gap: figure.gap ?? 0 }))
  return { expected: missing, actual: found.toSorted((a, b) => b.gap - a.gap || (a.unit < b.unit ? -1 : 1)) }
}

const ranking: Kind = async (one, ask) => {
  const { kind, indicator, lower } = one
  const table = tableOf(valuesIn(one, soFar(one).window), lower)
  const group = { kind, within: null }
  const { figures, leftOut } = await ask({ intent: 'ranking', indicators: [indicator], group })
  return {
    expected: [table, 9 - table.length],
    actual: [figures.map(({ unit, rank }) => ({ unit, place: rank })), leftOut],
  }
}

const movers: Kind = async (one, ask) => {
  const { kind, indicator, today, lower } = one
  const month = Number(textOf(today).slice(5, 7))
  const [before, after] = [monthDays(2024, month - 2), monthDays(2024, month - 1)]
  const then = valuesIn(one, before)
  const changes = [...valuesIn(one, after)].flatMap(([unit, reached]) => {
    const earlier = then.get(unit)
    return earlier === undefined ? [] : [{ unit, change: round(reached - earlier) }]
  })
  // "Rose" is of the value, whichever is better.
  const rose = changes.filter(({ change }) => (lower ? change < 0 : change > 0))
  const sign = lower ? 1 : -1
  const group = { kind, within: null }
  const { figures } = await ask({
    intent: 'movers',
    indicators: [indicator],
    group,
    direction: lower ? 'down' : 'up',
    by: 'value',
    limit: 9,
    period: asked(after),
    base: { from: textOf(before.from), to: textOf(before.to) },
  })
  const inOrder = (list: { unit: string; change: number }[]) =>
    list.toSorted((a, b) => sign * (a.change - b.change) || (a.unit < b.unit ? -1 : 1))
  return {
    expected: inOrder(rose),
    actual: inOrder(figures.map(({ unit, change }) => ({ unit, change: change ?? 0 }))),
  }
}

/** What the k-th now has; of counts nothing is needed where there are none. */
const goal: Kind = async (one, ask) => {
  const { unit, indicator, random, lower } = one
  const values = valuesIn(one, soFar(one).window)
  const table = tableOf(values, lower)
  const place = random.whole(1, 4)
  const holder = table[Math.min(place, table.length) - 1]
  const figure = only(await ask({ intent: 'goal', units: [unit], indicators: [indicator], place }))
  return {
    expected: { value: holder ? values.get(holder.unit) : null, needed: null },
    actual: { value: figure.goal?.valueNeeded ?? null, needed: figure.need?.needed ?? null },
  }
}

const trend: Kind = async (one, ask) => {
  const { unit, indicator, today } = one
  const known = world.months.filter(days => days.to <= today).slice(-3)
  const window = { from: known[0]!.from, to: known.at(-1)!.to }
  const points = known.map(days => ofMonth(world, { unit, indicator }, days, today))
  const figure = only(
    await ask({ intent: 'trend', units: [unit], indicators: [indicator], period: asked(window) }),
  )
  return { expected: points, actual: figure.points?.map(point => point.value) }
}

/** Nothing is pooled: neither a group, nor the province, which has a value only where its own was published. */
const pooled: Kind = async (one, ask) => {
  const { kind, indicator } = one
  const total = only(await ask({ intent: 'total', indicators: [indicator], group: { kind, within: null } }))
  const province = only(await ask({ intent: 'value', units: ['P'], indicators: [indicator] }))
  const own = standing(world, { unit: 'P', indicator }, soFar(one))
  return {
    expected: { total: null, province: own?.value ?? null },
    actual: { total: total.value, province: province.value },
  }
}

const verify: Kind = async (one, ask) => {
  const { unit, indicator, random } = one
  const row = standing(world, { unit, indicator }, soFar(one))
  const claimed = row && random.chance(0.5) ? row.value : 17
  const figure = only(await ask({ intent: 'verify', units: [unit], indicators: [indicator], claimed }))
  return {
    expected: row ? [row.value, row.value === claimed] : [null, null],
    actual: [figure.value, figure.value === null ? null : figure.claim?.right],
  }
}

const since: Kind = async (one, ask) => {
  const { unit, indicator, today, lower, kind } = one
  let periods = 0
  for (const days of world.months.filter(({ to }) => to <= today).toReversed()) {
    const middle = Math.floor((days.from + days.to + 1) / 2)
    const reached = ofMonth(world, { unit, indicator }, days, today)
    if (reached === null) continue
    if (middle < dayOf('2024-02-05')) break
    const target = world.targets.get(`${phaseOn(middle).name}|${kind}|${indicator}`)!
    if (lower ? reached <= target : reached >= target) break
    periods++
  }
  const streak = { of: 'under', periods: null } as const
  const figure = only(await ask({ intent: 'since', units: [unit], indicators: [indicator], streak }))
  return { expected: periods, actual: figure.streak?.periods }
}

const QUESTIONS = { value, gap, below, ranking, movers, goal, trend, pooled, verify, since }

test('every kind of answer about published values and places', async () => {
  const { db } = tempDatabase()
  const members = 'member,name,role,unit\nchu-tich,Chủ tịch,committee,P\n'
  const observations = [{ text: world.texts.observations, recordedAt: Date.UTC(2026, 0, 1) }]
  await loadTexts(db, { ...world.texts, members, observations }, join(tempFolder(), 'data'))
  const { members: all } = await db.read.catalog.get()
  const differing: unknown[] = []
  for (const [seed, [name, kind]] of Object.entries(QUESTIONS).entries()) {
    const random = new Random(500 + seed)
    for (let i = 0; i < CASES; i++) {
      const { code: unit, kind: of } = random.pick(world.units.filter(one => one.kind !== 'province'))
      const indicator = random.pick(PUBLISHED)
      const today = random.whole(dayOf('2024-04-03'), dayOf('2024-08-28'))
      const lower = indicator === 'place'
      const one: Case = { random, unit, kind: of === 'commune' ? of : 'department', indicator, today, lower }
      const moment = momentAt(vietnamTime(today, 12), 'Asia/Ho_Chi_Minh')
      const { expected, actual } = await kind(one, parts => answerAt(db, moment, all[0]!, asking(parts)))
      if (JSON.stringify(expected) !== JSON.stringify(actual))
        differing.push({ name, unit, indicator, today: textOf(today), expected, actual })
    }
  }
  expect(differing).toEqual([])
})
