import type { Phase } from '../core/campaign.ts'
import type { Digest } from './digest-facts.ts'
import { digestLines } from './digest-lines.ts'
import { type DigestOf, type DigestReading, subtreeOf } from './digest-subtree.ts'
import { alertsIn, behindPace, leaguesOf, movementsOf, turnedIn } from './digest-units.ts'
import { readFigures } from './figures.ts'
import { progressOf } from './progress.ts'

/** The facts of one digest: what the member may see, as it is known at the moment (DOMAIN.md §9). */
export async function readDigest(
  reading: DigestReading,
  { late, ...of }: DigestOf & { late: boolean },
): Promise<Digest> {
  const { kind } = of
  const subtree = await subtreeOf(reading, of)
  const { scene, top, below, window, phases } = subtree
  const { moment } = scene
  const units = Map.groupBy(
    await readFigures(subtree, { units: below, indicators: subtree.indicators, window }),
    figure => figure.indicator,
  )
  const byMain = units.get(subtree.main ?? '') ?? []
  const dataTo = await reading.observations.dataToByUnit(moment)
  return {
    kind,
    unit: top,
    day: moment.today,
    window,
    insteadOf: subtree.insteadOf,
    late,
    edge: kind === 'phase' ? edgeOf(phases[0] ?? null, moment.today) : null,
    phases: await Promise.all(phases.map(phase => progressOf(reading, phase))),
    lines: await digestLines(subtree, units),
    leagues: leaguesOf(subtree, byMain),
    moved: await movementsOf(subtree, byMain),
    ...(await turnedIn(subtree)),
    alerts: await alertsIn(subtree),
    behind: await behindPace(subtree),
    gaps: below.filter(unit => (dataTo.get(unit) ?? '') < window.from),
    unitCount: below.length,
    dataTo: await reading.observations.dataTo(moment),
  }
}

function edgeOf(phase: Phase | null, today: string): Digest['edge'] {
  if (!phase) return null
  return today > phase.to ? 'end' : phase.from === today ? 'start' : null
}
