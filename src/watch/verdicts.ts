import { termKey } from '../core/campaign.ts'
import type { Moment } from '../core/moment.ts'
import type { Stores } from '../db/stores/database.ts'
import type { ChangeJson } from './evaluation-json.ts'
import { judge } from './judge.ts'

/** Whether the target was met, by term, unit and indicator, of all that a moment's figures and targets judge. */
export type Verdicts = ReadonlyMap<string, boolean>

/** How all units stand at a moment, whether an evaluation has seen it or not; changes nothing. */
export async function readVerdicts(
  stores: Pick<Stores, 'catalog' | 'settings' | 'observations'>,
  moment: Moment,
): Promise<Verdicts> {
  const { terms } = await judge(stores, moment)
  return new Map(
    terms.flatMap(({ term, figures }) =>
      figures.map(
        ({ unit, indicator, met }) => [keyOf(termKey(term), unit, indicator), met === true] as const,
      ),
    ),
  )
}

/** Whether what an evaluation found to have turned stood otherwise before: else it had turned already, unheard. */
export function hasTurnedSince(before: Verdicts, change: ChangeJson): boolean {
  const { unit, indicator, campaign, phase, year, state } = change
  const term = campaign === null ? String(year) : `${campaign}/${phase}`
  return before.get(keyOf(term, unit, indicator)) !== (state !== 'below')
}

function keyOf(term: string, unit: string, indicator: string): string {
  return `${term}|${unit}|${indicator}`
}
