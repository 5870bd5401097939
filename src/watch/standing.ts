import type { World } from '../answers/world.ts'
import { termKey } from '../core/campaign.ts'
import type { AlertRow, Stores } from '../db/stores.ts'
import { termsNow } from './evaluate.ts'

/** The alerts of a unit that stand on a day: below, in a phase or year that has not ended. */
export async function standingAlerts(
  stores: Stores,
  world: World,
  unit: string,
  today: string,
): Promise<AlertRow[]> {
  const terms = new Set(termsNow(world, today).map(termKey))
  return (await stores.alerts.ofUnits([unit])).filter(row => row.state === 'below' && terms.has(row.term))
}
