import { dayOf, monthDays, monthEarlier, quarterDays, textOf } from '../reference/civil-days.ts'
import { type Kind, kindOf, only, period, soFar, valuesOf } from './case.ts'
import { countsOf, isLower, percent, phaseOf, round, tableOf, targetOf, valueOf } from './second.ts'

/** Of the running phase to date: the place, and how it moved since the same question a period earlier. */
const rank: Kind = async (asked, ask) => {
  const { world, unit, indicator, today } = asked
  const placeOn = (day: number) => {
    const then = { ...asked, today: day }
    const phase = world.phases.find(one => one.from <= day && day <= one.to)
    const from = phase?.from ?? dayOf('2024-01-01')
    const table = tableOf(valuesOf(then, { from, to: day }), isLower(world, indicator))
    return table.find(row => row.unit === unit)?.place ?? null
  }
  const now = placeOn(today)
  const then = placeOn(world.every === 'month' ? monthEarlier(today) : today - 7)
  const figure = only(await ask({ intent: 'rank', units: [unit], indicators: [indicator] }))
  return {
    expected: { now, change: now === null || then === null ? null : then - now },
    actual: { now: figure.rank, change: figure.rankChange },
  }
}

/** Who has met it, the best first. */
const met: Kind = async (asked, ask) => {
  const { world, kind, indicator, today } = asked
  const lower = isLower(world, indicator)
  const values = valuesOf(asked, soFar(asked).window)
  const has = (unit: string) => {
    const target = targetOf(world, unit, indicator, phaseOf(world, today))
    const reached = values.get(unit)
    if (target === null || reached === undefined) return false
    return lower ? reached <= target : reached >= target
  }
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({ intent: 'met', indicators: [indicator], group })
  return {
    expected: tableOf(values, lower)
      .map(row => row.unit)
      .filter(has),
    actual: answer.figures.map(figure => figure.unit),
  }
}

/** The whole table in a month that is over, of the units of its last day. */
const ranking: Kind = async (asked, ask) => {
  const { world, kind, indicator, today, random } = asked
  const month = monthDays(2024, random.whole(2, Number(textOf(today).slice(5, 7)) - 1))
  const table = tableOf(valuesOf(asked, month), isLower(world, indicator))
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({ intent: 'ranking', indicators: [indicator], group, period: period(month) })
  return {
    expected: table,
    actual: answer.figures.map(figure => ({ unit: figure.unit, place: figure.rank })),
  }
}

/** Whether it is met and by how much, and where the line stands on the last day of the figures. */
const gap: Kind = async (asked, ask) => {
  const { world, unit, indicator, today } = asked
  const lower = isLower(world, indicator)
  const phase = phaseOf(world, today)
  const target = targetOf(world, unit, indicator, phase)
  const found = valueOf(world, unit, indicator, soFar(asked))
  const figure = only(await ask({ intent: 'gap', units: [unit], indicators: [indicator] }))
  const missed = found === null || target === null ? null : round(lower ? found - target : target - found)
  return {
    expected: { found, missed, met: missed === null ? null : missed <= 0 },
    actual: { found: figure.value, missed: figure.gap, met: figure.met },
  }
}

/** Two units side by side, against the whole. */
const compare: Kind = async (asked, ask) => {
  const { world, unit, indicator, random } = asked
  const others = [...new Set(world.rows.map(row => row.unit))].filter(one => one !== unit)
  const units = [unit, random.pick(others), world.units[0]!.code]
  const { figures } = await ask({ intent: 'compare', units, indicators: [indicator] })
  return {
    expected: units.map(one => valueOf(world, one, indicator, soFar(asked))),
    actual: figures.map(figure => figure.value),
  }
}

/** A unit above others (a region, a district, the whole), in any earlier month or quarter. */
const above: Kind = async (asked, ask) => {
  const { world, indicator, today, random } = asked
  const parents = world.units.filter(unit => world.units.some(({ parent }) => parent === unit.code))
  const unit = random.pick(parents).code
  const over = Number(textOf(today).slice(5, 7)) - 1
  const window =
    random.chance(0.5) && over > 2 ? quarterDays(2024, 1) : monthDays(2024, random.whole(2, over))
  const at = { window, today }
  const figure = only(
    await ask({ intent: 'value', units: [unit], indicators: [indicator], period: period(window) }),
  )
  const counts = countsOf(world, unit, indicator, at)
  return {
    expected: [counts?.n ?? null, counts?.d ?? null, counts && percent(counts)],
    actual: [figure.numerator, figure.denominator, figure.value],
  }
}

/** A dissolved unit by its name: its own figures in a window that ends before its last day, in others the successor's. */
const dissolved: Kind = async (asked, ask) => {
  const { world, indicator, today, random } = asked
  const gone = world.units.filter(({ activeTo }) => activeTo !== null && activeTo < today)
  const unit = gone.length > 0 ? random.pick(gone) : world.units.find(({ code }) => code === asked.unit)!
  const known = world.periods.filter(days => days.to <= today)
  const window = random.pick(known.slice(-9))
  const isOwn = unit.activeTo === null || window.to <= unit.activeTo
  const now = unit.mergedInto ?? unit.code
  const answering = isOwn ? unit.code : now
  const figure = only(
    await ask({
      intent: 'value',
      units: [now],
      indicators: [indicator],
      period: period(window),
      renamed: unit.mergedInto === null ? [] : [{ named: unit.code, now }],
    }),
  )
  return {
    expected: [answering, valueOf(world, answering, indicator, { window, today })],
    actual: [figure.unit, figure.value],
  }
}

export const KINDS_OF_PLACES: Readonly<Record<string, Kind>> = {
  rank,
  met,
  ranking,
  gap,
  compare,
  above,
  dissolved,
}
