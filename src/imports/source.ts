import { createHash } from 'node:crypto'
import { foldName } from './fold-name.ts'
import type { ImportRequest } from './request.ts'
import { OBSERVATION_COLUMNS } from './kinds/observations.ts'
import { CATALOG_READERS } from './kinds/read-catalog.ts'
import { IMPORT_KINDS, type ImportKind } from './outcome.ts'
import { type Columns, plainSheet } from './plain-sheet.ts'
import { type Problem, problem, Problems } from './problem.ts'
import { type Profile, readProfile, shippedProfiles } from './profile.ts'
import { fits, profileSheet } from './profile-sheet.ts'
import type { CsvRow, Separator } from './read-csv.ts'
import { readTable, type Table } from './read-table.ts'
import type { Sheet } from './sheet.ts'

/** A file that could be read as a table of its kind; whether its rows are right is not known yet. */
export interface Source {
  ok: true
  kind: ImportKind
  file: string
  hash: string
  at: number
  dryRun: boolean
  sheet: Sheet
  profile: Profile | null
  period: string | null
  /** Rows read. */
  rows: number
}

/** Opens the bytes as a table, or says why they are none. Looks at nothing but the file and the profile. */
export async function openSource(
  request: ImportRequest,
): Promise<Source | { ok: false; problems: Problem[] }> {
  const { file, bytes, at, dryRun = false } = request
  const kind = IMPORT_KINDS.find(each => each === request.kind)
  if (kind === undefined) {
    return failed(problem(file, 'unknown_kind', { known: IMPORT_KINDS.join(', ') }, { value: request.kind }))
  }
  const profile = request.profile === undefined ? null : readProfile(request.profile)
  if (profile !== null && 'code' in profile) return failed(profile)
  if (profile !== null && profile.kind !== kind) {
    return failed(problem(file, 'profile_of_kind', { kind: profile.kind }, { value: profile.name }))
  }
  const table = await readTable(file, bytes, profile?.grouped === true)
  if (!table.ok) return table
  const problems = new Problems(file)
  const sheet =
    profile === null ? openPlain(table, kind, problems) : openWithProfile(table, profile, problems)
  if (problems.count > 0) return { ok: false, problems: problems.list() }
  if (sheet === null || sheet.rows.length === 0) return failed(problem(file, 'empty_file', {}))
  const hash = createHash('sha256').update(bytes).digest('hex')
  const rest = { profile, period: request.period ?? null, rows: sheet.rows.length }
  return { ok: true, kind, file, hash, at, dryRun, sheet, ...rest }
}

/** The columns of a kind of file by their fixed names. */
function columnsOf(kind: ImportKind): Columns {
  return kind === 'observations' ? OBSERVATION_COLUMNS : CATALOG_READERS[kind]
}

function openPlain(table: Table, kind: ImportKind, problems: Problems): Sheet | null {
  const [separator] = table.separators
  const rows = rowsOf(table, separator, problems)
  if (rows === null) return null
  const columns = columnsOf(kind)
  const isPlain = columns.required.every(field =>
    rows[0]?.cells.some(cell => foldName(cell) === foldName(field)),
  )
  const profile = isPlain ? null : fittingProfile(rows, kind)
  if (profile !== null) problems.add('try_profile', { profile })
  return plainSheet(rows, separator, columns, problems)
}

/** A shipped profile that knows this table, to be named where the fixed columns are missing: all that is needed. */
function fittingProfile(rows: readonly CsvRow[], kind: ImportKind): string | null {
  const profiles = shippedProfiles().map(readProfile)
  const found = profiles.find(profile => !('code' in profile) && profile.kind === kind && fits(rows, profile))
  return found === undefined || 'code' in found ? null : found.name
}

/** A title above the table may hold other separators than the table: the one with which the columns are found is right. */
function openWithProfile(table: Table, profile: Profile, problems: Problems): Sheet | null {
  const [first] = table.separators
  for (const separator of table.separators) {
    const rows = table.rows(separator)
    if (Array.isArray(rows) && fits(rows, profile)) return profileSheet(rows, separator, profile, problems)
  }
  const rows = rowsOf(table, first, problems)
  return rows && profileSheet(rows, first, profile, problems)
}

function rowsOf(table: Table, separator: Separator, problems: Problems): CsvRow[] | null {
  const rows = table.rows(separator)
  if (Array.isArray(rows) && rows.length > 0) return rows
  if (Array.isArray(rows)) problems.add('empty_file', {})
  else problems.add(rows.code, rows.params, rows.line === null ? {} : { line: rows.line })
  return null
}

function failed(found: Problem): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [found] }
}
