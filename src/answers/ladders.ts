import { rankAll } from '../core/rank.ts'
import type { Window } from '../core/window.ts'
import { keeper } from './kept.ts'
import { measureUnits } from './measures.ts'
import type { Sight } from './scene.ts'

/** Places of the units of a group that have a value, by unit code; `size` is "among how many". */
export type Ladder = ReadonlyMap<string, number>

interface LadderQuery {
  indicator: string
  /** Codes of the units that are ranked among each other. */
  peers: readonly string[]
  window: Window
}

const keep = keeper<Ladder>()

/** The ladder of a group in a window. */
export async function ladderOf(sight: Sight, query: LadderQuery): Promise<Ladder> {
  const { indicator, peers, window } = query
  const key = [window.from, window.to, indicator, ...peers].join('|')
  return await keep(sight, key, () => readLadder(sight, query))
}

async function readLadder(sight: Sight, query: LadderQuery): Promise<Ladder> {
  const { indicator, peers, window } = query
  const measures = await measureUnits(sight, { indicators: [indicator], units: peers, window })
  const values = new Map<string, number>()
  for (const unit of peers) {
    const found = measures.get(`${unit}|${indicator}`)?.measure
    if (found?.state === 'value') values.set(unit, found.value)
  }
  return rankAll(values, sight.scene.indicators.get(indicator)?.better ?? 'higher')
}
