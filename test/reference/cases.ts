import type { Case, GroupCase, RefPeriod } from './asked.ts'
import { dayNumber, dayOf, mondayOf, monthDays, quarterDays, vietnamTime, yearDays } from './civil-days.ts'
import { Random } from './random.ts'
import type { RefWorld } from './reference-data.ts'

/** Hours on the wall at which questions are asked: midnight and the hours around it are other days elsewhere. */
const HOURS = [0, 0.5, 6.75, 7.5, 12, 20, 23.98]

/** Cases drawn by a seed: any unit, indicator, period and moment of January to July 2024, some around its end. */
export function randomCases(world: RefWorld, seed: number, count: number): Case[] {
  const random = new Random(seed)
  const units = world.units.map(unit => unit.code)
  const few = world.units.filter(unit => unit.kind !== 'commune').map(unit => unit.code)
  const above = world.units.filter(unit => unit.kind === 'province' || unit.kind === 'district')
  return Array.from({ length: count }, () => {
    const today = randomDay(random)
    const whole = random.chance(0.08)
    return {
      unit: whole ? random.pick(above).code : random.pick(random.chance(0.4) ? few : units),
      indicator: random.pick(world.indicators.filter(one => !whole || one.accumulation !== 'published')).code,
      period: randomPeriod(world, today, random),
      at: vietnamTime(today, random.pick(HOURS)),
      sameParent: random.chance(0.1),
      whole,
    }
  })
}

/** Cases about a term: the period is a phase, or none is named. */
export function randomTermCases(world: RefWorld, seed: number, count: number): Case[] {
  const random = new Random(seed)
  return randomCases(world, seed + 1, count).map(one => ({
    ...one,
    period: random.chance(0.3) ? randomPhase(world, random) : null,
    whole: false,
  }))
}

/** Cases about the communes of the province or of a district, its departments or its districts. */
export function randomGroups(world: RefWorld, seed: number, count: number): GroupCase[] {
  const random = new Random(seed)
  return randomCases(world, seed + 2, count).map(({ indicator, period, at }) => {
    const kind = random.pick(['commune', 'department', 'district'] as const)
    const districts = world.units.filter(unit => unit.kind === 'district' && unit.code.startsWith('GL'))
    const within = kind === 'commune' && random.chance(0.6) ? random.pick(districts).code : 'GL'
    return { kind, within, indicator, period, at }
  })
}

function randomDay(random: Random): number {
  if (random.chance(0.06)) return dayOf('2024-12-20') + random.whole(0, 20)
  return dayOf('2024-01-03') + random.whole(0, 195)
}

function randomPhase(world: RefWorld, random: Random): RefPeriod {
  const { from, to } = random.pick(world.phases)
  return { from, to, shape: 'fixed' }
}

function randomPeriod(world: RefWorld, today: number, random: Random): RefPeriod | null {
  const day = Math.max(dayNumber(2024, 1, 1), today - random.whole(-6, 120))
  const month = today < dayOf('2024-12-01') ? random.whole(1, 7) : 12
  switch (random.whole(0, 8)) {
    case 0:
      return { from: mondayOf(day), to: mondayOf(day) + 6, shape: 'week' }
    case 1:
      return { ...monthDays(2024, month), shape: 'month' }
    case 2:
      return { ...quarterDays(2024, Math.ceil(month / 3)), shape: 'fixed' }
    case 3:
      return randomPhase(world, random)
    case 4:
      return { from: today - random.whole(0, 60), to: today, shape: 'rolling' }
    case 5: {
      const starts = [dayNumber(2024, 1, 1), ...world.phases.map(phase => phase.from)]
      return { from: random.pick(starts.filter(from => from <= today)), to: today, shape: 'to_date' }
    }
    case 6:
      return { ...yearDays(random.pick([2023, 2024])), shape: 'fixed' }
    case 7: {
      const from = Math.max(dayNumber(2024, 1, 1), today - random.whole(0, 90))
      return { from, to: from + random.whole(0, 50), shape: 'fixed' }
    }
    default:
      return null
  }
}
