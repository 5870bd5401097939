import type { Phase } from '../core/campaign.ts'
import { periodText } from '../core/period.ts'
import { buildTargets } from '../core/target.ts'
import type { TargetRow } from '../core/target.ts'
import { phaseTerm } from '../core/term.ts'
import { buildUnitTree } from '../core/unit-tree.ts'
import type { Unit } from '../core/unit-tree.ts'
import { sampleCalendar } from './calendar.ts'
import type { SampleCalendar } from './calendar.ts'
import { LEVELS } from './levels.ts'
import { dataFile, officesOf, unitsFile } from './offices.ts'
import { planPhases, planTargets } from './plan.ts'
import { baselineOf, weeklyCounts } from './series.ts'
import { STALE_WEEKS, STORY } from './story.ts'

/** The sample province as files: the text of one CSV file for each kind of data. */
export interface SampleFiles {
  units: string
  indicators: string
  campaigns: string
  targets: string
  members: string
  observations: string
}

/** Stands beside every figure. */
const NOTE = 'dữ liệu mẫu'

/**
 * Gia Lai as it is since 1/7/2025, with made-up figures up to the last Sunday: the same texts for the same `today`
 * (`YYYY-MM-DD`), and the same figures under other dates for any other day. Columns as in CONTRACT.md §1.
 */
export function sampleProvince(today: string): SampleFiles {
  const calendar = sampleCalendar(today)
  const units = unitsFile()
  const offices = officesOf(units)
  const phases = planPhases(calendar)
  const baselines = baselinesOf(offices)
  const targets = planTargets(
    offices,
    phases,
    (unit, indicator) => baselines.get(`${unit},${indicator}`) ?? null,
  )
  return {
    units,
    indicators: dataFile('indicators.csv'),
    campaigns: campaignLines(phases),
    targets: targetLines(targets),
    members: dataFile('members.csv'),
    observations: table('unit,indicator,period,numerator,denominator,value,note', [
      ...baselineLines(baselines, calendar.baselineYear),
      ...weeklyLines(offices, calendar, aims(offices, targets, phases)),
    ]),
  }
}

/** Last year's results by `unit,indicator`, percent; the province's come first. */
function baselinesOf(offices: readonly Unit[]): ReadonlyMap<string, number> {
  const values = new Map(
    LEVELS.map(({ indicator, baseline }) => [`${STORY.province},${indicator}`, baseline.province]),
  )
  for (const office of offices)
    for (const level of LEVELS) {
      const value = baselineOf(office, level)
      if (value !== null) values.set(`${office.code},${level.indicator}`, value)
    }
  return values
}

/** What each unit is to reach in phase 2, percent, or null. */
type Aims = (unit: Unit, indicator: string) => number | null

function aims(offices: readonly Unit[], rows: readonly TargetRow[], phases: readonly Phase[]): Aims {
  const targets = buildTargets(rows, buildUnitTree(offices))
  const last = phases.at(-1)
  return (unit, indicator) => {
    const assigned = last && targets.of(unit.code, indicator, phaseTerm(last))
    return assigned?.state === 'assigned' ? assigned.target : null
  }
}

function campaignLines(phases: readonly Phase[]): string {
  const lines = phases.map(({ campaign, campaignName, phase, phaseName, from, to, document }) =>
    [campaign, campaignName, phase, phaseName, from, to, document].join(','),
  )
  return table('campaign,name,phase,phase_name,start,end,document', lines)
}

function targetLines(rows: readonly TargetRow[]): string {
  const lines = rows.map(({ campaign, phase, unit, kind, indicator, target, document, except }) =>
    [campaign, phase, unit, kind, indicator, target, document, except.join('|')].join(','),
  )
  return table('campaign,phase,unit,kind,indicator,target,document,except', lines)
}

function baselineLines(baselines: ReadonlyMap<string, number>, year: number): string[] {
  return [...baselines].map(([unitAndIndicator, value]) => `${unitAndIndicator},${year},,,${value},${NOTE}`)
}

/** Lines of one unit after the other, oldest week first. */
function weeklyLines(offices: readonly Unit[], { weeks }: SampleCalendar, aim: Aims): string[] {
  const periods = weeks.map(periodText)
  const lines: string[] = []
  for (const office of offices) {
    if (office.code === STORY.noData.unit) continue
    const series = [...weeklyCounts(office, weeks.length, indicator => aim(office, indicator))]
    const sent = office.code === STORY.stale.unit ? periods.slice(0, -STALE_WEEKS) : periods
    for (const [week, period] of sent.entries())
      for (const [indicator, counts] of series) {
        const { numerator, denominator } = counts[week]!
        lines.push(`${office.code},${indicator},${period},${numerator},${denominator},,${NOTE}`)
      }
  }
  return lines
}

function table(header: string, lines: readonly string[]): string {
  return `${header}\n${lines.join('\n')}\n`
}
