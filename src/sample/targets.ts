import { LEVELS } from './levels.ts'
import { baselineOf } from './series.ts'
import type { Office } from './series.ts'
import { STORY } from './story.ts'

/** A rule of the sample plan, phase 1 and phase 2: one target for all, or one that starts from last year's result. */
type Rule =
  | { indicator: string; fixed: readonly [number, number] }
  | { indicator: string; central: number; below: readonly [number, number]; above: readonly [number, number] }

const RULES: readonly Rule[] = [
  { indicator: 'online_rate', central: 50, below: [0, 10], above: [5, 10] },
  { indicator: 'online_payment_rate', central: 45, below: [0, 10], above: [5, 10] },
  { indicator: 'transparency_rate', fixed: [80, 90] },
  { indicator: 'on_time_rate', fixed: [95, 97] },
  { indicator: 'satisfaction_rate', fixed: [95, 95] },
  { indicator: 'digitization_rate', fixed: [50, 60] },
]

const PHASES = [1, 2] as const
type PhaseNumber = (typeof PHASES)[number]

/** Target of a unit in a phase, percent; null where the plan has no rule for the indicator or leaves the unit out. */
export function targetOf(office: Office, indicator: string, phase: PhaseNumber): number | null {
  const rule = RULES.find(one => one.indicator === indicator)
  if (rule === undefined || office.code === STORY.exempt.unit) return null
  const level = LEVELS.find(one => one.indicator === indicator)
  return fromRule(rule, phase, level === undefined ? null : baselineOf(office, level))
}

/** One line of `targets.csv`: `unit` or `kind`. */
export interface TargetLine {
  phase: PhaseNumber
  unit: string
  kind: string
  indicator: string
  target: number
  except: string
}

/**
 * The lines of the plan: a rule for each kind of unit that names the exempted one, and where the rule starts from last
 * year's result, a line for each unit that has such a result and another target for it.
 */
export function targetLines(offices: readonly Office[]): TargetLine[] {
  return RULES.flatMap(rule =>
    PHASES.flatMap(phase => {
      const common = fromRule(rule, phase, null)
      const { indicator } = rule
      return [
        { phase, unit: '', kind: 'department', indicator, target: common, except: STORY.exempt.unit },
        { phase, unit: '', kind: 'commune', indicator, target: common, except: '' },
        ...offices.flatMap(office => {
          const target = targetOf(office, indicator, phase)
          if (target === null || target === common) return []
          return [{ phase, unit: office.code, kind: '', indicator, target, except: '' }]
        }),
      ]
    }),
  )
}

/** DOMAIN.md §6: under the central target, that one plus `below`; else the unit's own result plus `above`. */
function fromRule(rule: Rule, phase: PhaseNumber, baseline: number | null): number {
  if ('fixed' in rule) return rule.fixed[phase - 1]!
  const own = baseline !== null && baseline >= rule.central
  const target = own ? baseline + rule.above[phase - 1]! : rule.central + rule.below[phase - 1]!
  return Math.round(Math.min(100, target) * 100) / 100
}
