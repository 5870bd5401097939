import type { Term } from '../core/campaign.ts'
import { need, type Need, poolVolumes, recentStretch, recentVolume, type Volume } from '../core/need.ts'
import { addDays, daysBetween } from '../core/period.ts'
import { phaseDays } from '../core/progress.ts'
import type { Figure } from './answer.ts'
import { rowsByUnit } from './own-rows.ts'
import { reportingOf } from './reporting.ts'
import type { Sight } from './scene.ts'

/** The figure with what is still needed by the end of the term (DOMAIN.md §7), for the number asked about or the target. */
export async function withNeed(sight: Sight, figure: Figure, term: Term): Promise<Figure> {
  const target = figure.askedTarget?.target ?? figure.target
  const indicator = sight.scene.indicators.get(figure.indicator)
  if (target === null || !indicator) return figure
  const result = await needFor(sight, figure, term, target)
  const reason = result.needed === null ? (figure.reason ?? 'no_data') : figure.reason
  return { ...figure, reason, need: result }
}

/** What it takes to stand at `target` percent at the end of the term. */
export async function needFor(sight: Sight, figure: Figure, term: Term, target: number): Promise<Need> {
  const indicator = sight.scene.indicators.get(figure.indicator)
  const { daysLeft } = phaseDays(term, sight.scene.moment.today)
  const counts = countsSoFar(figure)
  if (!counts || !indicator) return nothingNeeded(daysLeft)
  return need({
    ...counts,
    target,
    recent: await volumeOf(sight, figure),
    daysToCome: await daysToCome(sight, figure.indicator, term),
    daysLeft,
    accumulation: indicator.accumulation,
    better: indicator.better,
  })
}

/** Days of the term that no figure covers yet. */
export async function daysToCome(sight: Sight, indicator: string, term: Term): Promise<number> {
  const { lastDay } = await reportingOf(sight, indicator)
  const before = addDays(term.from, -1)
  return Math.max(0, daysBetween(lastDay === null || lastDay < before ? before : lastDay, term.to))
}

/**
 * The counts of the recent days, which say how many dossiers to expect. Units whose counts make a sum add their daily
 * means, so that a week which one of them lacks does not count as empty. Null without any.
 */
export async function volumeOf(sight: Sight, figure: Figure): Promise<Volume | null> {
  const { rhythm, lastDay } = await reportingOf(sight, figure.indicator)
  if (lastDay === null) return null
  const stretch = recentStretch(rhythm, lastDay)
  const rows = await rowsByUnit(sight, figure.unit, figure.indicator, stretch)
  return poolVolumes(rows.map(ofUnit => recentVolume(ofUnit, stretch, sight.scene.moment)))
}

/** Counts so far; a term without any yet starts from nothing; null where only a value was published. */
export function countsSoFar(figure: Figure): { numerator: number; denominator: number } | null {
  if (figure.numerator !== null && figure.denominator !== null) {
    return { numerator: figure.numerator, denominator: figure.denominator }
  }
  return figure.value === null ? { numerator: 0, denominator: 0 } : null
}

function nothingNeeded(daysLeft: number): Need {
  const none = { needed: null, perDay: null, reachable: null, bestReachable: null, expectedDenominator: null }
  return { ...none, daysLeft }
}
