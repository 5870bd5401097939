import type { Indicator } from '../../core/indicator.ts'
import type { Checks } from '../checks.ts'
import { checkFigures, doubtFigures, type Figures } from '../figures.ts'
import type { Line } from '../files/cell.ts'
import { type UnitFinder, unitFinder } from '../names/unit-finder.ts'
import { ObservationList } from '../observation-list.ts'
import type { Profile } from '../profile.ts'
import { rowPeriods } from '../row-period.ts'
import { type TablePeriod } from '../table-period.ts'
import type { Columns } from '../tables/plain-sheet.ts'
import { RowReader } from '../tables/row-reader.ts'
import { type LeftOut, sortRows } from '../tables/rows.ts'
import type { Sheet } from '../tables/sheet.ts'
import { withoutBranches } from './branch-rows.ts'
import { reportBesideResults, reportSenses } from './column-senses.ts'
import { doubtWhen } from './doubt-when.ts'
import { foundIndicator, foundUnit } from './found.ts'
import { doubtTitle } from './indicator-within.ts'
import { compareLongTotals, KEYS } from './long-totals.ts'
import { reportPeriodWithin } from './period-within.ts'
import { warnOfTotals } from './province-totals.ts'
import { withoutSubtotals } from './subtotals.ts'
import { sayGoesOn, sayLeftOut, sayWithout } from './say-left-out.ts'

export const OBSERVATION_COLUMNS: Columns = {
  required: ['unit', 'indicator', 'period'],
  optional: ['denominator', 'note'],
  either: [['numerator', 'value']],
}

const COLUMNS = { numerator: 'numerator', denominator: 'denominator', value: 'value' }

/** A table of figures that was found: its sheet, how it is read, and what is known of its period. */
export interface FigureTable {
  sheet: Sheet
  profile: Profile | null
  period: TablePeriod
  /** What stands above its header. */
  titles: readonly Line[]
}

/** Reads a long table: one row a unit, indicator and period. */
export function readObservations(table: FigureTable, checks: Checks): ObservationList {
  const { sheet, profile } = table
  const { problems, warnings, known } = checks
  const list = new ObservationList(problems, warnings)
  const find = profile === null ? known.findUnit : finderFor(profile, checks)
  const how = { hasColumn: hasOwnPeriod(sheet), isGivenFirst: false }
  const readPeriod = rowPeriods(table.period, profile, checks, how)
  if (profile !== null) reportBesideResults(sheet, checks)
  reportSenses({ sheet, profile, fields: ['numerator', 'denominator', 'value'] }, 'result', checks)
  if (problems.count > 0) return list
  const without: LeftOut[] = []
  for (const line of rowsOf(table, find, checks)) {
    const row = new RowReader(sheet, line, problems)
    const indicator = known.indicators.get(foundIndicator(row, checks))
    const period = readPeriod(row)
    const unit = foundUnit(row, checks, { find, day: period?.middle })
    const are = row.text('numerator') === '' ? 'value' : 'counts'
    const isHalf = row.marksNone(['numerator']) !== row.marksNone(['denominator'])
    const isNone = row.saysNone(['numerator', 'denominator', 'value'], are)
    if (profile !== null && (isNone || (isHalf && row.text('value') === ''))) {
      without.push({ line: row.line, text: row.text('unit'), why: 'without' })
      continue
    }
    const figures = readFigures(row, indicator, checks)
    if (indicator !== undefined && row.isGood) checkFigures(figures, indicator, COLUMNS, row)
    if (!row.isGood || period === null || indicator === undefined) continue
    if (figures.value !== null) doubtFigures(figures, indicator, COLUMNS, row.doubts(warnings))
    doubtWhen(row, unit, period, checks)
    const [note, place] = [row.text('note'), () => row.place('unit')]
    if (row.isGood) list.add({ line: row.line, unit, indicator, period, figures, note, place })
  }
  sayWithout(without, checks)
  const read = new Set(list.rows.flatMap(({ indicator }) => known.indicators.get(indicator) ?? []))
  doubtTitle(table.titles, [...read], checks)
  checks.shares.report(problems, warnings)
  warnOfTotals(list, sheet, checks)
  return list
}

/** Units as the profile says that they are written. */
export function finderFor({ unit: { strip, stripAfter, kinds } }: Profile, { known }: Checks): UnitFinder {
  const isPlain = strip.length === 0 && stripAfter.length === 0 && kinds === undefined
  if (isPlain) return known.findUnit
  const dress = { strip, after: stripAfter, kinds }
  return unitFinder(known.units.values(), dress)
}

function hasOwnPeriod({ columns }: Sheet): boolean {
  return ['period', 'period_from'].some(field => columns.has(field))
}

function rowsOf({ sheet, profile, period }: FigureTable, find: UnitFinder, checks: Checks) {
  if (profile === null) return sheet.lines
  const figures = ['numerator', 'denominator', 'value'].filter(field => sheet.columns.has(field))
  const fields = figures.filter(field => field !== 'value')
  const all = sortRows(sheet, { profile, find, near: checks.known.nearUnits, figures })
  const rows = withoutBranches(all, { sheet, fields, keys: KEYS, find }, checks)
  const sorted = withoutSubtotals(rows, { sheet, fields, beside: [], keys: KEYS, find }, checks)
  sayLeftOut(sorted.leftOut, checks)
  compareLongTotals(sheet, sorted, checks.warnings)
  sayGoesOn(sheet, sorted.units, checks)
  if (!hasOwnPeriod(sheet)) reportPeriodWithin(sheet, sorted, period, checks.problems)
  return sorted.units
}

function readFigures(row: RowReader, indicator: Indicator | undefined, { shares }: Checks): Figures {
  const found = row.measureOf(indicator, 'value')
  const isKnown = found !== null && indicator !== undefined
  return {
    numerator: row.count('numerator'),
    denominator: row.count('denominator'),
    value: isKnown ? shares.valueOf(found, indicator, row.place('value')) : null,
  }
}
