import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { middleOf, parsePeriod } from '../../src/core/period.ts'
import { sampleProvince } from '../../src/sample/province.ts'
import { csvRows } from '../reference/reference-data.ts'

/** One phase of one world, and the targets that were assigned in it by `unit|indicator`. */
export interface Trial {
  world: string
  phase: string
  from: string
  to: string
  /** Units by kind. */
  kinds: Map<string, string[]>
  indicators: { code: string; accumulation: 'sum' | 'latest'; lower: boolean }[]
  periods: { from: string; to: string; text: string }[]
  /** `unit|indicator|period` → counts. */
  counts: Map<string, [number, number]>
  targets: Map<string, number>
}

const FIXTURES = join(import.meta.dirname, '../fixtures')

interface Texts {
  units: string
  indicators: string
  campaigns: string
  targets: string
  observations: string
}

/** The phases of the worlds whose figures reach their end. */
export function trials(): Trial[] {
  return [
    ...trialsOf('gia-lai-2024', folder('gia-lai-2024')),
    ...trialsOf('lam-dong-2026', folder('lam-dong-2026')),
    ...trialsOf('sample', sampleProvince('2026-11-26')),
  ]
}

function folder(name: string): Texts {
  const text = (file: string) => readFileSync(join(FIXTURES, name, `${file}.csv`), 'utf8')
  return {
    units: text('units'),
    indicators: text('indicators'),
    campaigns: text('campaigns'),
    targets: text('targets'),
    observations: text('observations-weekly'),
  }
}

function trialsOf(world: string, texts: Texts): Trial[] {
  const units = csvRows(texts.units)
  const kinds = new Map<string, string[]>()
  for (const unit of units) kinds.set(unit.kind!, [...(kinds.get(unit.kind!) ?? []), unit.code!])
  const counts = new Map<string, [number, number]>()
  const texted = new Set<string>()
  for (const row of csvRows(texts.observations)) {
    if (!row.period?.includes('-W') || row.numerator === '') continue
    counts.set(`${row.unit}|${row.indicator}|${row.period}`, [Number(row.numerator), Number(row.denominator)])
    texted.add(row.period)
  }
  const periods = [...texted].toSorted().map(text => ({ ...parsePeriod(text)!, text }))
  const last = periods.at(-1)!.to
  const indicators = csvRows(texts.indicators).flatMap(row =>
    row.accumulation === 'sum' || row.accumulation === 'latest'
      ? [{ code: row.code!, accumulation: row.accumulation, lower: row.better === 'lower' } as const]
      : [],
  )
  const shared = { world, kinds, indicators, periods, counts }
  return csvRows(texts.campaigns).flatMap(phase => {
    const [from, to] = [phase.start!, phase.end!]
    const inside = periods.filter(p => middleOf(p) >= from && middleOf(p) <= to)
    if (inside.length < 3) return []
    const name = `${phase.phase}${to > last ? ' (so far)' : ''}`
    return [
      {
        ...shared,
        phase: name,
        from,
        to: to > last ? last : to,
        targets: targetsOf(texts, phase.phase!, kinds),
      },
    ]
  })
}

function targetsOf(texts: Texts, phase: string, kinds: Map<string, string[]>): Map<string, number> {
  const targets = new Map<string, number>()
  for (const row of csvRows(texts.targets)) {
    if (row.phase !== phase || row.target === '') continue
    const except = (row.except ?? '').split('|')
    const units = row.unit ? [row.unit] : (kinds.get(row.kind ?? '') ?? [])
    for (const unit of units)
      if (!except.includes(unit)) targets.set(`${unit}|${row.indicator}`, Number(row.target))
  }
  return targets
}
