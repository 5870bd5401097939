import type { Indicator } from '../../core/indicator.ts'
import { foldText } from '../fold-name.ts'
import { checkFigures, doubtFigures, type FigureColumns, type Figures } from '../figures.ts'
import { type FindByName, unitFinder } from '../find-by-name.ts'
import type { Known } from '../known.ts'
import { ObservationList } from '../observation-list.ts'
import { type Period, periodInFileName, periodReader, type ReadPeriod } from '../period-reader.ts'
import type { Problems } from '../problem.ts'
import type { Profile } from '../profile.ts'
import type { CsvRow } from '../read-csv.ts'
import { RowReader } from '../row-reader.ts'
import { cellOf, parseCount, parseDecimal, type Sheet } from '../sheet.ts'
import { foundUnit } from './found.ts'
import { compareWithPublished } from './wide-checks.ts'

type Figure = Profile['figures'][number] & { of: Indicator }

/**
 * Reads a wide table: one row a unit, many columns, each figure from the columns that the profile names. The period
 * is the one given, else the row's, else the one that the file's name says. Published totals and places are compared.
 */
export function readWideTable(
  sheet: Sheet,
  known: Known,
  profile: Profile,
  period: string | null,
  problems: Problems,
  warnings: Problems,
): ObservationList {
  const list = new ObservationList(problems, warnings)
  const figures = figuresOf(sheet, known, profile, problems)
  const periodOf = rowPeriod(sheet, profile, period, problems)
  if (problems.count > 0) return list
  const findUnit = unitFinder(known, profile.unit)
  const { units, totals } = splitTotals(sheet, profile)
  for (const row of units)
    readWideRow(row, { sheet, figures, findUnit, known, periodOf, problems, warnings, list })
  compareWithPublished(sheet, profile, units, totals, warnings)
  return list
}

interface WideTable {
  sheet: Sheet
  figures: readonly Figure[]
  findUnit: FindByName
  known: Known
  periodOf: (reader: RowReader) => Period | null
  problems: Problems
  warnings: Problems
  list: ObservationList
}

function readWideRow(row: CsvRow, table: WideTable): void {
  const { sheet, problems, warnings, list } = table
  const filled = table.figures.filter(figure =>
    fieldsOf(figure).some(field => cellOf(sheet, row, field) !== ''),
  )
  // A heading between the rows, a note below them, a unit without any figure.
  if (filled.length === 0) return
  const reader = new RowReader(sheet, row, problems)
  const unit = foundUnit(reader, table.findUnit, table.known)
  const when = table.periodOf(reader)
  for (const figure of filled) {
    const cells = new RowReader(sheet, row, problems)
    const figures = readFigure(cells, sheet, figure)
    const columns = columnsOf(figure)
    if (cells.isGood) checkFigures(figures, figure.of, columns, cells)
    if (!cells.isGood || !reader.isGood || when === null) continue
    doubtFigures(figures, figure.of, columns, cells.doubts(warnings))
    list.add(row.line, unit, figure.of, when, figures, '', () => cells.place('unit'))
  }
}

/** The profile's figures of which the table has the columns, each with its indicator. */
function figuresOf(sheet: Sheet, known: Known, profile: Profile, problems: Problems): Figure[] {
  return profile.figures.flatMap(figure => {
    const of = known.indicators.get(figure.indicator)
    if (of === undefined) {
      const near = known.nearIndicators(figure.indicator)
      problems.add('unknown_indicator', { near }, { value: figure.indicator })
      return []
    }
    return fieldsOf(figure).every(field => sheet.columns.has(field)) ? [{ ...figure, of }] : []
  })
}

/** How the period of a row is found; a table that says it nowhere is a problem. */
function rowPeriod(
  sheet: Sheet,
  profile: Profile,
  given: string | null,
  problems: Problems,
): (reader: RowReader) => Period | null {
  const read: ReadPeriod = periodReader(profile.periods)
  const inName = periodInFileName(sheet.file, profile.filePeriods)
  const forAll = given ?? inName
  if (forAll !== null && read(forAll) === null) problems.add('bad_period', {}, { value: forAll })
  if (forAll === null && !sheet.columns.has('period')) problems.add('period_needed', {})
  return reader => {
    const text = given ?? (reader.text('period') || (inName ?? reader.required('period')))
    const period = read(text)
    if (period === null && text !== '') reader.report('bad_period', {}, 'period')
    return period
  }
}

function splitTotals(sheet: Sheet, profile: Profile): { units: CsvRow[]; totals: CsvRow[] } {
  const rules = profile.totalRows.map(({ column, pattern }) => ({
    column,
    pattern: new RegExp(pattern, 'u'),
  }))
  const isTotal = (row: CsvRow) =>
    rules.some(({ column, pattern }) => pattern.test(foldText(cellOf(sheet, row, column))))
  const { units = [], totals = [] } = Object.groupBy(sheet.rows, row => (isTotal(row) ? 'totals' : 'units'))
  return { units, totals }
}

function readFigure(reader: RowReader, sheet: Sheet, figure: Figure): Figures {
  const sum = (fields: readonly string[] = []) => {
    const filled = fields.filter(field => reader.text(field) !== '')
    const counts = filled.map(field => readCount(reader, sheet, field))
    return filled.length === 0 ? null : counts.reduce((so, count) => so + count, 0)
  }
  const { numerator, denominator, value } = figure
  return {
    numerator: sum(numerator),
    denominator: sum(denominator),
    value: value === undefined ? null : readValue(reader, sheet, value),
  }
}

function readCount(reader: RowReader, sheet: Sheet, field: string): number {
  const count = parseCount(reader.text(field), sheet.numbers)
  if (count === null) reader.report('not_whole', {}, field)
  return count ?? 0
}

function readValue(reader: RowReader, sheet: Sheet, field: string): number | null {
  const text = reader.text(field).replace(/\s*%$/, '')
  if (text === '') return null
  const value = parseDecimal(text, sheet.numbers)
  if (value === null) reader.report('bad_number', {}, field)
  return value
}

function fieldsOf({
  numerator = [],
  denominator = [],
  value,
}: Figure | Profile['figures'][number]): string[] {
  return [...numerator, ...denominator, ...(value === undefined ? [] : [value])]
}

function columnsOf({ numerator, denominator, value }: Figure): FigureColumns {
  const [first = ''] = numerator ?? [value]
  return { numerator: first, denominator: denominator?.[0] ?? first, value: value ?? first }
}
