import { termKey } from '../core/campaign.ts'
import { phaseTerm, runningPhases } from '../core/term.ts'
import type { AlertRow, AlertStore } from '../db/stores/alerts.ts'
import type { Scene } from './scene.ts'

/** The alerts of units that stand at the moment: below, in a phase that runs or in this year. What has ended is history. */
export async function standingAlerts(
  alerts: AlertStore,
  { catalog, moment }: Scene,
  units: readonly string[],
): Promise<AlertRow[]> {
  const terms = runningTerms({ catalog, moment })
  return (await alerts.ofUnits(units)).filter(row => row.state === 'below' && terms.has(row.term))
}

/** Keys of the phases that run, and of the year. */
export function runningTerms({ catalog, moment: { today } }: Pick<Scene, 'catalog' | 'moment'>): Set<string> {
  const phases = runningPhases(catalog.phases, today).map(phase => termKey(phaseTerm(phase)))
  return new Set([...phases, today.slice(0, 4)])
}

/** How far an alert is from its target, points, whichever way is better. */
export function gapOf({ target, value }: Pick<AlertRow, 'target' | 'value'>): number {
  return Math.abs(target - value)
}
