import type { Database } from '../db/stores/database.ts'
import type { NewObservation } from '../db/stores/observations.ts'
import { type CheckedFile, isAsSeen, type NewFigures } from './import-source.ts'
import type { Imported } from './outcome.ts'

/** So many rows are stored in one go: some hundredths of a second in which nobody else can write. */
const PART = 1_000
/** An import that is not whole after so long was broken off: a time for all of it, and one for each part. */
const LONGEST_MS = 120_000
const LONGEST_PART_MS = 1_000

/** Whether so many rows would hold others up if they were stored in one go. */
export function isMany({ rows }: NewFigures): boolean {
  return rows.length > PART
}

/**
 * Stores figures in parts between which others write. Nobody sees any of them before all are stored; where the program
 * ends in the middle, a later import removes them. Null, and nothing stored, where something else was stored meanwhile.
 */
export async function storeInParts(
  db: Database,
  checked: CheckedFile,
  figures: NewFigures,
): Promise<Imported | null> {
  const { record, rows } = figures
  const parts = partsOf(rows)
  const until = record.at + LONGEST_MS + parts.length * LONGEST_PART_MS
  const importId = await db.write(async stores => await stores.imports.begin(record, until))
  try {
    await db.writeEach(
      parts,
      async ({ observations }, part) => await observations.addPart(importId, part, record.at),
    )
    const isWhole = await db.write(
      async stores => (await isAsSeen(stores, checked)) && (await stores.imports.complete(importId, until)),
    )
    if (isWhole) return figures.imported(importId)
  } catch (error) {
    await remove(db, importId).catch(() => undefined)
    throw error
  }
  await remove(db, importId)
  return null
}

/** Removes what imports have left behind that were broken off in the middle. `now` in milliseconds. */
export async function removeBrokenOff(db: Database, now: number): Promise<void> {
  for (const id of await db.read.imports.brokenOff(now)) await remove(db, id)
}

/** Removes an import that is not complete, in parts between which others write. */
async function remove(db: Database, importId: number): Promise<void> {
  await db.write(async ({ imports }) => await imports.breakOff(importId))
  const left = { any: true }
  function* parts() {
    while (left.any) yield importId
  }
  await db.writeEach(parts(), async ({ imports, observations }, id) => {
    left.any = (await observations.removePart(id, PART)) === PART
    if (!left.any) await imports.forget(id)
  })
}

function partsOf(rows: readonly NewObservation[]): (readonly NewObservation[])[] {
  return Array.from({ length: Math.ceil(rows.length / PART) }, (_, at) =>
    rows.slice(at * PART, (at + 1) * PART),
  )
}
