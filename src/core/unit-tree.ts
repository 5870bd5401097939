/** Units and the tree that they form. */
export const UNIT_KINDS = ['province', 'department', 'district', 'commune', 'ministry', 'other'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export interface Unit {
  code: string
  /** Official name with its kind: "Huyện Ia Grai". */
  name: string
  /** Shown in lists: "Ia Grai". */
  shortName: string
  kind: UnitKind
  /** Code of the unit above, or null for the top. */
  parent: string | null
  aliases: readonly string[]
  /** First and last civil day of its existence, or null where not known. */
  activeFrom: string | null
  activeTo: string | null
  /** Code of the unit that took it over, or null. */
  mergedInto: string | null
}
