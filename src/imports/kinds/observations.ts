import { checkFigures, doubtFigures, type Figures } from '../figures.ts'
import { type FindByName, indicatorFinder, unitFinder } from '../find-by-name.ts'
import type { Known } from '../known.ts'
import { ObservationList } from '../observation-list.ts'
import { periodReader } from '../period-reader.ts'
import type { Columns } from '../plain-sheet.ts'
import type { Problems } from '../problem.ts'
import type { Profile } from '../profile.ts'
import { RowReader } from '../row-reader.ts'
import { parseCount, parseDecimal, type Sheet } from '../sheet.ts'
import { foundIndicator, foundUnit } from './found.ts'
import { warnOfTotals } from './province-totals.ts'

export const OBSERVATION_COLUMNS: Columns = {
  required: ['unit', 'indicator', 'period'],
  optional: ['denominator', 'note'],
  either: [['numerator', 'value']],
}

const COLUMNS = { numerator: 'numerator', denominator: 'denominator', value: 'value' }

/**
 * Reads a long table: one row a unit, indicator and period. Without a profile units and indicators stand there by
 * their codes; with one they may be named. `period` fills empty cells.
 */
export function readObservations(
  sheet: Sheet,
  known: Known,
  profile: Profile | null,
  period: string | null,
  problems: Problems,
  warnings: Problems,
): ObservationList {
  const list = new ObservationList(problems, warnings)
  const findUnit = profile ? unitFinder(known, profile.unit) : byCode(known.units)
  const findIndicator = profile ? indicatorFinder(known) : byCode(known.indicators)
  const readPeriod = periodReader(profile?.periods)
  for (const row of sheet.rows) {
    const reader = new RowReader(sheet, row, problems)
    const unit = foundUnit(reader, findUnit, known)
    const indicatorCode = foundIndicator(reader, findIndicator, known)
    const periodText = period === null ? reader.required('period') : reader.text('period') || period
    const when = readPeriod(periodText)
    if (when === null && periodText !== '') reader.report('bad_period', {}, 'period')
    const figures = readFigures(reader, sheet)
    const indicator = known.indicators.get(indicatorCode)
    if (indicator !== undefined && reader.isGood) checkFigures(figures, indicator, COLUMNS, reader)
    if (!reader.isGood || when === null || indicator === undefined) continue
    if (figures.value !== null) doubtFigures(figures, indicator, COLUMNS, reader.doubts(warnings))
    list.add(row.line, unit, indicator, when, figures, reader.text('note'), () => reader.place('unit'))
  }
  warnOfTotals(list, known, warnings)
  return list
}

function readFigures(reader: RowReader, sheet: Sheet): Figures {
  const count = (field: string) => {
    const text = reader.text(field)
    if (text === '') return null
    const number = parseCount(text, sheet.numbers)
    if (number === null) reader.report('not_whole', {}, field)
    return number
  }
  const value = () => {
    const text = reader.text('value').replace(/\s*%$/, '')
    if (text === '') return null
    const number = parseDecimal(text, sheet.numbers)
    if (number === null) reader.report('bad_number', {}, 'value')
    return number
  }
  return { numerator: count('numerator'), denominator: count('denominator'), value: value() }
}

function byCode(known: ReadonlyMap<string, unknown>): FindByName {
  return text => (known.has(text) ? [text] : [])
}
