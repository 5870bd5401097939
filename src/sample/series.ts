import type { Unit } from '../core/unit-tree.ts'
import { PHASE_WEEKS } from './calendar.ts'
import { LEVELS, SERVICES, VOLUMES } from './levels.ts'
import type { Level, Range } from './levels.ts'
import { between, noise, randomOf } from './random.ts'
import { chanceOf, courseOf, STORY, USUAL_VOLUMES, WELL_RUN } from './story.ts'

/** Bounds of a drawn rate, percent: hardly an office is perfect, and hardly one does nothing. */
const LOWEST = 0.5
const HIGHEST = 99.6
/** Steepest rise in phase 2 and the rise before the campaign, percentage points a week. */
const STEEPEST = 1.4
const EARLIER_GROWTH = 0.1
/** Place of the well-run units between the low and the high end of the aim. */
const WELL_RUN_LUCK = 0.85

export interface Counts {
  numerator: number
  denominator: number
}

/** Last year's result, percent with 2 decimals; null for the unit without data and where no dossier arises. */
export function baselineOf(unit: Unit, level: Level): number | null {
  if (unit.code === STORY.noData.unit || isWithoutDossiers(unit, level)) return null
  const drawn = between(
    randomOf(`${chance(unit, level)}|baseline`),
    unit.kind === 'department' ? level.baseline.department : level.baseline.commune,
  )
  return Math.round((courseOf(unit.code, level.indicator)?.baseline ?? drawn) * 100) / 100
}

/**
 * Counts of every indicator for each week, oldest first. `targetOf` gives the target of phase 2, percent, or null.
 * What is fully online is online: the one count never exceeds the other.
 */
export function weeklyCounts(
  unit: Unit,
  weeks: number,
  targetOf: (indicator: string) => number | null,
): ReadonlyMap<string, readonly Counts[]> {
  const received = receivedOf(unit, weeks)
  const counts = new Map(
    LEVELS.map(level => [level.indicator, countsOf(unit, level, targetOf(level.indicator), received)]),
  )
  const online = counts.get('online_rate')
  for (const [week, full] of (counts.get('full_process_rate') ?? []).entries())
    full.numerator = Math.min(full.numerator, online?.[week]?.numerator ?? 0)
  return new Map([...counts].map(([indicator, newestFirst]) => [indicator, newestFirst.toReversed()]))
}

/** Dossiers received in each week, newest first: the past may be longer or shorter without changing what is newer. */
function receivedOf(unit: Unit, weeks: number): number[] {
  const random = randomOf(`${chanceOf(unit.code)}|received`)
  const drawn = between(random, volumeRange(unit))
  const usual = USUAL_VOLUMES[unit.code] ?? drawn
  return Array.from({ length: weeks }, () => Math.round(usual * between(random, [0.84, 1.16])))
}

/**
 * Counts of one indicator, newest week first. Slow growth from last year's result, a climb in phase 1, and in phase 2
 * a course around the aim.
 */
function countsOf(unit: Unit, level: Level, target: number | null, received: readonly number[]): Counts[] {
  const rates = ratesOf(unit, level, target, received.length)
  const random = randomOf(chance(unit, level))
  if (level.share === 0) return stateCounts(rates, Math.round(between(random, SERVICES)))
  if (isWithoutDossiers(unit, level)) return received.map(() => ({ numerator: 0, denominator: 0 }))
  const certain = laidDownWeeks(unit, level)
  return received.map((dossiers, back) => {
    const rate = (rates[back] ?? 0) / 100
    const wobble = level.share === 1 ? 1 : between(random, [0.93, 1.07])
    const denominator = Math.min(dossiers, Math.round(dossiers * level.share * wobble))
    const spread = back < certain ? 0 : Math.sqrt(denominator * rate * (1 - rate))
    const numerator = Math.round(denominator * rate + spread * noise(random))
    return { numerator: Math.min(denominator, Math.max(0, numerator)), denominator }
  })
}

/** Services in use out of those offered: once used, a service stays so. */
function stateCounts(rates: readonly number[], services: number): Counts[] {
  let newer = services
  return rates.map(rate => {
    newer = Math.min(newer, Math.round((services * rate) / 100))
    return { numerator: newer, denominator: services }
  })
}

/** The rate behind each week's counts, percent, newest first. */
function ratesOf(unit: Unit, level: Level, target: number | null, weeks: number): number[] {
  const random = randomOf(`${chance(unit, level)}|rate`)
  const course = courseOf(unit.code, level.indicator)
  const start = (baselineOf(unit, level) ?? 0) + between(random, [0.5, 2.5])
  const luck = WELL_RUN.has(unit.code) ? WELL_RUN_LUCK : random()
  const [low, high] = level.aim
  const aim = Math.min(HIGHEST, (target ?? start) + low + (high - low) * luck)
  const slope = Math.min(between(random, [0, STEEPEST]), (HIGHEST - aim) / 2)
  const phase2 = laidDown(course?.phase2, target) ?? climb(aim - 2 * slope, slope)
  const phase1 =
    laidDown(course?.phase1, target) ?? climb(start, ((phase2[0] ?? start) - start) / PHASE_WEEKS)
  const campaign = [...phase1, ...phase2]
  return Array.from({ length: weeks }, (_, back) => {
    const before = start - (back - campaign.length) * EARLIER_GROWTH
    return Math.min(HIGHEST, Math.max(LOWEST, campaign.at(-1 - back) ?? before))
  })
}

/** Rates of the weeks of one phase, oldest first. */
function climb(first: number, slope: number): number[] {
  return Array.from({ length: PHASE_WEEKS }, (_, week) => first + week * slope)
}

function laidDown(aboveTarget: readonly number[] | undefined, target: number | null): number[] | undefined {
  return aboveTarget?.map(above => (target ?? 0) + above)
}

/** How many of the newest weeks follow the story to the letter. */
function laidDownWeeks(unit: Unit, level: Level): number {
  const course = courseOf(unit.code, level.indicator)
  return (course?.phase2.length ?? 0) + (course?.phase1?.length ?? 0)
}

function isWithoutDossiers(unit: Unit, level: Level): boolean {
  return unit.code === STORY.noDossiers.unit && level.indicator === STORY.noDossiers.indicator
}

function volumeRange(unit: Unit): Range {
  if (unit.kind === 'department') return VOLUMES.department
  return unit.name.startsWith('Phường') ? VOLUMES.ward : VOLUMES.commune
}

/** Name of the stream of chance of a unit's indicator: twins share that of the tied one. */
function chance(unit: Unit, level: Level): string {
  const code = level.indicator === STORY.tied.indicator ? chanceOf(unit.code) : unit.code
  return `${code}|${level.indicator}`
}
