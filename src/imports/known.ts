import type { Phase } from '../core/campaign.ts'
import type { HolidayRow } from '../core/holidays.ts'
import type { Indicator } from '../core/indicator.ts'
import type { Member } from '../core/member.ts'
import type { Unit } from '../core/unit-tree.ts'
import { recordKey } from '../db/stores/record-key.ts'
import type { Catalog } from '../db/stores/catalog.ts'
import { indicatorFinder } from './names/find-indicator.ts'
import { type FoundNames, NameIndex } from './names/name-index.ts'
import { createNearest, type Nearest } from './names/nearest.ts'
import { type UnitFinder, unitFinder } from './names/unit-finder.ts'

/** What the rows of a file may refer to, and what may have been meant where they refer to nothing. */
export interface Known {
  units: ReadonlyMap<string, Unit>
  indicators: ReadonlyMap<string, Indicator>
  phases: ReadonlyMap<string, Phase>
  members: ReadonlyMap<string, Member>
  holidays: ReadonlyMap<string, HolidayRow>
  findUnit: UnitFinder
  findIndicator: (text: string) => FoundNames
  nearUnits: Nearest
  nearIndicators: Nearest
  nearPhases: Nearest
}

export function knownOf({
  units,
  indicators,
  phases,
  members,
  holidays,
}: Omit<Catalog, 'revision' | 'targets'>): Known {
  const findUnit = once(() => unitFinder(units))
  const findIndicator = once(() => indicatorFinder(indicators))
  return {
    units: new Map(units.map(unit => [unit.code, unit])),
    indicators: new Map(indicators.map(indicator => [indicator.code, indicator])),
    phases: new Map(phases.map(phase => [recordKey.campaigns(phase), phase])),
    members: new Map(members.map(member => [member.member, member])),
    holidays: new Map(holidays.map(holiday => [recordKey.holidays(holiday), holiday])),
    findUnit: { find: (text, day) => findUnit().find(text, day) },
    findIndicator: text => findIndicator()(text),
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

/** What is made with the first question: many files ask none. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

export function nearestUnit(units: Iterable<Unit>): Nearest {
  return createNearest(() =>
    Array.from(units, ({ code, name, shortName, aliases }) => ({
      code,
      names: [name, shortName, ...aliases],
    })),
  )
}

/** Codes of the campaigns, or of the phases of one, that are called so. */
export function namedTerm(text: string, named: Iterable<{ code: string; name: string }>): readonly string[] {
  const things = Array.from(named, ({ code, name }) => ({ code, groups: [[code], [name]] }))
  return new NameIndex(things).find(text).codes
}
