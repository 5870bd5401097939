import { setImmediate as othersToJoin } from 'node:timers/promises'
import type { Arrival, ArrivalKeeper } from '../../db/stores/arrivals.ts'

/** So many are kept in one transaction. */
const BATCH = 200

interface Waiting {
  arrival: Arrival
  kept: () => void
  failed: (error: unknown) => void
}

/**
 * Keeps what arrives at about the same time together. Resolves once the one is kept, and rejects when it could not be.
 * @param told hears how many were kept; of none when they could not be.
 */
export function gathering(
  keeper: Pick<ArrivalKeeper, 'keep'>,
  told: (kept: number) => void,
): (arrival: Arrival) => Promise<void> {
  const waiting: Waiting[] = []
  let keeping = false

  async function keepAll(): Promise<void> {
    keeping = true
    while (waiting.length > 0) {
      await othersToJoin()
      const batch = waiting.splice(0, BATCH)
      try {
        await keeper.keep(batch.map(({ arrival }) => arrival))
        for (const one of batch) one.kept()
        told(batch.length)
      } catch (error) {
        told(0)
        for (const { failed } of batch) failed(error)
      }
    }
    keeping = false
  }

  return arrival =>
    new Promise((resolve, failed) => {
      waiting.push({ arrival, kept: resolve, failed })
      if (!keeping) void keepAll()
    })
}
