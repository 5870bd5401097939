import type { DigestKind } from '../core/digest.ts'
import type { Phase } from '../core/campaign.ts'
import { civilDay } from '../core/moment.ts'
import { addDays, monthOf, weekOf } from '../core/period.ts'
import { rankAll } from '../core/rank.ts'
import { windowBefore } from '../core/rhythm.ts'
import { round2 } from '../core/rounding.ts'
import { phaseTerm } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Viewing } from './asking.ts'
import type { Figure } from './answer.ts'
import { mainIndicatorOf } from './main-indicator.ts'
import type { Digest, DigestLine, Movement } from './digest-facts.ts'
import { readFigures } from './figures.ts'
import { progressOf } from './progress.ts'
import { withRanks } from './ranks.ts'
import { scopeOf } from './scope.ts'
import { defaultWindow } from './windows.ts'

/** How many of the best, the worst, the largest rises and falls are named. */
const NAMED = 5

/** What a digest is read from. */
export interface DigestReading extends Viewing, Pick<Stores, 'alerts'> {}

interface Subtree extends DigestReading {
  top: string
  /** Units below the top that have a target in what is reported, or figures. */
  below: string[]
  indicators: string[]
  /** The running term to date, or the year to date. */
  toDate: Window
  /** The stretch that is reported. */
  window: Window
}

/** The facts of one digest: what the member may see, as it is known at the moment (DOMAIN.md §9). */
export async function readDigest(
  reading: DigestReading,
  kind: DigestKind,
  late: boolean,
  named: Window | null = null,
): Promise<Digest> {
  const phases = phasesOf(reading, kind)
  const usual = digestWindow(kind, reading.scene.moment.today, phases[0] ?? null)
  const subtree = await subtreeOf(reading, named ?? usual)
  const { scene, top } = subtree
  const { moment } = scene
  const main = mainIndicatorOf(scene, subtree.indicators)
  const standing = await inOrder(subtree, main)
  const moved = await movements(subtree, main)
  const dataTo = await reading.observations.dataToByUnit(moment)
  return {
    kind,
    unit: top,
    day: moment.today,
    window: subtree.window,
    late,
    edge: kind === 'phase' ? edgeOf(phases[0] ?? null, moment.today) : null,
    phases: await Promise.all(phases.map(phase => progressOf(reading, phase))),
    overall: await overallLines(subtree),
    mainIndicator: main,
    best: standing.slice(0, NAMED),
    worst: standing.slice(NAMED).slice(-NAMED).toReversed(),
    rises: moved.filter(({ change }) => change > 0).slice(0, NAMED),
    falls: moved
      .filter(({ change }) => change < 0)
      .toReversed()
      .slice(0, NAMED),
    newlyBelow: await newlyBelow(subtree),
    gaps: subtree.below.filter(unit => (dataTo.get(unit) ?? '') < subtree.window.from),
    unitCount: subtree.below.length,
    dataTo: await reading.observations.dataTo(moment),
  }
}

/** The stretch of a digest made on `today`: yesterday, the last whole week, the last whole month, or the phase. */
export function digestWindow(kind: DigestKind, today: string, phase: Phase | null): Window {
  switch (kind) {
    case 'daily':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'weekly':
      return weekOf(addDays(today, -6))
    case 'monthly': {
      const thisMonth = monthOf(today)
      return thisMonth.to === today ? thisMonth : monthOf(addDays(thisMonth.from, -1))
    }
    case 'phase':
      return phase ? { from: phase.from, to: phase.to } : weekOf(addDays(today, -6))
  }
}

/** Phases that run on the day; for a phase digest also the one that begins or has just ended, first. */
function phasesOf({ scene }: DigestReading, kind: DigestKind): Phase[] {
  const { today } = scene.moment
  const all = scene.catalog.phases
  const running = all.filter(phase => phase.from <= today && today <= phase.to)
  if (kind !== 'phase') return running
  const ended = all.filter(phase => addDays(phase.to, 1) === today)
  return [...ended, ...running]
}

function edgeOf(phase: Phase | null, today: string): Digest['edge'] {
  if (!phase) return null
  return today > phase.to ? 'end' : phase.from === today ? 'start' : null
}

