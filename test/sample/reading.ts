import { parse } from 'csv-parse/sync'
import type { SampleFiles } from '../../src/sample/province.ts'

export type Row = Record<string, string>

/** Plain reading of the sample's files: nothing of the code under test but the texts. */
export interface Reading {
  units: Row[]
  targets: Row[]
  phases: Row[]
  members: Row[]
  indicators: Row[]
  /** `[unit, indicator, period, numerator, denominator, value, note]` */
  observations: string[][]
}

/** Of the observations only those of `units`, where they are given. */
export function read(files: SampleFiles, units?: readonly string[]): Reading {
  return {
    units: rows(files.units),
    targets: rows(files.targets),
    phases: rows(files.campaigns),
    members: rows(files.members),
    indicators: rows(files.indicators),
    observations: files.observations
      .trimEnd()
      .split('\n')
      .slice(1)
      .filter(line => units?.some(unit => line.startsWith(`${unit},`)) ?? true)
      .map(line => line.split(',')),
  }
}

function rows(text: string): Row[] {
  return parse(text, { columns: true })
}

const DAY = 86_400_000

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** The Sunday on which a week like `2026-W53` ends: 4 January lies in week 1. */
export function sundayOf(period: string): string {
  const [year, week] = period.split('-W')
  const fourth = `${year}-01-04`
  const weekday = new Date(fourth).getUTCDay() || 7
  return addDays(fourth, 7 - weekday + (Number(week) - 1) * 7)
}

/** The last Sunday, `today` included. */
export function lastSunday(today: string): string {
  return addDays(today, -new Date(today).getUTCDay())
}

/** Pooled counts of the weeks of phase 2 up to a day; a week belongs to the phase in which its Thursday lies. */
export function phaseTwo(reading: Reading, unit: string, indicator: string, until: string): [number, number] {
  const start = reading.phases.find(row => row['phase'] === '2')?.['start'] ?? ''
  let [n, d] = [0, 0]
  for (const [code, of, period = '', numerator, denominator] of reading.observations) {
    if (code !== unit || of !== indicator || !period.includes('-W')) continue
    const sunday = sundayOf(period)
    if (addDays(sunday, -3) < start || sunday > until) continue
    n += Number(numerator)
    d += Number(denominator)
  }
  return [n, d]
}

/** Percent with 2 decimals, half up. */
export function percent([n, d]: readonly [number, number]): number {
  return Math.floor((n / d) * 10_000 + 0.5) / 100
}

/** Target of a phase: the unit's own row, else that of its kind; null where it is left out or none is given. */
export function target(reading: Reading, unit: string, indicator: string, phase = '2'): number | null {
  const kind = reading.units.find(row => row['code'] === unit)?.['kind']
  const given = reading.targets.filter(row => row['indicator'] === indicator && row['phase'] === phase)
  const own = given.find(row => row['unit'] === unit)
  if (own !== undefined) return Number(own['target'])
  const rule = given.find(row => row['kind'] === kind)
  return rule === undefined || rule['except']?.split('|').includes(unit) ? null : Number(rule['target'])
}
