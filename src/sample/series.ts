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

/** What the generator must know of a unit. */
export interface Office {
  code: string
  name: string
  kind: 'department' | 'commune'
}

export interface Counts {
  numerator: number
  denominator: number
}

/** Last year's result, percent with 2 decimals; null for the unit without data and where no dossier arises. */
export function baselineOf(office: Office, level: Level): number | null {
  if (office.code === STORY.noData.unit || isWithoutDossiers(office, level)) return null
  const drawn = between(randomOf(`${chance(office, level)}|baseline`), level.baseline[office.kind])
  return Math.round((courseOf(office.code, level.indicator)?.baseline ?? drawn) * 100) / 100
}

/**
 * Counts of every indicator for each week, oldest first. `targetOf` gives the target of phase 2, percent, or null.
 * What is fully online is online: the one count never exceeds the other.
 */
export function weeklyCounts(
  office: Office,
  weeks: number,
  targetOf: (indicator: string) => number | null,
): ReadonlyMap<string, readonly Counts[]> {
  const received = receivedOf(office, weeks)
  const counts = new Map(
    LEVELS.map(level => [level.indicator, countsOf(office, level, targetOf(level.indicator), received)]),
  )
  const online = counts.get('online_rate')
  for (const [week, full] of (counts.get('full_process_rate') ?? []).entries())
    full.numerator = Math.min(full.numerator, online?.[week]?.numerator ?? 0)
  return new Map([...counts].map(([indicator, newestFirst]) => [indicator, newestFirst.toReversed()]))
}

/** Dossiers received in each week, newest first: the past may be longer or shorter without changing what is newer. */
function receivedOf(office: Office, weeks: number): number[] {
  const random = randomOf(`${chanceOf(office.code)}|received`)
  const drawn = between(random, volumeRange(office))
  const usual = USUAL_VOLUMES[office.code] ?? drawn
  return Array.from({ length: weeks }, () => Math.round(usual * between(random, [0.84, 1.16])))
}

/**
 * Counts of one indicator, newest week first. Slow growth from last year's result, a climb in phase 1, and in phase 2
 * a course around the aim.
 */
function countsOf(
  office: Office,
  level: Level,
  target: number | null,
  received: readonly number[],
): Counts[] {
  const rates = ratesOf(office, level, target, received.length)
  const random = randomOf(chance(office, level))
  if (level.share === 0) return stateCounts(rates, Math.round(between(random, SERVICES)))
  return received.map((dossiers, back) => {
    if (isWithoutDossiers(office, level)) return { numerator: 0, denominator: 0 }
    const rate = (rates[back] ?? 0) / 100
    const wobble = level.share === 1 ? 1 : between(random, [0.93, 1.07])
    const denominator = Math.min(dossiers, Math.round(dossiers * level.share * wobble))
    const spread = isLaidDown(office, level, back) ? 0 : Math.sqrt(denominator * rate * (1 - rate))
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
function ratesOf(office: Office, level: Level, target: number | null, weeks: number): number[] {
  const random = randomOf(`${chance(office, level)}|rate`)
  const course = courseOf(office.code, level.indicator)
  const start = (baselineOf(office, level) ?? 0) + between(random, [0.5, 2.5])
  const luck = WELL_RUN.has(office.code) ? WELL_RUN_LUCK : random()
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

function isLaidDown(office: Office, level: Level, back: number): boolean {
  const course = courseOf(office.code, level.indicator)
  return course !== undefined && back < (course.phase1 === undefined ? PHASE_WEEKS : 2 * PHASE_WEEKS)
}

function isWithoutDossiers(office: Office, level: Level): boolean {
  return office.code === STORY.noDossiers.unit && level.indicator === STORY.noDossiers.indicator
}

function volumeRange(office: Office): Range {
  if (office.kind === 'department') return VOLUMES.department
  return office.name.startsWith('Phường') ? VOLUMES.ward : VOLUMES.commune
}

/** Name of the stream of chance of a unit's indicator: twins share that of the tied one. */
function chance(office: Office, level: Level): string {
  const unit = level.indicator === STORY.tied.indicator ? chanceOf(office.code) : office.code
  return `${unit}|${level.indicator}`
}
