import type { Phase } from '../core/campaign.ts'
import type { Indicator } from '../core/indicator.ts'
import type { Member } from '../core/member.ts'
import type { Unit } from '../core/unit-tree.ts'
import { recordKey } from '../db/stores/record-key.ts'
import type { Catalog } from '../db/stores/catalog.ts'
import { createNearest, type Nearest } from './nearest.ts'
import type { RowReader } from './row-reader.ts'

/** What the rows of a file may refer to, and what may have been meant where they refer to nothing. */
export interface Known {
  units: ReadonlyMap<string, Unit>
  indicators: ReadonlyMap<string, Indicator>
  phases: ReadonlyMap<string, Phase>
  members: ReadonlyMap<string, Member>
  nearUnits: Nearest
  nearIndicators: Nearest
  nearPhases: Nearest
}

export function knownOf({
  units,
  indicators,
  phases,
  members,
}: Pick<Catalog, 'units' | 'indicators' | 'phases' | 'members'>): Known {
  return {
    units: new Map(units.map(unit => [unit.code, unit])),
    indicators: new Map(indicators.map(indicator => [indicator.code, indicator])),
    phases: new Map(phases.map(phase => [recordKey.campaigns(phase), phase])),
    members: new Map(members.map(member => [member.member, member])),
    nearUnits: nearestUnit(units),
    nearIndicators: createNearest(() =>
      indicators.map(({ code, name, shortName, aliases }) => ({
        code,
        names: [shortName, name, ...aliases],
      })),
    ),
    nearPhases: createNearest(() =>
      phases.map(phase => ({ code: recordKey.campaigns(phase), names: [phase.phaseName] })),
    ),
  }
}

export function nearestUnit(units: Iterable<Unit>): Nearest {
  return createNearest(() =>
    Array.from(units, ({ code, name, shortName, aliases }) => ({
      code,
      names: [name, shortName, ...aliases],
    })),
  )
}

/** The unit whose code stands in the cell, or null where it is empty; an unknown one is reported. */
export function unitOf(row: RowReader, field: string, known: Known): string | null {
  const code = row.textOrNull(field)
  if (code !== null && !known.units.has(code)) {
    row.report('unknown_unit', { near: row.near(known.nearUnits, code) }, field)
  }
  return code
}

/** The indicator whose code stands in the cell; an empty cell and an unknown code are reported. */
export function indicatorOf(row: RowReader, field: string, known: Known): Indicator | null {
  const code = row.required(field)
  const indicator = known.indicators.get(code)
  if (code !== '' && indicator === undefined) {
    row.report('unknown_indicator', { near: row.near(known.nearIndicators, code) }, field)
  }
  return indicator ?? null
}
