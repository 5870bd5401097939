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
  const { today } = moment
  const phases = runningPhases(catalog.phases, today).map(phase => termKey(phaseTerm(phase)))
  const terms = new Set([...phases, today.slice(0, 4)])
  return (await alerts.ofUnits(units)).filter(row => row.state === 'below' && terms.has(row.term))
}

/** How far an alert is from its target, points, whichever way is better. */
export function gapOf({ target, value }: Pick<AlertRow, 'target' | 'value'>): number {
  return Math.abs(target - value)
}
