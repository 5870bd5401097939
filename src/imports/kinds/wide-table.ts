import type { Indicator } from '../../core/indicator.ts'
import type { Checks } from '../checks.ts'
import { checkFigures, doubtFigures, type FigureColumns, type Figures } from '../figures.ts'
import type { Line } from '../files/cell.ts'
import type { UnitFinder } from '../names/unit-finder.ts'
import { ObservationList } from '../observation-list.ts'
import type { Profile } from '../profile.ts'
import { type ReadRowPeriod, rowPeriods } from '../row-period.ts'
import { RowReader } from '../tables/row-reader.ts'
import { type LeftOut, type SortedRows, sortRows } from '../tables/rows.ts'
import { cellOf, PERIOD_FIELDS, type Sheet } from '../tables/sheet.ts'
import { blankParts } from './blank-parts.ts'
import { reportColumnDays, reportSenses } from './column-senses.ts'
import { reportCountsAsRates } from './counts-as-rates.ts'
import { reportContrary } from './contrary-columns.ts'
import { withoutBranches } from './branch-rows.ts'
import { withoutBrokenDown } from './broken-down.ts'
import { doubtMoney } from './doubt-money.ts'
import { doubtWhen } from './doubt-when.ts'
import { foundUnit } from './found.ts'
import { doubtTitle, reportIndicatorWithin } from './indicator-within.ts'
import { type FigureTable, finderFor } from './observations.ts'
import { doubtNotes, reportPeriodWithin } from './period-within.ts'
import { reportRates } from './rate-columns.ts'
import { sayFigures } from './say-figures.ts'
import { sayGoesOn, sayLeftOut, sayWithout } from './say-left-out.ts'
import { withoutSubtotals } from './subtotals.ts'
import { compareUnreadTotals } from './unread-totals.ts'
import { compareWithPublished } from './wide-checks.ts'

type Figure = Profile['figures'][number] & { of: Indicator }

/**
 * Reads a wide table: one row a unit, many columns, each figure from the columns that the profile names. The period
 * is the one given, else the row's, else that of the table. Published totals and places are compared.
 */
export function readWideTable(table: FigureTable & { profile: Profile }, checks: Checks): ObservationList {
  const { sheet, profile } = table
  const { problems, warnings } = checks
  const list = new ObservationList(problems, warnings)
  const figures = figuresOf(sheet, profile, checks)
  sayFigures(figures, sheet, checks.notes)
  const taken = { sheet, profile, fields: figures.flatMap(fieldsOf) }
  reportColumnDays(taken, table.period, checks)
  reportSenses(taken, 'result', checks)
  const hasColumn = ['period', 'period_from', 'period_year'].some(field => sheet.columns.has(field))
  const how = { hasColumn, isGivenFirst: true }
  const readPeriod = rowPeriods(table.period, profile, checks, how)
  if (problems.count > 0) return list
  const find = finderFor(profile, checks)
  const near = checks.known.nearUnits
  const all = sortRows(sheet, {
    profile,
    find,
    near,
    figures: [...new Set(figures.flatMap(fieldsOf))],
  })
  const counted = figures.flatMap(({ numerator = [], denominator = [] }) => [...numerator, ...denominator])
  const fields = [...new Set(counted)]
  const named = withoutBrokenDown(all, { sheet, fields, find, near })
  const rows = withoutBranches(named, { sheet, fields, keys: PERIOD_FIELDS, find }, checks)
  const beside = profile.sums.map(({ total }) => total).filter(field => sheet.columns.has(field))
  const sorted = withoutSubtotals(rows, { sheet, fields, beside, keys: PERIOD_FIELDS, find }, checks)
  reportContrary(figures, sheet, problems)
  reportCountsAsRates(figures, { sheet, units: sorted.units }, problems)
  sayLeftOut(sorted.leftOut, checks)
  sayGoesOn(sheet, sorted.units, checks)
  if (!hasColumn) reportPeriodWithin(sheet, sorted, table.period, problems)
  const read = figures.map(({ of }) => of)
  reportIndicatorWithin(sheet, sorted, read, checks)
  doubtTitle(table.titles, read, checks)
  doubtMoney(fields, { sheet, titles: table.titles, units: sorted.units }, checks)
  doubtNotes(sheet, sorted.units, table.period, checks)
  const without: LeftOut[] = []
  const blanks = blankParts(sheet, { ...profile, figures }, sorted.units)
  for (const line of sorted.units)
    readWideRow(line, { sheet, figures, find, checks, readPeriod, list, without, blanks })
  sayWithout(without, checks)
  checks.shares.report(problems, warnings)
  const compared = withProvinceAsTotal(sorted, sheet, find, checks)
  reportRates(figures, { sheet, units: compared.units }, problems)
  compareWithPublished({ sheet, profile, warnings }, compared)
  compareUnreadTotals(sheet, compared, warnings)
  return list
}

