import { successorsOf } from '../core/unit-tree.ts'
import { recordKey } from '../db/stores/record-key.ts'
import type { Catalog, CatalogKind, CatalogRecords } from '../db/stores/catalog.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import type { ImportRecord } from '../db/stores/imports.ts'
import { canonical } from './canonical.ts'
import { overlapping } from './kinds/campaigns.ts'
import { cyclesIn } from './kinds/units.ts'
import { recordIn } from './journal.ts'
import { IMPORT_KINDS } from './outcome.ts'
import { type Problem, problem, type ProblemCode, type ProblemParams } from './problem.ts'
import { findUse } from './find-use.ts'
import { isMany, removeBrokenOff, removeInParts } from './store-in-parts.ts'

export type UndoOutcome =
  | { ok: true; undone: ImportRecord; rows: number }
  | { ok: false; problems: Problem[] }

/** Every import, newest first; those that were undone carry the moment of it. */
export async function listImports(db: Database): Promise<ImportRecord[]> {
  return db.read.imports.list()
}

/**
 * Takes back what an import stored, so that what stood before stands again. Figures can be undone in any order. A
 * record of the catalog goes back only where it still is what the import made of it, and away only where nothing
 * refers to it any more; otherwise the problem names the imports to be undone first, and nothing is changed.
 */
export async function undoImport(db: Database, id: number, at: number): Promise<UndoOutcome> {
  await removeBrokenOff(db, at)
  try {
    const undone = await db.write(async stores => {
      const record = Number.isSafeInteger(id) ? await stores.imports.get(id) : null
      if (record === null) throw new Refusal('', 'no_such_import', {}, String(id))
      if (record.undoneAt !== null) throw new Refusal(record.file, 'already_undone', {}, String(id))
      const kind = IMPORT_KINDS.find(each => each === record.kind)
      const isCatalog = kind !== undefined && kind !== 'observations'
      const stored = record.added + record.changed
      const inParts = !isCatalog && isMany(stored)
      const rows = isCatalog
        ? await undoRecords(stores, record, kind)
        : inParts
          ? stored
          : await stores.observations.removeOfImport(id)
      if (inParts) await stores.imports.withdraw(id)
      await stores.imports.markUndone(id, at)
      return { inParts, outcome: { ok: true as const, undone: { ...record, undoneAt: at }, rows } }
    })
    // Nobody sees them any more: whatever is left here, the next import removes.
    if (undone.inParts) await removeInParts(db, id)
    return undone.outcome
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: [error.problem] }
    throw error
  }
}

/** What undoing reads and changes. */
type Undoing = Pick<Stores, 'catalog' | 'imports' | 'observations'>

/** Takes back what the transaction has done so far, and says why. */
class Refusal extends Error {
  override name = 'Refusal'
  readonly problem: Problem

  constructor(file: string, code: ProblemCode, params: ProblemParams[ProblemCode], value = '') {
    super(code)
    this.problem = problem(file, code, params, { value })
  }
}

async function undoRecords(stores: Undoing, record: ImportRecord, kind: CatalogKind): Promise<number> {
  const { id, file } = record
  const changes = await stores.imports.changes(id)
  const stored = await stores.catalog.records(kind)
  const movedOn = changes.filter(({ key, after }) => textOf(stored.get(key)) !== after).map(each => each.key)
  if (movedOn.length > 0) throw await changedLater(stores.imports, record, kind, movedOn)

  const restored = new Map<string, CatalogRecords[typeof kind] | null>()
  for (const { key, before } of changes) restored.set(key, before === null ? null : recordIn(kind, before))
  const removed = new Set(changes.filter(change => change.before === null).map(change => change.key))
  const used = await findUse(stores, kind, removed)
  if (used !== null) {
    const imports = used.imports.filter(each => each !== id)
    if (imports.length === 0) throw new Refusal(file, 'changed_otherwise', {}, used.key)
    throw new Refusal(file, 'still_used', { imports: imports.join(', ') }, used.key)
  }
  await stores.catalog.put(kind, restored)
  const clash = clashIn(await stores.catalog.get())
  if (clash.length > 0) throw await changedLater(stores.imports, record, kind, clash)
  return changes.length
}

/** The imports that must be undone before this one, because they changed these records after it. */
async function changedLater(
  imports: Stores['imports'],
  { id, file }: ImportRecord,
  kind: CatalogKind,
  keys: readonly string[],
): Promise<Refusal> {
  const later = (await imports.thatChanged(kind, keys)).filter(each => each > id)
  if (later.length === 0) return new Refusal(file, 'changed_otherwise', {}, keys[0])
  return new Refusal(file, 'changed_later', { imports: later.join(', ') }, keys[0])
}

/** Keys of records that do not go together: units on a circle, phases of a campaign that overlap. */
function clashIn({ units, phases }: Catalog): string[] {
  const byCode = new Map(units.map(unit => [unit.code, unit]))
  return [
    ...cyclesIn(byCode, unit => (unit.parent === null ? [] : [unit.parent])).keys(),
    ...cyclesIn(byCode, successorsOf).keys(),
    ...phases.filter(phase => overlapping(phase, phases) !== null).map(recordKey.campaigns),
  ]
}

function textOf(record: object | undefined): string | null {
  return record === undefined ? null : canonical(record)
}
