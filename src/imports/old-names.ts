import { z } from 'zod'
import type { RecordChange } from '../db/stores/imports.ts'
import type { Stores } from '../db/stores/database.ts'
import { parseJson } from '../lib/parse-json.ts'
import type { Checks } from './checks.ts'
import { strictKey } from './names/spelling.ts'

const names = z.object({ name: z.string(), shortName: z.string(), aliases: z.array(z.string()) })

interface Renamed {
  code: string
  before: string
  after: string
  /** Names that the unit has not any more. */
  old: string[]
}

/** Says which units get another name under their code. */
export function sayRenamed(changes: readonly RecordChange[], { notes, warnings, known }: Checks): void {
  const called = new Map([...known.units.values()].map(({ code, name }) => [code, name]))
  for (const { key, after } of changes) if (after !== null) called.set(key, nameIn(after))
  for (const { code, before, after } of renamedIn(changes)) {
    const other = [...called].find(([each, name]) => each !== code && strictKey(name) === strictKey(before))
    if (other === undefined) notes.add('note_renamed', { before, after }, { value: code })
    else warnings.add('renamed_to_other', { before, after, other: other[0] }, { value: code })
  }
}

function nameIn(record: string): string {
  return names.parse(parseJson(record)).name
}

/** Where a name was changed the old one goes on finding the unit, unless another is called so now. */
export async function keepOldNames(
  changes: readonly RecordChange[],
  { catalog }: Pick<Stores, 'catalog'>,
): Promise<void> {
  const renamed = renamedIn(changes)
  const { units } = renamed.length === 0 ? { units: [] } : await catalog.get()
  for (const { code, old } of renamed) {
    const isOthers = (name: string) =>
      units.some(each => each.code !== code && strictKey(each.name) === strictKey(name))
    for (const name of old) if (!isOthers(name)) await catalog.addAlias('unit', code, name)
  }
}

function renamedIn(changes: readonly RecordChange[]): Renamed[] {
  return changes.flatMap(({ key, before, after }) => {
    if (before === null || after === null) return []
    const [old, now] = [names.parse(parseJson(before)), names.parse(parseJson(after))]
    if (strictKey(old.name) === strictKey(now.name)) return []
    const still = new Set([now.name, now.shortName, ...now.aliases].map(strictKey))
    const gone = [...new Set([old.name, old.shortName])].filter(name => !still.has(strictKey(name)))
    return [{ code: key, before: old.name, after: now.name, old: gone }]
  })
}
