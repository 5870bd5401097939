import type { Phase } from '../core/campaign.ts'
import type { TargetRow } from '../core/target.ts'
import { assignTargets } from '../core/assign-targets.ts'
import type { TargetFormula, TargetRule, TargetRules } from '../core/target-rules.ts'
import type { Unit } from '../core/unit-tree.ts'
import type { SampleCalendar } from './calendar.ts'
import { STORY } from './story.ts'

/** A document that no office has issued, and that says so. */
const DOCUMENT = '100/KH-UBND (văn bản mẫu)'
const CAMPAIGN = 'CD100'
const CAMPAIGN_NAME = 'Chiến dịch mẫu 100 ngày đêm nâng cao hiệu quả sử dụng dịch vụ công'

/** The campaign's phases on the days of the calendar. */
export function planPhases(calendar: SampleCalendar): Phase[] {
  return calendar.phases.map((window, index) => ({
    campaign: CAMPAIGN,
    campaignName: CAMPAIGN_NAME,
    phase: String(index + 1),
    phaseName: `Giai đoạn ${index + 1}`,
    ...window,
    document: DOCUMENT,
  }))
}

const KINDS = ['department', 'commune']

function rule(indicator: string, phase1: TargetFormula, phase2: TargetFormula): TargetRule {
  return { indicator, kinds: KINDS, except: [STORY.exempt.unit], phases: { 1: phase1, 2: phase2 } }
}

const RULES: TargetRules = {
  rules: [
    rule('online_rate', { central: 50, below: 0, above: 5 }, { central: 50, below: 10, above: 10 }),
    rule('online_payment_rate', { central: 45, below: 0, above: 5 }, { central: 45, below: 10, above: 10 }),
    rule('transparency_rate', { fixed: 80 }, { fixed: 90 }),
    rule('on_time_rate', { fixed: 95 }, { fixed: 97 }),
    rule('satisfaction_rate', { fixed: 95 }, { fixed: 95 }),
    rule('digitization_rate', { fixed: 50 }, { fixed: 60 }),
  ],
}

/**
 * The targets of the plan: for each kind of unit a row that names the exempted one, and for each unit whose own result
 * of last year (`baseline`, percent, null when not known) gives it another target, a row of its own.
 */
export function planTargets(
  units: readonly Unit[],
  phases: readonly Phase[],
  baseline: (unit: string, indicator: string) => number | null,
): TargetRow[] {
  const ofKinds = RULES.rules.flatMap(given =>
    phases.flatMap(phase => {
      const formula = given.phases?.[phase.phase]
      return formula ? given.kinds.map(kind => kindRow(phase, given, kind, common(formula))) : []
    }),
  )
  const targetOfKind = new Map(ofKinds.map(row => [`${row.phase} ${row.indicator}`, row.target]))
  const ofUnits = assignTargets(RULES, { units, phases, baseline }).map(({ row }) => row)
  return [
    ...ofKinds,
    ...ofUnits.filter(row => row.target !== targetOfKind.get(`${row.phase} ${row.indicator}`)),
  ]
}

/** What a unit gets whose result of last year is not known. */
function common(formula: TargetFormula): number {
  return 'fixed' in formula ? formula.fixed : formula.central + formula.below
}

function kindRow(
  phase: Phase,
  { indicator, except = [] }: TargetRule,
  kind: string,
  target: number,
): TargetRow {
  const { campaign, phase: code, document } = phase
  return { campaign, phase: code, year: null, unit: null, kind, indicator, target, document, except }
}
