import { phaseWords } from '../../locales/vi/files.ts'
import { daysIn, granularityOf } from '../core/period.ts'
import type { Checks } from './checks.ts'
import { cellText, type Line } from './files/cell.ts'
import { columnsTaken, isOwn, reportSenses, type Taken } from './kinds/column-senses.ts'
import { isAssigning } from './meant-targets.ts'
import type { Profile } from './profile.ts'
import { onlyPeriod, spanText, type TablePeriod } from './table-period.ts'
import { assignedYear, isTimeless, termYear, yearsIn } from './target-terms.ts'
import { cellOf, type Sheet, titlesOf } from './tables/sheet.ts'
import { findPeriods } from './values/periods.ts'

interface Annex {
  sheet: Sheet
  profile: Profile | null
  period: TablePeriod
  /** What stands above the header. */
  titles: readonly Line[]
}

/** "Giai đoạn 2", and not "giai đoạn 2026 – 2030". */
const PHASE = new RegExp(String.raw`(?:${phaseWords.join('|')})\s+(?:\d|[IVX]{1,4})(?![\d\p{L}])`, 'iu')
/** A year has so many days at least. */
const LEAST_YEAR = 365

/**
 * Reports what speaks against the targets of an annex as they would be booked: columns of results, a year that was given or
 * stands above a column and is not the title's, and targets of a part of a year, which are those of a phase.
 */
export function reportContraryTerms(annex: Annex, checks: Checks): void {
  const { sheet, profile, period } = annex
  const figures = profile?.figures.flatMap(({ value }) => value ?? []) ?? []
  const taken = { sheet, profile, fields: figures.length > 0 ? figures : ['target'] }
  reportSenses(taken, 'target', checks)
  if (period.given !== null) reportGiven(annex, period.given, checks)
  const year = termYear(annex.period, annex.titles)
  if (!isTimeless(sheet) || year === null) return
  reportTitles(annex, year, checks)
  reportColumns(taken, year, checks)
}

/** What `--period` says must be a year, and the one that the rows say. */
function reportGiven(
  { sheet, period: { period, source } }: Annex,
  given: string,
  { problems }: Checks,
): void {
  const isRead = source === 'given' && period !== null
  if (!isRead) problems.add('bad_period', {}, { value: given })
  else if (granularityOf(period) !== 'year') problems.add('target_period_no_year', {}, { value: given })
  else if (sheet.columns.has('year')) {
    const used = period.from.slice(0, 4)
    for (const line of sheet.lines) {
      const value = cellOf(sheet, line, 'year')
      const place = { line: line.line, column: sheet.columns.get('year')?.header ?? 'year', value }
      if (/^20\d\d$/.test(value) && value !== used) problems.add('row_year_differs', { used }, place)
    }
  }
}

function reportTitles({ titles, period: { given, year } }: Annex, used: string, { problems }: Checks): void {
  const texts = titles.map(({ cells }) => [...new Set(cells.map(cellText))].join(' '))
  const assigned = assignedYear(titles)
  const years = assigned === null ? yearsIn(texts.join(' ; ')) : [assigned]
  const [first = used, last = first] = [years.toSorted()[0], years.toSorted().at(-1)]
  const said = [...new Set(years)].toSorted().join(', ')
  if (given !== null && (used < first || last < used)) problems.add('target_year_differs', { said, used })
  const assigning = texts.filter((_, at) => isAssigning(titles.slice(at, at + 1)))
  const parts = assigning.flatMap(text => onlyPeriod(text, year) ?? [])
  const part = parts.find(each => daysIn(each) < LEAST_YEAR)
  const phase = PHASE.exec(assigning.join(' ; ').normalize('NFC'))?.[0]
  const term = part === undefined ? phase : spanText(part)
  if (term !== undefined) problems.add('target_part_of_year', { said: term.toLowerCase() })
}

/** A year above a column is the one for which its targets are booked; a part of a year is none. */
function reportColumns(taken: Taken, used: string, { problems, warnings }: Checks): void {
  for (const column of columnsTaken(taken)) {
    const titles = titlesOf(column)
    const place = { column: titles.join(' › ') }
    const years = yearsIn(titles.join(' ; '))
    const part = titles
      .flatMap(title => findPeriods(title, used))
      .find(({ period }) => daysIn(period) < LEAST_YEAR)
    if (part !== undefined) problems.add('target_part_of_year', { said: spanText(part.period) }, place)
    else if (years.length > 0 && !years.includes(used)) {
      const said = [...new Set(years)].join(', ')
      if (isOwn(taken.profile)) warnings.add('target_year_doubted', { said, used }, place)
      else problems.add('target_year_differs', { said, used }, place)
    }
  }
}
