import type { Catalog } from '../db/stores/catalog.ts'
import type { Sight } from './scene.ts'

/** So many results of one state of the data are kept. */
const KEPT = 400

/**
 * A memory for what is read from figures: kept for as long as catalog and figures stay as they are, so that whoever asks
 * after the next import gets a new one. Every moment between two records, on one civil day, sees the same figures: those
 * of a week ago, too, which every answer compares with.
 */
export function keeper<T>(): (sight: Sight, key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new WeakMap<Catalog, Map<string, Promise<T>>>()
  return async (sight, key, make) => {
    const known = kept.get(sight.scene.catalog) ?? new Map<string, Promise<T>>()
    kept.set(sight.scene.catalog, known)
    const full = `${await stateOf(sight)}|${key}`
    const found = known.get(full)
    if (found !== undefined) return await found
    // Whoever asks while it is being made waits for the same one.
    const made = make()
    if (known.size >= KEPT) known.clear()
    known.set(full, made)
    made.catch(() => known.delete(full))
    return await made
  }
}

/** One turn is answered from one state of the figures: it is asked for once. */
const states = new WeakMap<Sight['scene'], Promise<string>>()

async function stateOf(sight: Sight): Promise<string> {
  const known = states.get(sight.scene) ?? readState(sight)
  states.set(sight.scene, known)
  return await known
}

async function readState({ observations, scene: { moment } }: Sight): Promise<string> {
  const revision = await observations.revision()
  return `${revision}|${await observations.lastRecordedAt(moment.at)}|${moment.today}`
}
