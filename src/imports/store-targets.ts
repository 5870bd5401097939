import { createHash } from 'node:crypto'
import type { TargetRow } from '../core/target.ts'
import { recordKey } from '../db/stores/record-key.ts'
import type { Database, Stores } from '../db/stores/database.ts'
import { canonical } from './canonical.ts'
import type { ImportOutcome } from './outcome.ts'
import { planRecords, storeRecords } from './store-records.ts'

/**
 * Stores targets that were computed from rules, recorded like an import of the file of rules and undone like one.
 * The rows must name units, indicators and phases that are stored; of two rows of one key the last stands.
 */
export async function storeTargets(
  db: Database,
  rows: readonly TargetRow[],
  { file, at, dryRun = false }: { file: string; at: number; dryRun?: boolean },
): Promise<Extract<ImportOutcome, { ok: true }>> {
  const records = new Map(rows.map(row => [recordKey.targets(row), row]))
  const hash = createHash('sha256').update(rows.map(canonical).join('\n')).digest('hex')
  const work = async (stores: Stores) => {
    const plan = await planRecords(stores, 'targets', records)
    const isNew = plan.records.size > 0 && !dryRun
    const importId = isNew ? await storeRecords(stores, plan, { file, hash, at, rows: rows.length }) : null
    const { added, changed, unchanged } = plan
    const counts = { rows: rows.length, added, changed, unchanged }
    return {
      ok: true as const,
      kind: 'targets' as const,
      file,
      importId,
      ...counts,
      warnings: [],
      notes: [],
      dryRun,
      touched: null,
    }
  }
  return dryRun ? work(db.read) : db.write(work)
}
