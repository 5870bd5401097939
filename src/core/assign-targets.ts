import type { Phase, Term } from './campaign.ts'
import { termKey } from './campaign.ts'
import { round2 } from './rounding.ts'
import type { TargetRow } from './target.ts'
import {
  type NestedFormula,
  readRules,
  type ReadRule,
  type TargetFormula,
  type TargetRules,
} from './target-rules.ts'
import { isActiveWithin, type Unit } from './unit-tree.ts'

/**
 * Why a unit got its target: `below` and `above` are the two sides of `central`, by last year's result; `within` another
 * target, of which it is a share (percent) where that is given; `at_most` it was cut to the target that it is within.
 */
export type TargetReason =
  | { why: 'fixed' | 'explicit' | 'exempt' }
  | { why: 'below' | 'above'; central: number; added: number; baseline: number | null }
  | { why: 'within' | 'at_most'; outer: string; target: number; share: number | null }

/** A row with why the unit got it. */
export interface Reasoned {
  row: TargetRow
  reason: TargetReason
}

interface RuleWorld {
  units: readonly Unit[]
  phases: readonly Phase[]
  /** The result of a unit in the year before the campaign, or before the year of the target; null where not known. */
  baseline: (unit: string, indicator: string, year: number) => number | null
  /** 100 for every indicator by default. */
  max?: (indicator: string) => number
}

/**
 * The rows that the rules give: rule by rule, unit by unit as in `units`, term by term, what is within another target after
 * all others; explicit targets take the place of what a rule says, and those that no rule reaches follow. A target is at
 * most `max` of its indicator. Units that exist on no day of a term are passed over, as are exceptions without an explicit
 * target, and what is within a target that a unit does not have.
 * @throws TargetRulesError for units, kinds, phases or a campaign that are not there, or names that several units share
 */
export function assignTargets(rules: TargetRules, world: RuleWorld): Reasoned[] {
  const phases = world.phases.filter(phase => phase.campaign === (rules.campaign ?? phase.campaign))
  const read = readRules(rules, world.units, phases)
  const found = new Map<string, Reasoned>()
  const put = (term: Term, unit: string, indicator: string, { target, reason }: Given): void =>
    void found.set(nameOf(term, unit, indicator), { row: rowOf(term, unit, indicator, target), reason })
  const each = (rule: ReadRule, give: (term: Term, unit: Unit, formula: NestedFormula) => void): void => {
    for (const unit of world.units)
      for (const { term, formula } of rule.kinds.includes(unit.kind) && !rule.except.has(unit.code)
        ? rule.formulas
        : [])
        if (isActiveWithin(unit, term)) give(term, unit, formula)
  }
  const baselineOf = baselines(world, phases)
  const own = (rule: ReadRule, term: Term, unit: Unit, formula: TargetFormula): Given =>
    apply(formula, baselineOf(unit.code, rule.indicator, term), world.max?.(rule.indicator) ?? 100)
  for (const rule of read.rules)
    if (rule.outer === null)
      each(rule, (term, unit, formula) => {
        if (!('share' in formula)) put(term, unit.code, rule.indicator, own(rule, term, unit, formula))
      })
  const named = new Set<string>()
  for (const { explicit, unit, terms } of read.explicit)
    for (const term of terms) {
      const { indicator, target } = explicit
      put(term, unit, indicator, { target, reason: { why: target === null ? 'exempt' : 'explicit' } })
      named.add(nameOf(term, unit, indicator))
    }
  for (const rule of read.rules)
    each(rule, (term, unit, formula) => {
      const { outer } = rule
      if (outer === null || named.has(nameOf(term, unit.code, rule.indicator))) return
      const target = found.get(nameOf(term, unit.code, outer))?.row.target ?? null
      if (target === null) return
      const inner = 'share' in formula ? formula : own(rule, term, unit, formula)
      put(term, unit.code, rule.indicator, within(inner, { outer, target }))
    })
  return [...found.values()]
}

interface Given {
  target: number | null
  reason: TargetReason
}

function nameOf(term: Term, unit: string, indicator: string): string {
  return `${termKey(term)} ${unit} ${indicator}`
}

function rowOf(term: Term, unit: string, indicator: string, target: number | null): TargetRow {
  const isPhase = term.kind === 'phase'
  return {
    campaign: isPhase ? term.campaign : null,
    phase: isPhase ? term.phase : null,
    year: isPhase ? null : term.year,
    unit,
    kind: null,
    indicator,
    target,
    document: term.document,
    except: [],
  }
}

/** Results of the year before the campaign began, or before the year of the target. */
function baselines({ baseline }: RuleWorld, phases: readonly Phase[]) {
  const start = phases.map(phase => phase.from).toSorted()[0] ?? ''
  return (unit: string, indicator: string, term: Term) =>
    baseline(unit, indicator, (term.kind === 'year' ? term.year : Number(start.slice(0, 4))) - 1)
}

function apply(formula: TargetFormula, baseline: number | null, max: number): Given {
  if ('fixed' in formula) return { target: Math.min(formula.fixed, max), reason: { why: 'fixed' } }
  const { central, below, above } = formula
  const isUnder = baseline === null || baseline < central
  const target = round2(Math.min(isUnder ? central + below : baseline + above, max))
  const reason = {
    why: isUnder ? 'below' : 'above',
    central,
    added: isUnder ? below : above,
    baseline,
  } as const
  return { target, reason }
}

/** A target within another one: a share of it, or its own, but never more. */
function within(
  inner: Given | { share: number },
  { outer, target }: { outer: string; target: number },
): Given {
  if ('share' in inner)
    return {
      target: round2((target * Math.min(inner.share, 100)) / 100),
      reason: { why: 'within', outer, target, share: inner.share },
    }
  if (inner.target === null || inner.target <= target) return inner
  return { target, reason: { why: 'at_most', outer, target, share: null } }
}
