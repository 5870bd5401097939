import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Unit } from '../core/unit-tree.ts'

/** The text of a file that lies beside this one. */
export function dataFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/**
 * The province, its departments of today and before, its communes, and the districts and communes that these took over
 * on 1/7/2025, as one CSV text.
 */
export function unitsFile(): string {
  return dataFile('units.csv') + rowsOf('departments.csv') + rowsOf('former-units.csv')
}

function rowsOf(name: string): string {
  const text = dataFile(name)
  return text.slice(text.indexOf('\n') + 1)
}

/** The departments and communes of a CSV text of units that exist today: those that send figures. */
export function officesOf(units: string): Unit[] {
  const rows = parse<Record<string, string>>(units, { columns: true })
  return rows.flatMap(
    ({ code = '', name = '', short_name = '', kind, parent = '', active_from, active_to }) => {
      if (active_to !== '' || (kind !== 'department' && kind !== 'commune')) return []
      const today = { activeFrom: active_from || null, activeTo: null, mergedInto: null }
      return [{ code, name, shortName: short_name, kind, parent, aliases: [], ...today }]
    },
  )
}
