import { type Kind, kindOf, only, period, soFar, valuesOf } from './case.ts'
import { isLower, newestPeriods, phaseOf, tableOf, targetOf, unitsOf, valueOf } from './second.ts'

/** What was assigned in a phase that is named, past or running, and what came of it by its end or today. */
const target: Kind = async (asked, ask) => {
  const { world, unit, indicator, today, random } = asked
  const phase = random.pick(world.phases.filter(({ from }) => from <= today))
  const window = { from: phase.from, to: Math.min(phase.to, today) }
  const figure = only(
    await ask({ intent: 'target', units: [unit], indicators: [indicator], period: period(phase) }),
  )
  const { activeFrom = null } = world.units.find(({ code }) => code === unit) ?? {}
  // Who was made after a phase was assigned nothing in it.
  const wasThere = activeFrom === null || activeFrom <= phase.to
  const assigned = wasThere ? targetOf(world, unit, indicator, phase) : null
  return {
    expected: [assigned, valueOf(world, unit, indicator, { window, today })],
    actual: [figure.target, figure.value],
  }
}

/** What was assigned to each unit of a kind in the running phase. */
const targets: Kind = async (asked, ask) => {
  const { world, kind, indicator, today } = asked
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({ intent: 'target', indicators: [indicator], group })
  const units = unitsOf(world, kind, today)
  return {
    expected: byUnit(units.map(unit => [unit, targetOf(world, unit, indicator, phaseOf(world, today))])),
    actual: byUnit(answer.figures.map(figure => [figure.unit, figure.target])),
  }
}

function byUnit(list: [string, number | null][]): [string, number | null][] {
  return list.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The first three, the shared places with them in order. */
const top: Kind = async (asked, ask) => {
  const { world, kind, indicator } = asked
  const values = valuesOf(asked, soFar(asked).window)
  const table = tableOf(values, isLower(world, indicator)).slice(0, 3)
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({ intent: 'top', indicators: [indicator], group, limit: 3 })
  return {
    expected: table.map(({ unit, place }) => [place, values.get(unit)]),
    actual: answer.figures.map(figure => [figure.rank, figure.value]),
  }
}

/** Whose place fell most between the two newest periods, each by its own table. */
const placeMovers: Kind = async (asked, ask) => {
  const { world, kind, indicator, today } = asked
  const lower = isLower(world, indicator)
  const [before, after] = newestPeriods(world, indicator, today)
  const placesIn = (window: typeof before) => {
    const values = valuesOf(asked, window)
    return { values, table: tableOf(values, lower) }
  }
  const [then, now] = [placesIn(before), placesIn(after)]
  const moved = now.table.flatMap(({ unit, place }) => {
    const earlier = then.table.find(one => one.unit === unit)?.place
    return earlier === undefined || earlier >= place ? [] : [earlier - place]
  })
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({
    intent: 'movers',
    indicators: [indicator],
    group,
    direction: 'down',
    by: 'place',
    limit: 4,
  })
  return {
    expected: moved.toSorted((a, b) => a - b).slice(0, 4),
    actual: answer.figures.map(figure => figure.rankChange),
  }
}

export const KINDS_OF_TARGETS: Readonly<Record<string, Kind>> = { target, targets, top, placeMovers }
