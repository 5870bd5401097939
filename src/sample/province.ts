import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { sampleCalendar } from './calendar.ts'
import type { SampleCalendar } from './calendar.ts'
import { LEVELS } from './levels.ts'
import { baselineOf, weeklyCounts } from './series.ts'
import type { Counts, Office } from './series.ts'
import { STALE_WEEKS, STORY } from './story.ts'
import { targetLines, targetOf } from './targets.ts'

/** The sample province as files: the text of one CSV file for each kind of data. */
export interface SampleFiles {
  units: string
  indicators: string
  campaigns: string
  targets: string
  members: string
  observations: string
}

const CAMPAIGN = 'CD100'
const CAMPAIGN_NAME = 'Chiến dịch mẫu 100 ngày đêm nâng cao hiệu quả sử dụng dịch vụ công'
/** A document that no office has issued, and that says so. */
const DOCUMENT = '100/KH-UBND (văn bản mẫu)'
/** Stands beside every figure. */
const NOTE = 'dữ liệu mẫu'
const NOTHING: Counts = { numerator: 0, denominator: 0 }

/**
 * Gia Lai as it is since 1/7/2025, with made-up figures up to the last Sunday: the same texts for the same `today`
 * (`YYYY-MM-DD`), and the same figures under other dates for any other day. Columns as in CONTRACT.md §1.
 */
export function sampleProvince(today: string): SampleFiles {
  const calendar = sampleCalendar(today)
  const units = dataFile('units.csv')
  const departments = dataFile('departments.csv')
  const offices = [...officesOf(departments), ...officesOf(units)]
  return {
    units: units + departments.slice(departments.indexOf('\n') + 1),
    indicators: dataFile('indicators.csv'),
    campaigns: campaigns(calendar),
    targets: targets(offices),
    members: dataFile('members.csv'),
    observations: observations(offices, calendar),
  }
}

function dataFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** The units that are measured: those that exist today, the province left out. */
function officesOf(units: string): Office[] {
  const rows = parse<Record<string, string>>(units, { columns: true })
  return rows.flatMap(({ code = '', name = '', kind, active_to }) =>
    active_to === '' && (kind === 'department' || kind === 'commune') ? [{ code, name, kind }] : [],
  )
}

function campaigns(calendar: SampleCalendar): string {
  const lines = calendar.phases.map(({ phase, from, to }) =>
    [CAMPAIGN, CAMPAIGN_NAME, phase, `Giai đoạn ${phase}`, from, to, DOCUMENT].join(','),
  )
  return table('campaign,name,phase,phase_name,start,end,document', lines)
}

function targets(offices: readonly Office[]): string {
  const lines = targetLines(offices).map(({ phase, unit, kind, indicator, target, except }) =>
    [CAMPAIGN, phase, unit, kind, indicator, target, DOCUMENT, except].join(','),
  )
  return table('campaign,phase,unit,kind,indicator,target,document,except', lines)
}

function observations(offices: readonly Office[], calendar: SampleCalendar): string {
  const year = calendar.baselineYear
  const lines = LEVELS.map(
    ({ indicator, baseline }) => `${STORY.province},${indicator},${year},,,${baseline.province},${NOTE}`,
  )
  for (const office of offices)
    for (const level of LEVELS) {
      const value = baselineOf(office, level)
      if (value !== null) lines.push(`${office.code},${level.indicator},${year},,,${value},${NOTE}`)
    }
  for (const office of offices) lines.push(...weeklyLines(office, calendar))
  return table('unit,indicator,period,numerator,denominator,value,note', lines)
}

/** Lines of one unit, oldest week first. */
function weeklyLines(office: Office, calendar: SampleCalendar): string[] {
  if (office.code === STORY.noData.unit) return []
  const sent = office.code === STORY.stale.unit ? calendar.weeks.slice(0, -STALE_WEEKS) : calendar.weeks
  const counts = weeklyCounts(office, calendar.weeks.length, indicator => targetOf(office, indicator, 2))
  return sent.flatMap(({ period }, week) =>
    LEVELS.map(({ indicator }) => {
      const { numerator, denominator } = counts.get(indicator)?.[week] ?? NOTHING
      return `${office.code},${indicator},${period},${numerator},${denominator},,${NOTE}`
    }),
  )
}

function table(header: string, lines: readonly string[]): string {
  return `${header}\n${lines.join('\n')}\n`
}
