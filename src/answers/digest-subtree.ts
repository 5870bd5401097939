import { digestBefore, type DigestKind } from '../core/digest.ts'
import type { Phase, Term } from '../core/campaign.ts'
import { addDays } from '../core/period.ts'
import { type Rhythm, windowBefore } from '../core/rhythm.ts'
import { phaseTerm, runningPhases } from '../core/term.ts'
import type { Window } from '../core/window.ts'
import type { Stores } from '../db/stores/database.ts'
import type { Viewing } from './asking.ts'
import { digestWindow } from './digest-window.ts'
import { mainIndicatorOf } from './main-indicator.ts'
import { provinceRhythm, reportingOf } from './reporting.ts'
import { scopeOf } from './scope.ts'
import { defaultWindow, runningPhaseOf } from './windows.ts'
import { sceneAt } from './scene.ts'

/** What a digest is read from. */
export interface DigestReading extends Viewing, Pick<Stores, 'alerts' | 'explanations'> {}

/** What a digest is of: units, indicators and stretches. */
export interface Subtree extends DigestReading {
  top: string
  /** Units below the top that have a target in what is reported, or figures. */
  below: string[]
  indicators: string[]
  main: string | null
  /** The stretch that is reported, and the one of the same kind just before. */
  window: Window
  before: Window
  /** The stretch that was due, or asked for, and has not come, where another is reported. */
  insteadOf: Window | null
  /** The phase, else the year, up to the end of the stretch. */
  toDate: Window
  /** The moment of the digest before, milliseconds; null for a stretch that was named and for a phase. */
  since: number | null
  /** Phases that run; of a phase digest first the one that begins or has just ended. */
  phases: Phase[]
}

/** Which digest: its kind, a stretch that is named instead of the usual one, and the day that it is of, where that is not today. */
export interface DigestOf {
  kind: DigestKind
  named?: Window | null
  day?: string | undefined
}

/** Which units, indicators and days a digest is of. */
export async function subtreeOf(
  reading: DigestReading,
  { kind, named = null, day: of }: DigestOf,
): Promise<Subtree> {
  const { scene, member } = reading
  const { today } = scene.moment
  const phases = phasesOf(scene.catalog.phases, today, kind)
  const rhythm: Rhythm = { ...(await provinceRhythm(reading)), monthStart: scene.settings.reportMonth }
  const usual = digestWindow(kind, { today: of ?? today, phase: phases[0] ?? null, rhythm })
  const { window, insteadOf } = await reportedWindow(reading, { kind, usual, named, rhythm })
  const day = window.to < today ? window.to : today
  const top = scopeOf(scene, member)
  const existing = scene.tree.subtree(top).filter(unit => scene.tree.isActive(unit, day))
  const codes = existing.map(unit => unit.code).filter(code => code !== top)
  const terms = runningPhases(scene.catalog.phases, day).map(phaseTerm)
  const assigned = [...new Set(terms.flatMap(term => scene.targets.indicatorsIn(term)))]
  const indicators = assigned.length > 0 ? assigned : scene.catalog.indicators.map(one => one.code)
  const below = await reported(reading, codes, terms)
  const atEnd = sceneAt(scene, { ...scene.moment, today: day })
  return {
    ...reading,
    top,
    below,
    indicators,
    window,
    insteadOf,
    since: named === null ? digestBefore(kind, scene.moment) : null,
    phases,
    main: mainIndicatorOf(scene, indicators),
    before: stretchBefore(window, rhythm, scene.catalog.phases),
    toDate: defaultWindow(atEnd, [top, ...below]),
  }
}

/** So many stretches back at most an earlier one is reported. */
const BACK = 12

/**
 * The stretch that is reported: the one that is named, else the usual one; of either that has not come, the newest before it
 * that has (DOMAIN.md §3, "Late data"). A named one that is over stands as it is, and so does a phase.
 */
async function reportedWindow(
  reading: DigestReading,
  asked: { kind: DigestKind; usual: Window; named: Window | null; rhythm: Rhythm },
): Promise<Pick<Subtree, 'window' | 'insteadOf'>> {
  const { kind, usual, named, rhythm } = asked
  const { catalog, moment } = reading.scene
  const isOver = named !== null && named.to < moment.today
  const main = mainIndicatorOf(
    reading.scene,
    catalog.indicators.map(({ code }) => code),
  )
  if (isOver || kind === 'phase' || main === null) return { window: named ?? usual, insteadOf: null }
  const { hasCome } = await reportingOf(reading, main)
  const wanted = named ?? usual
  if (hasCome(wanted)) return { window: wanted, insteadOf: null }
  const isRarer = kind === 'daily' && rhythm.every !== 'day'
  const newest = isRarer ? digestWindow('weekly', { today: moment.today, phase: null, rhythm }) : usual
  let found = newest
  for (let back = 0; back < BACK; back++) {
    if (hasCome(found)) return { window: found, insteadOf: wanted }
    found = stretchBefore(found, rhythm)
  }
  return { window: usual, insteadOf: null }
}

/** The stretch of the same kind just before. */
function stretchBefore(window: Window, { monthStart }: Rhythm, phases: readonly Phase[] = []): Window {
  return windowBefore(window, { every: 'month', monthStart }, phases)
}

/** The phase to date before the stretch began; null where it had not begun. */
export function toDateBefore({ scene, top, below, window, toDate }: Subtree): Window | null {
  const eve = addDays(window.from, -1)
  const phase = runningPhaseOf(scene, [top, ...below], eve)
  return phase && phase.from === toDate.from ? { from: phase.from, to: eve } : null
}

/** Of those units the ones that have a target in one of the terms, or figures. */
async function reported(
  { scene, observations }: DigestReading,
  codes: readonly string[],
  terms: readonly Term[],
): Promise<string[]> {
  const withData = await observations.dataToByUnit(scene.moment)
  return codes.filter(
    code => withData.has(code) || terms.some(term => scene.targets.indicatorsWith(code, term).length > 0),
  )
}

function phasesOf(all: readonly Phase[], today: string, kind: DigestKind): Phase[] {
  const running = runningPhases(all, today)
  if (kind !== 'phase') return running
  return [...all.filter(phase => addDays(phase.to, 1) === today), ...running]
}

/**
 * The observations as they were known at the digest before: what came, or was corrected, between the two is news. Where nothing
 * was known then (a province that has just begun), all of them.
 */
export function knownBefore({ observations, scene, since }: Subtree): Subtree['observations'] {
  if (since === null) return observations
  return {
    ...observations,
    async inWindow(query) {
      const rows = await observations.inWindow(query)
      const known = rows.filter(row => row.recordedAt <= since || row.recordedAt > scene.moment.at)
      return known.length > 0 ? known : rows
    },
  }
}
