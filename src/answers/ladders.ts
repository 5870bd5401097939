import { rankAll } from '../core/rank.ts'
import type { Window } from '../core/window.ts'
import type { Catalog } from '../db/stores/catalog.ts'
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

/** So many ladders of one state of the data are kept. */
const KEPT = 300

const kept = new WeakMap<Catalog, Map<string, Ladder>>()

/**
 * The ladder of a group in a window. Ladders are kept for as long as catalog and figures stay as they are: whoever
 * asks after the next import gets a new one.
 */
export async function ladderOf(sight: Sight, query: LadderQuery): Promise<Ladder> {
  const key = await keyOf(sight, query)
  const ladders = kept.get(sight.scene.catalog) ?? new Map<string, Ladder>()
  kept.set(sight.scene.catalog, ladders)
  const known = ladders.get(key)
  if (known) return known
  const ladder = await readLadder(sight, query)
  if (ladders.size >= KEPT) ladders.clear()
  ladders.set(key, ladder)
  return ladder
}

/** Every moment after the last record, on one civil day, sees the same figures. */
async function keyOf(sight: Sight, { indicator, peers, window }: LadderQuery): Promise<string> {
  const { observations, scene } = sight
  const { moment } = scene
  const revision = await observations.revision()
  const last = await observations.lastRecordedAt()
  const seen = last === null || moment.at >= last ? 'all' : String(moment.at)
  return [revision, seen, moment.today, window.from, window.to, indicator, ...peers].join('|')
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
