/**
 * A copy of the fixture province in which everything happens that the fixture lacks: ties, periods without dossiers,
 * revisions recorded at different times, several granularities over the same days, months that only have a monthly
 * row, exemptions by rules, missing weeks, units without data or without counts of their own, merged and new units,
 * published values, a second province.
 */
import { monthDays, middleDay, periodDays, vietnamTime, dayOf } from './civil-days.ts'
import { EXTRA_INDICATORS, EXTRA_UNITS, TARGETS } from './altered-catalog.ts'
import { Random } from './random.ts'
import type { DataTexts } from './reference-data.ts'
import { csvRows, numberOf } from './reference-data.ts'

interface Cells {
  unit: string
  indicator: string
  period: string
  numerator: number | null
  denominator: number | null
  value: number | null
}

const INDICATORS = ['online_rate', 'on_time_rate', 'online_payment_rate', 'active_services_rate']
const DISTRICTS = ['GL-H628', 'GL-H631', 'GL-H629', 'GL-H639']
/** Districts whose communes report while they do not: never, and not before week 18. */
const WITHOUT_COUNTS = ['GL-H629']
const LATE_STARTER = 'GL-H639'
const WITHOUT_DATA = ['GL-S05', 'GL-X23785']
const NOTHING_RECEIVED = ['GL-S07', 'GL-S08', 'GL-S10', 'GL-H631', 'GL-X23881', 'GL-X23887', 'GL-X23890']

/** When the three files of figures are recorded: within the year that is asked about, and long after it. */
const RECORDED = [
  vietnamTime(dayOf('2024-02-14'), 10),
  vietnamTime(dayOf('2024-05-16'), 15),
  vietnamTime(dayOf('2025-06-01'), 9),
]

export function alteredProvince(fixture: DataTexts, seed: number): DataTexts {
  const random = new Random(seed)
  const units = fixture.units
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter(text => {
      const [unit] = csvRows(`${fixture.units.split('\n')[0]}\n${text}`)
      return (
        unit !== undefined &&
        (unit.parent === '' || unit.kind === 'department' || isKept(unit.code, unit.parent))
      )
    })
  const codes = csvRows(`code\n${units.join('\n')}`).map(row => row.code ?? '')
  const rows = alteredRows(fixture, codes, random)
  return {
    units: ['code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into']
      .concat(
        units.map(text => `${text},,,`),
        EXTRA_UNITS,
      )
      .join('\n'),
    indicators: fixture.indicators
      .trimEnd()
      .split('\n')
      .map((text, i) => text + (i === 0 ? ',unit,max,better' : ',percent,100,higher'))
      .concat(EXTRA_INDICATORS)
      .join('\n'),
    campaigns: fixture.campaigns,
    targets: TARGETS.join('\n'),
    members: `${fixture.members.trimEnd()}\nbcd-kt,Ban Chỉ đạo Kon Tum,committee,KT\n`,
    observations: spread(rows, random),
  }
}

function isKept(code = '', parent = ''): boolean {
  return DISTRICTS.includes(code) || DISTRICTS.includes(parent)
}

function alteredRows(fixture: DataTexts, codes: string[], random: Random): Cells[] {
  const given = fixture.observations.flatMap(({ text }) => csvRows(text)).map(cellsOf)
  const kept = given.filter(row => codes.includes(row.unit) && INDICATORS.includes(row.indicator))
  const rows: Cells[] = []
  for (const unit of codes.filter(code => !WITHOUT_DATA.includes(code)))
    for (const indicator of INDICATORS) {
      const own = kept.filter(row => row.unit === unit && row.indicator === indicator)
      rows.push(...ofOne(unit, indicator, own, codes, random))
    }
  const model = rows.filter(row => row.unit === 'GL-S01' && row.indicator === 'online_rate')
  for (const unit of ['GL-XCU', 'GL-XMOI', 'KT-S01', 'KT-H1', 'KT-X1'])
    for (const row of model)
      if (unit !== 'GL-XCU' || periodDays(row.period).to <= dayOf('2024-03-31')) rows.push({ ...row, unit })
  return [...rows, ...published(codes, random)]
}

/** The rows of one unit and indicator, with what happens to them. */
function ofOne(unit: string, indicator: string, given: Cells[], codes: string[], random: Random): Cells[] {
  if (WITHOUT_COUNTS.includes(unit)) return given.filter(row => row.value !== null)
  const character = codes.indexOf(unit) % 7
  let rows = given.filter(row => row.value !== null || !random.chance(0.08))
  if (unit === LATE_STARTER) rows = rows.filter(row => row.period >= '2024-W18' || row.value !== null)
  rows = rows.map(row =>
    row.value === null && received(row, random) ? { ...row, numerator: 0, denominator: 0 } : row,
  )
  for (const week of ['2024-W51', '2024-W52', '2025-W01'])
    if (given.length > 0 && random.chance(0.7)) rows.push(counted(unit, indicator, week, random))
  if (character === 1) return monthInstead(rows, unit, indicator, 3)
  if (character === 2) return [...rows, counted(unit, indicator, '2024-04', random)]
  if (character === 3)
    return [
      ...rows,
      counted(unit, indicator, '2024-04-21/2024-05-20', random),
      counted(unit, indicator, '2024-04-10', random),
      counted(unit, indicator, '2024-04-11', random),
    ]
  if (character === 4)
    return [
      ...rows,
      counted(unit, indicator, '2024-Q1', random),
      onlyValue(unit, indicator, '2024-05', random),
    ]
  if (character === 5) return [...rows, counted(unit, indicator, '2024-05-06/2024-05-19', random)]
  return rows
}

