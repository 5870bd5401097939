import type { Figure } from '../answers/answer.ts'
import { gapAndMet, readFigures } from '../answers/figures.ts'
import { withRanks } from '../answers/ranks.ts'
import { termKey } from '../core/campaign.ts'
import { HOUR_MS } from '../core/durations.ts'
import { hundredths } from '../core/rounding.ts'
import { phaseTerm } from '../core/term.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Correction } from '../notices/alert-facts.ts'
import type { Told } from './told.ts'
import type { Watch } from './watch.ts'

/** A value that moved by no more than this, in hundredths of points, and changed no verdict and no place, is not told. */
const SLIGHT = 10
/** An import that was begun before the last evaluation may have been completed after it. */
const IMPORT_TAKES_MS = HOUR_MS

/** Whether figures came, or were taken back, since anything was evaluated last. */
export async function haveFiguresChanged(
  { imports, alerts }: Pick<Stores, 'imports' | 'alerts'>,
  { scene }: Watch,
): Promise<boolean> {
  const year = scene.moment.today.slice(0, 4)
  const terms = [...scene.catalog.phases.map(phase => termKey(phaseTerm(phase))), year]
  const evaluated = await Promise.all(terms.map(async term => (await alerts.lastEvaluation(term)) ?? 0))
  const since = Math.max(...evaluated) - IMPORT_TAKES_MS
  const changed = (await imports.list()).filter(one => one.kind === 'observations')
  return changed.some(one => Math.max(one.at, one.undoneAt ?? 0) >= since)
}

/** A figure that was told and is another one now, and the messages about alerts (rows of the outbox) that told it. */
export interface Corrected {
  correction: Correction
  rows: number[]
}

/**
 * What was told and what is another figure now (DOMAIN.md §8): another verdict, another place, or a value that moved
 * by more than 0.1 points. By who was told; only figures of the same stretch are compared, so that new days correct nothing.
 */
export async function correctionsOf<Who>(
  watch: Watch,
  told: ReadonlyMap<Who, readonly Told[]>,
): Promise<Map<Who, Corrected[]>> {
  const now = await figuresNow(watch, [...told.values()].flat())
  const found = new Map<Who, Corrected[]>()
  for (const [who, figures] of told) {
    const wrong: Corrected[] = []
    for (const one of figures) {
      const figure = now.get(nameOf(one))
      const correction = figure && (await correctionOf(watch, one, figure))
      if (correction) wrong.push({ correction, rows: one.rows })
    }
    if (wrong.length > 0) found.set(who, wrong)
  }
  return found
}

/** The figures of the same units, indicators and stretches as they stand now. */
async function figuresNow(watch: Watch, told: readonly Told[]): Promise<Map<string, Figure>> {
  const { tree, indicators } = watch.scene
  const known = told.filter(one => tree.byCode.has(one.unit) && indicators.has(one.indicator))
  const found = new Map<string, Figure>()
  for (const some of Map.groupBy(known, one => `${one.from}|${one.to}`).values()) {
    const { from = '', to = '' } = some[0] ?? {}
    const query = {
      units: [...new Set(some.map(one => one.unit))],
      indicators: [...new Set(some.map(one => one.indicator))],
    }
    for (const figure of await readFigures(watch, { ...query, window: { from, to } }))
      found.set(nameOf({ ...figure, from, to }), figure)
  }
  return found
}

function nameOf({ unit, indicator, from, to }: Pick<Told, 'unit' | 'indicator' | 'from' | 'to'>): string {
  return `${unit}|${indicator}|${from}|${to}`
}

async function correctionOf(watch: Watch, told: Told, figure: Figure): Promise<Correction | null> {
  const { unit, indicator, from, to, of } = told
  const { value: now, target } = figure
  const place = told.place === null ? null : await placeOf(watch, figure)
  const moved = now === null || Math.abs(hundredths(now) - hundredths(told.value)) > SLIGHT
  const turned = metBy(watch, indicator, told.value, target) !== metBy(watch, indicator, now, target)
  if (!moved && !turned && place === told.place) return null
  if (of === 'alert' && isOnTheLine(watch, [told.value, now], target)) return null
  return { unit, indicator, from, to, told: told.value, now, target, toldPlace: told.place, place, of }
}

/** Whether all values lie so near to the target that a crossing of it is told by the alert alone, if at all. */
function isOnTheLine({ scene }: Watch, values: readonly (number | null)[], target: number | null): boolean {
  const near = hundredths(scene.settings.hysteresis)
  return values.every(
    value => value !== null && target !== null && Math.abs(hundredths(value) - hundredths(target)) <= near,
  )
}

async function placeOf(watch: Watch, figure: Figure): Promise<number | null> {
  const period = { ...figure.window, shape: 'fixed' } as const
  const [placed] = await withRanks(watch, [figure], { period, withinParent: false })
  return placed?.rank ?? null
}

function metBy(watch: Watch, indicator: string, value: number | null, target: number | null): boolean | null {
  return gapAndMet(watch.scene, indicator, value, target).met
}
