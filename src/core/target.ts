import { type Term, termKey } from './campaign.ts'
import { isActiveWithin, type UnitTree } from './unit-tree.ts'

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

/** All targets, for lookup. `unitsWith` and `indicatorsWith` give those that are assigned, not the exempted. */
export interface Targets {
  of: (unit: string, indicator: string, term: Term) => Assigned
  /** Codes of units, in the order of the tree's units. */
  unitsWith: (indicator: string, term: Term) => string[]
  /** Codes of indicators, in the order of the rows. */
  indicatorsWith: (unit: string, term: Term) => string[]
  indicatorsIn: (term: Term) => string[]
}

interface Entry {
  assigned: Assigned
  /** The unit itself is named by the row, not only its kind. */
  explicit: boolean
}

/** Unit → what holds, for each indicator of each term, in the order of the rows. */
type Index = Map<string, Map<string, Map<string, Entry>>>

/**
 * Indexes the rows. An explicit row wins over a rule for the unit's kind, and of two alike the later wins. A rule does
 * not reach units that exist on no day of the term.
 */
export function buildTargets(rows: readonly TargetRow[], tree: UnitTree): Targets {
  const index: Index = new Map()
  const ofKind = Map.groupBy(tree.byCode.values(), unit => unit.kind as string)
  for (const row of rows) {
    const entries = entriesOf(index, row)
    if (row.unit !== null) entries.set(row.unit, { assigned: assign(row, row.unit), explicit: true })
    for (const { code } of row.unit === null ? (ofKind.get(row.kind ?? '') ?? []) : [])
      if (!entries.get(code)?.explicit) entries.set(code, { assigned: assign(row, code), explicit: false })
  }
  const of = (code: string, indicator: string, term: Term): Assigned => {
    const entry = index.get(termKey(term))?.get(indicator)?.get(code)
    const unit = tree.byCode.get(code)
    const reached = entry && (entry.explicit || (unit && isActiveWithin(unit, term)))
    return reached ? entry.assigned : { state: 'not_assigned' }
  }
  const codes = [...tree.byCode.keys()]
  const assigned = (code: string, indicator: string, term: Term): boolean =>
    of(code, indicator, term).state === 'assigned'
  const unitsWith = (indicator: string, term: Term): string[] =>
    codes.filter(code => assigned(code, indicator, term))
  const indicators = (term: Term): string[] => [...(index.get(termKey(term))?.keys() ?? [])]
  return {
    of,
    unitsWith,
    indicatorsWith: (unit, term) => indicators(term).filter(indicator => assigned(unit, indicator, term)),
    indicatorsIn: term =>
      indicators(term).filter(indicator => codes.some(code => assigned(code, indicator, term))),
  }
}

function assign(row: TargetRow, unit: string): Assigned {
  if (row.target === null || row.except.includes(unit)) return { state: 'exempt' }
  return { state: 'assigned', target: row.target, document: row.document }
}

function entriesOf(index: Index, row: TargetRow): Map<string, Entry> {
  const term = row.campaign === null ? String(row.year) : `${row.campaign}/${row.phase}`
  const indicators = index.get(term) ?? new Map<string, Map<string, Entry>>()
  index.set(term, indicators)
  const entries = indicators.get(row.indicator) ?? new Map<string, Entry>()
  indicators.set(row.indicator, entries)
  return entries
}
