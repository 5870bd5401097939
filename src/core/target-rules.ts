import type { Phase } from './campaign.ts'
import { round2 } from './rounding.ts'
import type { TargetRow } from './target.ts'
import { isActiveWithin, type Unit, UNIT_KINDS } from './unit-tree.ts'

/** How a campaign assigns its targets, as in the decision (DOMAIN.md §6). */
export interface TargetRules {
  /** Needed only where the given phases belong to several campaigns. */
  campaign?: string
  rules: readonly TargetRule[]
  explicit?: readonly ExplicitTarget[]
}

export interface TargetRule {
  indicator: string
  /** Kinds of units that it reaches. */
  kinds: readonly string[]
  /** Codes or names of units that it does not reach. */
  except?: readonly string[]
  /** By phase code. */
  phases: Readonly<Record<string, TargetFormula>>
}

/**
 * The same for all, or from last year's result: a unit under `central` gets central + below, any other its own result +
 * above. A unit whose result is not known is taken as under it.
 */
export type TargetFormula = { fixed: number } | { central: number; below: number; above: number }

export interface ExplicitTarget {
  /** Code or name. */
  unit: string
  indicator: string
  /** Null exempts the unit. */
  target: number | null
  /** Absent: all phases of the campaign. */
  phase?: string
}

/** What is wrong in a file of rules, and the text that is. */
export interface RuleProblem {
  problem: 'unknown_unit' | 'ambiguous_unit' | 'unknown_kind' | 'unknown_phase' | 'unknown_campaign'
  text: string
}

/** The rules cannot be applied; `problems` lists all that is wrong. */
export class TargetRulesError extends Error {
  readonly problems: readonly RuleProblem[]
  constructor(problems: readonly RuleProblem[]) {
    super(problems.map(({ problem, text }) => `${problem}: ${text}`).join('; '))
    this.problems = problems
  }
}

/**
 * The rows that the rules give for the phases of a campaign: rule by rule, unit by unit as in `units`, phase by phase;
 * explicit targets take the place of what a rule says, and those that no rule reaches come last. A target is at most
 * `max` of its indicator. Units that exist on no day of a phase are passed over, as are exceptions without an explicit
 * target.
 * @param world `baseline` gives last year's result of a unit, or null; `max` defaults to 100 for every indicator
 * @throws TargetRulesError for units, kinds, phases or a campaign that are not there, or names that several units share
 */
export function assignTargets(
  rules: TargetRules,
  world: {
    units: readonly Unit[]
    phases: readonly Phase[]
    baseline: (unit: string, indicator: string) => number | null
    max?: (indicator: string) => number
  },
): TargetRow[] {
  const phases = world.phases.filter(phase => phase.campaign === (rules.campaign ?? phase.campaign))
  const read = readRules(rules, world.units, phases)
  const rows = new Map<string, TargetRow>()
  const put = (phase: Phase, unit: string, indicator: string, target: number | null): void => {
    const { campaign, phase: code, document } = phase
    const row = {
      campaign,
      phase: code,
      year: null,
      unit,
      kind: null,
      indicator,
      target,
      document,
      except: [],
    }
    rows.set(`${code} ${unit} ${indicator}`, row)
  }
  for (const { rule, except } of read.rules)
    for (const unit of world.units)
      for (const phase of rule.kinds.includes(unit.kind) && !except.has(unit.code) ? phases : []) {
        const formula = rule.phases[phase.phase]
        if (!formula || !isActiveWithin(unit, phase)) continue
        const max = world.max?.(rule.indicator) ?? 100
        put(phase, unit.code, rule.indicator, apply(formula, world.baseline(unit.code, rule.indicator), max))
      }
  for (const { explicit, unit } of read.explicit)
    for (const phase of phases)
      if (explicit.phase === undefined || explicit.phase === phase.phase)
        put(phase, unit, explicit.indicator, explicit.target)
  return [...rows.values()]
}

function apply(formula: TargetFormula, baseline: number | null, max: number): number {
  if ('fixed' in formula) return Math.min(formula.fixed, max)
  const under = baseline === null || baseline < formula.central
  return round2(Math.min(under ? formula.central + formula.below : baseline + formula.above, max))
}

/** Why a unit got its target: `below` and `above` are the two sides of `central`, by last year's result. */
export type TargetReason =
  | { why: 'fixed' | 'explicit' | 'exempt' }
  | { why: 'below' | 'above'; central: number; added: number; baseline: number | null }

/** Why the rules give this row to a unit of the kind whose result of last year is `baseline`. */
export function targetReason(
  { rules }: TargetRules,
  { indicator, phase, target }: TargetRow,
  { kind, baseline, max }: { kind: string; baseline: number | null; max: number },
): TargetReason {
  if (target === null) return { why: 'exempt' }
  const rule = rules.findLast(one => one.indicator === indicator && one.kinds.includes(kind))
  const formula = rule?.phases[phase ?? '']
  if (!formula || apply(formula, baseline, max) !== target) return { why: 'explicit' }
  if ('fixed' in formula) return { why: 'fixed' }
  const { central, below, above } = formula
  return baseline === null || baseline < central
    ? { why: 'below', central, added: below, baseline }
    : { why: 'above', central, added: above, baseline }
}

/** Rules with their names resolved to codes. */
interface ReadRules {
  rules: { rule: TargetRule; except: ReadonlySet<string> }[]
  explicit: { explicit: ExplicitTarget; unit: string }[]
}

function readRules(rules: TargetRules, units: readonly Unit[], phases: readonly Phase[]): ReadRules {
  const problems: RuleProblem[] = []
  const campaigns = new Set(phases.map(phase => phase.campaign))
  if (campaigns.size !== 1)
    problems.push({ problem: 'unknown_campaign', text: rules.campaign ?? [...campaigns].join(', ') })
  const find = unitFinder(units, problems)
  const checkPhase = (code: string): void => {
    if (!phases.some(phase => phase.phase === code)) problems.push({ problem: 'unknown_phase', text: code })
  }
  const read: ReadRules = { rules: [], explicit: [] }
  for (const rule of rules.rules) {
    for (const kind of rule.kinds)
      if (!UNIT_KINDS.some(known => known === kind)) problems.push({ problem: 'unknown_kind', text: kind })
    Object.keys(rule.phases).forEach(checkPhase)
    read.rules.push({ rule, except: new Set(rule.except?.map(find)) })
  }
  for (const explicit of rules.explicit ?? []) {
    if (explicit.phase !== undefined) checkPhase(explicit.phase)
    read.explicit.push({ explicit, unit: find(explicit.unit) })
  }
  if (problems.length > 0) throw new TargetRulesError(problems)
  return read
}

/** Code of the unit that a text names: its code, else its full name, else a short name or alias; case does not matter. */
function unitFinder(units: readonly Unit[], problems: RuleProblem[]): (text: string) => string {
  const namings = [
    (unit: Unit) => [unit.code],
    (unit: Unit) => [unit.name],
    (unit: Unit) => [unit.shortName, ...unit.aliases],
  ]
  return text => {
    for (const naming of namings) {
      const found = units.filter(unit => naming(unit).some(name => folded(name) === folded(text)))
      if (found.length === 1) return found[0]!.code
      if (found.length === 0) continue
      problems.push({ problem: 'ambiguous_unit', text })
      return ''
    }
    problems.push({ problem: 'unknown_unit', text })
    return ''
  }
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
