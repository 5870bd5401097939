/** A target as assigned: an explicit row for a unit, or a rule for a kind of units with exceptions (DOMAIN.md §6). */
export interface TargetRow {
  /** Campaign and phase codes, or null for a yearly target. */
  campaign: string | null
  phase: string | null
  year: number | null
  /** Either a unit or a kind, never both. */
  unit: string | null
  kind: string | null
  indicator: string
  /** Percent or points; null says that the unit is exempted. */
  target: number | null
  document: string
  /** Codes of units that a rule for a kind leaves out: these are exempted. */
  except: readonly string[]
}

/** What holds for one unit and indicator in one term. */
export type Assigned =
  | { state: 'assigned'; target: number; document: string }
  | { state: 'exempt' }
  | { state: 'not_assigned' }
