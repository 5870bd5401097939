import { textOf } from '../reference/civil-days.ts'
import { type Case, type Kind, kindOf, only, period, soFar, valuesOf } from './case.ts'
import { KINDS_OF_PLACES } from './kinds-of-places.ts'
import { KINDS_OF_TARGETS } from './kinds-of-targets.ts'
import {
  countsOf,
  expected,
  isLower,
  newestPeriods,
  percent,
  phaseOf,
  round,
  tableOf,
  targetOf,
  unitsBelow,
  unitsOf,
  valueOf,
} from './second.ts'

const value: Kind = async (asked, ask) => {
  const { world, unit, indicator, today } = asked
  const found = valueOf(world, unit, indicator, soFar(asked))
  const target = targetOf(world, unit, indicator, phaseOf(world, today))
  const gap =
    found === null || target === null
      ? null
      : round(isLower(world, indicator) ? found - target : target - found)
  const table = tableOf(valuesOf(asked, soFar(asked).window), isLower(world, indicator))
  const figure = only(await ask({ intent: 'value', units: [unit], indicators: [indicator] }))
  return {
    expected: { found, target, gap, place: table.find(row => row.unit === unit)?.place ?? null },
    actual: { found: figure.value, target: figure.target, gap: figure.gap, place: figure.rank },
  }
}

const movers: Kind = async (asked, ask) => {
  const { world, kind, indicator, today } = asked
  const [before, after] = newestPeriods(world, indicator, today)
  const [then, now] = [valuesOf(asked, before), valuesOf(asked, after)]
  const changes = [...now].flatMap(([unit, reached]) => {
    const earlier = then.get(unit)
    return earlier === undefined ? [] : [{ unit, change: round(reached - earlier) }]
  })
  const rose = changes
    .filter(({ change }) => change > 0)
    .toSorted((a, b) => b.change - a.change || (a.unit < b.unit ? -1 : 1))
  const answer = await ask({
    intent: 'movers',
    indicators: [indicator],
    group: { kind: kindOf(kind), within: null },
    direction: 'up',
    by: 'value',
    limit: 4,
  })
  return {
    expected: rose.slice(0, 4),
    actual: answer.figures.map(({ unit, change }) => ({ unit, change })),
  }
}

const since: Kind = async (asked, ask) => {
  const { world, unit, indicator, today } = asked
  const lower = isLower(world, indicator)
  const [, newest] = newestPeriods(world, indicator, today)
  let [periods, from] = [0, null as string | null]
  for (const one of world.periods.filter(days => days.to <= newest.to).toReversed()) {
    const middle = Math.floor((one.from + one.to + 1) / 2)
    const phase = world.phases.find(days => days.from <= middle && middle <= days.to)
    const reached = valueOf(world, unit, indicator, { window: one, today })
    if (reached === null) continue
    const target = phase ? targetOf(world, unit, indicator, phase) : null
    if (target === null || (lower ? reached <= target : reached >= target)) break
    periods++
    from = textOf(one.from)
  }
  const figure = only(
    await ask({
      intent: 'since',
      units: [unit],
      indicators: [indicator],
      streak: { of: 'under', periods: null },
    }),
  )
  return {
    expected: { periods, from },
    actual: { periods: figure.streak?.periods, from: figure.streak?.since },
  }
}

const why: Kind = async (asked, ask) => {
  const { world, indicator, today } = asked
  const top = world.units[0]!.code
  const [before, after] = newestPeriods(world, indicator, today)
  const [whole0, whole1] = [before, after].map(window => countsOf(world, top, indicator, { window, today })!)
  const [p0, p1] = [whole0!.n / whole0!.d, whole1!.n / whole1!.d]
  const effects = world.units
    .filter(unit => unit.parent === top)
    .flatMap(({ code }) => {
      const [c0, c1] = [before, after].map(window => countsOf(world, code, indicator, { window, today }))
      const [r0, r1] = [c0 && c0.d > 0 ? c0.n / c0.d : null, c1 && c1.d > 0 ? c1.n / c1.d : null]
      const [a, b] = [r0 ?? r1, r1 ?? r0]
      if (a === null || b === null) return []
      const [w0, w1] = [(c0?.d ?? 0) / whole0!.d, (c1?.d ?? 0) / whole1!.d]
      const effect = ((w0 + w1) / 2) * (b - a) + ((a + b) / 2 - (p0 + p1) / 2) * (w1 - w0)
      return [[code, shortened(100 * effect)] as const]
    })
  const figure = only(await ask({ intent: 'why', units: [top], indicators: [indicator] }))
  return {
    expected: { effects: sorted(effects), change: round(percent(whole1!)! - percent(whole0!)!) },
    actual: {
      effects: sorted((figure.drivers ?? []).map(({ unit, effect }) => [unit, shortened(effect)] as const)),
      change: figure.change,
    },
  }
}

