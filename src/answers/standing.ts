import { termKey } from '../core/campaign.ts'
import { phaseTerm, runningPhases } from '../core/term.ts'
import type { AlertRow } from '../db/stores/alerts.ts'
import type { Stores } from '../db/stores/database.ts'
import type { World } from './world.ts'

/** The alerts of units that stand on a day: below, in a phase that runs or in this year. What has ended is history. */
export async function standingAlerts(
  stores: Stores,
  world: World,
  units: readonly string[],
  today: string,
): Promise<AlertRow[]> {
  const phases = runningPhases(world.catalog.phases, today).map(phase => termKey(phaseTerm(phase)))
  const terms = new Set([...phases, today.slice(0, 4)])
  return (await stores.alerts.ofUnits(units)).filter(row => row.state === 'below' && terms.has(row.term))
}