/** A row of the province itself among rows of its units is a figure of its own, and their sum besides. */
function withProvinceAsTotal(
  sorted: SortedRows,
  sheet: Sheet,
  find: UnitFinder,
  { known }: Checks,
): SortedRows {
  const isProvince = (line: Line) => {
    const [code = '', ...others] = find.find(cellOf(sheet, line, 'unit')).codes
    return others.length === 0 && known.units.get(code)?.kind === 'province'
  }
  const [provinces, units] = [sorted.units.filter(isProvince), sorted.units.filter(line => !isProvince(line))]
  const isOne = provinces.length === 1 && units.length > 1
  return isOne ? { ...sorted, units, totals: [...sorted.totals, ...provinces] } : sorted
}

interface WideTable {
  sheet: Sheet
  figures: readonly Figure[]
  find: UnitFinder
  checks: Checks
  readPeriod: ReadRowPeriod
  list: ObservationList
  /** What of the rows says in words that there is no figure. */
  without: LeftOut[]
  blanks: ReturnType<typeof blankParts>
}

function readWideRow(line: Line, table: WideTable): void {
  const { sheet, checks, list } = table
  const { problems, warnings } = checks
  const reader = new RowReader(sheet, line, problems)
  const period = table.readPeriod(reader)
  const unit = foundUnit(reader, checks, { find: table.find, day: period?.middle })
  if (period !== null && reader.isGood) doubtWhen(reader, unit, period, checks)
  for (const figure of table.figures) {
    const row = new RowReader(sheet, line, problems)
    const isRate = figure.numerator === undefined
    if (isRate && figure.value !== undefined && row.isOfNothing(figure.value)) {
      table.without.push({ line: line.line, text: row.text('unit'), why: 'divided' })
      continue
    }
    if (!fieldsOf(figure).some(field => row.text(field) !== '')) continue
    const are = isRate ? 'value' : 'counts'
    if (row.saysNone(fieldsOf(figure), are) || lacksCount(row, figure)) {
      table.without.push({ line: line.line, text: row.text('unit'), why: 'without' })
      continue
    }
    const blank = table.blanks(line, figure)
    if (blank !== 'none is empty') {
      const why = blank === 'zero' ? 'blank_zero' : 'blank'
      table.without.push({ line: line.line, text: row.text('unit'), why })
      if (blank === 'unknown') continue
    }
    const figures = readFigure(row, figure, checks)
    const columns = columnsOf(figure)
    if (row.isGood) checkFigures(figures, figure.of, columns, row)
    if (!row.isGood || !reader.isGood || period === null) continue
    doubtFigures(figures, figure.of, columns, row.doubts(warnings))
    const place = () => row.place('unit')
    list.add({ line: line.line, unit, indicator: figure.of, period, figures, note: '', place })
  }
}

/** Whether the part or the whole is marked as not known: a count alone says nothing, and the other is not 0. */
function lacksCount(row: RowReader, { numerator = [], denominator = [] }: Figure): boolean {
  const rest = denominator.filter(field => !numerator.includes(field))
  return numerator.length > 0 && row.marksNone(numerator) !== row.marksNone(rest)
}

/** The profile's figures of which the table has the columns, each with its indicator. */
function figuresOf(sheet: Sheet, profile: Profile, { known, problems }: Checks): Figure[] {
  return profile.figures.flatMap(figure => {
    const of = known.indicators.get(figure.indicator)
    if (of === undefined) {
      const near = known.nearIndicators(figure.indicator)
      const place = { value: figure.indicator }
      if (near === '') problems.add('no_indicator', {}, place)
      else problems.add('unknown_indicator', { near }, place)
      return []
    }
    const there = withoutMissing(figure, sheet, profile)
    return fieldsOf(there).every(field => sheet.columns.has(field)) ? [{ ...there, of }] : []
  })
}

/** A figure without those parts of its whole that the table may lack, and does: a channel that nobody uses. */
function withoutMissing(
  figure: Profile['figures'][number],
  { columns }: Sheet,
  { optional }: Profile,
): Profile['figures'][number] {
  const parts = figure.denominator?.filter(field => columns.has(field) || !optional.includes(field))
  return parts === undefined || parts.length === 0 ? figure : { ...figure, denominator: parts }
}

function readFigure(
  row: RowReader,
  { numerator, denominator, value, of }: Figure,
  { shares }: Checks,
): Figures {
  const sum = (fields: readonly string[] = []) => {
    const filled = fields.filter(field => row.text(field) !== '')
    return filled.length === 0 ? null : filled.reduce((so, field) => so + (row.count(field) ?? 0), 0)
  }
  const found = value === undefined ? null : row.measureOf(of, value)
  return {
    numerator: sum(numerator),
    denominator: sum(denominator),
    value: found === null || value === undefined ? null : shares.valueOf(found, of, row.place(value)),
  }
}

function fieldsOf({ numerator = [], denominator = [], value }: Profile['figures'][number]): string[] {
  return [...numerator, ...denominator, ...(value === undefined ? [] : [value])]
}

function columnsOf({ numerator, denominator, value }: Figure): FigureColumns {
  const [first = ''] = numerator ?? [value]
  const own = denominator?.find(field => !(numerator ?? []).includes(field))
  return { numerator: first, denominator: own ?? denominator?.[0] ?? first, value: value ?? first }
}
