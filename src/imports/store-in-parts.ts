import type { Database, Stores } from '../db/stores/database.ts'
import type { NewObservation } from '../db/stores/observations.ts'
import { type CheckedFile, isAsSeen, type NewFigures } from './import-source.ts'
import type { Imported } from './outcome.ts'

/** So many rows are stored in one go: some hundredths of a second in which nobody else can write. */
const PART = 1_000
/** An import that is not whole after so long was broken off: a time for all of it, and one for each part. */
const LONGEST_MS = 120_000
const LONGEST_PART_MS = 1_000

/** Whether so many rows would hold others up if they were stored, or removed, in one go. */
export function isMany(rows: number): boolean {
  return rows > PART
}

/** An import of which the rows are stored and nobody sees them. */
export interface Begun {
  importId: number
  until: number
  figures: NewFigures
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
  return await withParts(db, [figures], async (stores, [begun]) =>
    (await isAsSeen(stores, checked)) ? await completed(stores, begun!) : null,
  )
}

/**
 * Stores the figures of several imports in parts, each after the other, and ends all with one transaction. Where that
 * gives null or throws, they are removed again.
 */
export async function withParts<T>(
  db: Database,
  all: readonly NewFigures[],
  end: (stores: Stores, begun: readonly Begun[]) => Promise<T | null>,
): Promise<T | null> {
  const begun: Begun[] = []
  const parts = all.reduce((sum, { rows }) => sum + Math.ceil(rows.length / PART), 0)
  try {
    for (const figures of all) {
      const { record, rows } = figures
      const until = record.at + LONGEST_MS + parts * LONGEST_PART_MS
      const importId = await db.write(async ({ imports }) => await imports.begin(record, until))
      begun.push({ importId, until, figures })
      await db.writeEach(
        partsOf(rows),
        async ({ observations }, part) => await observations.addPart(importId, part, record.at),
      )
    }
    const ended = await db.write(async stores => await end(stores, begun))
    if (ended !== null) return ended
  } catch (error) {
    await removeAll(db, begun).catch(() => undefined)
    throw error
  }
  await removeAll(db, begun)
  return null
}

/** From here on everybody sees the figures; null where they were broken off meanwhile. */
export async function completed(
  stores: Stores,
  { importId, until, figures }: Begun,
): Promise<Imported | null> {
  await figures.prepare(stores)
  return (await stores.imports.complete(importId, until)) ? figures.imported(importId) : null
}

/** Removes what is left of imports that were broken off in the middle, or undone. `now` in milliseconds. */
export async function removeBrokenOff(db: Database, now: number): Promise<void> {
  for (const id of await db.read.imports.brokenOff(now)) await removeInParts(db, id)
}

/** Removes the rows of an import that nobody sees, in parts between which others write. */
export async function removeInParts(db: Database, importId: number): Promise<void> {
  const left: { below: number | null } = { below: Number.MAX_SAFE_INTEGER }
  function* parts() {
    while (left.below !== null) yield left.below
  }
  await db.writeEach(parts(), async ({ imports, observations }, below) => {
    left.below = await observations.removePart(importId, PART, below)
    if (left.below === null) await imports.forget(importId)
  })
}

async function removeAll(db: Database, begun: readonly Begun[]): Promise<void> {
  for (const { importId } of begun) {
    await db.write(async ({ imports }) => await imports.breakOff(importId))
    await removeInParts(db, importId)
  }
}

function partsOf(rows: readonly NewObservation[]): (readonly NewObservation[])[] {
  return Array.from({ length: Math.ceil(rows.length / PART) }, (_, at) =>
    rows.slice(at * PART, (at + 1) * PART),
  )
}