async function subtreeOf(reading: DigestReading, window: Window): Promise<Subtree> {
  const { scene, member } = reading
  const { moment, tree, targets, catalog } = scene
  const top = scopeOf(scene, member)
  const units = tree.subtree(top).filter(unit => tree.isActive(unit, moment.today))
  const codes = units.map(unit => unit.code).filter(code => code !== top)
  const running = catalog.phases.filter(phase => phase.from <= moment.today && moment.today <= phase.to)
  const terms = running.map(phaseTerm)
  const assigned = [...new Set(terms.flatMap(term => targets.indicatorsIn(term)))]
  const indicators = assigned.length > 0 ? assigned : catalog.indicators.map(one => one.code)
  const withData = await reading.observations.dataToByUnit(moment)
  const below = codes.filter(
    code => withData.has(code) || terms.some(term => targets.indicatorsWith(code, term).length > 0),
  )
  return {
    ...reading,
    top,
    below,
    indicators,
    window,
    toDate: defaultWindow(scene, [top, ...below]),
  }
}

/** The stretch of the same kind just before the one that is reported. */
function stretchBefore({ window, scene }: Subtree): Window {
  return windowBefore(window, { every: 'week', monthStart: 1 }, scene.catalog.phases)
}

/** The top unit's figures in the term to date, and how the units below stand. */
async function overallLines(subtree: Subtree): Promise<DigestLine[]> {
  const { top, below, indicators, toDate, window } = subtree
  const read = async (units: readonly string[], at: Window) =>
    await readFigures(subtree, { units, indicators, window: at })
  const figures = await withRanks(subtree, await read([top], toDate), {
    period: { ...toDate, shape: 'to_date' },
    withinParent: false,
  })
  const units = await read(below, toDate)
  const now = await read([top], window)
  const before = await read([top], stretchBefore(subtree))
  return figures.map((figure, index) => {
    const judged = units.filter(one => one.indicator === figure.indicator && one.met !== null)
    return {
      figure,
      met:
        below.length === 0 ? null : { met: judged.filter(one => one.met === true).length, of: judged.length },
      change: difference(now[index]?.value ?? null, before[index]?.value ?? null),
    }
  })
}

/** The units below by the main indicator, best first, with their place among them; those without a value are left out. */
async function inOrder(subtree: Subtree, main: string | null): Promise<Figure[]> {
  if (main === null) return []
  const { scene, below, toDate } = subtree
  const figures = await readFigures(subtree, { units: below, indicators: [main], window: toDate })
  const values = new Map(
    figures.flatMap(({ unit, value }): [string, number][] => (value === null ? [] : [[unit, value]])),
  )
  const byUnit = new Map(figures.map(figure => [figure.unit, figure]))
  const places = rankAll(values, scene.indicators.get(main)?.better ?? 'higher')
  return [...places].flatMap(([unit, rank]) => {
    const figure = byUnit.get(unit)
    return figure ? [{ ...figure, rank, of: places.size }] : []
  })
}

/** How the main indicator of each unit below moved against the stretch before, largest rise first. */
async function movements(subtree: Subtree, main: string | null): Promise<Movement[]> {
  if (main === null) return []
  const { below, window } = subtree
  const query = { units: below, indicators: [main] }
  const now = await readFigures(subtree, { ...query, window })
  const before = await readFigures(subtree, {
    ...query,
    window: stretchBefore(subtree),
  })
  return now
    .flatMap((figure, index): Movement[] => {
      const change = difference(figure.value, before[index]?.value ?? null)
      if (figure.value === null || change === null || change === 0) return []
      return [{ unit: figure.unit, indicator: main, value: figure.value, change }]
    })
    .toSorted((a, b) => b.change - a.change || (a.unit < b.unit ? -1 : 1))
}

async function newlyBelow(subtree: Subtree): Promise<Digest['newlyBelow']> {
  const rows = await subtree.alerts.ofUnits([subtree.top, ...subtree.below])
  const recent = rows.filter(
    row => row.state === 'below' && civilDay(row.openedAt, subtree.scene.moment.zone) >= subtree.window.from,
  )
  return [...Map.groupBy(recent, row => row.unit)].map(([unit, own]) => ({
    unit,
    indicators: own.map(row => row.indicator),
  }))
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : round2(now - before)
}
