import type { Phase } from '../core/campaign.ts'
import type { HolidayRow } from '../core/holidays.ts'
import type { Indicator } from '../core/indicator.ts'
import type { Member } from '../core/member.ts'
import type { Unit } from '../core/unit-tree.ts'
import { recordKey } from '../db/stores/record-key.ts'
import type { Catalog } from '../db/stores/catalog.ts'
import { indicatorFinder } from './names/find-indicator.ts'
import { type FoundNames, NameIndex } from './names/name-index.ts'
import { foldName } from './names/fold-name.ts'
import { createNearest, type Nearest } from './names/nearest.ts'
import { type UnitFinder, unitFinder } from './names/unit-finder.ts'

/** A text that means a province, by its folded words. */
const PROVINCE = /^(?:ubnd |uy ban nhan dan )?(?:tinh|thanh pho|tp) |^[a-z]{2,4}$/

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
  /** Phases that a campaign, of any name where it is null, has under a code or else a name. */
  findPhases: (campaign: string | null, phase: string) => readonly Phase[]
}

export function knownOf({
  units,
  indicators,
  phases,
  members,
  holidays,
}: Omit<Catalog, 'revision' | 'targets'>): Known {
  const findUnit = once(() => unitFinder(units))
  const findIndicator = once(() => remembered(indicatorFinder(indicators)))
  const namedPhases = new Map<string, readonly Phase[]>()
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
    findPhases(campaign, phase) {
      const key = `${campaign ?? ''}|${phase}`
      const found = namedPhases.get(key) ?? phasesNamed(phases, campaign, phase)
      namedPhases.set(key, found)
      return found
    },
  }
}

/** The same question gets the same answer: the rows of a file name the same things over and over. */
function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text) ?? answer(text)
    known.set(text, found)
    return found
  }
}

/** What is made with the first question: many files ask none. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/**
 * Finds units that are written much like a text. A province is near to what says that it is one, and where units above others
 * are looked for.
 */
export function nearestUnit(units: Iterable<Unit>, isUpper = false): Nearest {
  const all = [...units]
  const below = all.filter(({ kind }) => kind !== 'province')
  const [ofAll, ofBelow] = [nearestOf(all), nearestOf(below)]
  // An office "tỉnh Gia Lai" is not likely the province itself.
  return (text, within) =>
    isUpper || below.length === 0 || PROVINCE.test(foldName(text))
      ? ofAll(text, within)
      : ofBelow(text, within)
}

function nearestOf(units: readonly Unit[]): Nearest {
  return createNearest(() =>
    units.map(({ code, name, shortName, aliases }) => ({ code, names: [name, shortName, ...aliases] })),
  )
}

function phasesNamed(phases: readonly Phase[], campaign: string | null, phase: string): readonly Phase[] {
  const campaigns =
    campaign === null ? null : named(campaign, phases, each => [each.campaign, each.campaignName])
  const own = campaigns === null ? phases : phases.filter(each => campaigns.has(each.campaign))
  const byCode = own.filter(each => each.phase === phase)
  if (byCode.length > 0) return byCode
  const names = named(phase, own, each => [each.phaseName, each.phaseName])
  return own.filter(each => names.has(each.phaseName))
}

/** Codes of those that are called so. */
function named<T>(
  text: string,
  things: readonly T[],
  namesOf: (thing: T) => [code: string, name: string],
): ReadonlySet<string> {
  const index = new NameIndex(things.map(namesOf).map(([code, name]) => ({ code, groups: [[code], [name]] })))
  return new Set(index.find(text).codes)
}
