import type { Phase } from '../../core/campaign.ts'
import type { HolidayRow } from '../../core/holidays.ts'
import type { Indicator } from '../../core/indicator.ts'
import type { Member } from '../../core/member.ts'
import type { TargetRow } from '../../core/target.ts'
import type { Unit } from '../../core/unit-tree.ts'

/** Units, indicators, campaigns, targets, members, holidays: small, read whole, cached by revision. */
export interface Catalog {
  /** Grows with every change of the catalog, from whichever process. */
  revision: number
  units: readonly Unit[]
  indicators: readonly Indicator[]
  phases: readonly Phase[]
  targets: readonly TargetRow[]
  members: readonly Member[]
  /** What a year decides otherwise than the law's rule. */
  holidays: readonly HolidayRow[]
}

export interface CatalogStore {
  /** The whole catalog; the same object again while nothing changed. */
  get(): Promise<Catalog>
  /** True when no unit, indicator, campaign, target, member, holiday or observation was ever stored. */
  isEmpty(): Promise<boolean>
  /** Adds an alias to a unit or an indicator; false when it has it already. Works at once, everywhere. */
  addAlias(kind: 'unit' | 'indicator', code: string, alias: string): Promise<boolean>
  /** What imports stored of one kind, by key (see `recordKey`), in the order stored; without added aliases. */
  records<K extends CatalogKind>(kind: K): Promise<Map<string, CatalogRecords[K]>>
  /** Stores or replaces records, removes those that are null. */
  put<K extends CatalogKind>(kind: K, changes: ReadonlyMap<string, CatalogRecords[K] | null>): Promise<void>
}

/** The kinds of catalog files and what a row of each becomes. */
export interface CatalogRecords {
  units: Unit
  indicators: Indicator
  campaigns: Phase
  targets: TargetRow
  members: Member
  holidays: HolidayRow
}

export type CatalogKind = keyof CatalogRecords
