import { setImmediate as othersToJoin } from 'node:timers/promises'
import type { Actor } from '../stores/audit.ts'
import type { Stores } from '../stores/database.ts'
import type { Durable } from './durable.ts'
import type { serial } from './serial.ts'
import { begin, finish, noteFailure, takeBack, within, type Writer } from './writer.ts'

/** Work that shares its transaction with others. What it gives tells whoever asked for it, once all is on the disk. */
export interface Joining {
  work: (stores: Stores) => Promise<() => void>
  by: Actor
  failed: (error: unknown) => void
  /** Aborted: its turn has not come in time, and nobody waits for it any more. */
  late?: AbortSignal
}

/** Gathers what is asked for until the event loop has turned, and what waits before it is done, and commits it at once. */
export function createGathering(
  writer: Writer,
  { enqueue, durable }: { enqueue: ReturnType<typeof serial>; durable: Durable },
): (one: Joining) => void {
  let gathering: Joining[] | null = null
  return one => {
    if (gathering !== null) return void gathering.push(one)
    const group = [one]
    gathering = group
    const committed = enqueue(async () => {
      await othersToJoin()
      gathering = null
      return await together(writer, group)
    })
    void committed
      .then(async ends => {
        await durable.reached()
        for (const end of ends) end()
      })
      .catch((error: unknown) => {
        for (const { failed } of group) failed(error)
      })
  }
}

/** Runs the group as one transaction, each as a part that can be taken back alone. Resolves to what is to be told to each. */
async function together(writer: Writer, group: readonly Joining[]): Promise<(() => void)[]> {
  const isLate = (one: Joining) => one.late?.aborted === true
  try {
    await begin(writer, () => group.every(isLate))
    const ends: (() => void)[] = []
    for (const one of group) if (!isLate(one)) ends.push(await part(writer, one))
    finish(writer, 'COMMIT')
    return ends
  } catch (error) {
    takeBack(writer, error)
    throw error
  }
}

/** Resolves to what is to be called when all is committed. Throws when the whole transaction has failed. */
async function part(writer: Writer, { work, by, failed }: Joining): Promise<() => void> {
  const { client } = writer
  client.exec('SAVEPOINT part')
  try {
    const tell = await within(writer, by, work)
    client.exec('RELEASE part')
    return tell
  } catch (error) {
    // A disk that fails ends the transaction, and with it what the others have written.
    if (!client.inTransaction) throw error
    client.exec('ROLLBACK TO part; RELEASE part')
    noteFailure(writer, error)
    return () => failed(error)
  }
}
