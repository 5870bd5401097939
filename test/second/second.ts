import type { Days } from '../reference/civil-days.ts'
import type { MadeWorld, Phase, Row } from './worlds.ts'

/**
 * The rules once more, as shortly as they can be said, with nothing of the product: what a unit has in a window, its
 * target, its place, and what follows from them. `today` is a day number; every row counts once its period has ended.
 */

export interface Counts {
  n: number
  d: number
}

/** A period belongs to the window in which its middle lies; a middle at midnight is of the day that begins. */
function isIn(period: Days, window: Days): boolean {
  const middle = Math.floor((period.from + period.to + 1) / 2)
  return window.from <= middle && middle <= window.to
}

export function unitsBelow(world: MadeWorld, code: string): string[] {
  const below = world.units.filter(unit => unit.parent === code).map(unit => unit.code)
  return [code, ...below.flatMap(unit => unitsBelow(world, unit))]
}

function ownRows(world: MadeWorld, unit: string, indicator: string, today: number): Row[] {
  return world.rows.filter(row => row.unit === unit && row.indicator === indicator && row.to <= today)
}

function ownCounts(world: MadeWorld, unit: string, indicator: string, at: { window: Days; today: number }) {
  const rows = ownRows(world, unit, indicator, at.today).filter(row => isIn(row, at.window))
  const latest = world.indicators.find(one => one.code === indicator)?.accumulation === 'latest'
  const counted = latest ? rows.toSorted((a, b) => b.to - a.to).slice(0, 1) : rows
  return counted.length === 0 ? null : add(counted)
}

function add(counts: readonly Counts[]): Counts {
  return { n: counts.reduce((sum, one) => sum + one.n, 0), d: counts.reduce((sum, one) => sum + one.d, 0) }
}

/** The counts of a unit: its own, or of all below it where it has none at all. */
export function countsOf(
  world: MadeWorld,
  unit: string,
  indicator: string,
  at: { window: Days; today: number },
): Counts | null {
  const isOwn = ownRows(world, unit, indicator, at.today).length > 0
  const units = isOwn ? [unit] : unitsBelow(world, unit)
  const found = units.flatMap(code => ownCounts(world, code, indicator, at) ?? [])
  return found.length === 0 ? null : add(found)
}

/** A percent to 2 decimals, half up; null without dossiers. */
export function percent({ n, d }: Counts): number | null {
  return d === 0 ? null : Math.floor((20_000 * n + d) / (2 * d)) / 100
}

export function valueOf(...asked: Parameters<typeof countsOf>): number | null {
  const counts = countsOf(...asked)
  return counts && percent(counts)
}

export function round(x: number): number {
  return Math.floor(x * 100 + 0.5 + 1e-9) / 100
}

export function phaseOf(world: MadeWorld, today: number): Phase {
  const phase = world.phases.find(one => one.from <= today && today <= one.to)
  if (!phase) throw new Error('a day without a phase')
  return phase
}

export function targetOf(world: MadeWorld, unit: string, indicator: string, phase: Phase): number | null {
  const kind = world.units.find(one => one.code === unit)?.kind
  return world.targets.get(`${phase.name}|${kind}|${indicator}`) ?? null
}

/** Units of a kind that exist on the last day of the window, or the last that figures cover where that is to come. */
export function unitsOf(world: MadeWorld, kind: string, day: number): string[] {
  return world.units
    .filter(
      ({ kind: one, activeFrom, activeTo }) =>
        one === kind && (activeTo === null || day <= activeTo) && (activeFrom === null || activeFrom <= day),
    )
    .map(unit => unit.code)
}

export function isLower(world: MadeWorld, indicator: string): boolean {
  return world.indicators.find(one => one.code === indicator)?.better === 'lower'
}

/** Units with a value, best first, with their places: equal values share one. */
export function tableOf(
  values: ReadonlyMap<string, number>,
  lower: boolean,
): { unit: string; place: number }[] {
  const better = (a: number, b: number) => (lower ? a < b : a > b)
  return [...values]
    .map(([unit, value]) => ({
      unit,
      place: 1 + [...values.values()].filter(other => better(other, value)).length,
    }))
    .toSorted((a, b) => a.place - b.place || (a.unit < b.unit ? -1 : 1))
}

export function lastDay(world: MadeWorld, indicator: string, today: number): number {
  return Math.max(
    ...world.rows.filter(row => row.indicator === indicator && row.to <= today).map(row => row.to),
  )
}

/** The newest period of which at least half of the units that report have a row, and the one before. */
export function newestPeriods(
  world: MadeWorld,
  indicator: string,
  today: number,
): [before: Days, newest: Days] {
  const ended = world.periods.filter(period => {
    const rows = world.rows.filter(
      row => row.indicator === indicator && row.from === period.from && row.to <= today,
    )
    const reporting = new Set(
      world.rows
        .filter(row => row.indicator === indicator && row.to <= today)
        .map(row => row.unit)
        .filter(code => {
          const { activeTo = null } = world.units.find(unit => unit.code === code) ?? {}
          return activeTo === null || period.to <= activeTo
        }),
    )
    return rows.length * 2 >= reporting.size && rows.length > 0
  })
  const newest = ended.at(-1)
  const before = world.periods[world.periods.findIndex(period => period === newest) - 1]
  if (!newest || !before) throw new Error('too few periods')
  return [before, newest]
}

/** What is expected until the end of the phase: D′, and the rate of the rows that it is taken from. */
export function expected(world: MadeWorld, unit: string, indicator: string, today: number) {
  const phase = phaseOf(world, today)
  const last = lastDay(world, indicator, today)
  const recent =
    world.every === 'week'
      ? { from: last - 27, to: last }
      : { from: world.periods.filter(one => one.to <= last).at(-2)!.from, to: last }
  const isOwn = ownRows(world, unit, indicator, today).length > 0
  const units = isOwn ? [unit] : unitsBelow(world, unit)
  let [perDay, numerators] = [0, 0]
  for (const code of units) {
    const rows = ownRows(world, code, indicator, today).filter(
      row => row.from >= recent.from && row.to <= recent.to,
    )
    if (rows.length === 0) continue
    const days = rows.reduce((sum, row) => sum + row.to - row.from + 1, 0)
    const { n, d } = add(rows)
    perDay += d / days
    numerators += n / days
  }
  // Days before the phase bring it nothing: they are counted from its first day at the earliest.
  const days = Math.max(0, phase.to - Math.max(last, phase.from - 1))
  return {
    further: Math.floor(perDay * days + 0.5 + 1e-9),
    rate: perDay === 0 ? 0 : numerators / perDay,
    perDay,
  }
}
