import type { Phase } from '../core/campaign.ts'
import type { Indicator } from '../core/indicator.ts'
import type { Unit } from '../core/unit-tree.ts'
import { recordKey } from '../db/record-key.ts'
import type { Catalog } from '../db/stores.ts'
import { nearest } from './nearest.ts'
import type { RowReader } from './row-reader.ts'

/** What the rows of a file may refer to. */
export interface Known {
  units: ReadonlyMap<string, Unit>
  indicators: ReadonlyMap<string, Indicator>
  phases: ReadonlyMap<string, Phase>
}

export function knownOf({ units, indicators, phases }: Catalog): Known {
  return {
    units: new Map(units.map(unit => [unit.code, unit])),
    indicators: new Map(indicators.map(indicator => [indicator.code, indicator])),
    phases: new Map(phases.map(phase => [recordKey.campaigns(phase), phase])),
  }
}

export function nearestUnits(text: string, units: Iterable<Unit>): string {
  return nearest(
    text,
    Array.from(units, ({ code, name, shortName, aliases }) => ({
      code,
      names: [name, shortName, ...aliases],
    })),
  )
}

export function nearestIndicators(text: string, indicators: Iterable<Indicator>): string {
  return nearest(
    text,
    Array.from(indicators, ({ code, shortName, name, aliases }) => ({
      code,
      names: [shortName, name, ...aliases],
    })),
  )
}

/** The unit whose code stands in the cell, or null where it is empty; an unknown one is reported. */
export function unitOf(row: RowReader, field: string, known: Known): string | null {
  const code = row.textOrNull(field)
  if (code !== null && !known.units.has(code)) {
    row.report('unknown_unit', { near: nearestUnits(code, known.units.values()) }, field)
  }
  return code
}

/** The indicator whose code stands in the cell; an empty cell and an unknown code are reported. */
export function indicatorOf(row: RowReader, field: string, known: Known): Indicator | null {
  const code = row.required(field)
  const indicator = known.indicators.get(code)
  if (code !== '' && indicator === undefined) {
    row.report('unknown_indicator', { near: nearestIndicators(code, known.indicators.values()) }, field)
  }
  return indicator ?? null
}