const whatIf: Kind = async (asked, ask) => {
  const { world, unit, indicator, today, random } = asked
  const perDay = random.whole(1, 9)
  const counts = countsOf(world, unit, indicator, soFar(asked)) ?? { n: 0, d: 0 }
  const { further, rate } = ahead(asked)
  const left = phaseOf(world, today).to - today
  const total = counts.d + further
  const reached = Math.min(counts.n + further, counts.n + rate * further + perDay * left)
  const figure = only(
    await ask({ intent: 'what_if', units: [unit], indicators: [indicator], assume: { perDay } }),
  )
  return { expected: total === 0 ? null : round((100 * reached) / total), actual: figure.valueThen ?? null }
}

/** D′ and r; a state does not grow. */
function ahead({ world, unit, indicator, today }: Case) {
  const isState = world.indicators.find(one => one.code === indicator)?.accumulation === 'latest'
  return isState ? { further: 0, rate: 0 } : expected(world, unit, indicator, today)
}

const need: Kind = async (asked, ask) => {
  const { world, unit, indicator, today } = asked
  const phase = phaseOf(world, today)
  const target = targetOf(world, unit, indicator, phase)
  const counts = countsOf(world, unit, indicator, soFar(asked)) ?? { n: 0, d: 0 }
  const { further } = ahead(asked)
  const wanted = ((target ?? 0) * (counts.d + further)) / 100 - counts.n
  const lower = isLower(world, indicator)
  const needed = lower ? Math.floor(wanted + 1e-9) : Math.max(0, Math.ceil(wanted - 1e-9))
  const left = phase.to - today
  const isState = world.indicators.find(one => one.code === indicator)?.accumulation === 'latest'
  const perDay = lower || isState || left === 0 ? null : Math.ceil(needed / left)
  const figure = only(await ask({ intent: 'need', units: [unit], indicators: [indicator] }))
  return {
    expected: target === null ? null : { needed, perDay },
    actual: figure.need ? { needed: figure.need.needed, perDay: figure.need.perDay } : null,
  }
}

const goal: Kind = async (asked, ask) => {
  const { world, unit, indicator, random } = asked
  const values = valuesOf(asked, soFar(asked).window)
  const table = tableOf(values, isLower(world, indicator))
  const place = random.whole(1, 4)
  const holder = table[Math.min(place, table.length) - 1]
  const figure = only(await ask({ intent: 'goal', units: [unit], indicators: [indicator], place }))
  return {
    expected: holder ? { value: values.get(holder.unit), holder: holder.unit } : null,
    actual: figure.goal ? { value: figure.goal.valueNeeded, holder: figure.goal.holder } : null,
  }
}

const total: Kind = async (asked, ask) => {
  const { world, kind, indicator, today } = asked
  const at = soFar(asked)
  const found = unitsOf(world, kind, today).flatMap(unit => countsOf(world, unit, indicator, at) ?? [])
  const counts = { n: found.reduce((sum, { n }) => sum + n, 0), d: found.reduce((sum, { d }) => sum + d, 0) }
  const group = { kind: kindOf(kind), within: null }
  const figure = only(await ask({ intent: 'total', indicators: [indicator], group }))
  const known = found.length > 0
  return {
    expected: known ? { value: percent(counts), ...counts } : { value: null, n: null, d: null },
    actual: { value: figure.value, n: figure.numerator, d: figure.denominator },
  }
}

