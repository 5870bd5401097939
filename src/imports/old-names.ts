import { z } from 'zod'
import type { RecordChange } from '../db/stores/imports.ts'
import type { Stores } from '../db/stores/database.ts'
import { parseJson } from '../lib/parse-json.ts'
import type { Checks } from './checks.ts'
import { strictKey } from './names/spelling.ts'

const names = z.object({ name: z.string(), shortName: z.string(), aliases: z.array(z.string()) })

/**
 * Says which units get another name under their code. Where the change was stored, the old names go on finding the
 * unit; `stores` is null where nothing was.
 */
export async function keepOldNames(
  changes: readonly RecordChange[],
  stores: Pick<Stores, 'catalog'> | null,
  { notes }: Checks,
): Promise<void> {
  for (const { key, before, after } of changes) {
    if (before === null || after === null) continue
    const [old, now] = [names.parse(parseJson(before)), names.parse(parseJson(after))]
    if (strictKey(old.name) === strictKey(now.name)) continue
    notes.add('note_renamed', { before: old.name, after: now.name }, { value: key })
    const still = new Set([now.name, now.shortName, ...now.aliases].map(strictKey))
    for (const name of new Set([old.name, old.shortName])) {
      if (stores !== null && !still.has(strictKey(name))) await stores.catalog.addAlias('unit', key, name)
    }
  }
}
