import { headings } from '../../locales/vi/files.ts'
import { OBSERVATION_COLUMNS } from './kinds/observations.ts'
import { CATALOG_READERS } from './kinds/read-catalog.ts'
import type { ImportKind } from './outcome.ts'
import { parseProfile, type Profile, shippedProfile, shippedProfiles } from './profile.ts'
import type { Columns } from './tables/plain-sheet.ts'
import type { Header } from './tables/header.ts'

/** The columns of a kind of file by their fixed names. */
export function columnsOf(kind: ImportKind): Columns {
  return kind === 'observations' ? OBSERVATION_COLUMNS : CATALOG_READERS[kind]
}

const vietnamese = new Map<ImportKind, Profile>()

/** A kind of file under the Vietnamese headers that its template has, or that offices use for the same. */
function vietnameseLayout(kind: Exclude<ImportKind, 'observations'>): Profile {
  const known = vietnamese.get(kind)
  if (known !== undefined) return known
  const { needed } = CATALOG_READERS[kind]
  const columns = headings[kind]
  const optional = Object.keys(columns).filter(field => !needed.includes(field))
  const json = { name: `mau-${kind}`, about: '', kind, columns, optional, grouped: true }
  const profile = parseProfile(json.name, JSON.stringify(json))
  if ('code' in profile) throw new Error(`the headers of ${kind} make no profile: ${profile.code}`)
  vietnamese.set(kind, profile)
  return profile
}

/** The layouts in which a kind of file is known, beside the fixed names of its columns. */
export function layoutsOf(kind: ImportKind): Profile[] {
  const shipped = shippedProfiles()
    .map(shippedProfile)
    .filter(profile => profile.kind === kind)
  return kind === 'observations' ? shipped : [vietnameseLayout(kind), ...shipped]
}

/** Whether a layout with this header says something: a long table of figures needs a column of them, a target its unit. */
export function isWhole({ columns, missing }: Header, { kind, figures, fixed }: Profile): boolean {
  const has = (...fields: string[]) => fields.some(field => columns.has(field) || field in fixed)
  if (missing.length > 0) return false
  if (kind === 'observations' && figures.length === 0) return has('numerator', 'value')
  if (kind !== 'targets') return true
  const wide = figures.flatMap(({ value }) => (value === undefined ? [] : [value]))
  return has('unit', 'kind') && (wide.length === 0 || has(...wide))
}