const missing: Kind = async (asked, ask) => {
  const { world, kind, indicator, today, random } = asked
  const known = world.periods.filter(days => days.to <= today)
  const window = random.pick(known.slice(-3))
  const units = unitsOf(world, kind, window.to)
  const without = units.filter(unit => countsOf(world, unit, indicator, { window, today }) === null)
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({ intent: 'missing', indicators: [indicator], group, period: period(window) })
  return { expected: without.toSorted(), actual: answer.figures.map(({ unit }) => unit).toSorted() }
}

const verify: Kind = async (asked, ask) => {
  const { world, unit, indicator, random } = asked
  const found = valueOf(world, unit, indicator, soFar(asked))
  const claimed = found === null ? 50 : random.chance(0.5) ? found : round(Math.abs(found - 7.77))
  const figure = only(await ask({ intent: 'verify', units: [unit], indicators: [indicator], claimed }))
  return {
    expected: { found, right: found === null ? null : claimed === found },
    actual: { found: figure.value, right: figure.value === null ? null : figure.claim?.right },
  }
}

const trend: Kind = async (asked, ask) => {
  const { world, unit, indicator, today } = asked
  const known = world.periods.filter(days => days.to <= today).slice(-4)
  const window = { from: known[0]!.from, to: known.at(-1)!.to }
  const points = known.map(days => valueOf(world, unit, indicator, { window: days, today }))
  const whole = valueOf(world, unit, indicator, { window, today })
  const figure = only(
    await ask({ intent: 'trend', units: [unit], indicators: [indicator], period: period(window) }),
  )
  return {
    expected: { points, whole },
    actual: { points: figure.points?.map(point => point.value), whole: figure.value },
  }
}

const below: Kind = async (asked, ask) => {
  const { world, kind, indicator, today } = asked
  const lower = isLower(world, indicator)
  const phase = phaseOf(world, today)
  const gaps = [...valuesOf(asked, soFar(asked).window)].flatMap(([unit, reached]) => {
    const target = targetOf(world, unit, indicator, phase)
    const gap = target === null ? null : round(lower ? reached - target : target - reached)
    return gap !== null && gap > 0 ? [{ unit, gap }] : []
  })
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({ intent: 'below', indicators: [indicator], group })
  return {
    expected: widestFirst(gaps),
    actual: widestFirst(answer.figures.map(({ unit, gap }) => ({ unit, gap }))),
  }
}

function widestFirst(list: { unit: string; gap: number | null }[]) {
  return list.toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0) || (a.unit < b.unit ? -1 : 1))
}

const bottom: Kind = async (asked, ask) => {
  const { world, kind, indicator } = asked
  const table = tableOf(valuesOf(asked, soFar(asked).window), isLower(world, indicator))
  const group = { kind: kindOf(kind), within: null }
  const answer = await ask({ intent: 'bottom', indicators: [indicator], group, limit: 3 })
  return {
    expected: table
      .toReversed()
      .slice(0, 3)
      .map(row => row.place),
    actual: answer.figures.map(figure => figure.rank),
  }
}

const progress: Kind = async (asked, ask) => {
  const { world, indicator, today } = asked
  const phase = phaseOf(world, today)
  const lower = isLower(world, indicator)
  const judged = unitsBelow(world, world.units[0]!.code).flatMap(unit => {
    const target = targetOf(world, unit, indicator, phase)
    const reached = valueOf(world, unit, indicator, soFar(asked))
    return target === null || reached === null ? [] : [lower ? reached <= target : reached >= target]
  })
  const { phases } = await ask({ intent: 'progress' })
  const line = phases
    .find(one => one.phase.phase === phase.name)
    ?.met.find(one => one.indicator === indicator)
  return {
    expected: judged.length === 0 ? null : { met: judged.filter(met => met).length, of: judged.length },
    actual: line ? { met: line.met, of: line.of } : null,
  }
}

export const KINDS: Readonly<Record<string, Kind>> = {
  value,
  movers,
  since,
  why,
  whatIf,
  need,
  goal,
  total,
  missing,
  verify,
  trend,
  below,
  bottom,
  progress,
  ...KINDS_OF_PLACES,
  ...KINDS_OF_TARGETS,
}

function shortened(x: number): number {
  return Math.round(x * 1e6) / 1e6 + 0
}

function sorted(pairs: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  return pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))
}