/** Whether nothing was received in the week; of some units nothing ever. */
function received(row: Cells, random: Random): boolean {
  return random.chance(0.04) || (NOTHING_RECEIVED.includes(row.unit) && row.indicator !== 'on_time_rate')
}

/** The weeks of a month replaced by one row for the month. */
function monthInstead(rows: Cells[], unit: string, indicator: string, month: number): Cells[] {
  const days = monthDays(2024, month)
  const inMonth = (row: Cells) => {
    const middle = middleDay(periodDays(row.period))
    return row.value === null && days.from <= middle && middle <= days.to
  }
  const weeks = rows.filter(inMonth)
  const sum = (pick: (row: Cells) => number | null) =>
    weeks.reduce((total, row) => total + (pick(row) ?? 0), 0)
  const whole = { unit, indicator, period: `2024-0${month}`, value: null }
  return [
    ...rows.filter(row => !inMonth(row)),
    { ...whole, numerator: sum(row => row.numerator), denominator: sum(row => row.denominator) },
  ]
}

function published(codes: string[], random: Random): Cells[] {
  const departments = codes.filter(code => code.startsWith('GL-S'))
  const scores = departments.flatMap(unit =>
    ['2024-01', '2024-02', '2024-03', '2024-04', '2024-Q1', '2023']
      .filter(() => random.chance(0.7))
      .map(period => onlyValue(unit, 'service_score', period, random)),
  )
  const late = departments.map(unit => counted(unit, 'late_rate', '2024-W16', random))
  const province = [
    onlyValue('GL', 'online_rate', '2024-Q1', random),
    onlyValue('GL', 'online_rate', '2024-03', random),
  ]
  return [...scores, ...late, ...province]
}

function counted(unit: string, indicator: string, period: string, random: Random): Cells {
  const denominator = random.whole(1, 40)
  return { unit, indicator, period, numerator: random.whole(0, denominator), denominator, value: null }
}

function onlyValue(unit: string, indicator: string, period: string, random: Random): Cells {
  return {
    unit,
    indicator,
    period,
    numerator: null,
    denominator: null,
    value: random.whole(4_000, 9_900) / 100,
  }
}

function cellsOf(row: Record<string, string>): Cells {
  const { unit = '', indicator = '', period = '' } = row
  return {
    unit,
    indicator,
    period,
    numerator: numberOf(row.numerator),
    denominator: numberOf(row.denominator),
    value: numberOf(row.value),
  }
}

/** The rows over three files: each in one of them, some again in a later one with other figures; some tied on the way. */
function spread(rows: Cells[], random: Random): DataTexts['observations'] {
  const files: string[][] = RECORDED.map(() => ['unit,indicator,period,numerator,denominator,value,note'])
  for (const row of tied(rows)) {
    const first = random.whole(0, RECORDED.length - 1)
    files[first]?.push(line(row))
    if (random.chance(0.15) && first + 1 < RECORDED.length)
      files[random.whole(first + 1, RECORDED.length - 1)]?.push(line(revised(row, random)))
  }
  return files.map((lines, i) => ({ text: lines.join('\n'), recordedAt: RECORDED[i] ?? 0 }))
}

function revised(row: Cells, random: Random): Cells {
  if (row.value !== null) return onlyValue(row.unit, row.indicator, row.period, random)
  const denominator = (row.denominator ?? 0) + random.whole(0, 30)
  return { ...row, numerator: random.whole(0, denominator), denominator }
}

const double = (count: number | null) => (count === null ? null : count * 2)

/** Every third unit has twice the counts of the unit before it, week by week: the same rates. */
function tied(rows: Cells[]): Cells[] {
  const codes = [...new Set(rows.map(row => row.unit))]
  const model = (unit: string) => {
    const index = codes.indexOf(unit)
    return index % 3 === 2 ? codes[index - 1] : undefined
  }
  return rows
    .filter(row => model(row.unit) === undefined || row.value !== null)
    .flatMap(row => {
      const next = codes[codes.indexOf(row.unit) + 1]
      if (row.value !== null || next === undefined || model(next) !== row.unit) return [row]
      return [
        row,
        { ...row, unit: next, numerator: double(row.numerator), denominator: double(row.denominator) },
      ]
    })
}

function line({ unit, indicator, period, numerator, denominator, value }: Cells): string {
  return [unit, indicator, period, numerator ?? '', denominator ?? '', value ?? '', ''].join(',')
}
