import type { Phase, Term } from './campaign.ts'
import { phaseTerm, yearTerm } from './term.ts'
import { type Unit, UNIT_KINDS } from './unit-tree.ts'

/** How targets are assigned, as in the decision (DOMAIN.md §6): by phases of a campaign, or by years. */
export interface TargetRules {
  /** Needed only where the given phases belong to several campaigns. */
  campaign?: string
  /** The decision: needed for years; a phase has its own. */
  document?: string
  rules: readonly TargetRule[]
  explicit?: readonly ExplicitTarget[]
}

/** Formulas by phase code, and by year (`2025`). */
interface Formulas<Formula> {
  phases?: Readonly<Record<string, Formula>>
  years?: Readonly<Record<string, Formula>>
}

export interface TargetRule extends Formulas<TargetFormula> {
  indicator: string
  /** Kinds of units that it reaches. */
  kinds: readonly string[]
  /** Codes or names of units that it does not reach. */
  except?: readonly string[]
  /** "Of which": of other indicators, for the same units, never more than the target that they are within. */
  within?: readonly NestedRule[]
}

export interface NestedRule extends Formulas<NestedFormula> {
  indicator: string
}

/**
 * The same for all, or from last year's result: a unit under `central` gets central + below, any other its own result +
 * above. A unit whose result is not known is taken as under it.
 */
export type TargetFormula = { fixed: number } | { central: number; below: number; above: number }

/** Also a share, in percent, of the target that it is within. */
export type NestedFormula = TargetFormula | { share: number }

export interface ExplicitTarget {
  /** Code or name. */
  unit: string
  indicator: string
  /** Null exempts the unit. */
  target: number | null
  /** Without a phase and a year: all phases of the campaign and all years of the rules. */
  phase?: string
  year?: number
}

/** What is wrong in a file of rules, and the text that is. */
export interface RuleProblem {
  problem:
    | 'unknown_unit'
    | 'ambiguous_unit'
    | 'unknown_kind'
    | 'unknown_phase'
    | 'unknown_campaign'
    | 'bad_year'
    | 'no_document'
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

/** One indicator of a rule with its names resolved: what its units get in each term. */
export interface ReadRule {
  indicator: string
  kinds: readonly string[]
  /** Codes of units. */
  except: ReadonlySet<string>
  formulas: readonly { term: Term; formula: NestedFormula }[]
  /** The indicator that it is within; null for a rule of its own. */
  outer: string | null
}

export interface ReadRules {
  rules: ReadRule[]
  explicit: { explicit: ExplicitTarget; unit: string; terms: Term[] }[]
}

/**
 * Rules with their names resolved to codes, and to terms: the given phases are those of their campaign.
 * @throws TargetRulesError with all that is wrong
 */
export function readRules(rules: TargetRules, units: readonly Unit[], phases: readonly Phase[]): ReadRules {
  const problems: RuleProblem[] = []
  const parts = rules.rules.flatMap(rule => [rule, ...(rule.within ?? [])])
  const years = [...new Set(parts.flatMap(part => Object.keys(part.years ?? {})))]
  const namesPhases = years.length === 0 || parts.some(part => part.phases !== undefined)
  const campaigns = new Set(phases.map(phase => phase.campaign))
  if (namesPhases && campaigns.size !== 1)
    problems.push({ problem: 'unknown_campaign', text: rules.campaign ?? [...campaigns].join(', ') })
  const terms = termsOf({ rules, phases, years }, problems)
  const find = unitFinder(units, problems)
  const read = rules.rules.flatMap((rule): ReadRule[] => {
    for (const kind of rule.kinds)
      if (!UNIT_KINDS.some(known => known === kind)) problems.push({ problem: 'unknown_kind', text: kind })
    const { indicator, kinds } = rule
    const outer = { indicator, kinds, outer: null, formulas: formulasOf(rule, terms) }
    const nested = (rule.within ?? []).map(part => {
      return { ...outer, indicator: part.indicator, outer: indicator, formulas: formulasOf(part, terms) }
    })
    const except = new Set(rule.except?.map(find))
    return [outer, ...nested].map(part => ({ ...part, except }))
  })
  const explicit = (rules.explicit ?? []).map(one => ({
    explicit: one,
    terms: termsMeant(one, terms),
    unit: find(one.unit),
  }))
  if (problems.length > 0) throw new TargetRulesError(problems)
  return { rules: read, explicit }
}

const YEAR = /^20\d\d$/

interface Terms {
  phase: (code: string) => Term[]
  year: (year: string) => Term[]
  all: Term[]
}

/** The terms by their names; a name without a term is a problem. */
function termsOf(
  { rules, phases, years }: { rules: TargetRules; phases: readonly Phase[]; years: readonly string[] },
  problems: RuleProblem[],
): Terms {
  const named = (text: string, found: readonly Term[], problem: RuleProblem['problem']): Term[] => {
    if (found.length === 0) problems.push({ problem, text })
    return [...found]
  }
  const { document = '' } = rules
  if (years.length > 0 && document.trim() === '')
    problems.push({ problem: 'no_document', text: years.join(', ') })
  const ofYear = (year: string) => (YEAR.test(year) ? [yearTerm(Number(year), document)] : [])
  const ofPhases = phases.map(phaseTerm)
  return {
    phase: code =>
      named(
        code,
        ofPhases.filter(term => term.kind === 'phase' && term.phase === code),
        'unknown_phase',
      ),
    year: year => named(year, ofYear(year), 'bad_year'),
    all: [...ofPhases, ...years.flatMap(ofYear)],
  }
}

function formulasOf(part: Formulas<NestedFormula>, terms: Terms): ReadRule['formulas'] {
  const { phases = {}, years = {} } = part
  return [
    ...Object.entries(phases).flatMap(([code, formula]) =>
      terms.phase(code).map(term => ({ term, formula })),
    ),
    ...Object.entries(years).flatMap(([year, formula]) => terms.year(year).map(term => ({ term, formula }))),
  ]
}

function termsMeant({ phase, year }: ExplicitTarget, terms: Terms): Term[] {
  if (phase === undefined && year === undefined) return terms.all
  return [
    ...(phase === undefined ? [] : terms.phase(phase)),
    ...(year === undefined ? [] : terms.year(String(year))),
  ]
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
