import { differenceWords } from '../../../locales/vi/files.ts'
import { isOfOtherDays } from '../column-days.ts'
import type { Checks } from '../checks.ts'
import { type ColumnSense, senseOf } from '../column-sense.ts'
import { type Profile, shippedProfiles } from '../profile.ts'
import { spanText, type TablePeriod } from '../table-period.ts'
import { says } from '../says.ts'
import { type Column, type Sheet, titlesOf } from '../tables/sheet.ts'
import { findPeriods, mayBothBeMeant } from '../values/periods.ts'

/** The columns from which something is taken, and who says that they are meant. */
export interface Taken {
  sheet: Pick<Sheet, 'columns'>
  profile: Profile | null
  fields: Iterable<string>
}

/** Whether the columns were chosen by whoever wrote the profile, and not found by their titles. */
export function isOwn(profile: Profile | null): boolean {
  return profile !== null && !profile.name.startsWith('mau-') && !shippedProfiles().includes(profile.name)
}

/** The columns of the fields that the table has. */
export function columnsTaken({ sheet, fields }: Pick<Taken, 'sheet' | 'fields'>): Column[] {
  return [...new Set(fields)].flatMap(field => sheet.columns.get(field) ?? [])
}

/**
 * Reports columns that would be read as targets and say that they are results, or the other way round; doubts them where a
 * profile chose them.
 */
export function reportSenses(taken: Taken, meant: ColumnSense, { problems, warnings }: Checks): void {
  for (const column of columnsTaken(taken)) {
    const sense = senseOf(titlesOf(column))
    if (sense === null || sense === meant) continue
    const place = { column: titlesOf(column).join(' › ') }
    const code = meant === 'target' ? 'result_as_target' : 'target_as_result'
    if (isOwn(taken.profile)) warnings.add(`${code}_doubted`, {}, place)
    else problems.add(code, {}, place)
  }
}

/**
 * Reports a column of values that says nothing of itself beside one of results, of which nothing is taken: it is likelier how
 * much of a target was reached.
 */
export function reportBesideResults({ columns, others }: Sheet, { problems }: Checks): void {
  const value = columns.get('value')
  const result = others.find(each => senseOf([each.name]) === 'result')
  if (value === undefined || result === undefined || senseOf(titlesOf(value)) === 'result') return
  problems.add('value_beside_results', { result: result.name }, { column: value.name })
}

/**
 * Columns of differences are refused, whoever chose them; those of figures of other days than the table are refused where the table was found by its titles, doubted where a profile
 * names them. One that names its period is refused also where another one was given.
 */
export function reportColumnDays(taken: Taken, period: TablePeriod, { problems, warnings }: Checks): void {
  for (const column of columnsTaken(taken)) {
    if (says(column.path, differenceWords)) {
      problems.add('column_of_difference', {}, { column: column.path.join(' › ') })
      continue
    }
    if (!isOfOtherDays(column.path, period)) continue
    const place = { column: column.path.join(' › ') }
    const said = otherPeriodIn(column, period)
    if (said !== null && period.given !== null) problems.add('column_period_differs', said, place)
    else if (!isOwn(taken.profile)) problems.add('column_of_other_days', {}, place)
    else if (said === null) warnings.add('column_doubted', {}, place)
    else warnings.add('column_period_doubted', said, place)
  }
}

/** A period that the titles of a column name and that cannot be the table's; and the table's. */
function otherPeriodIn(
  { path }: Column,
  { period, year }: Pick<TablePeriod, 'period' | 'year'>,
): { said: string; used: string } | null {
  if (period === null) return null
  const found = path.flatMap(title => findPeriods(title, year)).map(each => each.period)
  const other = found.find(each => !mayBothBeMeant(each, period))
  return other === undefined ? null : { said: spanText(other), used: spanText(period) }
}
