import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf, periodDays, yearDays } from './civil-days.ts'
import type { Days } from './civil-days.ts'

/** The texts of a folder of data, by file name without `.csv`; several texts of observations are allowed. */
export interface DataTexts {
  units: string
  indicators: string
  campaigns: string
  targets: string
  members: string
  observations: { text: string; recordedAt: number }[]
}

export interface RefUnit {
  code: string
  name: string
  kind: string
  parent: string
  /** Days of its existence; without end on either side where the file says nothing. */
  activeFrom: number
  activeTo: number
}

export interface RefIndicator {
  code: string
  accumulation: string
  lowerIsBetter: boolean
}

export interface RefPhase extends Days {
  campaign: string
  phase: string
}

export interface RefTarget {
  campaign: string
  phase: string
  year: string
  unit: string
  kind: string
  indicator: string
  target: number
  except: string[]
}

export interface RefRow extends Days {
  unit: string
  numerator: number | null
  denominator: number | null
  value: number | null
  recordedAt: number
}

export interface RefWorld {
  units: RefUnit[]
  indicators: RefIndicator[]
  phases: RefPhase[]
  targets: RefTarget[]
  /** Observations of `unit|indicator`, in the order in which they were recorded. */
  rows: Map<string, RefRow[]>
}

/** Rows of a CSV text as objects; commas and doubled quotes inside quotes, nothing more. */
export function csvRows(text: string): Record<string, string>[] {
  const lines = text.split(/\r?\n/).filter(line => line !== '')
  const names = csvCells(lines[0] ?? '')
  return lines.slice(1).map(line => {
    const cells = csvCells(line)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

function csvCells(line: string): string[] {
  const cells = ['']
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i)
    if (char === '"' && quoted && line[i + 1] === '"') {
      cells[cells.length - 1] += '"'
      i++
    } else if (char === '"') quoted = !quoted
    else if (char === ',' && !quoted) cells.push('')
    else cells[cells.length - 1] += char
  }
  return cells
}

/** Reads the CSV files of a folder; every observation counts as recorded at `recordedAt`. */
export function readTexts(folder: string, recordedAt: number): DataTexts {
  const text = (name: string) => readFileSync(join(folder, `${name}.csv`), 'utf8')
  return {
    units: text('units'),
    indicators: text('indicators'),
    campaigns: text('campaigns'),
    targets: text('targets'),
    members: text('members'),
    observations: ['observations-baseline', 'observations-weekly'].map(name => ({
      text: text(name),
      recordedAt,
    })),
  }
}

export function readWorld(texts: DataTexts): RefWorld {
  const rows = new Map<string, RefRow[]>()
  for (const { text, recordedAt } of texts.observations)
    for (const row of csvRows(text)) {
      const key = `${row.unit}|${row.indicator}`
      const list = rows.get(key) ?? []
      list.push({ ...observed(row), recordedAt })
      rows.set(key, list)
    }
  return {
    units: csvRows(texts.units).map(existing),
    indicators: csvRows(texts.indicators).map(({ code = '', accumulation = '', better = '' }) => {
      return { code, accumulation, lowerIsBetter: better === 'lower' }
    }),
    phases: csvRows(texts.campaigns).map(({ campaign = '', phase = '', start = '', end = '' }) => {
      return { campaign, phase, from: dayOf(start), to: dayOf(end) }
    }),
    targets: csvRows(texts.targets).map(assigned),
    rows,
  }
}

/** A number, or null of an empty cell. */
export function numberOf(text = ''): number | null {
  return text === '' ? null : Number(text)
}

function existing(row: Record<string, string>): RefUnit {
  const { code = '', name = '', kind = '', parent = '', active_from: from = '', active_to: to = '' } = row
  return {
    code,
    name,
    kind,
    parent,
    activeFrom: from === '' ? Number.NEGATIVE_INFINITY : dayOf(from),
    activeTo: to === '' ? Number.POSITIVE_INFINITY : dayOf(to),
  }
}

function observed(row: Record<string, string>): Omit<RefRow, 'recordedAt'> {
  return {
    unit: row.unit ?? '',
    ...periodDays(row.period ?? ''),
    numerator: numberOf(row.numerator),
    denominator: numberOf(row.denominator),
    value: numberOf(row.value),
  }
}

function assigned(row: Record<string, string>): RefTarget {
  const { campaign = '', phase = '', year = '', unit = '', kind = '', indicator = '', except = '' } = row
  return {
    campaign,
    phase,
    year,
    unit,
    kind,
    indicator,
    target: Number(row.target),
    except: except === '' ? [] : except.split('|'),
  }
}

/** A stretch for which targets hold: a phase, or a calendar year. */
export type RefTerm = Days & ({ campaign: string; phase: string; year: null } | { year: number })

export function phaseTerm(phase: RefPhase): RefTerm {
  return { ...phase, year: null }
}

export function yearTerm(year: number): RefTerm {
  return { year, ...yearDays(year) }
}
